// Numbers that belong to a person: used on the page if one insists, never stored.
(function (PS) {
  "use strict";

  const KINDS = [
    ["身份证号", /(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)/],
    ["手机号", /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/],
    ["电话号码", /(?<!\d)(?:0\d{2,3}[-－— ]?)[2-9]\d{6,7}(?!\d)/],
  ];

  // the kind of number a text holds, or ""
  function privateKind(text) {
    const plain = String(text).normalize("NFKC");
    const found = KINDS.find((kind) => kind[1].test(plain));
    return found ? found[0] : "";
  }

  // the entries of a map that may be stored
  function storable(map) {
    const kept = {};
    Object.keys(map).forEach((name) => { if (!privateKind(map[name])) kept[name] = map[name]; });
    return kept;
  }

  PS.privateKind = privateKind;
  PS.storable = storable;
})((window.PS = window.PS || {}));
