// Compiled times turned into days. Mirrors macros/time/periods.py and evaluate.py; days are whole numbers.
(function (PS) {
  "use strict";

  var DAYS = { D: 1, W: 7 };
  var MONTHS = { M: 1, Y: 12 };
  var SIZES = { month: 1, quarter: 3, year: 12 };

  function add(day, number, unit) {
    if (unit === "WD") return PS.addWorkdays(day, number);
    if (DAYS[unit]) return day + number * DAYS[unit];
    var date = PS.date.parts(day), months = date[0] * 12 + date[1] - 1 + number * MONTHS[unit];
    var year = Math.floor(months / 12), month = months - year * 12 + 1;
    return PS.date.of(year, month, Math.min(date[2], PS.date.monthLength(year, month)));
  }

  // the first and last day of the period that holds a day
  function period(name, day) {
    var date = PS.date.parts(day), year = date[0];
    if (name === "week") return [day - PS.date.weekday(day), day - PS.date.weekday(day) + 6];
    if (name === "xun") return tenDays(year, date[1], Math.min(Math.ceil(date[2] / 10), 3));
    var begin = Math.floor((date[1] - 1) / SIZES[name]) * SIZES[name] + 1;
    return [PS.date.of(year, begin, 1), monthEnd(year, begin + SIZES[name] - 1)];
  }

  function tenDays(year, month, nth) {
    var begin = PS.date.of(year, month, 10 * nth - 9);
    return [begin, nth < 3 ? begin + 9 : monthEnd(year, month)];
  }

  function monthEnd(year, month) {
    return PS.date.of(year, month, PS.date.monthLength(year, month));
  }

  // operator: the first and last day of a point; null while not known, and for the open end
  var RULES = {
    T: function (point, clock) { return both(clock.start); },
    Y: function (point, clock) {
      if (clock.start === null) return null;
      var year = PS.date.parts(clock.start)[0] + point[1], month = point[2], day = point[3];
      if (day) return both(PS.date.of(year, month, day));
      return period(month ? "month" : "year", PS.date.of(year, month || 1, 1));
    },
    xun: function (point, clock) {
      return clock.start === null ? null : tenDays(PS.date.parts(clock.start)[0] + point[1], point[2], point[3]);
    },
    "var": function (point, clock) {
      var day = PS.own(clock.dates, point[1]);
      return day === undefined ? null : both(day);
    },
    add: onBase(function (days, point) { return both(add(days[0], point[2], point[3])); }),
    "for": onBase(function (days, point) {
      if (point[3] === "WD") return both(PS.addWorkdays(days[0] - 1, point[2]));
      return both(add(days[0], point[2], point[3]) - 1);
    }),
    per: function (point, clock) {
      var days = daysOf(point[2], clock);
      return days && period(point[1], days[0]);
    },
    first: onBase(function (days) { return both(days[0]); }),
    last: onBase(function (days) { return both(days[1]); }),
    "..": function () { return null; },
  };

  function onBase(rule) {
    return function (point, clock) {
      var days = daysOf(point[1], clock);
      return days && rule(days, point);
    };
  }

  function both(day) {
    return day === null ? null : [day, day];
  }

  function daysOf(point, clock) {
    return point ? RULES[point[0]](point, clock) : null;
  }

  // how precisely a point is given; a week counts as days, for no one names weeks
  function precision(point) {
    if (!point) return "day";
    if (point[0] === "Y" && point.length < 4) return point.length === 3 ? "month" : "year";
    if (point[0] === "per" && point[1] !== "week") return point[1];
    return point[0] === "xun" ? "xun" : "day";
  }

  // start: the day T or null; dates: the date variables that are known, by name
  function resolve(when, start, dates) {
    var clock = { start: start, dates: dates }, bounds = when.b || [];
    var begin = when.s || bounds[0], end = when.e || bounds[1];
    var first = daysOf(begin, clock), last = daysOf(end, clock);
    return {
      kind: when.k,
      start: first && first[0],
      end: last && last[1],
      startPrecision: precision(begin),
      endPrecision: precision(end),
      complete: (!when.s || first !== null) && (!when.e || when.e[0] === ".." || last !== null),
    };
  }

  PS.resolve = resolve;
})((window.PS = window.PS || {}));
