// Cells of a worksheet. Mirrors macros/writers/cell.py. A cell is [kind, value, style, cached].
(function (PS) {
  "use strict";

  var LONGEST = 32767, CUT = "……（过长，后面的见 Word 文件）";
  var ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  var STYLE = { TITLE: 1, HEADER: 2, TEXT: 3, CENTRED: 4, DATE: 5, DATE_TYPED: 6, MONEY: 7, AXIS: 8, NOTE: 9, NUMBER: 10,
    BOLD: 11, BAND: 12 };

  function text(value, style) { return ["s", value, style || STYLE.TEXT, ""]; }

  function number(value, style) { return ["n", String(value), style || STYLE.NUMBER, ""]; }

  function empty(style) { return ["e", "", style || STYLE.TEXT, ""]; }

  function headings(names) {
    return names.map(function (name) { return text(name, STYLE.HEADER); });
  }

  // the name of a column from 1: A, B, … Z, AA
  function letter(index) {
    var name = "";
    for (; index; index = Math.floor((index - 1) / 26)) name = String.fromCharCode(65 + (index - 1) % 26) + name;
    return name;
  }

  function escapeXml(value) {
    return value.replace(/[&<>]/g, function (char) { return ESCAPES[char]; });
  }

  function xml(ref, cell) {
    var kind = cell[0], value = cell[1], start = '<c r="' + ref + '" s="' + cell[2] + '"';
    if (!value) return start + "/>";
    if (kind === "n") return start + "><v>" + value + "</v></c>";
    if (kind === "s") return start + ' t="inlineStr"><is><t xml:space="preserve">' + safe(value) + "</t></is></c>";
    return start + (kind === "f" && cell[3] ? "" : ' t="str"') + "><f>" + escapeXml(value) + "</f><v>" + cell[3] + "</v></c>";
  }

  function safe(value) {
    if (value.length > LONGEST) value = value.slice(0, LONGEST - CUT.length).replace(/[\ud800-\udbff]$/, "") + CUT;
    return escapeXml(value).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  }

  PS.cell = { STYLE: STYLE, text: text, number: number, empty: empty, headings: headings, letter: letter, escapeXml: escapeXml, xml: xml };
})((window.PS = window.PS || {}));
