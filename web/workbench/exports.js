// Every file a plan can be taken away as, and how it is saved.
(function (PS) {
  "use strict";

  const MIME = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ics": "text/calendar", ".md": "text/markdown", ".txt": "text/plain", ".zip": "application/zip", ".json": "application/json",
  };

  const word = (layout) => (filling) => PS.word(filling, layout);
  const body = (write) => (filling) => write(PS.settled(filling).find((doc) => doc.key === "plan"));
  const OUTPUTS = {
    docx: { label: "方案（Word）", end: ".docx", tag: "", make: word("standalone") },
    issued: { label: "印发通知和方案（Word）", end: ".docx", tag: "（含印发通知）", make: word("issued"), notice: true },
    annex: { label: "方案作为附件（Word）", end: ".docx", tag: "（附件）", make: word("annex") },
    all: { label: "整套，连成一个 Word 文件", end: ".docx", tag: "（整套）", make: word("all") },
    set: { label: "整套，各是一个文件（ZIP）", end: ".zip", tag: "（整套）", make: (filling) => PS.wholeSet(filling) },
    xlsx: { label: "Excel 清单", end: ".xlsx", tag: "", make: (filling) => PS.xlsx(filling) },
    ics: { label: "日历", end: ".ics", tag: "", make: (filling) => PS.ics(filling) },
    md: { label: "Markdown", end: ".md", tag: "", make: body((doc) => PS.markdown(doc)) },
    txt: { label: "纯文本", end: ".txt", tag: "", make: body((doc) => PS.txt(doc)) },
  };

  function available(key) {
    const output = OUTPUTS[key];
    if (key === "xlsx") return typeof PS.xlsx === "function";
    return !output.notice || PS.bench.program.docs.some((doc) => doc.key === "notice");
  }

  function titleOf(filling) { return PS.plain(PS.spans(filling, filling.program.heading)).replace(/\|/g, ""); }

  function save(name, content, end) {
    const url = URL.createObjectURL(new Blob([content], { type: MIME[end] }));
    const link = PS.el("a", { href: url, download: name + end, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000); // slow disks take their time
  }

  function deliver(key) {
    const output = OUTPUTS[key], filling = PS.bench.filling;
    if (key === "ics" && filling.values.start === null) {
      PS.tell("日历要有日期：先填从哪一天开始。");
      return PS.focusField("起始日");
    }
    const tag = output.tag + (PS.openBlanks(filling).length ? "（未填完）" : "");
    save(PS.filename(titleOf(filling), tag), output.make(filling), output.end);
    return PS.tell("已下载：" + output.label + (tag.indexOf("未填完") >= 0 ? "，文件名里注明了未填完" : ""));
  }

  // The choice of everything, opened by 更多.
  function menu() {
    const keys = Object.keys(OUTPUTS).filter(available);
    return PS.el("ul", { class: "ps-outputs" }, keys.map((key) => PS.el("li", {}, [
      PS.button(OUTPUTS[key].label, (event) => PS.guarded(event.target, () => deliver(key)), { "data-output": key })])));
  }

  PS.on("ready", () => {
    PS.all("[data-action=xlsx]").forEach((node) => { node.hidden = !available("xlsx"); });
    PS.one("[data-more]").append(menu());
  });
  ["docx", "xlsx", "ics"].forEach((key) => {
    PS.actions[key] = (node) => PS.guarded(node, () => deliver(key));
  });
  PS.actions.more = (node) => {
    const box = PS.one("[data-more]");
    box.hidden = !box.hidden;
    node.setAttribute("aria-expanded", String(!box.hidden));
  };
  Object.assign(PS, { save, titleOf });
})((window.PS = window.PS || {}));
