// Recurrence rules in words: 每周五12:00前, 每季度末. Mirrors macros/time/frequency.py.
(function (PS) {
  "use strict";

  var NAMES = "一二三四五六日";
  var UNITS = { DAILY: "日", WEEKLY: "周", MONTHLY: "个月", YEARLY: "年" };
  var LAST = "最后一天";
  var WORKDAYS = 5;
  var ENDS = { "3,6,9,12": "每季度末", "6,12": "每半年末", "12": "每年年底" };
  var QUARTERLY = { "1,4,7,10": "每季度第一个月", "2,5,8,11": "每季度第二个月", "3,6,9,12": "每季度第三个月" };

  function frequency(rule, by) {
    var found = PS.ruleParts(rule), kind = found.FREQ[0], interval = (found.INTERVAL || ["1"])[0];
    var before = by ? by.replace(/前$/, "") + "前" : "";
    if (interval !== "1") return spaced(found, kind, interval, before);
    return (isByWeek(kind) ? byWeek(found) : byMonth(found)) + before;
  }

  function isByWeek(kind) {
    return kind === "DAILY" || kind === "WEEKLY";
  }

  function spaced(found, kind, interval, before) {
    var months = monthList(monthsOf(found)), day = isByWeek(kind) ? weekdays(found) : daysOf(found);
    if (kind === "YEARLY") {
      day = months + day;
      months = "";
    }
    var which = (kind === "MONTHLY" ? "当月" : "") + day + before;
    return months + "每" + interval + UNITS[kind] + "一次" + (which ? "（" + which + "）" : "");
  }

  function byWeek(found) {
    var days = Array.from(new Set(found.BYDAY || [])), said = weekdays(found);
    if (days.length === 0 || days.length === 7) said = "日";
    else if (days.length === WORKDAYS && days.indexOf("SA") < 0 && days.indexOf("SU") < 0) said = "个工作日";
    return monthList(monthsOf(found)) + "每" + said;
  }

  function byMonth(found) {
    var months = monthsOf(found), days = daysOf(found), key = months.join();
    if (months.length === 0 || months.length === 12) return "每月" + days;
    if (days === LAST && PS.own(ENDS, key)) return ENDS[key];
    if (PS.own(QUARTERLY, key)) return QUARTERLY[key] + days;
    if (months.length === 1) return "每年" + key + "月" + (days === LAST ? "底" : days);
    return "每年" + monthList(months) + "的" + days;
  }

  function monthsOf(found) {
    return (found.BYMONTH || []).map(Number).sort(function (one, other) { return one - other; });
  }

  // 6—8月 or 3月、9月
  function monthList(months) {
    var first = months[0], last = months[months.length - 1];
    if (months.length > 2 && last - first === months.length - 1) return first + "—" + last + "月";
    return months.map(function (month) { return month + "月"; }).join("、");
  }

  function weekdays(found) {
    return (found.BYDAY || []).map(function (day) { return PS.WEEKDAYS.indexOf(day); })
      .sort(function (one, other) { return one - other; })
      .map(function (day) { return "周" + NAMES[day]; }).join("、");
  }

  // days of a month: 5日、最后一天, or 第一个周一
  function daysOf(found) {
    var numbers = (found.BYMONTHDAY || []).map(Number).sort(function (one, other) {
      return (one < 0) - (other < 0) || one - other;
    });
    return numbers.map(nthDay).concat((found.BYDAY || []).map(nthWeekday)).join("、");
  }

  function nthDay(number) {
    if (number > 0) return number + "日";
    return number === -1 ? LAST : "倒数第" + -number + "天";
  }

  function nthWeekday(day) {
    var which = day.slice(0, -2) === "-1" ? "最后一" : "第" + PS.DIGITS[Number(day.slice(0, -2))];
    return which + "个周" + NAMES[PS.WEEKDAYS.indexOf(day.slice(-2))];
  }

  PS.frequency = frequency;
})((window.PS = window.PS || {}));
