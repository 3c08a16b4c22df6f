// All plans that have a start on one axis of real days: the weeks around today task by task, or the whole time.
(function (PS) {
  "use strict";

  const BEFORE = 7, AFTER = 27; // days before and after this week's Monday: five weeks
  const LONG = 92; // days; a longer axis is marked by months and holds whole ones
  const SHAPES = ["bar", "open", "marks"];
  let plans = [], near = null; // null: nobody has chosen

  function records(plan, close) {
    const phases = plan.program.phases.map((phase) => ["phase", phase]), tasks = plan.filling.tasks.map((task) => ["task", task]);
    if (close) return phases.concat(tasks);
    return phases.length ? phases : tasks;
  }

  function row(axis, plan, kind, record) {
    const known = plan.filling.resolved(record.when), made = PS.gantt.row(axis, plan.filling, kind, record, known);
    if (made.shape === "marks") {
      const days = PS.falls(plan.filling, record.when, axis.first, axis.last);
      if (days.length <= PS.gantt.MARKS) made.boxes = days.map((day) => axis.box(day, day));
    }
    made.boxes = made.boxes.filter((box) => box.width > 0);
    return made;
  }

  // a bar from edge to edge says nothing of these weeks
  function fills(made) { return made.boxes.reduce((sum, box) => sum + box.width, 0) > 99; }

  // a plan's lines on an axis: its whole span, then what is drawn of its parts
  function group(axis, plan, close) {
    const span = row(axis, plan, "plan", { when: plan.program.span });
    const parts = records(plan, close).map((one) => row(axis, plan, one[0], one[1]))
      .filter((made) => made.boxes.length && !(close && made.kind === "task" && fills(made)));
    return { plan, rows: span.boxes.length || parts.length ? [span].concat(parts) : [] };
  }

  function around() {
    const monday = PS.week()[0];
    return [monday - BEFORE, monday + AFTER];
  }

  function whole() {
    const found = plans.map(bounds), first = Math.min.apply(null, found.map((two) => two[0]));
    const last = Math.max.apply(null, found.map((two) => two[1]));
    return last - first > LONG ? [month(first)[0], month(last)[1]] : [first, last];
  }

  function month(day) {
    const parts = PS.date.parts(day), first = PS.date.of(parts[0], parts[1], 1);
    return [first, first + PS.date.monthLength(parts[0], parts[1]) - 1];
  }

  // what has no end lasts at least as long as the weeks that are looked at
  function bounds(plan) {
    const known = [["plan", { when: plan.program.span }]].concat(records(plan, true)).map((one) => plan.filling.resolved(one[1].when));
    const two = PS.gantt.bounds(known, plan.filling.values.start), open = known.some((one) => one.kind === "open" && one.end === null);
    return open ? [two[0], Math.max(two[1], around()[1])] : two;
  }

  function chart(close) {
    const axis = PS.gantt.axis(close ? around() : whole(), true, false);
    return { axis, groups: plans.map((plan) => group(axis, plan, close)).filter((one) => one.rows.length) };
  }

  function name(plan, made) {
    if (made.kind === "plan") return PS.plans.link(plan, plan.filling.tasks.length ? "#timeline" : "", [plan.label]);
    return made.kind === "phase" ? made.record.name : PS.plans.link(plan, "#c-" + made.record.id, [PS.plans.taskName(plan, made.record)]);
  }

  function draw() {
    const weeks = chart(true), close = weeks.groups.length > 0 && near !== false, drawn = close ? weeks : chart(false);
    const box = PS.one("[data-mine-axis]"), today = PS.track.todayOn(drawn.axis);
    PS.refill(PS.one("thead .ps-axis", box), [PS.track.axis(drawn.axis, today)]);
    PS.refill(PS.one("tbody", box), [].concat.apply([], drawn.groups.map((one) => one.rows.map((made) =>
      PS.track.line(drawn.axis, made, today, one.plan.filling, name(one.plan, made))))));
    legend(box, drawn, today);
    PS.one("[data-through]", box).hidden = !close;
    PS.one("[data-tools]", box).hidden = weeks.groups.length === 0;
    PS.all("[data-span]", box).forEach((node) => node.setAttribute("aria-pressed", String((node.dataset.span === "near") === close)));
  }

  function legend(box, drawn, today) {
    const rows = [].concat.apply([], drawn.groups.map((one) => one.rows));
    SHAPES.forEach((shape) => PS.track.legend(box, shape, rows.some((made) => made.kind === "task" && made.shape === shape)));
    PS.track.legend(box, "phase", rows.some((made) => made.kind === "phase"));
    PS.track.legend(box, "off", drawn.axis.off.length > 0);
    PS.track.legend(box, "today", today !== null);
  }

  document.addEventListener("click", (event) => {
    const node = event.target.closest("[data-span]");
    if (!node) return;
    near = node.dataset.span === "near";
    draw();
  });

  PS.on("plans", (found) => {
    plans = found.filter((plan) => plan.dated);
    draw();
  });
})((window.PS = window.PS || {}));
