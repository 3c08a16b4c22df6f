// Tasks inside documents: the paragraph and the table row that each one makes. Mirrors macros/fill/tasks.py.
(function (PS) {
  "use strict";

  // who does a task, by when and what comes of it
  function duty(task) {
    var support = task.support.length ? ["；配合："].concat(task.support) : [];
    var output = task.output.length ? ["；交付："].concat(listed(task.output)) : [];
    return ["（牵头："].concat(task.lead, support, ["；时间：", ["w", task.when]], output, ["）"]);
  }

  // what a table shows of a task
  function cell(task, index, field) {
    if (field === "when") return [["w", task.when]];
    if (field === "index") return [String(index)];
    return field ? task[field] : [];
  }

  function listed(texts) {
    return texts.reduce(function (joined, text) { return joined.concat(["、"], text); }, []).slice(1);
  }

  PS.duty = duty;
  PS.taskCell = cell;
})((window.PS = window.PS || {}));
