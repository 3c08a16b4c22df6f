// Excel workbooks whose dates follow one cell; byte for byte what macros/writers/xlsx.py makes.
(function (PS) {
  "use strict";

  var MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  var HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  var PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  var REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  function xlsx(filling) {
    var book = new PS.excel.Book(filling), sheets = sheetsOf(book), encoder = new TextEncoder();
    var parts = [["[Content_Types].xml", contentTypes(sheets.length)]].concat(PS.parts.xlsx, [
      ["xl/workbook.xml", workbook(sheets, book)],
      ["xl/_rels/workbook.xml.rels", relations(sheets.length)],
    ], sheets.map(function (sheet, i) { return ["xl/worksheets/sheet" + (i + 1) + ".xml", PS.sheet.xml(sheet)]; }));
    return PS.zip(parts.map(function (part) { return [part[0], encoder.encode(part[1])]; }));
  }

  function sheetsOf(book) {
    var program = book.program, excel = PS.excel, made = [excel.cover(book)];
    var times = program.phases.concat(program.tasks).map(function (record) { return record.when; });
    if (book.staged.length) made.push(excel.tasks(book));
    if (book.filling.tasks.length && program.columns.length) made.push(excel.matrix(book));
    if (book.staged.length) made.push(excel.axis(book));
    if (book.occasional.length) made.push(excel.routine(book));
    made = made.concat(excel.figures(book));
    var names = made.map(function (sheet) { return sheet.name; });
    made = made.concat(excel.forms(book, [PS.formula.WORKDAYS].concat(names)));
    return PS.formula.usesWorkdays([program.span, times]) ? made.concat([excel.workdays()]) : made;
  }

  function listed(count, write) {
    var texts = [];
    for (var i = 1; i <= count; i++) texts.push(write(i));
    return texts.join("");
  }

  function contentTypes(count) {
    return HEAD + '<Types xmlns="' + PACKAGE + '/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="' + MAIN + '.sheet.main+xml"/>' +
      '<Override PartName="/xl/styles.xml" ContentType="' + MAIN + '.styles+xml"/>' + listed(count, function (i) {
        return '<Override PartName="/xl/worksheets/sheet' + i + '.xml" ContentType="' + MAIN + '.worksheet+xml"/>';
      }) + "</Types>\n";
  }

  function workbook(sheets, book) {
    var tabs = sheets.map(function (sheet, i) {
      return '<sheet name="' + PS.escapeHtml(sheet.name) + '" sheetId="' + (i + 1) + '" r:id="rId' + (i + 1) + '"/>';
    }).join("");
    return HEAD + '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="' + REL + '"><sheets>' + tabs +
      "</sheets><definedNames>" + definedNames(sheets, book) + '</definedNames><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>\n';
  }

  // the dates of the cover, the working days, filters, what repeats in print
  function definedNames(sheets, book) {
    var dates = Object.keys(book.dates).map(function (name) { return book.dates[name]; });
    var cells = [PS.formula.START].concat(dates, [PS.excel.END]).map(function (name, i) {
      return '<definedName name="' + name + '">' + PS.excel.COVER + "!$B$" + (PS.excel.FIRST_DATE_ROW + i) + "</definedName>";
    });
    return cells.concat(sheets.map(function (sheet, i) {
      var where = "'" + PS.cell.escapeXml(sheet.name) + "'!", area = PS.sheet.filterArea(sheet), names = "";
      if (sheet.name === PS.formula.WORKDAYS) {
        names += '<definedName name="' + sheet.name + '">' + where + "$A$2:$A$" + sheet.rows.length + "</definedName>";
      }
      if (area) {
        names += '<definedName name="_xlnm._FilterDatabase" localSheetId="' + i + '" hidden="1">' + where + area + "</definedName>" +
          '<definedName name="_xlnm.Print_Titles" localSheetId="' + i + '">' + where + "$1:$" + sheet.header + "</definedName>";
      }
      return names;
    })).join("");
  }

  function relations(count) {
    return HEAD + '<Relationships xmlns="' + PACKAGE + '/relationships">' + listed(count, function (i) {
      return '<Relationship Id="rId' + i + '" Type="' + REL + '/worksheet" Target="worksheets/sheet' + i + '.xml"/>';
    }) + '<Relationship Id="rId' + (count + 1) + '" Type="' + REL + '/styles" Target="styles.xml"/></Relationships>\n';
  }

  PS.xlsx = xlsx;
})((window.PS = window.PS || {}));
