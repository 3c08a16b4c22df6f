// What begins, falls or ends this week, what is late and what goes on, across all plans; a tick is the plan's own.
(function (PS) {
  "use strict";

  const TERMS = new Set(["window", "deadline"]); // what ends, and is late when it has not been done by then
  const FEW = 5; // late tasks shown unfolded
  let shown = [];

  function duties(plan) {
    return plan.filling.tasks.map((task) => {
      const known = plan.filling.resolved(task.when);
      return { plan, task, start: known.start, end: known.end, kind: kind(plan, task, known) };
    });
  }

  // what the plan's page shows as due this week is here the week's, late or going on
  function kind(plan, task, known) {
    const week = PS.week(), inside = (day) => day !== null && day >= week[0] && day <= week[1];
    if (isLate(plan, task, known)) return "late";
    if (!PS.isDue(plan.filling, task, week[0], week[1])) return "none";
    return known.kind === "recurring" || inside(known.start) || inside(known.end) ? "week" : "going";
  }

  function isLate(plan, task, known) {
    return TERMS.has(known.kind) && known.end !== null && known.end < PS.today() && !PS.isDone(plan.record, task);
  }

  // what ends first comes first, what has no end last
  function order(one, other) {
    return rank(one.end) - rank(other.end) || rank(one.start) - rank(other.start);
  }

  function rank(day) { return day === null ? Number.MAX_SAFE_INTEGER : day; }

  function item(duty) {
    const plan = duty.plan, box = PS.el("input", { type: "checkbox", "data-key": duty.task.id, "data-plan": plan.record.id });
    box.checked = PS.isDone(plan.record, duty.task);
    box.addEventListener("change", () => tick(duty, box.checked));
    return PS.el("li", { class: "ps-task" }, [
      PS.el("div", { class: "ps-task-main" }, [PS.el("label", { class: "ps-check" }, [box, name(duty)])]),
      PS.el("dl", { class: "ps-task-meta" }, [
        pair("方案", [PS.plans.link(plan, "#c-" + duty.task.id, [plan.label])]),
        pair("牵头", spans(plan, duty.task.lead)), pair("时间", when(duty))])]);
  }

  function name(duty) {
    const node = PS.plans.taskName(duty.plan, duty.task);
    node.className = "ps-task-name";
    return node;
  }

  function pair(term, children) { return PS.el("div", {}, [PS.el("dt", {}, [term]), PS.el("dd", {}, children)]); }

  function spans(plan, runs) {
    const node = PS.el("span");
    node.innerHTML = PS.spansHtml(PS.spans(plan.filling, runs));
    return [node];
  }

  function when(duty) {
    const words = spans(duty.plan, [["w", duty.task.when]]);
    return duty.kind === "late" ? words.concat([PS.el("strong", { class: "ps-late" }, ["逾期" + (PS.today() - duty.end) + "天"])]) : words;
  }

  function tick(duty, done) {
    const record = duty.plan.record, id = duty.task.id;
    if (done) record.done[id] = Date.now();
    else delete record.done[id];
    PS.mine.saveField(record, "done", id);
    PS.emit("ticked", duty);
    const left = shown.filter((one) => !PS.isDone(one.plan.record, one.task)).length;
    PS.tell((done ? "已打勾。" : "已去掉勾。") + (left ? "本周和逾期的还有" + left + "项没办。" : "本周和逾期的都办了。"));
  }

  function monthDay(day) {
    const parts = PS.date.parts(day);
    return parts[1] + "月" + parts[2] + "日";
  }

  function list(place, found) {
    PS.refill(PS.one("ol", place), found.map(item));
    PS.one("ol", place).hidden = found.length === 0;
    PS.all("[data-count]", place).forEach((node) => { node.textContent = String(found.length); });
    return found;
  }

  function draw(plans) {
    const all = [].concat.apply([], plans.filter((plan) => plan.dated).map(duties)).sort(order);
    const parts = ["week", "late", "going"].map((kind) => list(place(kind), all.filter((duty) => duty.kind === kind)));
    shown = parts[0].concat(parts[1]);
    PS.one("[data-mine-days]").textContent = "（" + PS.week().map(monthDay).join("—") + "）";
    PS.one("[data-mine-none]").hidden = parts[0].length > 0;
    place("late").hidden = parts[1].length === 0;
    place("late").open = parts[1].length <= FEW;
    place("going").hidden = parts[2].length === 0;
  }

  function place(kind) { return PS.one("[data-duties=" + kind + "]"); }

  // Paper has no folds.
  window.addEventListener("beforeprint", () => PS.all("[data-mine] details").forEach((fold) => { fold.open = true; }));
  PS.on("plans", draw);
})((window.PS = window.PS || {}));
