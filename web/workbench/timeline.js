// The plan's timeline with real dates, today, weekends and holidays.
(function (PS) {
  "use strict";

  let drawn = "";

  function name(row) {
    if (row.kind === "phase") return row.record.name;
    const link = PS.el("a", { href: "#c-" + row.record.id });
    link.innerHTML = PS.spansHtml(PS.spans(PS.bench.filling, row.record.name));
    return link;
  }

  function draw() {
    const box = PS.one("[data-timeline]"), record = PS.bench.record, filling = PS.bench.filling;
    const state = JSON.stringify([record.start, record.vars, record.units]);
    if (!box || state === drawn) return;
    drawn = state;
    const chart = PS.chart(filling), today = PS.track.todayOn(chart);
    PS.refill(PS.one("thead .ps-axis", box), [PS.track.axis(chart, today)]);
    PS.track.legend(box, "off", chart.off.length > 0);
    PS.track.legend(box, "today", today !== null);
    PS.refill(PS.one("tbody", box), chart.rows.map((row) => PS.track.line(chart, row, today, filling, name(row))));
  }

  PS.on("rested", draw);
})((window.PS = window.PS || {}));
