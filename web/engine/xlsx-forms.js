// The sheets that people fill in. Mirrors macros/writers/xlsx_forms.py.
(function (PS) {
  "use strict";

  var BUDGET = "经费", METRICS = "指标", TOTAL = "合计", EMPTY_ROWS = 30;
  var STYLE = PS.cell.STYLE, letter = PS.cell.letter;
  var STYLES = { "int": STYLE.NUMBER, money: STYLE.MONEY, date: STYLE.DATE, "enum": STYLE.CENTRED, sign: STYLE.CENTRED };
  var WIDTHS = { "int": 9, money: 15, date: 16, "enum": 16, sign: 14 };
  var NUMBER = /^[0-9]{1,15}(\.[0-9]{1,2})?$/, CHOICES = /（([^（）]*\/[^（）]*)）$/;

  function isGrid(part) { return Boolean(part.columns); }

  // 经费 and 指标, from the tables of the plan itself
  function figures(book) {
    var body = book.program.docs.find(function (doc) { return doc.role === "body"; }), sheets = [];
    PS.settle(book.steady, body).parts.filter(isGrid).forEach(function (grid) {
      var names = grid.columns.map(function (column) { return column[0]; });
      if (names[0] === "指标") {
        var rows = grid.rows.map(function (row) { return row.concat([[], []]); });
        var blank = [["实际", 2, "text"], ["差距与原因", 3, "text"]];
        sheets.push(form(METRICS, { columns: grid.columns.concat(blank), rows: rows }, []));
      } else if (names[1] === "事项" && grid.columns.some(function (column) { return column[2] === "money"; })) {
        var words = book.filling.builtIn["经费大写"];
        sheets.push(form(BUDGET, grid, words ? ["大写：" + words + "（改动金额后请重新导出）"] : []));
      }
    });
    return sheets;
  }

  // every annex that is a table, a sheet each; 任务分工表 is 任务清单 already
  function forms(book, taken) {
    var used = taken.slice(), sheets = [];
    book.program.docs.forEach(function (doc) {
      if (doc.role !== "annex" || doc.key === "duties") return;
      named(PS.settle(book.steady, doc)).forEach(function (found) {
        if (used.indexOf(METRICS) >= 0 && found[1].columns[0][0] === METRICS) return; // 总结提纲 asks for the same figures
        used.push(tabName(found[0], used));
        sheets.push(form(used[used.length - 1], found[1], found[2]));
      });
    });
    return sheets;
  }

  // tables with their names: the document's, or their headings where there are several
  function named(doc) {
    var name = PS.plain(doc.title).replace(/\|/g, ""), several = doc.parts.filter(isGrid).length > 1, found = [];
    var notes = several ? [] : doc.parts.filter(function (part) { return part.style === "p"; })
      .map(function (line) { return PS.plain(line.text); });
    doc.parts.forEach(function (part) {
      if (isGrid(part)) found.push([name, part, notes]);
      else if (several && part.head.length) name = PS.plain(part.head);
    });
    return found;
  }

  // a table as a sheet: typed columns, drop-downs, live totals, room for more rows
  function form(name, grid, notes) {
    var styles = grid.columns.map(function (column) { return PS.own(STYLES, column[2]) || STYLE.TEXT; });
    var rows = [PS.cell.headings(grid.columns.map(function (column) { return column[0]; }))];
    grid.rows.forEach(function (cells) {
      var shown = cells.map(PS.plain), total = shown.indexOf(TOTAL) >= 0, above = rows.length;
      rows.push(shown.map(function (text, i) { return cellOf(text, styles[i], i + 1, above, total); }));
    });
    rows = rows.concat(more(grid, styles));
    var lists = [];
    grid.columns.forEach(function (column, i) {
      var at = letter(i + 1), found = column[2] === "enum" && CHOICES.exec(column[0]);
      if (found) lists.push(PS.sheet.choice(at + "2:" + at + rows.length, found[1].split("/")));
    });
    var widths = grid.columns.map(function (column) { return PS.own(WIDTHS, column[2]) || 8 + 6 * column[1]; });
    return PS.sheet.make(name, widths, rows, { validations: lists, notes: notes });
  }

  function cellOf(shown, style, column, above, total) {
    var figure = style === STYLE.NUMBER || style === STYLE.MONEY, digits = shown.replace(/,/g, "");
    var isNumber = figure && NUMBER.test(digits), at = letter(column);
    if (total && figure && column > 1) return ["f", "SUM(" + at + "2:" + at + above + ")", style, isNumber ? digits : ""];
    if (isNumber) return ["n", digits, style, ""];
    if (!shown) return PS.cell.empty(style);
    return PS.cell.text(shown, total ? STYLE.BOLD : style === STYLE.MONEY ? STYLE.TEXT : style);
  }

  // further empty rows, numbered on, below a form none of whose rows says anything
  function more(grid, styles) {
    var rows = [];
    var says = grid.rows.some(function (row) { return row.slice(1).some(PS.plain); });
    for (var index = grid.rows.length + 1; !says && index <= EMPTY_ROWS; index++) {
      rows.push([PS.cell.number(index)].concat(styles.slice(1).map(PS.cell.empty)));
    }
    return rows;
  }

  // the working days that formulas look up: the known years and two more
  function workdays() {
    var years = PS.calendars.years, rows = [PS.cell.headings(["工作日（含调休上班）"])];
    var last = PS.date.of(Math.max.apply(null, years) + 2, 12, 31);
    for (var day = PS.date.of(Math.min.apply(null, years), 1, 1); day <= last; day++) {
      if (PS.isWorkday(day)) rows.push([PS.excel.typed(day, STYLE.DATE)]);
    }
    return PS.sheet.make(PS.formula.WORKDAYS, [24], rows, {});
  }

  function tabName(name, taken) {
    var kept = Array.from(name.replace(/[\[\]:*?/\\' \t\n\u3000]/g, "")).filter(function (char) { return char.length === 1; });
    var short = kept.slice(0, 24).join("") || "表", found = short, number = 2;
    var others = taken.map(function (other) { return other.toLowerCase(); });
    for (; others.indexOf(found.toLowerCase()) >= 0; number++) found = short + number;
    return found;
  }

  Object.assign(PS.excel, { figures: figures, forms: forms, workdays: workdays });
})((window.PS = window.PS || {}));
