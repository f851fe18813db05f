"use strict";
/* Which documents answer, and in what order. Documents are numbered by the builder: records before passages, the
 * most mentioned first; so among equals the smaller number wins. */

const FIELD = { text: 1, facet: 2, title: 3 };
/** How the words sit in a record, best first; `why.place` of a result is one of these. */
const PLACES = [
  "whole title",
  "title of an agreement or a person",
  "title",
  "beginning or guess in the title of an agreement or a person",
  "beginning or guess in the title",
  "title and facets",
  "facets",
  "text",
];
const LEVELS = 4;
/** Where no record has all words, so many that lack one are added. */
const NEARLY = 5;

/** The documents that have a word: for each a code, the higher the better (field first, then how sure). */
function codesOf(rows, count) {
  const codes = new Uint8Array(count);
  for (const { row, level } of rows)
    for (const [at, field] of [[2, FIELD.title], [3, FIELD.facet], [4, FIELD.text]]) {
      const code = field * LEVELS + (LEVELS - 1 - level);
      let doc = 0;
      for (const step of row[at]) {
        doc += step;
        if (codes[doc] < code) codes[doc] = code;
      }
    }
  return codes;
}

/** The builder writes small numbers as one character a document, "0" for none. */
const numberAt = (characters, doc) => characters.charCodeAt(doc) - "0".charCodeAt(0);

function kindOf(meta, doc) {
  const [type, label] = meta.kinds[numberAt(meta.kind, doc)];
  return { type, label };
}

/** The number of the place in `PLACES`: `titles` of `found` words are in the title, `texts` only in the text. */
function placeOf(meta, doc, { found, titles, texts, level }, words) {
  if (titles === found) {
    if (titles === words && numberAt(meta.lengths, doc) === words) return 0;
    const first = ["agreement", "person"].includes(kindOf(meta, doc).type);
    return (level === LEVEL.exact ? 1 : 3) + (first ? 0 : 1);
  }
  if (texts) return 7;
  return titles ? 5 : 6;
}

/** What a document has of the words. */
function countsOf(words, doc) {
  const counts = { found: 0, titles: 0, texts: 0, level: 0, lacks: 0, lacksLetters: 0, lacksOptional: 0 };
  for (const word of words) {
    const code = word.codes[doc];
    if (!code) {
      if (word.optional) counts.lacksOptional += 1;
      else counts.lacks += 1;
      if (!word.number && !word.optional) counts.lacksLetters += 1;
      continue;
    }
    const field = Math.floor(code / LEVELS);
    counts.found += 1;
    if (field === FIELD.title) counts.titles += 1;
    if (field === FIELD.text) counts.texts += 1;
    counts.level = Math.max(counts.level, LEVELS - 1 - (code % LEVELS));
  }
  return counts;
}

/**
 * The answering documents in order: `{all, partly, best: [{doc, why}]}`. Those with all words where there are any,
 * else those with the most; where no record but a source's page has all, a few that lack one word follow.
 */
function ranked(meta, words, most) {
  const needed = words.filter((word) => !word.optional).length;
  const hits = [];
  for (let doc = 0; doc < meta.count; doc += 1) {
    const counts = countsOf(words, doc);
    if (counts.lacks >= needed) continue;
    const place = placeOf(meta, doc, counts, words.length);
    const passage = doc >= meta.passages;
    const absent = counts.lacksLetters * (words.length + 1) + counts.lacksOptional;
    const order = ((absent * 2 + (passage ? 1 : 0)) * PLACES.length + place) * LEVELS + counts.level;
    const why = { lacks: counts.lacks, passage, place: PLACES[place], level: counts.level };
    hits.push({ doc, order, lacks: counts.lacks, why });
  }
  hits.sort((a, b) => a.lacks - b.lacks || a.order - b.order || a.doc - b.doc);
  const isRecord = ({ doc, why }) => !why.passage && kindOf(meta, doc).type !== "source";
  const fewest = hits.length ? hits[0].lacks : 0;
  const answering = hits.filter((hit) => hit.lacks === fewest);
  const nearly =
    fewest === 0 && needed > 1 && !answering.some(isRecord)
      ? hits.filter((hit) => hit.lacks === 1 && isRecord(hit)).slice(0, NEARLY)
      : [];
  const best = [...answering.slice(0, most - nearly.length), ...nearly];
  return { all: answering.length + nearly.length, partly: fewest > 0, best };
}
