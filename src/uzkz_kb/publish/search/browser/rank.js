"use strict";
/* Which documents answer, and in what order. Documents are numbered by the builder: records before passages, the
 * most mentioned first; so among equals the smaller number wins. */

const FIELD = { text: 1, facet: 2, title: 3 };
/** How the words sit in a document, best first; `why.place` of a result is one of these. */
const PLACES = ["whole title", "title of an agreement or a person", "title", "title and facets", "facets", "text"];
const LEVELS = 4;

/** The documents that have a word: for each a code, the higher the better (field first, then how sure). */
function codesOf(rows, count) {
  const codes = new Uint8Array(count);
  for (const { row, level } of rows)
    for (const [at, field] of [[2, FIELD.title], [3, FIELD.facet], [4, FIELD.text]]) {
      const code = field * LEVELS + (LEVELS - 1 - level);
      let doc = 0;
      for (const step of row[at] || []) {
        doc += step;
        if (codes[doc] < code) codes[doc] = code;
      }
    }
  return codes;
}

function placeOf(meta, doc, fields, level, words) {
  const titles = fields.filter((field) => field === FIELD.title).length;
  const texts = fields.filter((field) => field === FIELD.text).length;
  if (titles === fields.length) {
    if (level <= LEVEL.prefix && titles === words && meta.lengths.charCodeAt(doc) - 48 === words) return 0;
    const type = meta.kinds[meta.kind.charCodeAt(doc) - 48][0];
    return type === "agreement" || type === "person" ? 1 : 2;
  }
  if (texts) return 5;
  return titles ? 3 : 4;
}

/**
 * The answering documents in order: `{all, best: [{doc, why}]}`. Only those with all words where there are any,
 * else those with the most. A word that is `optional` may be absent, yet counts where it stands.
 */
function ranked(meta, words, most) {
  const count = meta.count;
  const hits = [];
  let fewest = Infinity;
  const needed = words.filter((word) => !word.optional).length;
  for (let doc = 0; doc < count; doc += 1) {
    let missing = 0;
    let level = 0;
    let found = 0;
    const fields = [];
    for (const word of words) {
      const code = word.codes[doc];
      if (code) {
        fields.push(Math.floor(code / LEVELS));
        level = Math.max(level, LEVELS - 1 - (code % LEVELS));
        if (!word.optional) found += 1;
      } else missing += word.optional ? 0.5 : 1;
    }
    if (!found) continue;
    const lacks = needed - found;
    if (lacks > fewest) continue;
    fewest = lacks;
    const place = placeOf(meta, doc, fields, level, words.length);
    const passage = doc >= meta.passages ? 1 : 0;
    const order = ((missing * 2 * 2 + passage) * PLACES.length + place) * LEVELS + level;
    hits.push({ doc, order, lacks, why: { missing, passage: passage === 1, place: PLACES[place], level } });
  }
  const answering = hits.filter((hit) => hit.lacks === fewest).sort((a, b) => a.order - b.order || a.doc - b.doc);
  return { all: answering.length, partly: fewest > 0 && answering.length > 0, best: answering.slice(0, most) };
}
