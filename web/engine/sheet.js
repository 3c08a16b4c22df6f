// Worksheets as XML. Mirrors macros/writers/sheet.py.
(function (PS) {
  "use strict";

  var cell = PS.cell, letter = PS.cell.letter, STYLE = PS.cell.STYLE;
  var WRAPPED = [STYLE.HEADER, STYLE.TEXT, STYLE.CENTRED, STYLE.BOLD, STYLE.BAND];

  // wishes: header, left, filtered, formats, validations, merges, notes
  function sheet(name, widths, rows, wishes) {
    var plain = { header: 1, left: 0, filtered: 0, formats: [], validations: [], merges: [], notes: [] };
    return Object.assign(plain, { name: name, widths: widths, rows: rows }, wishes);
  }

  // a conditional format: cells for which a formula holds look so
  function rule(area, formula, look, priority) {
    return '<conditionalFormatting sqref="' + area + '"><cfRule type="expression" dxfId="' + look + '" priority="' + priority +
      '"><formula>' + cell.escapeXml(formula) + "</formula></cfRule></conditionalFormatting>";
  }

  // a drop-down list
  function choice(area, choices) {
    var listed = cell.escapeXml(choices.join(",").replace(/"/g, '""'));
    return '<dataValidation type="list" allowBlank="1" sqref="' + area + '"><formula1>"' + listed + '"</formula1></dataValidation>';
  }

  function dayOnly(area) {
    return '<dataValidation type="date" operator="between" allowBlank="1" showErrorMessage="1"' +
      ' errorTitle="不是日期" error="请写真实的日期，如 2026-12-01" sqref="' + area +
      '"><formula1>367</formula1><formula2>109575</formula2></dataValidation>';
  }

  function xml(sheet) {
    var columns = sheet.widths.map(function (width, i) {
      return '<col min="' + (i + 1) + '" max="' + (i + 1) + '" width="' + width + '" customWidth="1"/>';
    }).join("");
    var rows = sheet.rows.map(function (row, i) { return rowXml(sheet, row, i); }).join("") + sheet.notes.map(function (note, i) { return noteXml(sheet, i + 1, note); }).join("");
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
      '<sheetViews><sheetView showGridLines="0" workbookViewId="0">' + pane(sheet) + "</sheetView></sheetViews>" +
      '<sheetFormatPr defaultRowHeight="18"/><cols>' + columns + "</cols><sheetData>" + rows + "</sheetData>" +
      filter(sheet) + merged(sheet) + sheet.formats.join("") + validated(sheet) +
      '<printOptions horizontalCentered="1"/>' +
      '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
      "<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>\n";
  }

  function pane(sheet) {
    if (!sheet.header) return "";
    var split = sheet.left ? 'xSplit="' + sheet.left + '" ' : "", side = sheet.left ? "bottomRight" : "bottomLeft";
    return "<pane " + split + 'ySplit="' + sheet.header + '" topLeftCell="' + letter(sheet.left + 1) + (sheet.header + 1) +
      '" activePane="' + side + '" state="frozen"/>';
  }

  // the filtered range; empty for a sheet without rows below its heading
  function filterArea(sheet) {
    if (!sheet.header || sheet.rows.length <= sheet.header) return "";
    return "$A$" + sheet.header + ":$" + letter(sheet.filtered || sheet.widths.length) + "$" + sheet.rows.length;
  }

  function filter(sheet) {
    var area = filterArea(sheet).replace(/\$/g, "");
    return area ? '<autoFilter ref="' + area + '"/>' : "";
  }

  function merged(sheet) {
    var last = letter(sheet.widths.length);
    var areas = sheet.merges.concat(sheet.notes.map(function (_, i) {
      var row = sheet.rows.length + i + 1;
      return "A" + row + ":" + last + row;
    }));
    var merges = areas.map(function (area) { return '<mergeCell ref="' + area + '"/>'; }).join("");
    return areas.length ? '<mergeCells count="' + areas.length + '">' + merges + "</mergeCells>" : "";
  }

  function validated(sheet) {
    var count = sheet.validations.length;
    return count ? '<dataValidations count="' + count + '">' + sheet.validations.join("") + "</dataValidations>" : "";
  }

  function rowXml(sheet, cells, i) {
    var filled = "", most = 1;
    cells.forEach(function (one, j) {
      filled += cell.xml(letter(j + 1) + (i + 1), one);
      if (one[0] === "s" && WRAPPED.indexOf(one[2]) >= 0) most = Math.max(most, lines(one[1], sheet.widths[j]));
      if (one[2] === STYLE.AXIS) most = Math.max(most, 3); // a date standing upright
    });
    return '<row r="' + (i + 1) + '" ht="' + height(most) + '">' + filled + "</row>";
  }

  // a row of merged cells, which no program makes higher by itself
  function noteXml(sheet, index, note) {
    var total = sheet.widths.reduce(function (sum, width) { return sum + width; }, 0), row = sheet.rows.length + index;
    return '<row r="' + row + '" ht="' + height(lines(note, total)) + '" customHeight="1">' +
      cell.xml("A" + row, cell.text(note, cell.STYLE.NOTE)) + "</row>";
  }

  // in points; Excel has none above 409
  function height(lines) {
    return Math.min(14 * lines + 6, 409);
  }

  // how many lines a text takes in a column: 汉字 are two characters wide
  function lines(value, width) {
    return value.split("\n").reduce(function (sum, line) {
      var size = 0;
      for (var char of line) size += char >= " " && char <= "~" ? 1 : 2;
      return sum + Math.max(1, Math.floor((size + width - 2) / (width - 1)));
    }, 0);
  }

  PS.sheet = { make: sheet, rule: rule, choice: choice, dayOnly: dayOnly, filterArea: filterArea, xml: xml };
})((window.PS = window.PS || {}));
