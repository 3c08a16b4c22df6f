// “我的方案” of one plan type, kept in this browser only.
(function (PS) {
  "use strict";

  const prefix = (plan) => "ps:mine:1:" + plan + ":";
  const current = (plan) => "ps:now:1:" + plan;

  function load(key) {
    const text = PS.store.read(key);
    if (text === null) return null;
    try {
      return PS.record.parsed(text);
    } catch (error) {
      return null; // not ours or broken: left alone, not shown
    }
  }

  function list(plan) {
    return PS.store.keys(prefix(plan)).map(load).filter((record) => record !== null);
  }

  function get(plan, id) { return load(prefix(plan) + id); }

  // a record without what belongs to a person: what may be stored or handed on
  function kept(record) {
    return Object.assign({}, record, {
      vars: PS.storable(record.vars), units: PS.storable(record.units),
      name: PS.privateKind(record.name) ? "未命名" : record.name, notes: storableNotes(record.notes) });
  }

  function save(record) {
    return PS.store.write(prefix(record.plan) + record.id, JSON.stringify(kept(record)));
  }

  function storableNotes(notes) {
    const plain = {};
    Object.keys(notes).forEach((key) => { if (!PS.privateKind(notes[key].text)) plain[key] = notes[key]; });
    return plain;
  }

  // What another window has written since stays: only the named field is ours.
  function saveField(record, part, key) {
    const found = get(record.plan, record.id);
    if (!found) return save(record);
    const stored = PS.migrated(found, PS.programs[record.plan]); // our keys are the current ones
    if (part === "start" || part === "name") stored[part] = record[part];
    else if (PS.own(record[part], key) === undefined) delete stored[part][key];
    else stored[part][key] = record[part][key];
    return save(stored);
  }

  function remove(record) { PS.store.remove(prefix(record.plan) + record.id); }

  function choose(record) { PS.store.write(current(record.plan), record.id); }

  function chosen(plan) {
    const records = list(plan), id = PS.store.read(current(plan));
    return records.find((record) => record.id === id) || records[0] || null;
  }

  // a name nobody has yet: 我的方案, 我的方案 2, …
  function freeName(plan, wish) {
    const taken = new Set(list(plan).map((record) => record.name));
    let name = wish, number = 2;
    while (taken.has(name)) name = wish + " " + number++;
    return name;
  }

  PS.mine = { prefix, list, get, kept, save, saveField, remove, choose, chosen, freeName };
})((window.PS = window.PS || {}));
