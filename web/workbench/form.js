// The form beside the document: start date, blanks in their groups, other names for units.
(function (PS) {
  "use strict";

  const START = { name: "起始日", type: "date", ask: "从哪一天开始？其他日期都由它推出", eg: "2026-12-01" };
  const fields = [], box = PS.el("div", { class: "ps-fields" });

  function build() {
    const program = PS.bench.program;
    refill([part("先填日期", [make({ part: "start", key: "" }, START, true)])]
      .concat(PS.groups(program).map((group) => part(group.title, group.entries.map(
        (entry) => make({ part: "vars", key: entry.name }, entry, group.must && !entry.optional && entry.default === undefined)), group.must)))
      .concat([units(program)]));
    const form = PS.one("[data-form]");
    form.prepend(PS.el("h3", { class: "ps-sr", id: "ps-form-title" }, ["填写"]));
    form.append(box);
    form.setAttribute("role", "region");
    form.setAttribute("aria-labelledby", "ps-form-title");
  }

  function refill(children) { PS.refill(box, children); }

  function make(target, entry, must) {
    const made = PS.field(target, entry, must);
    fields.push(made);
    return made.node;
  }

  function part(title, nodes, must) {
    const mark = must ? [PS.el("span", { class: "ps-must" }, ["必填"])] : [];
    return PS.el("fieldset", { class: "ps-group" }, [PS.el("legend", {}, [title].concat(mark))].concat(nodes));
  }

  // A unit renamed once is renamed everywhere.
  function units(program) {
    const keys = Object.keys(program.units);
    const nodes = keys.map((key) => make({ part: "units", key }, {
      name: "单位." + key, type: "name", ask: PS.plain(PS.spans(PS.bench.filling, program.units[key])), eg: "当地的叫法" }, false));
    return PS.el("details", { class: "ps-group" }, [PS.el("summary", {}, ["单位名称和当地不一样？在这里改（" + keys.length + "个）"])].concat(nodes));
  }

  function refresh(shown) { fields.forEach((made) => made.refresh(shown)); }

  function find(name) { return fields.find((made) => made.name === name); }

  // Opens the form, then leads to a field; without a name to the first.
  function focusField(name) {
    open(true);
    const found = find(name) || fields[0], group = found.node.closest("details");
    if (group) group.open = true;
    found.focus();
  }

  function open(on) {
    if (on !== PS.one("[data-form]").hidden) return;
    PS.one("[data-form]").hidden = !on;
    PS.one(".ps-workbench").classList.toggle("is-filling", on);
    PS.all("[data-action=fill]").forEach((node) => {
      node.setAttribute("aria-expanded", String(on));
      node.textContent = on ? "收起表单" : "填写";
    });
    if (on) refresh(true);
  }

  PS.on("ready", build);
  PS.on("values", (change) => { if (change.part === "all" && fields.length) refresh(); });
  Object.assign(PS, { focusField, openForm: open });
})((window.PS = window.PS || {}));
