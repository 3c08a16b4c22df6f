// The timeline with real dates, today, weekends and holidays. The markup is that of track.html and timeline.html.
(function (PS) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg", TALL = 26;
  let drawn = "";

  function svg(tag, attributes, children) {
    const node = document.createElementNS(SVG, tag);
    Object.keys(attributes).forEach((name) => node.setAttribute(name, attributes[name]));
    node.append(...(children || []));
    return node;
  }

  function rect(kind, box, y, height) {
    return svg("rect", { class: kind, x: box.x + "%", width: box.width + "%", y, height, rx: y ? 2 : 0 });
  }

  function track(chart, row, today) {
    const inside = chart.off.map((box) => rect("off", box, 0, TALL))
      .concat(chart.ticks.map((tick) => svg("rect", { class: "tick", x: tick.x + "%", width: 1, height: TALL })),
        row.boxes.map((box) => rect(row.shape, box, 6, 14)));
    if (today !== null) inside.push(svg("rect", { class: "today", x: today + "%", width: 2, height: TALL }));
    if (row.shape === "open") inside.push(svg("text", { class: "arrow", x: "100%", y: 18, "text-anchor": "end" }, ["→"]));
    return frame("ps-track ps-" + row.kind, inside);
  }

  function frame(kind, inside) {
    return svg("svg", { class: kind, "aria-hidden": "true", focusable: "false", width: "100%", height: TALL }, inside);
  }

  // Too close for two labels side by side.
  function near(x, today) { return today !== null && Math.abs(x - today) < 9; }

  function axis(chart, today) {
    const labels = chart.ticks.map((tick, i) => near(tick.x, today) ? "" :
      svg("text", { class: i % 2 ? "label odd" : "label", x: tick.x + "%", y: 18 }, [tick.label]));
    if (today !== null) labels.push(svg("text", { class: "label today", x: today + "%", y: 18 }, ["今天"]));
    return frame("ps-ticks", labels);
  }

  function name(row) {
    if (row.kind === "phase") return [row.record.name];
    const link = PS.el("a", { href: "#c-" + row.record.id });
    link.innerHTML = PS.spansHtml(PS.spans(PS.bench.filling, row.record.name));
    return [link];
  }

  function line(chart, row, today) {
    const when = PS.el("td", { role: "cell" });
    when.innerHTML = PS.spansHtml([["w", PS.bench.filling.words(row.record.when)]]);
    return PS.el("tr", { role: "row", class: "ps-row-" + row.kind }, [
      PS.el("th", { role: "rowheader", scope: "row" }, name(row)), when,
      PS.el("td", { role: "cell", class: "ps-axis" }, [track(chart, row, today)])]);
  }

  function legend(box, kind, shown) {
    PS.all("[data-legend=" + kind + "]", box).forEach((node) => { node.hidden = !shown; });
  }

  function now() {
    const date = new Date();
    return PS.date.make(date.getFullYear(), date.getMonth() + 1, date.getDate());
  }

  function draw() {
    const box = PS.one("[data-timeline]"), record = PS.bench.record;
    const state = JSON.stringify([record.start, record.vars, record.units]);
    if (!box || state === drawn) return;
    drawn = state;
    const chart = PS.chart(PS.bench.filling), day = now();
    const today = chart.dated && day >= chart.first && day <= chart.last ? chart.at(day) : null;
    PS.refill(PS.one("thead .ps-axis", box), [axis(chart, today)]);
    legend(box, "off", chart.off.length > 0);
    legend(box, "today", today !== null);
    PS.refill(PS.one("tbody", box), chart.rows.map((row) => line(chart, row, today)));
  }

  PS.on("rested", draw);
  PS.today = now;
})((window.PS = window.PS || {}));
