// Compiled points as Excel formulas over the start date. Mirrors macros/writers/formula.py.
(function (PS) {
  "use strict";

  var START = "起始日", WORKDAYS = "工作日", BEYOND = "超出工作日表";

  function formula(point, dates, end) {
    return RULES[point[0]](point, dates, end);
  }

  // the same, empty while a date it counts from is missing
  function guarded(point, dates, end) {
    var cells = cellsOf(point, dates).sort(), found = formula(point, dates, end);
    if (usesWorkdays(point)) found = "IFERROR(" + found + ',"' + BEYOND + '")';
    return "IF(COUNT(" + cells.join(",") + ")=" + cells.length + "," + found + ',"")';
  }

  // whether a compiled value anywhere counts working days
  function usesWorkdays(node) {
    if (!node || typeof node !== "object") return false;
    var counted = node.length === 4 && (node[0] === "add" || node[0] === "for") && node[3] === "WD";
    return counted || Object.keys(node).some(function (key) { return usesWorkdays(node[key]); });
  }

  function cellsOf(point, dates) {
    if (point[0] === "var") return [dates[point[1]]];
    var inner = point.filter(Array.isArray);
    if (!inner.length) return [START];
    return Array.from(new Set([].concat.apply([], inner.map(function (part) { return cellsOf(part, dates); }))));
  }

  function yearOf(point) {
    return "YEAR(" + START + ")" + (point[1] ? "+" + point[1] : "");
  }

  function date(year, month, day) {
    return "DATE(" + year + "," + month + "," + day + ")";
  }

  function pinned(point, dates, end) {
    var year = yearOf(point), month = point[2], day = point[3];
    if (point.length === 2) return end ? date(year, 12, 31) : date(year, 1, 1);
    if (point.length === 3) return end ? date(year, month + 1, 0) : date(year, month, 1);
    return date(year, month, day);
  }

  function xun(point, dates, end) {
    var month = point[2], third = point[3];
    if (end && third === 3) return date(yearOf(point), month + 1, 0);
    return date(yearOf(point), month, end ? 10 * third : 10 * third - 9);
  }

  function signed(number) { return (number < 0 ? "" : "+") + number; }

  function added(point, dates) {
    var base = formula(point[1], dates, false), number = point[2], unit = point[3];
    if (unit === "WD") return workday(base, number);
    if (unit === "D" || unit === "W") return base + signed(number * (unit === "W" ? 7 : 1));
    return "EDATE(" + base + "," + number * (unit === "Y" ? 12 : 1) + ")";
  }

  // the last of so many days, the first one counted
  function lasting(point, dates) {
    if (point[3] === "WD") return workday(formula(point[1], dates, false) + "-1", point[2]);
    return added(point, dates) + "-1";
  }

  function workday(base, number) {
    if (!number) return base;
    var place = number > 0 ? base + "," + WORKDAYS + ",1)+" + number : base + "-1," + WORKDAYS + ",1)+1" + number;
    return "IF(" + base + ">MAX(" + WORKDAYS + "),NA(),INDEX(" + WORKDAYS + ",MATCH(" + place + "))";
  }

  function week(day, end) {
    return day + "-WEEKDAY(" + day + ",3)" + (end ? "+6" : "");
  }

  function tenDays(day, end) {
    var nth = "DAY(" + day + ")";
    if (end) return "IF(" + nth + ">20,EOMONTH(" + day + ",0)," + day + "-" + nth + "+IF(" + nth + ">10,20,10))";
    return day + "-" + nth + "+IF(" + nth + ">20,21,IF(" + nth + ">10,11,1))";
  }

  function months(size) {
    return function (day, end) {
      var year = "YEAR(" + day + ")", month = size + "*INT((MONTH(" + day + ")-1)/" + size + ")";
      return end ? date(year, month + "+" + (size + 1), 0) : date(year, month + "+1", 1);
    };
  }

  var PERIODS = { week: week, xun: tenDays, month: months(1), quarter: months(3), year: months(12) };

  var RULES = {
    T: function () { return START; },
    Y: pinned,
    xun: xun,
    "var": function (point, dates) { return dates[point[1]]; },
    add: added,
    "for": lasting,
    per: function (point, dates, end) { return PERIODS[point[1]](formula(point[2], dates, false), end); },
    first: function (point, dates) { return formula(point[1], dates, false); },
    last: function (point, dates) { return formula(point[1], dates, true); },
  };

  PS.formula = { START: START, WORKDAYS: WORKDAYS, guarded: guarded, usesWorkdays: usesWorkdays };
})((window.PS = window.PS || {}));
