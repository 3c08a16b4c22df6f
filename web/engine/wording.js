// Compiled times in words. Mirrors macros/time/wording.py.
(function (PS) {
  "use strict";

  var LENGTHS = Object.assign({}, PS.UNITS, { D: "日" });

  function absolute(when, resolved, baseYear) {
    if (!resolved.complete) return relative(when);
    var first = when.s ? resolved.start : null, last = when.e ? resolved.end : null;
    var yearSaid = [first, last].some(function (day) { return day !== null && PS.date.parts(day)[0] !== baseYear; });
    var start = dated(first, resolved.startPrecision, yearSaid), end = dated(last, resolved.endPrecision, yearSaid);
    return say(when, start, end, start && end ? PS.span(start, end) : "");
  }

  function relative(when) {
    var begin = when.s, finish = when.e && when.e[0] !== ".." ? when.e : null;
    var start = begin ? PS.offset(begin) : null, end = finish ? PS.offset(finish) : null;
    var both = start && end ? PS.span(start, end) : "";
    if (begin && finish && PS.isLength(finish) && same(finish[1], firstOf(begin))) both = PS.lasting(finish).plain;
    return say(when, start, end, both);
  }

  function same(point, other) {
    return JSON.stringify(point) === JSON.stringify(other);
  }

  // the first day of a point; mirrors first() of macros/time/fold.py
  function firstOf(point) {
    if (point[0] === "Y") return point.concat([1, 1].slice(0, 4 - point.length));
    if (point[0] === "xun") return ["Y", point[1], point[2], 10 * point[3] - 9];
    return point[0] === "per" ? ["first", point] : point;
  }

  function dated(day, precision, yearSaid) {
    if (day === null) return null;
    var date = PS.date.parts(day);
    return { year: yearSaid ? date[0] + "年" : "", precision: precision, month: date[1], day: date[2] };
  }

  function say(when, start, end, both) {
    if (when.show !== undefined) return when.show;
    if (when.k === "trigger") return triggered(when);
    var bounds = both || bounded(when, start, end);
    if (when.k !== "recurring") return bounds;
    var often = PS.frequency(when.r, when.by || "");
    return bounds ? bounds + "，" + often : often;
  }

  // a time with one end only
  function bounded(when, start, end) {
    if (end) return PS.spoken(end).due;
    var lasting = when.e && when.e[0] === ".." && when.k === "open" ? "长期坚持" : "";
    return start ? PS.spoken(start).opening + "起" + lasting : lasting;
  }

  function triggered(when) {
    var event = when.on.replace(/[后时]$/, ""); // 发现后 and 发现时 already say what the limit counts from
    return when["in"] ? event + "后" + when["in"][0] + LENGTHS[when["in"][1]] + "内" : event + "后及时办理";
  }

  PS.absolute = absolute;
  PS.relative = relative;
})((window.PS = window.PS || {}));
