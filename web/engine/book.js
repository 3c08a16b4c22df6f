// What the sheets of one workbook share. Mirrors macros/writers/xlsx_book.py.
(function (PS) {
  "use strict";

  var EPOCH = 25569; // 1970-01-01 as Excel counts days
  var OPEN = "长期", OCCASIONAL = ["recurring", "trigger"];
  var STYLE = PS.cell.STYLE;

  function Book(filling) {
    this.filling = filling;
    this.program = filling.program;
    this.steady = Object.create(filling, { words: { value: PS.relative } });
    this.dates = namedDates(filling.program);
    this.staged = filling.tasks.filter(function (task) { return OCCASIONAL.indexOf(task.when.k) < 0; });
    this.occasional = filling.tasks.filter(function (task) { return OCCASIONAL.indexOf(task.when.k) >= 0; });
  }

  Book.prototype.words = function (runs) {
    return PS.plain(PS.spans(this.steady, runs));
  };

  // the first and last day of a compiled time, as live formulas
  Book.prototype.bounds = function (when) {
    var around = when.b || [null, null], known = this.filling.resolved(when);
    var begin = when.s || around[0], finish = when.e || around[1];
    var first = this.point(begin, known.start, false);
    if ((finish && finish[0] === "..") || (when.k === "open" && !finish)) return [first, PS.cell.text(OPEN, STYLE.CENTRED)];
    return [first, this.point(finish, known.end, true)];
  };

  Book.prototype.point = function (point, known, end) {
    if (!point) return PS.cell.empty(STYLE.DATE);
    return ["f", PS.formula.guarded(point, this.dates, end), STYLE.DATE, serial(known)];
  };

  // the date blanks that times count from, each with its cell's name
  function namedDates(program) {
    var used = new Set(), named = {};
    [program.span].concat(program.phases.concat(program.tasks).map(function (record) { return record.when; }))
      .forEach(function (when) { addVariables(Object.keys(when).map(function (key) { return when[key]; }), used); });
    program.vars.forEach(function (entry) {
      if (used.has(entry.name)) named[entry.name] = "日期" + (Object.keys(named).length + 1);
    });
    return named;
  }

  function addVariables(node, used) {
    if (node[0] === "var") used.add(node[1]);
    node.forEach(function (part) { if (Array.isArray(part)) addVariables(part, used); });
  }

  function serial(day) {
    return day === null ? "" : String(day + EPOCH);
  }

  // a cell for a date that people type
  function typed(day, style) {
    return day === null || day === undefined ? PS.cell.empty(style) : ["n", serial(day), style, ""];
  }

  PS.excel = { Book: Book, OPEN: OPEN, serial: serial, typed: typed };
})((window.PS = window.PS || {}));
