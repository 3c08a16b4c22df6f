// Days as whole numbers counted from 1970-01-01 in the Gregorian calendar: no clock, no time zone, no locale.
(function (PS) {
  "use strict";

  var FIRST_YEAR = 1901, LAST_YEAR = 2199; // what a person may type, as in macros/fill/values.py
  var CENTURIES = 146097, EPOCH = 719468; // days in 400 years; days from 0000-03-01 to 1970-01-01

  function isLeap(year) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  }

  function monthLength(year, month) {
    return month === 2 ? 28 + isLeap(year) : 30 + (month + (month > 7)) % 2;
  }

  // Years begin in March, so that the leap day ends one (Howard Hinnant, chrono-compatible date algorithms).
  function of(year, month, day) {
    var y = month > 2 ? year : year - 1, era = Math.floor(y / 400), ofEra = y - era * 400;
    var ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
    return era * CENTURIES + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - EPOCH;
  }

  // [year, month, day]
  function parts(number) {
    var shifted = number + EPOCH, era = Math.floor(shifted / CENTURIES), rest = shifted - era * CENTURIES;
    var years = Math.floor((rest - Math.floor(rest / 1460) + Math.floor(rest / 36524) - Math.floor(rest / 146096)) / 365);
    var ofYear = rest - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
    var march = Math.floor((5 * ofYear + 2) / 153), month = march < 10 ? march + 3 : march - 9;
    var day = ofYear - Math.floor((153 * march + 2) / 5) + 1;
    return [years + era * 400 + (month <= 2 ? 1 : 0), month, day];
  }

  // A day that a person named; null when there is none
  function make(year, month, day) {
    var real = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1;
    return real && day <= monthLength(year, month) ? of(year, month, day) : null;
  }

  function iso(number) {
    var found = parts(number);
    return [String(found[0]).padStart(4, "0")].concat(found.slice(1).map(function (part) {
      return String(part).padStart(2, "0");
    })).join("-");
  }

  // 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday
  function weekday(number) {
    return (((number + 3) % 7) + 7) % 7;
  }

  PS.date = { make: make, of: of, parts: parts, iso: iso, weekday: weekday, monthLength: monthLength };
})((window.PS = window.PS || {}));
