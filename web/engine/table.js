// Records of one shape, sent as rows: what a row leaves out, its record does not have.
(function (PS) {
  "use strict";

  function table(keys, rows) {
    return rows.map(function (row) {
      var record = {};
      keys.forEach(function (key, i) { if (i in row) record[key] = row[i]; });
      return record;
    });
  }

  PS.table = table;
})((window.PS = window.PS || {}));
