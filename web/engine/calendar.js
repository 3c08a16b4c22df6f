// Working days. Mirrors macros/time/calendar.py; PS.calendars is {years, off, work}, days as ISO texts.
(function (PS) {
  "use strict";

  var NONE = { years: [], off: [], work: [] };
  var SATURDAY = 5;
  var index = { of: null };

  function known() {
    var calendars = PS.calendars || NONE;
    if (index.of !== calendars) {
      index = { of: calendars, years: new Set(calendars.years), off: new Set(calendars.off), work: new Set(calendars.work) };
    }
    return index;
  }

  function knowsYear(year) {
    return known().years.has(year);
  }

  function isWorkday(day) {
    var text = PS.date.iso(day);
    return known().work.has(text) || (PS.date.weekday(day) < SATURDAY && !known().off.has(text));
  }

  // The day itself is not counted.
  function addWorkdays(day, number) {
    var step = number > 0 ? 1 : -1, left = Math.abs(number);
    while (left) {
      day += step;
      if (isWorkday(day)) left -= 1;
    }
    return day;
  }

  PS.knowsYear = knowsYear;
  PS.isWorkday = isWorkday;
  PS.addWorkdays = addWorkdays;
})((window.PS = window.PS || {}));
