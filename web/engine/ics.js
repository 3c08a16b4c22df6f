// A plan's calendar (RFC 5545); byte for byte what macros/writers/ics.py makes.
(function (PS) {
  "use strict";

  var FOLD = 75, MOST = 400, TIME = /^([0-9]{1,2}):([0-9]{2})前?$/;
  var ZONE = ["BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE"];

  function ics(filling) {
    var program = filling.program;
    var title = heading(filling), values = filling.values;
    var undated = new PS.Filling(program, { start: null, vars: values.vars, units: values.units });
    var place = PS.crc32(new TextEncoder().encode(heading(undated))).toString(16).padStart(8, "0");
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//plan-skeletons//ZH", "CALSCALE:GREGORIAN", "X-WR-CALNAME:" + escapeText(title)].concat(ZONE);
    program.phases.forEach(function (phase) { lines.push.apply(lines, event(filling, "phase", phase, title, place)); });
    filling.tasks.forEach(function (task) { lines.push.apply(lines, event(filling, "task", task, title, place)); });
    lines.push("END:VCALENDAR");
    return new TextEncoder().encode(lines.map(function (line) { return fold(line) + "\r\n"; }).join(""));
  }

  function heading(filling) {
    return PS.titleLines(PS.spans(filling, filling.program.heading)).map(PS.plain).join("");
  }

  function escapeText(text) {
    return text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  }

  function octets(char) {
    var code = char.codePointAt(0);
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }

  function fold(line) {
    var folded = "", size = 0;
    Array.from(line).forEach(function (char) {
      var more = octets(char);
      if (size + more > FOLD) {
        folded += "\r\n ";
        size = 1;
      }
      folded += char;
      size += more;
    });
    return folded;
  }

  function event(filling, kind, record, title, place) {
    var known = filling.resolved(record.when), when = times(filling, record.when, known);
    if (!when.length) return [];
    var program = filling.program, summary = escapeText(summaryOf(filling, kind, record, known));
    return ["BEGIN:VEVENT", "UID:" + program.id + "-" + kind + "-" + record.id + "-" + place + "@plan-skeletons",
      "DTSTAMP:" + program.updated.replace(/-/g, "") + "T000000Z"].concat(when, [
      "SUMMARY:" + summary,
      "DESCRIPTION:" + escapeText(description(filling, kind, record, title)),
      "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + summary,
      "TRIGGER:" + (clock(record.when) ? "-P1D" : "-PT15H"), "END:VALARM", "END:VEVENT"]);
  }

  function summaryOf(filling, kind, record, known) {
    if (kind === "phase") return /阶段$/.test(record.name) ? record.name : record.name + "阶段";
    var name = PS.plain(PS.spans(filling, record.name));
    return known.kind === "open" && known.end === null ? name + "（起）" : name;
  }

  function description(filling, kind, record, title) {
    var lines = [title];
    if (kind === "task") {
      lines.push("牵头：" + PS.plain(PS.spans(filling, record.lead)));
      if (record.support.length) lines.push("配合：" + PS.plain(PS.spans(filling, record.support)));
    }
    return lines.concat(["时间：" + filling.words(record.when)]).join("\n");
  }

  function times(filling, when, known) {
    if (known.kind === "trigger" || known.kind === "show" || !known.complete) return [];
    if (known.kind === "recurring") return recurring(when, known);
    var first = known.start !== null ? known.start : known.end;
    return first === null ? [] : days(first, known.end !== null ? Math.max(known.end, first) : first);
  }

  function basic(day) { return PS.date.iso(day).replace(/-/g, ""); }

  function days(first, last) {
    return ["DTSTART;VALUE=DATE:" + basic(first), "DTEND;VALUE=DATE:" + basic(last + 1)];
  }

  function recurring(when, known) {
    var found = PS.recurrence(known, when, MOST);
    var bare = found.days.concat(found.dropped).filter(function (day) { return found.added.indexOf(day) < 0; });
    if (!bare.length) return [];
    var first = Math.min.apply(null, bare), time = clock(when);
    var start = time ? ["DTSTART;TZID=Asia/Shanghai:" + basic(first) + "T" + time, "DURATION:PT0S"] : days(first, first);
    return start.concat(["RRULE:" + when.r + until(when, known.end)], listed("EXDATE", time, found.dropped), listed("RDATE", time, found.added));
  }

  function clock(when) {
    var match = TIME.exec(when.by || "");
    return match ? match[1].padStart(2, "0") + match[2] + "00" : "";
  }

  function until(when, end) {
    return end === null ? "" : ";UNTIL=" + basic(end) + (clock(when) ? "T155959Z" : "");
  }

  function listed(name, time, found) {
    if (!found.length) return [];
    var text = found.map(function (day) { return basic(day) + (time ? "T" + time : ""); }).join(",");
    return [name + (time ? ";TZID=Asia/Shanghai:" : ";VALUE=DATE:") + text];
  }

  PS.ics = ics;
})((window.PS = window.PS || {}));
