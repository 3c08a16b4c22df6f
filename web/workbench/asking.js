// Before anything is taken away: what is still open, and what to look at again.
(function (PS) {
  "use strict";

  const seen = new Set(); // notices one has already gone past, until the page is left
  let panel = null;

  // node: what was pressed; run: what to do when nothing is open or one insists; insisting: in what words
  function guarded(node, run, insisting) {
    close();
    const open = PS.openBlanks(PS.bench.filling);
    const notices = PS.guard(PS.bench.filling).filter((notice) => !seen.has(notice.message));
    if (!open.length && !notices.length) return run();
    const insist = () => { notices.forEach((notice) => seen.add(notice.message)); close(); node.focus(); run(); };
    PS.hush();
    panel = build(open, notices, insist, node, insisting || "仍要导出（文件名注明未填完）");
    PS.one("[data-status]").before(panel);
    return PS.one("h2", panel).focus();
  }

  function build(open, notices, insist, node, insisting) {
    const title = open.length ? "还有" + open.length + "处没填" : "拿走前请再看一眼";
    const yes = open.length ? insisting : "看过了，继续";
    const children = [PS.el("h2", { id: "ps-asking", tabindex: "-1" }, [title])];
    if (open.length) children.push(PS.el("ul", { class: "ps-open" }, open.map((name) => PS.el("li", {}, [link(name, name)]))));
    if (notices.length) children.push(PS.el("ul", { class: "ps-look" }, notices.map(item)));
    children.push(PS.el("p", {}, [
      PS.button(open.length ? "回去填" : "回去改", () => { close(); PS.focusField(open[0] || named(notices)); }, { class: "ps-button ps-primary" }),
      PS.button(yes, insist)]));
    return PS.el("section", { class: "ps-asking", "aria-labelledby": "ps-asking",
      keydown: (event) => { if (event.key === "Escape") { close(); node.focus(); } } }, children);
  }

  function item(notice) {
    return PS.el("li", {}, [notice.message + "。"].concat(notice.name ? [link("去看看", notice.name)] : []));
  }

  function link(text, name) {
    return PS.el("button", { type: "button", class: "ps-link", click: () => { close(); PS.focusField(name); } }, [text]);
  }

  function named(notices) { return (notices.find((notice) => notice.name) || { name: "" }).name; }

  function close() {
    if (panel) panel.remove();
    panel = null;
  }

  PS.on("record", close);
  PS.guarded = guarded;
})((window.PS = window.PS || {}));
