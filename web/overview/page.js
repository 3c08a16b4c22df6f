// Reads what is stored, loads what that needs and nothing else, and draws; again when another window changes it.
(function (PS) {
  "use strict";

  const assets = new URL(".", document.currentScript.src).href, asked = new Set();
  let waiting = 0, drawn = "";

  function load(name) {
    const script = document.createElement("script");
    asked.add(name);
    waiting += 1;
    script.src = assets + name;
    script.async = false; // in order
    script.onload = script.onerror = () => { waiting -= 1; refresh(); };
    document.head.append(script);
  }

  function needed(records) {
    if (!records.some((record) => record.start)) return [];
    const programs = records.map((record) => "../plans/" + record.plan + "/program.js");
    return Array.from(new Set(["engine.js", "calendars.js"].concat(programs))).filter((name) => !asked.has(name));
  }

  function refresh() {
    const records = PS.plans.stored();
    needed(records).forEach(load);
    if (!waiting) show(records);
  }

  function show(records) {
    const box = PS.plans.box(), plans = asked.size ? PS.plans.known(records) : [];
    if (!plans.some((plan) => plan.dated)) {
      drawn = "";
      if (box) box.hidden = true;
      return;
    }
    const now = state(records);
    if (now !== drawn) PS.emit("plans", plans);
    drawn = now;
    box.hidden = false;
  }

  function state(records) { return JSON.stringify([PS.today(), records]); }

  PS.tell = (text) => { PS.one("[data-mine] [data-status]").textContent = text; };
  PS.on("ticked", () => { drawn = state(PS.plans.stored()); });
  window.addEventListener("storage", refresh);
  window.addEventListener("pageshow", (event) => { if (event.persisted) refresh(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
  refresh();
})((window.PS = window.PS || {}));
