// The sheets that are about the work. Mirrors macros/writers/xlsx_tasks.py.
(function (PS) {
  "use strict";

  var COVER = "说明", TASKS = "任务清单", MATRIX = "责任矩阵", ROUTINE = "日常工作";
  var STATES = ["未开始", "进行中", "已完成", "暂缓"], FIRST_DATE_ROW = 4, DONE = 1, LATE = 2;
  var BEFORE = ["序号", "任务", "牵头", "配合"], WIDTHS = [6, 28, 18, 26];
  var STYLE = PS.cell.STYLE, text = PS.cell.text, empty = PS.cell.empty, headings = PS.cell.headings, letter = PS.cell.letter;

  function cover(book) {
    var filling = book.filling, program = filling.program, names = Object.keys(book.dates);
    var rows = [
      [text(book.words(program.heading).replace(/\|/g, ""), STYLE.TITLE)],
      [text("改黄色格子里的日期，各表的日期和时间轴跟着变。", STYLE.NOTE)],
      headings(["项目", "日期", "说明"]),
      [text("起始日", STYLE.BOLD), PS.excel.typed(filling.values.start, STYLE.DATE_TYPED), text("方案的第1天")],
    ];
    names.forEach(function (name) {
      var day = PS.excel.typed(PS.own(filling.dates, name), STYLE.DATE_TYPED);
      rows.push([text(name, STYLE.BOLD), day, text(filling.variables[name].ask)]);
    });
    rows.push([text("结束日", STYLE.BOLD), book.bounds(program.span)[1], text("由起始日推算")]);
    var number = String(program.number).padStart(2, "0");
    return PS.sheet.make(COVER, [18, 20, 70], rows, {
      header: 0,
      merges: ["A1:C1", "A2:C2"],
      notes: ["模板 " + number + " 第 " + program.version + " 版，" + program.updated + " 更新"],
      validations: [PS.sheet.dayOnly("B" + FIRST_DATE_ROW + ":B" + (rows.length - 1))],
    });
  }

  // the column of 任务清单 that holds the first days
  function startColumn(book) {
    return book.program.phases.length ? 7 : 6;
  }

  function tasks(book) {
    var phases = book.program.phases, names = {};
    phases.forEach(function (phase) { names[phase.id] = phase.name; });
    var head = BEFORE.concat(phases.length ? ["阶段"] : [], ["时间要求", "开始", "结束", "状态", "交付", "备注"]);
    var rows = [headings(head)].concat(book.staged.map(function (task, i) {
      var stage = phases.length ? [text(PS.own(names, task.phase) || "", STYLE.CENTRED)] : [];
      var output = task.output.map(function (runs) { return book.words(runs); }).join("、");
      return who(book, i + 1, task).concat(stage, [text(book.steady.words(task.when), STYLE.CENTRED)], book.bounds(task.when),
        [text(STATES[0], STYLE.CENTRED), text(output), empty()]);
    }));
    var end = letter(startColumn(book) + 1), state = letter(startColumn(book) + 2), last = rows.length;
    var done = "$" + state + '2="' + STATES[2] + '"';
    var late = "AND(ISNUMBER($" + end + "2),$" + end + "2<TODAY(),NOT(" + done + "))";
    return PS.sheet.make(TASKS, WIDTHS.concat(phases.length ? [16] : [], [22, 16, 16, 10, 22, 20]), rows, {
      left: 2,
      validations: [PS.sheet.choice(state + "2:" + state + last, STATES)],
      formats: [PS.sheet.rule("A2:" + letter(head.length) + last, done, DONE, 1), PS.sheet.rule(end + "2:" + end + last, late, LATE, 2)],
      notes: ["结束日已过还没完成的，日期变红；“时间要求”从起始日算起。"],
    });
  }

  function routine(book) {
    var rows = [headings(BEFORE.concat(["时间要求", "开始", "结束", "最近一次", "备注"]))];
    book.occasional.forEach(function (task, i) {
      rows.push(who(book, i + 1, task).concat([text(book.steady.words(task.when), STYLE.CENTRED)], book.bounds(task.when),
        [empty(STYLE.DATE), empty()]));
    });
    return PS.sheet.make(ROUTINE, WIDTHS.concat([34, 16, 16, 16, 26]), rows, { left: 2 });
  }

  function who(book, index, task) {
    return [PS.cell.number(index), text(book.words(task.name), STYLE.BOLD), text(book.words(task.lead)), text(book.words(task.support))];
  }

  function matrix(book) {
    var columns = book.program.columns;
    var units = columns.map(function (key) { return book.words([["u", key]]); });
    var rows = [headings(["任务"].concat(units))].concat(book.filling.tasks.map(function (task) {
      return [text(book.words(task.name), STYLE.BOLD)].concat(task.marks.map(function (mark) { return text(mark, STYLE.CENTRED); }));
    }));
    var widths = [28].concat(columns.map(function () { return 11; }));
    return PS.sheet.make(MATRIX, widths, rows, { left: 1, notes: ["●牵头　○配合　△所在工作组牵头"] });
  }

  Object.assign(PS.excel, { COVER: COVER, TASKS: TASKS, FIRST_DATE_ROW: FIRST_DATE_ROW, startColumn: startColumn,
    cover: cover, tasks: tasks, routine: routine, matrix: matrix });
})((window.PS = window.PS || {}));
