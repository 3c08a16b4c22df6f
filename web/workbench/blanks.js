// How many blanks are still open, and the way to the next.
(function (PS) {
  "use strict";

  const count = PS.el("button", { type: "button", class: "ps-button ps-left", click: next });
  const say = PS.el("p", { class: "ps-sr", role: "status", "aria-live": "polite" });
  let last = "", timer = 0;

  function show() {
    const left = PS.openBlanks(PS.bench.filling).length;
    const total = PS.bench.program.vars.length + 1;
    count.textContent = left ? "还有" + left + "处待填，去下一处" : "全部填好了";
    count.classList.toggle("ps-done", !left);
    PS.one("progress", bar).value = total - left;
    PS.one("progress", bar).max = total;
    PS.one("span", bar).textContent = "已填" + (total - left) + "/" + total + "处";
    clearTimeout(timer);
    timer = setTimeout(() => announce(left), 1500); // once typing rests, not on each key
  }

  function announce(left) { say.textContent = left ? "还有" + left + "处待填" : "全部填好了"; }

  // the first open blank after the one visited last
  function next() {
    const open = PS.openBlanks(PS.bench.filling);
    if (!open.length) return PS.tell("空白都填好了，可以导出。");
    const names = ["起始日"].concat(PS.bench.program.vars.map((entry) => entry.name)), from = names.indexOf(last);
    last = open.find((name) => names.indexOf(name) > from) || open[0];
    return PS.focusField(last);
  }

  const bar = PS.el("p", { class: "ps-filled" }, [
    PS.el("progress", { value: 0, max: 1, "aria-label": "填写进度" }), PS.el("span"), count, say]);

  PS.on("ready", () => { PS.one("[data-form]").prepend(bar); show(); });
  PS.on("values", () => { if (PS.bench.filling) show(); });
  PS.on("field", (name) => { last = name; });
  PS.nextBlank = next;
})((window.PS = window.PS || {}));
