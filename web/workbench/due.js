// What is due when, and how much is done: asked on a plan's page and across plans.
(function (PS) {
  "use strict";

  const MOST = 4000; // occurrences looked at: ten years of days

  function today() {
    const now = new Date();
    return PS.date.make(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }

  // Monday and Sunday of this week
  function week() {
    const monday = today() - PS.date.weekday(today());
    return [monday, monday + 6];
  }

  // the days between two days on which a recurring time falls
  function falls(filling, when, first, last) {
    const known = filling.resolved(when);
    if (known.start === null) return [];
    const end = known.end === null ? last : Math.min(known.end, last);
    return PS.recurrence(Object.assign({}, known, { end }), when, MOST).days.filter((day) => day >= first && day <= last);
  }

  function isDue(filling, task, first, last) {
    const known = filling.resolved(task.when);
    if (known.kind === "trigger" || known.kind === "show") return false;
    if (known.kind === "recurring") return falls(filling, task.when, first, last).length > 0;
    const from = known.start !== null ? known.start : known.end;
    return from !== null && from <= last && (known.end === null || known.end >= first);
  }

  function isDone(record, task) { return PS.own(record.done, task.id) !== undefined; }

  // a bar and words that say how many of the tasks are ticked
  function progress(filling, record, label) {
    const most = filling.tasks.length, done = filling.tasks.filter((task) => isDone(record, task)).length;
    return [PS.el("progress", { value: done, max: most, "aria-label": label }), PS.el("span", {}, ["已完成" + done + "/" + most + "项"])];
  }

  Object.assign(PS, { today, week, falls, isDue, isDone, progress });
})((window.PS = window.PS || {}));
