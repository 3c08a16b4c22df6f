// The stored plans of every type; each with its program, its filling and the way to its page.
(function (PS) {
  "use strict";

  const box = () => PS.one("[data-mine]");

  function stored() {
    if (!box()) return [];
    return [].concat.apply([], box().dataset.slugs.split(" ").map(PS.mine.list));
  }

  // null while its program is not there
  function opened(found) {
    const program = (PS.programs || {})[found.plan];
    if (!program) return null;
    const record = PS.migrated(found, program);
    const filling = new PS.Filling(program, PS.makeValues(record.start, record.vars, record.units));
    return { record, program, filling, dated: filling.values.start !== null, label: record.name };
  }

  // what is stored, as far as its programs are there; a name that several bear says of which type it is
  function known(records) {
    const plans = records.map(opened).filter((plan) => plan !== null), names = plans.map((plan) => plan.record.name);
    plans.forEach((plan) => {
      const name = plan.record.name;
      if (names.indexOf(name) !== names.lastIndexOf(name)) plan.label = plan.program.title + "（" + name + "）";
    });
    return plans;
  }

  // A plan's page shows one plan of its type: the one that was followed there.
  function link(plan, anchor, children) {
    const choose = () => PS.mine.choose(plan.record), href = box().dataset.href.replace("/-/", "/" + plan.record.plan + "/");
    return PS.el("a", { href: href + anchor, click: choose, auxclick: choose }, children);
  }

  function taskName(plan, task) {
    const name = PS.el("span");
    name.innerHTML = PS.spansHtml(PS.spans(plan.filling, task.name));
    return name;
  }

  PS.plans = { box, stored, known, link, taskName };
})((window.PS = window.PS || {}));
