"use strict";
/* The index lies in small files beside the worker; each is fetched when a query first needs it. */

/** Reads `assets/search/index/`; `meta()` is its table of contents. */
function makeShards(base) {
  const files = new Map();
  const rows = new Map();

  /* The files named by what they hold change with the site, so they are asked for anew; the others never change. */
  const json = (name, cache = "default") => {
    if (!files.has(name))
      files.set(
        name,
        fetch(new URL(`${name}.json`, base), { cache }).then((response) => {
          if (!response.ok) throw new Error(`${response.status} ${name}`);
          return response.json();
        })
      );
    const file = files.get(name);
    file.catch(() => files.delete(name));
    return file;
  };

  const lastNotAfter = (firsts, wanted) => {
    let low = 0;
    let high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firsts[middle] <= wanted) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const termFile = async (name) => {
    if (!rows.has(name)) {
      const file = await json(name);
      rows.set(name, { keys: file.map((row) => row[0]), byKey: new Map(file.map((row) => [row[0], row])) });
    }
    return rows.get(name);
  };

  const byLength = async ({ firsts, lasts, files: names }, from, to) => {
    const wanted = names.filter((name, at) => lasts[at] >= from && firsts[at] <= to);
    const found = await Promise.all(wanted.map((name) => json(name)));
    return found.flat().filter(([word]) => word.length >= from && word.length <= to);
  };

  return {
    meta: () => json("meta", "no-cache"),

    /** The answers to one letter, alone and with a second one; undefined where no word begins with it. */
    first: async (letter) => (LETTERS.includes(letter) ? json(`first-${letter}`, "no-cache") : undefined),

    /** Fetches ahead what the next letters will need: titles, and the terms that begin with `letter`. */
    async warm(letter) {
      const { titles, terms } = await json("meta", "no-cache");
      const from = lastNotAfter(terms.firsts, letter);
      terms.files.slice(from, from + 12).forEach((name, at) => {
        if (!at || terms.firsts[from + at].startsWith(letter)) termFile(name);
      });
      for (const name of titles.files) await json(name);
    },

    /** The row of one key, `[key, display, titles, facets, texts]`, or undefined. */
    async term(meta, key) {
      if (!meta.terms.files.length) return undefined;
      const file = await termFile(meta.terms.files[lastNotAfter(meta.terms.firsts, key)]);
      return file.byKey.get(key);
    },

    /** The rows of all keys that begin with `prefix`. */
    async termsFrom(meta, prefix) {
      const { firsts, files: names } = meta.terms;
      if (!names.length) return [];
      const wanted = [];
      for (let i = lastNotAfter(firsts, prefix); i < names.length; i += 1) {
        if (wanted.length && !firsts[i].startsWith(prefix)) break;
        wanted.push(names[i]);
      }
      const loaded = await Promise.all(wanted.map(termFile));
      return loaded.flatMap((file) =>
        file.keys.filter((key) => key.startsWith(prefix)).map((key) => file.byKey.get(key))
      );
    },

    /** All words of the index whose length lies between the two: `[key, display, records, coarse]`. */
    vocabulary: (meta, from, to) => byLength(meta.vocabulary, from, to),

    /** All inflected words whose length lies between the two: `[form, key]`. */
    forms: (meta, from, to) => byLength(meta.forms, from, to),

    /** `[title, location]` of a document. */
    async title(meta, doc) {
      return (await json(meta.titles.files[Math.floor(doc / meta.titles.size)]))[doc % meta.titles.size];
    },

    /** The plain text of a document. */
    async text(meta, doc) {
      const at = lastNotAfter(meta.texts.firsts, doc);
      return (await json(meta.texts.files[at]))[doc - meta.texts.firsts[at]];
    },
  };
}
