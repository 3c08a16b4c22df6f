// Progress of several people in one, and of older editions of a template in the current one.
(function (PS) {
  "use strict";

  // what either has done is done; of two notes the newer stays
  function merged(mine, theirs) {
    const notes = Object.assign({}, mine.notes);
    Object.keys(theirs.notes).forEach((key) => {
      const own = PS.own(notes, key);
      if (!own || theirs.notes[key].at > own.at) notes[key] = theirs.notes[key];
    });
    return Object.assign({}, mine, { done: Object.assign({}, theirs.done, mine.done), notes });
  }

  function renamedKey(key, renamed) {
    const whole = PS.own(renamed, key);
    if (whole) return whole;
    const parts = key.split("/"), task = PS.own(renamed, parts[0]);
    return task ? [task].concat(parts.slice(1)).join("/") : key;
  }

  // Ids that changed lead to the new ones; ids nobody knows stay, so that nothing is lost.
  function migrated(record, program) {
    const renamed = program.renamed || {}, copy = Object.assign({}, record, { done: {}, notes: {} });
    ["done", "notes"].forEach((part) => Object.keys(record[part]).forEach((key) => {
      const target = renamedKey(key, renamed);
      if (target === key || PS.own(record[part], target) === undefined) copy[part][target] = record[part][key];
    }));
    return Object.assign(copy, { version: program.version });
  }

  PS.merged = merged;
  PS.migrated = migrated;
})((window.PS = window.PS || {}));
