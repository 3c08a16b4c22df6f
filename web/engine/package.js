// ZIP packages with stored entries; byte for byte what macros/writers/package.py makes.
(function (PS) {
  "use strict";

  var TABLE = new Uint32Array(256).map(function (_, n) {
    for (var k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n >>> 0;
  });
  var EPOCH = 0x00210000; // 1980-01-01 00:00, DOS date above DOS time
  var MODE = 0x01800000; // the owner may read and write, as zipfile writes

  function crc32(bytes) {
    var crc = 0xffffffff;
    for (var i = 0; i < bytes.length; i++) crc = TABLE[(crc ^ bytes[i]) & 255] ^ (crc >>> 8);
    return (crc ^ 0xffffffff) >>> 0;
  }

  function record(fields) {
    var size = fields.reduce(function (sum, field) { return sum + field[1]; }, 0);
    var view = new DataView(new ArrayBuffer(size)), at = 0;
    fields.forEach(function (field) {
      if (field[1] === 2) view.setUint16(at, field[0], true);
      else view.setUint32(at, field[0], true);
      at += field[1];
    });
    return new Uint8Array(view.buffer);
  }

  function joined(chunks) {
    var size = chunks.reduce(function (sum, chunk) { return sum + chunk.length; }, 0);
    var all = new Uint8Array(size), at = 0;
    chunks.forEach(function (chunk) { all.set(chunk, at); at += chunk.length; });
    return all;
  }

  // entries: [[name, Uint8Array]]
  function zip(entries) {
    var encoder = new TextEncoder(), chunks = [], central = [], offset = 0, listed = 0;
    entries.forEach(function (entry) {
      var name = encoder.encode(entry[0]), body = entry[1];
      var flags = name.length === entry[0].length ? 0 : 0x800;
      var common = [[20, 2], [flags, 2], [0, 2], [EPOCH, 4], [crc32(body), 4], [body.length, 4], [body.length, 4], [name.length, 2], [0, 2]];
      var local = record([[0x04034b50, 4]].concat(common));
      chunks.push(local, name, body);
      central.push(record([[0x02014b50, 4], [20, 2]].concat(common, [[0, 2], [0, 2], [0, 2], [MODE, 4], [offset, 4]])), name);
      offset += local.length + name.length + body.length;
      listed += 46 + name.length;
    });
    var end = record([[0x06054b50, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [listed, 4], [offset, 4], [0, 2]]);
    return joined(chunks.concat(central, [end]));
  }

  PS.crc32 = crc32;
  PS.zip = zip;
})((window.PS = window.PS || {}));
