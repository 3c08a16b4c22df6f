// Word files by the figures of GB/T 9704-2012; byte for byte what macros/writers/docx*.py makes.
(function (PS) {
  "use strict";

  var CHAR = 315, TEXT_WIDTH = 8844, WIDE_WIDTH = 12756, WIDE_TABLE = 6; // twips; see the Python twin
  var HALF = 120, MARGINS = 240, HEAD = 12, CELL = 44, BY_HAND = 5, SHORT = 6; // see the Python twin
  var CENTRED = '<w:jc w:val="center"/>';
  var ALIGNED = { "int": CENTRED, date: CENTRED, "enum": CENTRED, money: '<w:jc w:val="right"/>' };
  var NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  var FONTS = { h1: "黑体", h2: "楷体_GB2312" };
  var SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="FFF2C2"/>';
  var ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  var EMPTY = '<w:p><w:pPr><w:pStyle w:val="Flush"/></w:pPr></w:p>';

  var CORE = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>', "</dc:description></cp:coreProperties>\n"];

  // which template a file was made from
  function stamp(program) { return "模板 " + String(program.number).padStart(2, "0") + "@" + program.version; }

  function docx(pages, origin) {
    var body = pages.map(function (page, i) { return pageXml(page, i === pages.length - 1); }).join("");
    var xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ' + NS + "><w:body>" + body + "</w:body></w:document>\n";
    var encoder = new TextEncoder();
    var fixed = PS.parts.docx.map(function (part) { return [part[0], encoder.encode(part[1])]; });
    var core = CORE.join((origin || "").replace(/[&<>]/g, function (char) { return ESCAPES[char]; }));
    return PS.zip(fixed.concat([["word/document.xml", encoder.encode(xml)], ["docProps/core.xml", encoder.encode(core)]]));
  }

  function standalone(doc) { return [{ document: doc, label: "" }]; }

  function annexed(docs) {
    return docs.map(function (doc, i) {
      return { document: doc, label: docs.length > 1 ? "附件" + (i + 1) : "附件" };
    });
  }

  function issued(notice, plan) {
    return [{ document: notice, label: "" }, { document: plan, label: "附件" }];
  }

  function pageXml(page, last) {
    var wide = isWide(page.document), textWidth = wide ? WIDE_WIDTH : TEXT_WIDTH;
    var head = page.label ? paragraph("Label", run(page.label)) + EMPTY : "";
    var title = titleOf(page.document).map(function (line) { return paragraph("Title", runs(line)); }).join("");
    var section = sectionXml(wide);
    var close = last ? section : '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>' + section + "</w:pPr></w:p>";
    return head + title + EMPTY + partsXml(page.document.parts, textWidth, !page.label) + close;
  }

  function isWide(doc) {
    return doc.parts.some(function (part) { return part.columns && part.columns.length > WIDE_TABLE; });
  }

  function titleOf(doc) {
    var lines = PS.titleLines(doc.title), whole = [].concat.apply([], lines);
    return width(PS.plain(whole)) <= 20 ? [whole] : lines;
  }

  function width(text) {
    return Array.from(text).reduce(function (sum, char) { return sum + (char >= " " && char <= "~" ? 0.5 : 1); }, 0);
  }

  function partsXml(parts, textWidth, signed) {
    var foot = [], xml = "";
    parts.forEach(function (part) {
      if (part.columns) xml += table(part, textWidth);
      else if (part.style === "sign" || part.style === "date") foot.push(part);
      else if (part.style === "enclosure") xml += (part.number.indexOf("附件") === 0 ? EMPTY : "") + enclosure(part);
      else xml += lineXml(part);
    });
    return signed && foot.length === 2 ? xml + signature(foot[0], foot[1]) : xml;
  }

  function lineXml(line) {
    if (line.style === "caption") return paragraph("Caption", runs(line.text));
    var heading = line.style[0] === "h" && !line.text.length ? Number(line.style.slice(1)) : 0;
    var style = heading ? "Heading" + Math.min(heading, 4) : "";
    var font = heading ? "" : PS.own(FONTS, line.style) || "";
    return paragraph(style, run(line.number, line.head.length ? font : "") + runs(line.head, font) + runs(line.text));
  }

  function enclosure(line) {
    var hanging = Math.trunc(width(line.number) * CHAR);
    var left = 5 * CHAR + (line.number.slice(-1) === "." ? CHAR : 0);
    return paragraph("", run(line.number) + runs(line.text), '<w:ind w:left="' + left + '" w:hanging="' + hanging + '" w:firstLineChars="0"/>');
  }

  function signature(sign, date) {
    var who = width(PS.plain(sign.text)), when = width(PS.plain(date.text));
    var right = when <= who ? 2 : 4 + when - who, below = when <= who ? who - when : 2;
    return EMPTY + paragraph("Flush", runs(sign.text), fromRight(right)) + paragraph("Flush", runs(date.text), fromRight(below));
  }

  function fromRight(chars) {
    return '<w:ind w:right="' + Math.trunc(Math.max(chars, 0) * CHAR) + '"/><w:jc w:val="right"/>';
  }

  function table(grid, textWidth) {
    var widths = columnWidths(grid, textWidth);
    var borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(function (side) {
      return "<w:" + side + ' w:val="single" w:sz="4" w:space="0" w:color="000000"/>';
    }).join("");
    var columns = widths.map(function (w) { return '<w:gridCol w:w="' + w + '"/>'; }).join("");
    var names = grid.columns.map(function (column) { return paragraph("CellHead", run(column[0])); });
    var rows = row(names, widths, "<w:tblHeader/>") + grid.rows.map(function (cells) {
      return row(cells.map(function (cell, i) { return paragraph("Cell", runs(cell), PS.own(ALIGNED, grid.columns[i][2])); }), widths, "");
    }).join("");
    return '<w:tbl><w:tblPr><w:tblW w:w="' + textWidth + '" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>' + borders +
      '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>' + columns + "</w:tblGrid>" + rows + "</w:tbl>";
  }

  // short columns have what they need, the others share the rest by what they hold
  function columnWidths(grid, textWidth) {
    var needs = grid.columns.map(function (column, i) { return need(column, grid.rows, i); });
    var short = needs.map(function (need) { return need <= SHORT ? need * HALF + MARGINS : 0; });
    if (short.every(Boolean)) short = needs.map(function () { return 0; });
    var shared = sum(needs.filter(function (_, i) { return !short[i]; })), room = textWidth - sum(short.map(function (taken) { return taken || MARGINS; }));
    var widths = needs.map(function (need, i) { return short[i] || MARGINS + Math.floor(room * need / shared); }).slice(0, -1);
    return widths.concat([textWidth - sum(widths)]);
  }

  function sum(numbers) {
    return numbers.reduce(function (total, number) { return total + number; }, 0);
  }

  // in half characters; a heading may take three lines
  function need(column, rows, i) {
    var longest = rows.reduce(function (most, row) { return Math.max(most, 2 * width(PS.plain(row[i]))); }, 0);
    var title = 2 * width(column[0]), named = Math.max(Math.min(title, HEAD), Math.ceil(title / 3));
    return Math.max(named, longest ? Math.min(longest, CELL) : BY_HAND * column[1]);
  }

  function row(cells, widths, extra) {
    var filled = cells.map(function (cell, i) {
      return '<w:tc><w:tcPr><w:tcW w:w="' + widths[i] + '" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>' + cell + "</w:tc>";
    }).join("");
    return '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="480" w:hRule="atLeast"/>' + extra + "</w:trPr>" + filled + "</w:tr>";
  }

  function sectionXml(wide) {
    var size = wide ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' : '<w:pgSz w:w="11906" w:h="16838"/>';
    var margins = wide
      ? '<w:pgMar w:top="1588" w:right="2098" w:bottom="1474" w:left="1984" w:header="851" w:footer="964" w:gutter="0"/>'
      : '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1440" w:gutter="0"/>';
    return '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/><w:type w:val="nextPage"/>' +
      size + margins + '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>';
  }

  function paragraph(style, inside, properties) {
    var named = style ? '<w:pStyle w:val="' + style + '"/>' : "";
    var ppr = named || properties ? "<w:pPr>" + named + (properties || "") + "</w:pPr>" : "";
    return "<w:p>" + ppr + inside + "</w:p>";
  }

  // neighbours that look alike become one run
  function runs(spans, font) {
    var xml = "", at = 0;
    while (at < spans.length) {
      var from = at, open = isOpen(spans[at]);
      while (at < spans.length && isOpen(spans[at]) === open) at += 1;
      xml += run(PS.plain(spans.slice(from, at)), font, open);
    }
    return xml;
  }

  function isOpen(span) { return span[0] === "b" || span[0] === "d"; }

  function run(text, font, open) {
    if (!text) return "";
    var fonts = font
      ? '<w:rFonts w:ascii="' + font + '" w:hAnsi="' + font + '" w:eastAsia="' + font + '" w:cs="' + font + '" w:hint="eastAsia"/>'
      : '<w:rFonts w:hint="eastAsia"/>';
    var safe = text.replace(/[&<>]/g, function (char) { return ESCAPES[char]; })
      .replace(/\n/g, '</w:t><w:br/><w:t xml:space="preserve">');
    return "<w:r><w:rPr>" + fonts + (open ? SHADE : "") + '</w:rPr><w:t xml:space="preserve">' + safe + "</w:t></w:r>";
  }

  PS.stamp = stamp;
  PS.docx = docx;
  PS.standalone = standalone;
  PS.annexed = annexed;
  PS.issued = issued;
})((window.PS = window.PS || {}));
