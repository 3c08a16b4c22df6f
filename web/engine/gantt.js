// The timeline as figures. Mirrors macros/fill/gantt.py.
(function (PS) {
  "use strict";

  var OPEN_TAIL = 30, SHADED = 93, MARKS = 60;

  function Chart(first, last, dated) {
    this.first = first;
    this.last = last;
    this.dated = dated;
  }

  Chart.prototype.at = function (day) {
    return this.hundredths(day) / 100;
  };

  // hundredths of a percent, rounded half up in whole numbers: alike in every host
  Chart.prototype.hundredths = function (day) {
    var days = this.last - this.first + 1;
    return Math.floor(((day - this.first) * 20000 + days) / (2 * days));
  };

  Chart.prototype.box = function (first, last) {
    var left = this.hundredths(Math.max(first, this.first)), right = this.hundredths(Math.min(last, this.last) + 1);
    return { x: left / 100, width: Math.max(right - left, 0) / 100 };
  };

  function chart(filling) {
    var dated = filling.values.start !== null, drawn = dated ? filling : sampled(filling);
    var records = drawn.program.phases.map(function (phase) { return ["phase", phase]; })
      .concat(drawn.tasks.map(function (task) { return ["task", task]; }));
    var known = records.map(function (record) { return drawn.resolved(record[1].when); });
    var bounds = boundsOf([drawn.resolved(drawn.program.span)].concat(known), drawn.values.start);
    var axis = axisOf(bounds, dated, !dated && !filling.program.months.length);
    axis.rows = records.map(function (record, i) { return rowOf(axis, drawn, record[0], record[1], known[i]); });
    return axis;
  }

  // the axis from the first to the last of two days, with its labels and days off
  function axisOf(bounds, dated, relative) {
    var axis = new Chart(bounds[0], bounds[1], dated);
    axis.ticks = ticksOf(axis, relative);
    axis.off = offOf(axis);
    return axis;
  }

  function sampled(filling) {
    var months = filling.program.months, month = months.length ? Math.min.apply(null, months) : 3;
    var values = { start: PS.date.make(2027, month, 1), vars: filling.values.vars, units: filling.values.units };
    return new PS.Filling(filling.program, values);
  }

  function boundsOf(known, start) {
    var days = [start], open = false;
    known.forEach(function (item) {
      if (item.start !== null) days.push(item.start);
      if (item.end !== null) days.push(item.end);
      open = open || (item.kind === "open" && item.end === null);
    });
    return [Math.min.apply(null, days), Math.max.apply(null, days) + (open ? OPEN_TAIL : 0)];
  }

  function rowOf(axis, filling, kind, record, known) {
    var row = { kind: kind, shape: "none", boxes: [], record: record };
    if (known.kind === "recurring") {
      row.shape = "marks";
      row.boxes = marks(axis, record.when, known);
    } else if (known.kind !== "trigger" && known.kind !== "show" && (known.start !== null || known.end !== null)) {
      var first = known.start !== null ? known.start : filling.values.start;
      row.shape = known.end === null ? "open" : "bar";
      row.boxes = [axis.box(first, known.end === null ? axis.last : known.end)];
    }
    return row;
  }

  function marks(axis, when, known) {
    var bounded = Object.assign({}, known, {
      start: known.start === null ? axis.first : known.start, end: known.end === null ? axis.last : known.end });
    var days = PS.recurrence(bounded, when, MARKS + 1).days;
    if (days.length > MARKS) return [axis.box(bounded.start, bounded.end)];
    return days.map(function (day) { return axis.box(day, day); });
  }

  function offOf(axis) {
    var boxes = [];
    if (!axis.dated || axis.last - axis.first + 1 > SHADED) return boxes;
    for (var day = axis.first; day <= axis.last; day++) if (!PS.isWorkday(day)) boxes.push(axis.box(day, day));
    return boxes;
  }

  function ticksOf(axis, relative) {
    var days = axis.last - axis.first + 1, step = days <= 10 ? 1 : 7, ticks = [];
    if (days > SHADED) return monthTicks(axis, relative);
    for (var i = 0; i < days; i += step) {
      var date = PS.date.parts(axis.first + i), nth = step === 1 ? "第" + (i + 1) + "天" : "第" + (i / 7 + 1) + "周";
      ticks.push({ x: axis.at(axis.first + i), label: relative ? nth : date[1] + "/" + date[2] });
    }
    return ticks;
  }

  function monthTicks(axis, relative) {
    var first = PS.date.parts(axis.first), last = PS.date.parts(axis.last), ticks = [];
    var months = (last[0] - first[0]) * 12 + last[1] - first[1] + 1, step = months <= 12 ? 1 : 3;
    for (var count = 0; count < months; count++) {
      var index = first[1] - 1 + count, month = index % 12 + 1;
      var day = count ? PS.date.of(first[0] + Math.floor(index / 12), month, 1) : axis.first;
      if (count % step === 0) ticks.push({ x: axis.at(day), label: relative ? "第" + (count + 1) + "月" : month + "月" });
    }
    return ticks;
  }

  PS.chart = chart;
  PS.gantt = { axis: axisOf, bounds: boundsOf, row: rowOf, MARKS: MARKS };
})((window.PS = window.PS || {}));
