// Sums of money, in figures and in words. Mirrors macros/fill/amount.py; a sum is a whole number of hundredths.
(function (PS) {
  "use strict";

  var DIGITS = "零壹贰叁肆伍陆柒捌玖";
  var PLACES = ["", "拾", "佰", "仟"];
  var GROUPS = ["", "万", "亿", "万亿"];
  var NUMBER = /^[0-9]{1,10}(\.[0-9]{1,2})?$/;

  function parseAmount(text) {
    var plain = text.replace(/[,，]/g, "").replace(/^ +| +$/g, "");
    if (!NUMBER.test(plain)) return null;
    var parts = plain.split(".");
    return Number(parts[0]) * 100 + Number(((parts[1] || "") + "00").slice(0, 2));
  }

  function figure(hundredths) {
    var rest = String(hundredths % 100).padStart(2, "0").replace(/0+$/, "");
    return String(Math.floor(hundredths / 100)) + (rest ? "." + rest : "");
  }

  function inWords(cents) {
    var whole = Math.floor(cents / 100), jiao = Math.floor(cents / 10) % 10, fen = cents % 10;
    var words = whole ? wholeWords(whole) + "元" : "";
    if (!jiao && !fen) return words ? words + "整" : "零元整";
    if (jiao) words += DIGITS[jiao] + "角";
    else if (words) words += "零";
    return fen ? words + DIGITS[fen] + "分" : words;
  }

  function wholeWords(number) {
    var groups = [0, 1, 2, 3].map(function (i) {
      return Math.floor(number / Math.pow(10000, i)) % 10000;
    });
    var words = "";
    for (var i = 3; i >= 0; i--) {
      var group = groups[i];
      if (words && group && (group < 1000 || groups[i + 1] % 10 === 0)) words += "零";
      if (group) words += four(group) + GROUPS[i];
    }
    return words.replace(/零+/g, "零");
  }

  function four(group) {
    var words = "";
    for (var place = 3; place >= 0; place--) {
      var digit = Math.floor(group / Math.pow(10, place)) % 10;
      if (digit) words += DIGITS[digit] + PLACES[place];
      else if (words && group % Math.pow(10, place)) words += "零";
    }
    return words.replace(/零+/g, "零");
  }

  PS.parseAmount = parseAmount;
  PS.figure = figure;
  PS.inWords = inWords;
})((window.PS = window.PS || {}));
