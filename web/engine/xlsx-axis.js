// 时间轴: bars in cells, on an axis that follows the start date. Mirrors macros/writers/xlsx_axis.py.
(function (PS) {
  "use strict";

  var AXES = "时间轴", END = "结束日", FEWEST = 14, MOST = 62, OPEN_TAIL = 30, BAR = 0, PHASE_BAR = 3, MONTHS = 4;
  var HEAD = 2, FIRST = 3, LEFT = 4;
  var START = PS.formula.START, OPEN = PS.excel.OPEN;
  var STYLE = PS.cell.STYLE, text = PS.cell.text, empty = PS.cell.empty, letter = PS.cell.letter;

  function axis(book) {
    var records = book.program.phases.concat(book.staged), count = columnsOf(book), last = FIRST + records.length - 1;
    var scale = scaleOf(book, records, count), bars = new Array(count).fill(3);
    var rows = [
      summary(scale, count, last),
      PS.cell.headings(["任务", "牵头", "开始", "结束"]).concat(days(scale, count)),
    ].concat(rowsOf(book, count));
    return PS.sheet.make(AXES, [26, 16, 15, 15].concat(bars), rows, { header: HEAD, left: 1, filtered: LEFT, formats: formats(book, count, last) });
  }

  // what the live formulas give for the dates at hand
  function scaleOf(book, records, count) {
    var start = book.filling.values.start, days = [start], open = false;
    if (start === null) return { first: null, last: null, unit: "" };
    var end = book.filling.resolved(book.program.span).end;
    records.forEach(function (record) {
      var known = book.filling.resolved(record.when);
      if (known.start !== null) days.push(known.start);
      if (known.end !== null) days.push(known.end);
      open = open || book.bounds(record.when)[1][1] === OPEN;
    });
    var first = Math.min.apply(null, days);
    var last = Math.max.apply(null, days.concat(end === null ? [] : [end])) + (open || end === null ? OPEN_TAIL : 0);
    return { first: first, last: last, unit: unitOf(first, last, count) };
  }

  function unitOf(first, last, count) {
    if (last - first + 1 <= count) return "天";
    return Math.floor((last - first + PS.date.weekday(first)) / 7) + 1 <= count ? "周" : "月";
  }

  function columnsOf(book) {
    var drawn = PS.chart(book.filling), days = drawn.last - drawn.first + 1, weeks = Math.floor(days / 7) + 2;
    var needed = days <= MOST ? days : weeks <= MOST ? weeks : Math.floor(days / 30) + 2;
    return Math.min(Math.max(needed, FEWEST), MOST);
  }

  function summary(scale, count, last) {
    var area = "C" + FIRST + ":D" + last;
    var opened = "OR(" + END + '="' + OPEN + '",COUNTIF(D' + FIRST + ":D" + last + ',"' + OPEN + '")>0)';
    var unit = 'IF(C1="","",IF(D1-C1+1<=' + count + ',"天",IF(INT((D1-C1+WEEKDAY(C1,3))/7)+1<=' + count + ',"周","月")))';
    return [
      text("一格是一：", STYLE.HEADER),
      ["t", unit, STYLE.HEADER, scale.unit],
      ["f", "IF(COUNT(" + START + ')=0,"",MIN(' + START + "," + area + "))", STYLE.DATE, PS.excel.serial(scale.first)],
      ["f", 'IF(C1="","",MAX(' + START + "," + END + "," + area + ")+IF(" + opened + "," + OPEN_TAIL + ",0))", STYLE.DATE,
        PS.excel.serial(scale.last)],
    ];
  }

  // the day with which each cell of the axis begins
  function days(scale, count) {
    var cells = [], day = opening(scale);
    var formula = 'IF($C$1="","",IF($B$1="周",$C$1-WEEKDAY($C$1,3),IF($B$1="月",$C$1-DAY($C$1)+1,$C$1)))';
    for (var i = 0; i < count; i++) {
      var before = letter(LEFT + i) + HEAD;
      cells.push(["f", i ? "IF(" + before + '="","",' + next(before) + ")" : formula, STYLE.AXIS, PS.excel.serial(day)]);
      day = day === null ? null : moved(day, scale.unit);
    }
    return cells;
  }

  function opening(scale) {
    if (scale.first === null || scale.unit === "天") return scale.first;
    if (scale.unit === "周") return scale.first - PS.date.weekday(scale.first);
    return scale.first - PS.date.parts(scale.first)[2] + 1;
  }

  function moved(day, unit) {
    var date = PS.date.parts(day);
    if (unit === "月") return PS.date.of(date[0] + Math.floor(date[1] / 12), date[1] % 12 + 1, 1);
    return day + (unit === "周" ? 7 : 1);
  }

  function next(cell) {
    return 'IF($B$1="月",EDATE(' + cell + ",1)," + cell + '+IF($B$1="周",7,1))';
  }

  function rowsOf(book, count) {
    var bars = new Array(count).fill(empty(STYLE.NUMBER)), first = PS.excel.startColumn(book);
    return book.program.phases.map(function (phase) {
      return [text(phase.name, STYLE.BAND), empty(STYLE.BAND)].concat(book.bounds(phase.when), bars);
    }).concat(book.staged.map(function (task, i) {
      var linkedCells = book.bounds(task.when).map(function (cell, side) {
        return linked(PS.excel.TASKS + "!" + letter(first + side) + (i + 2), cell);
      });
      return [text(book.words(task.name), STYLE.BOLD), text(book.words(task.lead))].concat(linkedCells, bars);
    }));
  }

  // the date of 任务清单, which people may overwrite there
  function linked(source, cell) {
    var formula = "IF(" + source + '="","",' + source + ")";
    return cell[1] === OPEN ? ["t", formula, STYLE.CENTRED, OPEN] : ["f", formula, STYLE.DATE, cell[3]];
  }

  function formats(book, count, last) {
    var first = letter(LEFT + 1), final = letter(LEFT + count), phases = book.program.phases.length, split = FIRST + phases;
    var found = [
      PS.sheet.rule(first + split + ":" + final + last, bar(first, split), BAR, 1),
      PS.sheet.rule(first + HEAD + ":" + final + HEAD, '$B$1="月"', MONTHS, 3),
    ];
    if (phases) found.push(PS.sheet.rule(first + FIRST + ":" + final + (split - 1), bar(first, FIRST), PHASE_BAR, 2));
    return found;
  }

  // whether a cell lies between the row's first and last day; a deadline counts from the start
  function bar(column, row) {
    var head = column + "$" + HEAD;
    var begin = "IF(ISNUMBER($C" + row + "),$C" + row + ",MIN(" + START + ",$D" + row + "))";
    var finish = "IF($D" + row + '="' + OPEN + '",$D$1,IF(ISNUMBER($D' + row + "),$D" + row + ",$C" + row + "))";
    return "AND(" + head + '<>"",COUNT($C' + row + ":$D" + row + ")>0," + head + "<=" + finish + "," + next(head) + ">" + begin + ")";
  }

  PS.excel.END = END;
  PS.excel.axis = axis;
})((window.PS = window.PS || {}));
