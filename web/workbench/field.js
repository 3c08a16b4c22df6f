// A blank in the form: question, input, and what to mend.
(function (PS) {
  "use strict";

  // target: {part, key}; entry: as in the program; returns {node, focus, refresh}
  function field(target, entry, must) {
    const id = "ps-" + target.part + "-" + entry.name;
    const say = PS.el("p", { class: "ps-say", id: id + "-say" });
    const changed = (text) => { PS.bench.set(target.part, target.key, text); tell(); };
    const input = PS.input(entry, id, changed);
    const node = PS.el("div", { class: "ps-field", "data-field": entry.name }, [label(entry, id, must), input.node, say]);
    describe(input, id);

    function wrong() {
      if (input.node.validity && input.node.validity.badInput) return "日期没有填完整，或不是真实的日期";
      return target.part === "start" ? PS.startNotes(input.get()).join("；") : PS.problem(entry, input.get());
    }

    function tell() {
      const text = wrong();
      if (say.textContent !== text) say.textContent = text;
      node.classList.toggle("ps-mend", text !== "");
      if (input.node.matches("input, textarea")) input.node.setAttribute("aria-invalid", String(text !== ""));
    }

    // shown: the form has just come to sight, where heights are first known
    function refresh(shown) {
      const text = stored(target);
      if (shown || input.get() !== text || entry.choices) input.set(text);
      tell();
    }

    node.addEventListener("focusout", tell); // half a date changes no value
    node.addEventListener("focusin", () => PS.emit("field", entry.name));
    return { node, refresh, name: entry.name, focus: () => { PS.show(node); input.focus(); } };
  }

  function stored(target) {
    const record = PS.bench.record;
    if (target.part === "start") return record.start;
    const text = PS.own(record[target.part], target.key);
    return text === undefined ? "" : text;
  }

  function describe(input, id) {
    const control = input.node;
    control.setAttribute("aria-describedby", id + "-say");
  }

  function label(entry, id, must) {
    const mark = must ? [PS.el("span", { class: "ps-must" }, ["必填"])] : entry.optional ? [PS.el("span", { class: "ps-may" }, ["可不填"])] : [];
    const name = PS.el("span", { class: "ps-name" }, [entry.name]);
    const attributes = entry.choices ? { id: id + "-label" } : { id: id + "-label", for: id };
    return PS.el(entry.choices ? "span" : "label", Object.assign({ class: "ps-ask" }, attributes), [entry.ask, " ", name].concat(mark));
  }

  PS.field = field;
})((window.PS = window.PS || {}));
