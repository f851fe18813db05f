"use strict";
/* From a word of the query to the keys of the index that it may mean, the surest first. */

/** How sure: the word itself, its beginning, another spelling of a name, one letter off. */
const LEVEL = { exact: 0, prefix: 1, spelling: 2, typo: 3 };
const SHORTEST_GUESS = 4;
const SHORTEST_BEGINNING = 5;
const MOST_GUESSES = 8;

/** Whether one letter more, less, other, or swapped with its neighbour makes `a` into the first `length` of `b`. */
function oneEdit(a, b, length = b.length) {
  const more = a.length - length;
  if (more > 1 || more < -1 || length > b.length) return false;
  let at = 0;
  while (at < a.length && at < length && a[at] === b[at]) at += 1;
  const alike = (fromA, fromB) => {
    while (fromA < a.length && fromB < length && a[fromA] === b[fromB]) {
      fromA += 1;
      fromB += 1;
    }
    return fromA >= a.length && fromB >= length;
  };
  if (more === 1) return alike(at + 1, at);
  if (more === -1) return alike(at, at + 1);
  return alike(at + 1, at + 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && alike(at + 2, at + 2));
}

/** The number of letters to add, drop or change between two words, at most `most` + 1. */
function editDistance(a, b, most) {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1)
      current[j] = Math.min(
        previous[j] + 1,
        current[j - 1] + 1,
        previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      );
    if (Math.min(...current) > most) return most + 1;
    previous = current;
  }
  return previous[b.length];
}

function makeLookup(shards, meta, language) {
  const { key, looseStems, slippedStems, coarse } = language;
  const spellingsOfNames = Object.entries(TABLES.names);

  const rowsOf = async (keys) => {
    const rows = await Promise.all([...keys].map((one) => shards.term(meta, one)));
    return rows.filter((row) => row !== undefined);
  };

  return {
    /** The word as spelt, whatever its endings. */
    async exact(word) {
      return rowsOf([key(word)]);
    },

    /** The word as the beginning of a longer one, its last ending perhaps half typed. */
    async beginnings(word) {
      const stemmed = key(word);
      const names = spellingsOfNames.filter(([spelling]) => spelling.startsWith(word)).map(([, name]) => name);
      const found = await Promise.all([
        shards.termsFrom(meta, word),
        stemmed !== word && stemmed.length > 2 ? shards.termsFrom(meta, stemmed) : [],
        rowsOf(new Set([...names, ...looseStems(word)])),
      ]);
      return found.flat();
    },

    /** Words that are the same in the coarse form: Xo‘jayev, Khodjaev. */
    async spellings(word) {
      if (word.length < SHORTEST_GUESS) return [];
      const wanted = new Set([coarse(word), coarse(key(word))]);
      const near = await shards.vocabulary(meta, Math.max(3, word.length - 6), word.length + 2);
      const same = near.filter((row) => wanted.has(row[3]));
      return rowsOf(same.map(([candidate]) => candidate));
    },

    /** Words one letter off, the surest kind only: the word or its stem, its coarse form, its beginning. */
    async typos(word, unfinished) {
      if (word.length < SHORTEST_GUESS) return [];
      const forms = [...new Set([word, key(word), ...looseStems(word)])].filter(
        (form) => form.length >= SHORTEST_GUESS
      );
      const slipped = new Set(slippedStems(word));
      const coarsely = word.length > SHORTEST_GUESS ? [coarse(word), coarse(key(word))] : [];
      const begins = unfinished && word.length >= SHORTEST_BEGINNING;
      const [near, inflected] = await Promise.all([
        shards.vocabulary(meta, 3, begins ? 99 : word.length + 2),
        shards.forms(meta, word.length - 1, word.length + 1),
      ]);
      const ofForms = new Set(inflected.filter(([form]) => oneEdit(word, form)).map(([, candidate]) => candidate));
      const kindOfSlip = (candidate, spelt) => {
        if (ofForms.has(candidate)) return 0;
        const at = forms.findIndex((form) => oneEdit(form, candidate));
        if (at >= 0) return at > 1 ? 1 : 0;
        if (slipped.has(candidate)) return 1;
        if (coarsely.some((form) => oneEdit(form, spelt))) return 2;
        return begins && [-1, 0, 1].some((more) => oneEdit(word, candidate, word.length + more)) ? 3 : undefined;
      };
      const found = near
        .map(([candidate, , records, spelt]) => [candidate, records, kindOfSlip(candidate, spelt)])
        .filter(([, , kind]) => kind !== undefined)
        .sort((a, b) => a[2] - b[2] || b[1] - a[1])
        .slice(0, MOST_GUESSES);
      return rowsOf(found.filter(([, , kind]) => kind === found[0][2]).map(([candidate]) => candidate));
    },

    /** The words of the index most like an unknown one, as the reader would write them; some in `any` case. */
    async nearest(word, count, any) {
      const near = await shards.vocabulary(meta, Math.max(3, word.length - 3), word.length + 3);
      const wanted = coarse(word);
      const most = Math.max(2, word.length - 1);
      const close = Math.max(2, Math.floor(word.length / 3));
      const found = near
        .filter(([, display, records]) => records && display)
        .map(([, display, records, spelt]) => [display, editDistance(wanted, spelt, most), records])
        .filter(([, distance]) => distance <= most)
        .sort((a, b) => a[1] - b[1] || b[2] - a[2] || (a[0] < b[0] ? -1 : 1))
        .slice(0, count);
      const closest = found.filter(([, distance]) => distance <= close);
      return (closest.length || !any ? closest : found).map(([display]) => display);
    },
  };
}
