// Which tasks of the checklist show: by unit, by phase, what is due this week.
(function (PS) {
  "use strict";

  const control = (name) => PS.one("[data-checklist] [data-filter=" + name + "]");
  const pressed = () => { const week = control("week"); return Boolean(week) && week.getAttribute("aria-pressed") === "true"; };

  function value(name) { const node = control(name); return node ? node.value : ""; }

  function apply() {
    const tasks = {}, unit = value("unit"), phase = value("phase"), only = pressed() ? PS.week() : null;
    PS.bench.program.tasks.forEach((task) => { tasks[task.id] = task; });
    let shown = 0;
    PS.all("[data-checklist] [data-task]").forEach((node) => {
      const fits = (!unit || node.dataset.units.split(" ").indexOf(unit) >= 0) && (!phase || node.dataset.phase === phase) &&
        (!only || PS.isDue(PS.bench.filling, tasks[node.dataset.task], only[0], only[1]));
      node.hidden = !fits;
      if (fits && !node.classList.contains("ps-out")) shown += 1;
    });
    return shown;
  }

  function toggle(button) {
    if (!pressed() && PS.bench.filling.values.start === null) {
      PS.tell("填了从哪一天开始，才知道本周要办什么。");
      return PS.focusField("起始日");
    }
    button.setAttribute("aria-pressed", String(!pressed()));
    return told();
  }

  function told() {
    const shown = apply();
    PS.tell(shown ? "列出" + shown + "项任务。" : "没有符合的任务。");
  }

  function used(node) {
    if (node.matches("[data-filter=week]")) toggle(node);
    else if (node.matches("select[data-filter]")) told();
  }

  document.addEventListener("click", (event) => {
    const node = event.target.closest("[data-checklist] button[data-filter]");
    if (node && PS.bench.program) used(node);
  });
  document.addEventListener("change", (event) => {
    if (PS.bench.program && event.target.matches("[data-checklist] select[data-filter]")) used(event.target);
  });
  PS.on("again", (node) => { if (node.closest("[data-checklist]")) used(node); });
  PS.on("rested", apply);
})((window.PS = window.PS || {}));
