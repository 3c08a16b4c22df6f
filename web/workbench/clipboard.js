// The whole text to the clipboard, with levels and tables for Word and WPS and plain text for the rest.
(function (PS) {
  "use strict";

  const TEXT = 'style="font-family:仿宋_GB2312,FangSong;font-size:16pt;line-height:28.95pt;margin:0;text-indent:2em"';
  const FLUSH = TEXT.replace("text-indent:2em", "text-indent:0");

  function html(doc) {
    const title = PS.titleLines(doc.title).map((spans) => PS.escapeHtml(PS.plain(spans))).join("<br>");
    return '<h1 align="center" style="font-family:方正小标宋简体,SimSun;font-size:22pt">' + title + "</h1>" + doc.parts.map(part).join("");
  }

  function part(one) {
    if (one.columns) return grid(one);
    const head = safe(one.head), text = safe(one.text);
    if (one.style === "h1") return '<h2 style="font-family:黑体;font-size:16pt;font-weight:normal;text-indent:2em">' + one.number + head + "</h2>";
    if (one.style === "h2" && !text) return '<h3 style="font-family:楷体_GB2312;font-size:16pt;font-weight:normal;text-indent:2em">' + one.number + head + "</h3>";
    if (one.style === "sign" || one.style === "date") return '<p align="right" ' + FLUSH + ">" + text + "</p>";
    if (one.style === "caption") return '<p align="center" ' + FLUSH + ">" + text + "</p>";
    return "<p " + TEXT + ">" + one.number + (head ? "<b>" + head + "</b>" : "") + text + "</p>";
  }

  function safe(spans) { return PS.escapeHtml(PS.plain(spans)).replace(/\n/g, "<br>"); }

  function grid(one) {
    const head = one.columns.map((column) => "<th>" + PS.escapeHtml(column[0]) + "</th>").join("");
    const rows = one.rows.map((row) => "<tr>" + row.map((cell) => "<td>" + (safe(cell) || "&nbsp;") + "</td>").join("") + "</tr>");
    return '<table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse;width:100%"><tr>' + head + "</tr>" + rows.join("") + "</table>";
  }

  // The event carries both forms exactly as they are, on plain http and in files too.
  function byEvent(forms) {
    let done = false;
    const listener = (event) => {
      Object.keys(forms).forEach((type) => event.clipboardData.setData(type, forms[type]));
      event.preventDefault();
      done = true;
    };
    document.addEventListener("copy", listener);
    try {
      return document.execCommand("copy") && done;
    } catch (error) {
      return false; // forbidden here: the next way
    } finally {
      document.removeEventListener("copy", listener);
    }
  }

  // The browser reads this markup as the page's own, whose policy knows no style attributes.
  function byClipboard(forms) {
    if (!window.isSecureContext || !navigator.clipboard || !window.ClipboardItem) return Promise.reject(new Error("no clipboard"));
    const bare = Object.assign({}, forms, { "text/html": forms["text/html"].replace(/ style="[^"]*"/g, "") }), items = {};
    Object.keys(bare).forEach((type) => { items[type] = new Blob([bare[type]], { type }); });
    return navigator.clipboard.write([new window.ClipboardItem(items)]);
  }

  function byHand(text) {
    const area = PS.el("textarea", { class: "ps-by-hand", readonly: true, rows: 6, "aria-label": "全文，按 Ctrl+C 复制" });
    area.value = text;
    area.addEventListener("blur", () => area.remove());
    PS.one("[data-status]").before(area);
    area.select();
    PS.tell("浏览器不让网页直接复制。全文已选中，请按 Ctrl+C。");
  }

  function copy() {
    const doc = PS.settled(PS.bench.filling).find((one) => one.key === "plan");
    const forms = { "text/plain": PS.txt(doc), "text/html": html(doc) };
    const told = () => PS.tell("已复制全文，可以粘贴到 Word 或 WPS。");
    if (byEvent(forms)) return told();
    return byClipboard(forms).then(told, () => byHand(forms["text/plain"]));
  }

  PS.actions.copy = (node) => PS.guarded(node, copy, "仍要复制");
})((window.PS = window.PS || {}));
