// What follows from the values: built-in blanks, choices, totals. Mirrors macros/fill/derive.py.
(function (PS) {
  "use strict";

  var BUILT_IN = ["起始日", "结束日", "年份", "半年", "任务数", "单位数", "经费合计", "经费大写"];

  function dateText(day) {
    var parts = PS.date.parts(day);
    return parts[0] + "年" + parts[1] + "月" + parts[2] + "日";
  }

  function own(map, key) {
    return Object.prototype.hasOwnProperty.call(map, key) ? map[key] : undefined;
  }

  function Filling(program, values) {
    this.program = program;
    this.values = values;
    this.variables = Object.create(null);
    program.vars.forEach(function (entry) { this.variables[entry.name] = entry; }, this);
    this.dates = this.knownDates();
    this.tasks = program.tasks.filter(function (task) { return this.holds(task.given); }, this);
    this.total = this.budgetTotal();
    this.builtIn = this.builtInValues();
  }

  Filling.prototype.knownDates = function () {
    var dates = Object.create(null);
    Object.keys(this.values.vars).forEach(function (name) {
      var entry = own(this.variables, name), day = PS.parseDate(this.values.vars[name]);
      if (day !== null && entry && entry.type === "date") dates[name] = day;
    }, this);
    return dates;
  };

  // null while the blank is open, "" when it may stay empty
  Filling.prototype.blank = function (name) {
    if (BUILT_IN.indexOf(name) >= 0) return this.builtIn ? this.builtIn[name] : null;
    var typed = own(this.values.vars, name), day = own(this.dates, name);
    if (typed !== undefined) return day !== undefined ? dateText(day) : typed;
    var entry = own(this.variables, name) || {};
    if (entry.choices) return entry["default"] !== undefined ? entry["default"] : entry.choices[0];
    if (entry["default"] !== undefined) return entry["default"];
    return entry.optional ? "" : null;
  };

  Filling.prototype.holds = function (given) {
    return !given || this.blank(given[0]) === given[1];
  };

  Filling.prototype.resolved = function (when) {
    return PS.resolve(when, this.values.start, this.dates);
  };

  Filling.prototype.words = function (when) {
    var known = this.resolved(when), start = this.values.start;
    if (start === null || !known.complete) return PS.relative(when);
    return PS.absolute(when, known, PS.date.parts(start)[0]);
  };

  Filling.prototype.budgetTotal = function () {
    if (!this.program.budget) return null;
    return this.program.budget.lines.reduce(function (sum, line) {
      var amount = this.amount(line[1]);
      return sum === null || amount === null ? null : sum + amount;
    }.bind(this), 0);
  };

  Filling.prototype.amount = function (runs) {
    var texts = runs.map(function (run) {
      return typeof run === "string" ? run : this.blank(run[1]) || "";
    }, this);
    return PS.parseAmount(texts.join(""));
  };

  Filling.prototype.builtInValues = function () {
    var start = this.values.start, end = this.resolved(this.program.span).end, total = this.total;
    var wan = this.program.budget && this.program.budget.unit === "万元";
    return {
      "起始日": start === null ? null : dateText(start),
      "结束日": end === null ? null : dateText(end),
      "年份": start === null ? null : String(PS.date.parts(start)[0]),
      "半年": start === null ? null : PS.date.parts(start)[1] > 6 ? "下半年" : "上半年",
      "任务数": String(this.tasks.length),
      "单位数": String(this.program.columns.length),
      "经费合计": total === null ? null : PS.figure(total),
      "经费大写": total === null ? null : PS.inWords(wan ? total * 10000 : total),
    };
  };

  PS.own = own;
  PS.BUILT_IN = BUILT_IN;
  PS.dateText = dateText;
  PS.Filling = Filling;
})((window.PS = window.PS || {}));
