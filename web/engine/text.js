// A settled document as HTML, plain text or Markdown. Mirrors macros/writers/html.py and text.py.
(function (PS) {
  "use strict";

  var CLASSES = { v: "value", w: "moment", b: "blank", d: "pending" };
  var ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
  var MARKUP = /[\\`*_[\]<>#|~&]/g;
  var LEADING = /(^|\n)([ \t]*)(?:([-+=])|([0-9]+)([.)]))/g;

  function escapeHtml(text) {
    return text.replace(/[&<>"']/g, function (char) { return ESCAPES[char]; });
  }

  function spanHtml(span) {
    var kind = span[0], safe = escapeHtml(span[1]).replace(/\n/g, "<br>");
    if (kind === "t") return safe;
    var open = kind === "b" || kind === "d", name = open ? safe : escapeHtml(span[2] || "");
    var origin = name ? ' data-blank="' + name + '"' : "";
    return '<span class="' + CLASSES[kind] + '"' + origin + ">" + (open ? "【" + safe + "】" : safe) + "</span>";
  }

  function spansHtml(spans) { return spans.map(spanHtml).join(""); }

  function titleLines(spans) {
    var lines = [[]];
    spans.forEach(function (span) {
      var pieces = span[0] === "t" ? span[1].split("|") : [span[1]];
      pieces.forEach(function (piece, i) {
        if (i) lines.push([]);
        if (piece) lines[lines.length - 1].push([span[0], piece].concat(span.slice(2)));
      });
    });
    return lines.filter(function (line) { return line.length; });
  }

  function sheetHtml(doc, prefix) {
    return '<div class="sheet" lang="zh-CN">' + partsHtml(doc, prefix).join("") + "</div>";
  }

  // the sheet's children, each one element
  function partsHtml(doc, prefix) {
    var title = titleLines(doc.title).map(spansHtml).join("<br>");
    return ['<p class="sheet-title">' + title + "</p>"].concat(doc.parts.map(function (part) {
      return part.columns ? gridHtml(part) : lineHtml(part, prefix || "");
    }));
  }

  function lineHtml(line, prefix) {
    var tag = line.style === "h1" ? "h3" : "p";
    var anchor = line.key && prefix ? ' id="' + prefix + line.key + '"' : "";
    var head = line.head.length ? '<span class="head">' + spansHtml(line.head) + "</span>" : "";
    var label = line.number ? '<span class="number">' + line.number + "</span>" : "";
    return "<" + tag + ' class="line ' + line.style + '"' + anchor + ">" + label + head + spansHtml(line.text) + "</" + tag + ">";
  }

  function gridHtml(grid) {
    var head = grid.columns.map(function (column) { return '<th scope="col">' + escapeHtml(column[0]) + "</th>"; });
    var rows = grid.rows.map(function (row) {
      return "<tr>" + row.map(function (cell) { return "<td>" + spansHtml(cell) + "</td>"; }).join("") + "</tr>";
    });
    return '<div class="table-wrap" tabindex="0"><table class="grid"><thead><tr>' + head.join("") +
      "</tr></thead><tbody>" + rows.join("") + "</tbody></table></div>";
  }

  function plain(spans) {
    return spans.map(function (span) {
      return span[0] === "b" || span[0] === "d" ? "【待填：" + span[1] + "】" : span[1];
    }).join("");
  }

  function txt(doc) {
    var lines = [titleLines(doc.title).map(plain).join(""), ""];
    doc.parts.forEach(function (part) {
      if (part.columns) lines.push.apply(lines, gridTxt(part));
      else lines.push(lineTxt(part));
    });
    return lines.join("\n") + "\n";
  }

  function lineTxt(line) {
    var flush = ["sign", "date", "caption"].indexOf(line.style) >= 0;
    return (flush ? "" : "　　") + line.number + plain(line.head) + plain(line.text);
  }

  function gridTxt(grid) {
    var rows = grid.rows.map(function (row) {
      return row.map(function (cell) { return plain(cell).replace(/[\n\t]/g, " "); }).join("\t");
    });
    return [grid.columns.map(function (column) { return column[0]; }).join("\t")].concat(rows);
  }

  function escaped(spans) { return plain(spans).replace(MARKUP, "\\$&"); }

  function markdown(doc) {
    var parts = ["# " + oneLine(titleLines(doc.title).map(escaped).join(""))].concat(doc.parts.map(function (part) {
      return part.columns ? gridMd(part) : lineMd(part);
    }));
    return parts.join("\n\n") + "\n";
  }

  function lines(text) { return text.replace(LEADING, "$1$2$4\\$3$5").replace(/\n/g, "  \n"); }

  function oneLine(text) { return text.replace(/\n/g, " "); }

  function lineMd(line) {
    var head = escaped(line.head), text = escaped(line.text);
    if (line.style === "h1") return "## " + line.number + oneLine(head) + (text ? "\n\n" + lines(text) : "");
    var label = line.number.replace(/\./g, "\\."), stop = /。$/.test(head) ? "。" : "";
    return lines((head ? "**" + label + head.replace(/。$/, "") + "**" + stop : label) + text);
  }

  function gridMd(grid) {
    var names = grid.columns.map(function (column) { return column[0].replace(MARKUP, "\\$&"); });
    var rows = grid.rows.map(function (row) {
      return row.map(function (cell) { return oneLine(escaped(cell)) || " "; });
    });
    return [names, names.map(function () { return "---"; })].concat(rows).map(function (cells) {
      return "| " + cells.join(" | ") + " |";
    }).join("\n");
  }

  PS.escapeHtml = escapeHtml;
  PS.spansHtml = spansHtml;
  PS.partsHtml = partsHtml;
  PS.sheetHtml = sheetHtml;
  PS.titleLines = titleLines;
  PS.plain = plain;
  PS.txt = txt;
  PS.markdown = markdown;
})((window.PS = window.PS || {}));
