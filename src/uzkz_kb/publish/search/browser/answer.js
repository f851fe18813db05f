"use strict";
/* One query, from the box to the list of results. */

const MOST_WORDS = 32;
const MOST_LETTERS = 300;
const MOST_RESULTS = 40;
const WITH_TEASER = 12;
const NEAREST = 5;

function makeLanguage(meta) {
  const stem = makeStem(meta.stem);
  const names = new Map(Object.entries(meta.names));
  const key = (folded) => {
    const stemmed = stem(folded);
    return names.has(stemmed) ? names.get(stemmed) : stemmed;
  };
  return { words: makeWords(meta.fold), coarse: makeCoarse(meta.fold), looseStems: makeLooseStems(meta.stem, stem), stem, key };
}

function makeAnswer(shards) {
  let ready;
  const prepare = async () => {
    const meta = await shards.meta();
    const language = makeLanguage(meta);
    return { meta, language, lookup: makeLookup(shards, meta, language), stop: new Set(meta.stop) };
  };

  const fill = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  /** The words to look for: stop words are dropped where others stand, the last may be unfinished. */
  const wanted = ({ language, stop }, query) => {
    const tokens = language.words(query).slice(0, MOST_WORDS);
    const unfinished = tokens.length && tokens[tokens.length - 1].end === query.trimEnd().length && !/\s$/.test(query);
    const seen = new Set();
    const words = [];
    tokens.forEach((token, at) => {
      const last = at === tokens.length - 1;
      const isStop = stop.has(token.folded);
      if (isStop && (!last || words.length)) return;
      const key = language.key(token.folded);
      if (seen.has(key) && !last) return;
      if (seen.has(key) && words.some((word) => language.key(word.folded) === key)) return;
      seen.add(key);
      words.push({
        surface: query.slice(token.start, token.end),
        folded: token.folded,
        unfinished: Boolean(last && unfinished),
        optional: Boolean(last && words.length && token.folded.length < 3),
        rows: [],
        keys: new Map(),
      });
    });
    return words;
  };

  const add = (word, rows, level) => {
    for (const row of rows)
      if (!word.keys.has(row[0])) {
        word.keys.set(row[0], level);
        word.rows.push({ row, level });
      }
  };

  const findsRecord = (word, meta) =>
    word.rows.some(({ row }) => [row[2], row[3], row[4]].some((docs) => docs && docs.length && docs[0] < meta.passages));

  /** Fills a word's keys, going on to guesses only where what is surer finds no record. */
  const resolve = async ({ meta, lookup }, word, guess) => {
    add(word, await lookup.exact(word.folded), LEVEL.exact);
    const enough = () => !guess && findsRecord(word, meta);
    if (word.folded.length > 2 && (word.unfinished || !enough()))
      add(word, await lookup.beginnings(word.folded), LEVEL.prefix);
    if (!word.optional && !enough()) add(word, await lookup.spellings(word.folded), LEVEL.spelling);
    if (!word.optional && !enough()) add(word, await lookup.typos(word.folded, word.unfinished), LEVEL.typo);
    word.codes = codesOf(word.rows, meta.count);
  };

  const answerShort = async ({ meta }, word) => {
    const found = await shards.shortPrefix(meta, word.folded);
    word.begin = word.folded;
    word.codes = new Uint8Array(meta.count);
    const docs = found ? found[2] : [];
    docs.forEach((doc) => (word.codes[doc] = 1));
    return { all: found ? found[0] : 0, best: docs.map((doc) => ({ doc, why: undefined })), display: found && found[1] };
  };

  /** Results as the theme groups them: a passage stands under its source. */
  const items = async ({ meta, language }, words, best) => {
    const docs = await Promise.all(
      best.map(async (hit, at) => {
        const [title, location] = await shards.title(meta, hit.doc);
        const text = at < WITH_TEASER ? await shards.text(meta, hit.doc) : "";
        const label = meta.kinds[meta.kind.charCodeAt(hit.doc) - 48][1];
        return { hit, title, location, text, label, score: best.length - at };
      })
    );
    const groups = new Map();
    for (const doc of docs) {
      const page = doc.location.split("#")[0];
      const group = doc.location === page ? doc.location : `${page}#`;
      if (!groups.has(group)) {
        const parent = { ...doc, hit: undefined, location: page, text: "" };
        groups.set(group, doc.location === page ? [] : [parent]);
      }
      groups.get(group).push(doc);
    }
    return [...groups.values()].map((group) =>
      group.length === 1
        ? [item(language, words, group[0])]
        : [...group.slice(1), group[0]].map((doc) => item(language, words, doc))
    );
  };

  /** The last word as the index completes it, written on from what was typed. */
  const completion = ({ language }, word, display) => {
    if (!word || !word.unfinished || !display) return [];
    for (let length = 1; length < display.length; length += 1) {
      const [token] = language.words(display.slice(0, length));
      if (token && token.folded === word.folded && display.slice(0, length).toLowerCase() === word.surface.toLowerCase())
        return [word.surface + display.slice(length)];
    }
    return [];
  };

  const likeliest = (word) => {
    const last = word && word.rows.filter(({ level }) => level === LEVEL.prefix);
    if (!last || !last.length) return undefined;
    const weight = ({ row }) => row[2].length * 4 + row[3].length + row[4].length;
    return last.reduce((a, b) => (weight(b) > weight(a) ? b : a)).row[1];
  };

  const nearestFor = async ({ lookup }, query, word) => {
    const near = await lookup.nearest(word.folded, NEAREST);
    return near.map((display) => ({ word: display, query: query.trim().replace(word.surface, () => display) }));
  };

  return async function answer(typed) {
    const query = typed.slice(0, MOST_LETTERS);
    if (!query.trim()) return { items: [] };
    ready = ready || prepare();
    let all;
    try {
      all = await ready;
    } catch (error) {
      ready = undefined;
      throw error;
    }
    const { meta } = all;
    const words = wanted(all, query);
    const notes = [];
    if (!words.length)
      return { items: [], notes: [fill(MESSAGES.nothing, { word: query.trim() })], nearest: [] };

    let result;
    if (words.length === 1 && words[0].folded.length < 3 && words[0].unfinished) {
      result = await answerShort(all, words[0]);
    } else {
      await Promise.all(words.map((word) => resolve(all, word, false)));
      result = ranked(meta, words, MOST_RESULTS);
      if (result.partly || !result.all) {
        await Promise.all(words.map((word) => resolve(all, word, true)));
        result = ranked(meta, words, MOST_RESULTS);
      }
      if (result.partly && words.length > 1) notes.push(MESSAGES.partly);
      for (const word of words) {
        const sure = word.rows.some(({ level }) => level < LEVEL.typo);
        if (!sure && word.rows.length)
          notes.push(fill(MESSAGES.similar, { word: word.surface, near: word.rows.slice(0, 3).map(({ row }) => row[1]).join(", ") }));
      }
    }

    let nearest = [];
    if (!result.all) notes.push(fill(MESSAGES.nothing, { word: query.trim() }));
    if (!result.all || result.partly)
      for (const word of words)
        if (!word.rows.length && !word.optional) nearest.push(...(await nearestFor(all, query, word)));
    nearest = nearest.slice(0, NEAREST);
    if (result.all > result.best.length)
      notes.push(fill(MESSAGES.first, { all: result.all, shown: result.best.length }));
    const last = words[words.length - 1];
    return {
      items: await items(all, words, result.best),
      suggest: completion(all, last, result.display || likeliest(last)),
      notes,
      nearest,
      nearestLabel: MESSAGES.nearest,
    };
  };
}
