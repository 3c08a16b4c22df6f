// Names of places in what a person typed. Mirrors macros/fill/places.py.
(function (PS) {
  "use strict";

  var SUFFIX = new RegExp("街道|社区|(?<![城下老家回])乡(?![村镇亲间土])|(?<![乡村城集])镇(?![村区])|村(?![民庄级委口道里镇“])|县(?![级城区])" +
    "|(?<![社小片园辖景校厂库])区(?![域别间分级县里内])|(?<!城)市(?![场民容政级直区县内里])", "g");
  var EDGE = /[的和与及在由到对向从各本全该每个我为是把将给于等以或并同经按请至往去来让被某]/;
  var COMMON = new RegExp("(组织|辖区|所有|相关|有关|老旧|住宅|居民|部分|重点|试点|其他|其它|先行|示范|城市|农村|智慧|平安|文明|现有" +
    "|某某|进入|开展|服务|深入|走进|依托|协助|督促|通知|配合|纳入|报送|上报|联系|负责|下辖|所在|附近|周边|相邻|中心" +
    "|集体|既有|先进|困难|行政|自然|整个|一个|两个|几个|多个|属地|各类|各地|[老主新]城)$");
  var ASKED = /^某某(街道|社区|乡|镇|村|县|区|市)$/;
  var STEM = 4;

  // each name with its kind: ["东风街道", "街道"]
  function namedPlaces(text) {
    var found = [];
    text.replace(SUFFIX, function (kind) {
      var at = arguments[arguments.length - 2];
      var before = /[\u4e00-\u9fff]*$/.exec(text.slice(Math.max(0, at - STEM), at))[0];
      var stem = stemOf(before);
      if (stem.length > 1 && !COMMON.test(stem)) found.push([stem + kind, kind]);
    });
    return found;
  }

  // What stands after the last particle; a particle may also begin a name, as in 和平.
  function stemOf(text) {
    var stem = text.split(EDGE).pop();
    return stem.length === 1 && "山城地".indexOf(stem) < 0 ? text.slice(-2) : stem;
  }

  // [blank, name] of every place that is none of the plan's own
  function foreign(filling) {
    var typed = filling.values.vars, asked = {}, kinds = {}, found = [];
    filling.program.vars.forEach(function (entry) {
      var match = ASKED.exec(entry.eg);
      if (match && PS.own(typed, entry.name) !== undefined) {
        asked[entry.name] = true;
        kinds[match[1]] = true;
      }
    });
    var own = Object.keys(asked).map(function (name) { return typed[name]; });
    Object.keys(typed).forEach(function (name) {
      if (PS.own(asked, name)) return;
      namedPlaces(typed[name]).forEach(function (pair) {
        if (PS.own(kinds, pair[1]) && !isOwn(pair[0], own)) found.push([name, pair[0]]);
      });
    });
    return found;
  }

  function isOwn(place, own) {
    return own.some(function (text) { return text.indexOf(place) >= 0 || place.endsWith(text); });
  }

  PS.foreign = foreign;
})((window.PS = window.PS || {}));
