// One line of a timeline: its words, and its bars on a dated axis. The markup is that of track.html and timeline.html.
(function (PS) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg", TALL = 26;

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

  // name: what stands in the line's head, a text or a node
  function line(chart, row, today, filling, name) {
    const when = PS.el("td", { role: "cell" });
    when.innerHTML = PS.spansHtml([["w", filling.words(row.record.when)]]);
    return PS.el("tr", { role: "row", class: "ps-row-" + row.kind }, [
      PS.el("th", { role: "rowheader", scope: "row" }, [name]), when,
      PS.el("td", { role: "cell", class: "ps-axis" }, [track(chart, row, today)])]);
  }

  // where today stands on the axis, null when it is not on it
  function todayOn(chart) {
    const day = PS.today();
    return chart.dated && day >= chart.first && day <= chart.last ? chart.at(day) : null;
  }

  function legend(box, kind, shown) {
    PS.all("[data-legend=" + kind + "]", box).forEach((node) => { node.hidden = !shown; });
  }

  PS.track = { axis, line, todayOn, legend };
})((window.PS = window.PS || {}));
