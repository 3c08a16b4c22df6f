// When a recurring duty falls due. Mirrors macros/time/recur.py for the rules that macros/time/rules.py admits.
(function (PS) {
  "use strict";

  var WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
  var WORKDAYS = "FR,MO,TH,TU,WE";
  var LAST_YEAR = 9999;
  var STEPS = { prev: -1, next: 1 };

  // a rule's values by name: {FREQ: ["WEEKLY"], BYDAY: ["FR"]}
  function ruleParts(text) {
    var found = {};
    text.split(";").forEach(function (part) {
      var at = part.indexOf("=");
      found[part.slice(0, at)] = part.slice(at + 1).split(",");
    });
    return found;
  }

  // what the rule says, read once
  function read(text, start) {
    var rule = ruleParts(text);
    return {
      start: start,
      freq: rule.FREQ[0],
      interval: Number((rule.INTERVAL || ["1"])[0]),
      months: (rule.BYMONTH || []).map(Number),
      monthDays: (rule.BYMONTHDAY || []).map(Number),
      days: rule.BYDAY || [],
    };
  }

  // the first days of the bare rule, as many as the limit, from its start to the end (null: none)
  function bareDays(rule, end, limit) {
    var found = [], last = Math.min(end === null ? Infinity : end, PS.date.of(LAST_YEAR, 12, 31));
    var walk = rule.freq === "DAILY" || rule.freq === "WEEKLY" ? eachDay : eachMonth;
    walk(rule, last, function (day) {
      if (day >= rule.start && day <= last) found.push(day);
      return found.length < limit;
    });
    return found;
  }

  function eachDay(rule, last, take) {
    for (var day = rule.start, more = true; day <= last && more; day++) if (fallsOn(rule, day)) more = take(day);
  }

  function fallsOn(rule, day) {
    var monday = rule.start - PS.date.weekday(rule.start);
    var steps = rule.freq === "DAILY" ? day - rule.start : Math.floor((day - monday) / 7);
    return steps % rule.interval === 0 && inMonths(rule, PS.date.parts(day)[1]) &&
      (!rule.days.length || rule.days.indexOf(WEEKDAYS[PS.date.weekday(day)]) >= 0);
  }

  function inMonths(rule, month) {
    return !rule.months.length || rule.months.indexOf(month) >= 0;
  }

  function eachMonth(rule, last, take) {
    var begin = PS.date.parts(rule.start), more = true;
    for (var count = 0; more; count++) {
      var index = begin[1] - 1 + count, year = begin[0] + Math.floor(index / 12), month = index % 12 + 1;
      if (PS.date.of(year, month, 1) > last) return;
      var steps = rule.freq === "MONTHLY" ? count : year - begin[0];
      if (steps % rule.interval === 0 && inMonths(rule, month)) more = daysIn(rule, year, month).every(take);
    }
  }

  // the rule's days in one month, in order
  function daysIn(rule, year, month) {
    var length = PS.date.monthLength(year, month), first = PS.date.of(year, month, 1), found = [];
    for (var nth = 1; nth <= length; nth++) {
      var names = namesOf(nth, length, WEEKDAYS[PS.date.weekday(first + nth - 1)]);
      var named = rule.days.some(function (day) { return names.indexOf(day) >= 0; });
      if (named || rule.monthDays.indexOf(nth) >= 0 || rule.monthDays.indexOf(nth - length - 1) >= 0) found.push(first + nth - 1);
    }
    return found;
  }

  // 1MO is the first Monday of the month, -1MO the last
  function namesOf(nth, length, weekday) {
    return [Math.ceil(nth / 7) + weekday].concat(nth + 7 > length ? "-1" + weekday : []);
  }

  function meansWorkdays(rule) {
    var found = ruleParts(rule);
    return Array.from(new Set(found.BYDAY || [])).sort().join() === WORKDAYS && !found.INTERVAL;
  }

  function workdays(rule, end) {
    var found = [];
    for (var day = rule.start; end !== null && day <= end; day++) {
      if (inMonths(rule, PS.date.parts(day)[1]) && PS.isWorkday(day)) found.push(day);
    }
    return found;
  }

  // The working day that stands in for a day off; where the wanted direction leads out of the bounds, the other.
  function rolled(day, roll, first, last) {
    if (!STEPS[roll] || PS.isWorkday(day)) return day;
    var moved = [STEPS[roll], -STEPS[roll]].map(function (step) { return PS.addWorkdays(day, step); });
    var inside = moved.filter(function (to) { return first <= to && to <= last; });
    return inside.length ? inside[0] : day;
  }

  function sorted(days) {
    return Array.from(new Set(days)).sort(function (one, other) { return one - other; });
  }

  function without(days, others) {
    var known = new Set(others);
    return days.filter(function (day) { return !known.has(day); });
  }

  // limit: how many days of the bare rule to consider at most
  function recurrence(resolved, when, limit) {
    if (resolved.start === null || !when.r) return { days: [], dropped: [], added: [] };
    var rule = read(when.r, resolved.start), end = resolved.end, bare = bareDays(rule, end, limit), days;
    if (meansWorkdays(when.r)) {
      var reached = bare.length ? bare[bare.length - 1] : null;
      days = workdays(rule, end !== null && bare.length < limit ? end : reached);
    } else {
      days = bare.map(function (day) { return rolled(day, when.roll, resolved.start, end === null ? Infinity : end); });
    }
    days = sorted(days);
    return { days: days, dropped: without(bare, days), added: without(days, bare) };
  }

  PS.WEEKDAYS = WEEKDAYS;
  PS.ruleParts = ruleParts;
  PS.recurrence = recurrence;
})((window.PS = window.PS || {}));
