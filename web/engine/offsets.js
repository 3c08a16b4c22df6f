// Points in words while the start date is not chosen: 第5天, 启动次月底. Mirrors macros/time/offsets.py.
(function (PS) {
  "use strict";

  var DAYS = { D: 1, W: 7 };
  var MONTHS = { M: 1, Y: 12 };
  var UNITS = { D: "天", W: "周", M: "个月", Y: "年", WD: "个工作日" };
  var PRECISIONS = ["year", "month", "day"];
  // period: [this one, counted, its first day, its last, what moves it, how much by one]
  var PERIODS = {
    week: ["周", "周", "周一", "周日", DAYS, 7],
    xun: ["旬", "旬", "", "末", {}, 1],
    month: ["月", "个月", "", "底", MONTHS, 1],
    quarter: ["季度", "个季度", "", "末", MONTHS, 3],
    year: ["年", "年", "", "底", MONTHS, 12],
  };

  function offset(point) {
    var days = linear(point, DAYS), months = linear(point, MONTHS);
    if (days !== null) return nthDay(days);
    if (months !== null && months > 0) return same("months", months % 12 ? "满" + months + "个月" : "满" + months / 12 + "年");
    return WORDS[point[0]](point);
  }

  // whether a point ends a length of time whose days cannot be counted out in advance
  function isLength(point) {
    return point[0] === "for" && linear(point, DAYS) === null;
  }

  function lasting(point) {
    var text = PS.spoken(offset(point[1])).opening + "起" + point[2] + UNITS[point[3]];
    return { kind: "lasting", opening: text, plain: text, ending: text + "期满", due: text + "内" };
  }

  // how many units after the start date a point is; null when it is not counted so
  function linear(point, units) {
    if (point[0] === "T") return 0;
    if ((point[0] !== "add" && point[0] !== "for") || !units[point[3]]) return null;
    var base = linear(point[1], units);
    return base === null ? null : base + point[2] * units[point[3]] - (point[0] === "for" && units === DAYS);
  }

  function same(kind, text, due) {
    return { kind: kind, opening: text, plain: text, ending: text, due: due || text + "前" };
  }

  function nthDay(days) {
    if (days < 0) return same("before", "启动前" + -days + "天", "不晚于启动前" + -days + "天");
    return same("days", "第" + (days + 1) + "天", days ? "" : "启动当天");
  }

  function plain(point) {
    return PS.spoken(offset(point)).plain;
  }

  function base(point) {
    return point[0] === "T" ? "启动" : plain(point);
  }

  function pinned(point) {
    var xun = point[0] === "xun", years = point[1];
    var year = years < 2 ? ["", "次年"][years] : "第" + count(years + 1) + "年";
    return {
      year: year,
      precision: xun ? "xun" : PRECISIONS[point.length - 2],
      month: point[2] || 1,
      day: xun ? 10 * point[3] : point[3] || 1,
    };
  }

  function count(number) {
    return number < PS.DIGITS.length ? PS.DIGITS[number] : String(number);
  }

  function added(point) {
    var inner = point[1], number = point[2], unit = UNITS[point[3]], nth = point[3] === "WD" ? "第" : "";
    if (inner[0] === "add" && inner[3] === point[3]) { // two months and one more are three
      number += inner[2];
      inner = inner[1];
    }
    var from = base(inner);
    if (number >= 0) return same("offset", from + "后" + nth + number + unit, from + "后" + number + unit + "内");
    return same("offset", from + "前" + nth + -number + unit, "不晚于" + from + "前" + nth + -number + unit);
  }

  function periodOf(point) {
    var names = PERIODS[point[1]], units = names[4], size = names[5], from = point[2], moved = 0;
    if (from[0] === "add" && units[from[3]] && from[2] * units[from[3]] % size === 0) {
      moved = from[2] * units[from[3]] / size;
      from = from[1];
    }
    var text = base(from) + nthPeriod(moved, names[0], names[1]);
    return { kind: point[1], opening: text + names[2], plain: text, ending: text + names[3], due: text + names[3] + "前" };
  }

  function nthPeriod(number, short, counted) {
    if (number === 0 || number === 1) return (number ? "次" : "当") + short;
    return number > 0 ? "后第" + number + counted : "前第" + -number + counted;
  }

  var WORDS = {
    Y: pinned,
    xun: pinned,
    "var": function (point) { return same("variable", "【" + point[1] + "】"); },
    add: added,
    "for": lasting,
    per: periodOf,
    first: function (point) { return same("offset", plain(point[1]) + "第一天"); },
    last: function (point) { return same("offset", PS.spoken(offset(point[1])).ending); },
  };

  PS.UNITS = UNITS;
  PS.offset = offset;
  PS.isLength = isLength;
  PS.lasting = lasting;
})((window.PS = window.PS || {}));
