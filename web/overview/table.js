// Every stored plan on a line: its name, its type, when it starts, how far it is.
(function (PS) {
  "use strict";

  function cell(children, attributes) { return PS.el("td", Object.assign({ role: "cell" }, attributes), children); }

  function line(plan) {
    const start = plan.filling.values.start;
    return PS.el("tr", { role: "row" }, [
      PS.el("th", { role: "rowheader", scope: "row" }, [PS.plans.link(plan, "", [plan.record.name])]),
      cell([plan.program.title]), cell([start === null ? "起始日还没填" : PS.dateText(start) + "起"]),
      cell(done(plan), { class: "ps-progress", "data-of": plan.record.id })]);
  }

  function done(plan) {
    return plan.filling.tasks.length ? PS.progress(plan.filling, plan.record, plan.label + "的进度") : ["没有任务"];
  }

  function draw(plans) { PS.refill(PS.one("[data-mine-plans]"), plans.map(line)); }

  function ticked(plan) {
    const place = PS.all("[data-of]").find((node) => node.dataset.of === plan.record.id);
    PS.refill(place, done(plan));
  }

  PS.on("plans", draw);
  PS.on("ticked", (duty) => ticked(duty.plan));
})((window.PS = window.PS || {}));
