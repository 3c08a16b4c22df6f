// One blank's input, by its type. An input is {node, focus, get, set}: get and set speak text.
(function (PS) {
  "use strict";

  const LONG = new Set(["text", "list", "unit", "post"]);

  function input(entry, id, changed) {
    if (entry.choices) return choices(entry, id, changed);
    if (entry.type === "date") return date(entry, id, changed);
    return LONG.has(entry.type) ? area(entry, id, changed) : line(entry, id, changed);
  }

  function hint(entry) { return entry.default !== undefined ? "不填就用：" + entry.default : "例：" + entry.eg; }

  function plain(node, changed) {
    node.addEventListener("input", () => changed(node.value));
    return { node, focus: () => node.focus(), get: () => node.value, set: (text) => { node.value = text; } };
  }

  function line(entry, id, changed) {
    const mode = { int: "numeric", money: "decimal" }[entry.type] || "text";
    return plain(PS.el("input", { id, type: "text", inputmode: mode, placeholder: hint(entry), autocomplete: "off" }), changed);
  }

  // Grows with its text, so that nothing typed is out of sight.
  function area(entry, id, changed) {
    const node = PS.el("textarea", { id, rows: 1, placeholder: hint(entry), autocomplete: "off" });
    const grow = () => {
      node.style.setProperty("height", "auto");
      if (node.scrollHeight) node.style.setProperty("height", Math.min(node.scrollHeight + 2, 320) + "px");
    };
    const made = plain(node, (text) => { grow(); changed(text); });
    return Object.assign(made, { set: (text) => { node.value = text; grow(); } });
  }

  // The browser's own picker; a line of text where there is none, or the text is no date.
  function date(entry, id, changed) {
    const node = PS.el("input", { id, type: "date", min: "2000-01-01", max: "2099-12-31", placeholder: "例：2026-12-01", autocomplete: "off" });
    const made = plain(node, changed);
    const set = (text) => {
      const day = PS.parseDate(text);
      node.type = text && day === null ? "text" : "date";
      node.value = day === null ? text : PS.date.iso(day);
    };
    return Object.assign(made, { set });
  }

  function choices(entry, id, changed) {
    const first = entry.default !== undefined ? entry.default : entry.choices[0];
    const radios = entry.choices.map((choice, i) => PS.el("input", {
      type: "radio", name: id, id: id + "-" + i, value: choice, change: () => changed(choice === first ? "" : choice) }));
    const labels = entry.choices.map((choice, i) => PS.el("label", { class: "ps-choice", for: id + "-" + i }, [radios[i], choice]));
    const chosen = () => radios.find((radio) => radio.checked) || radios[0];
    return {
      node: PS.el("div", { class: "ps-choices", role: "radiogroup", "aria-labelledby": id + "-label" }, labels),
      focus: () => chosen().focus(), get: () => chosen().value,
      set: (text) => { (radios.find((radio) => radio.value === (text || first)) || radios[0]).checked = true; },
    };
  }

  PS.input = input;
})((window.PS = window.PS || {}));
