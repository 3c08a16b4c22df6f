// Dates and periods in words, and two of them joined into a span. Mirrors macros/time/spoken.py.
// A moment is {year, precision, month, day} or, once spoken, {kind, opening, plain, ending, due}.
(function (PS) {
  "use strict";

  var DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
  var XUN = ["上旬", "中旬", "下旬"];
  var ENDINGS = { month: "底", quarter: "末" };

  function spoken(moment) {
    if (moment.kind) return moment;
    if (moment.precision === "year") return wholeYear(moment.year);
    var plain = moment.year + named(moment), ending = plain + (ENDINGS[moment.precision] || "");
    return { kind: moment.precision, opening: plain, plain: plain, ending: ending, due: ending + "前" };
  }

  function wholeYear(year) {
    var name = year || "年";
    return { kind: "year", opening: name + "初", plain: year || "全年", ending: name + "底", due: name + "底前" };
  }

  function named(moment) {
    if (moment.precision === "quarter") return "第" + DIGITS[Math.floor((moment.month + 2) / 3)] + "季度";
    var month = moment.month + "月";
    if (moment.precision === "xun") return month + XUN[Math.min(Math.floor((moment.day - 1) / 10), 2)];
    return moment.precision === "day" ? month + moment.day + "日" : month;
  }

  function span(start, end) {
    if (start.kind || end.kind) return joined(spoken(start), spoken(end));
    if (end.precision === "day") start = Object.assign({}, start, { precision: "day" });
    if (start.year !== end.year || spoken(start).plain === spoken(end).plain) return joined(spoken(start), spoken(end));
    if (start.precision === "month" && end.precision === "month") return start.year + start.month + "—" + end.month + "月";
    return joined(spoken(start), spoken(Object.assign({}, end, { year: "" })));
  }

  function joined(start, end) {
    if (start.kind === end.kind && start.plain === end.plain) return start.plain;
    if (start.kind !== end.kind || start.kind === "year") return start.opening + "至" + end.ending;
    return start.plain + "—" + end.plain;
  }

  PS.DIGITS = DIGITS;
  PS.spoken = spoken;
  PS.span = span;
})((window.PS = window.PS || {}));
