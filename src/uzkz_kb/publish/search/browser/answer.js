"use strict";
/* One query, from the box to the list of results. */

const MOST_WORDS = 32;
const MOST_LETTERS = 300;
const MOST_RESULTS = 40;
const WITH_TEASER = 10;
const NEAREST = 5;

const fill = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function makeLanguage() {
  const stem = makeStem(TABLES.stem);
  const names = new Map(Object.entries(TABLES.names));
  const key = (folded) => {
    const stemmed = stem(folded);
    return names.has(stemmed) ? names.get(stemmed) : stemmed;
  };
  const endings = TABLES.stem.rules.map((rule) => rule.ending);
  const words = makeWords(TABLES.fold);
  const texts = new Map();
  return {
    words,
    /** The words of a text with their keys; the texts on show are read once for many key presses. */
    read(text) {
      if (texts.size > 500) texts.clear();
      if (!texts.has(text)) texts.set(text, words(text).map((token) => ({ ...token, key: key(token.folded) })));
      return texts.get(text);
    },
    coarse: makeCoarse(TABLES.fold),
    looseStems: makeLooseStems(stem, (rest) => endings.some((ending) => ending.startsWith(rest))),
    slippedStems: makeLooseStems(stem, (rest) => rest.length > 1 && endings.some((ending) => oneEdit(rest, ending))),
    stop: new Set(TABLES.stop),
    afterNumber: new Set(TABLES.after_number),
    key,
  };
}

/** The words to look for: stop words are dropped where others stand, the last may be unfinished. */
function wantedWords(language, query) {
  const tokens = language.words(query).slice(0, MOST_WORDS);
  const words = new Map();
  tokens.forEach((token, at) => {
    const last = at === tokens.length - 1;
    if (at && /^\d/.test(tokens[at - 1].folded) && language.afterNumber.has(token.folded)) return;
    const key = language.key(token.folded);
    if (words.has(key) || (language.stop.has(token.folded) && (!last || words.size))) return;
    words.set(key, {
      surface: query.slice(token.start, token.end),
      folded: token.folded,
      number: /^\d/.test(token.folded),
      unfinished: last && !/\s$/.test(query),
      optional: last && words.size > 0 && token.folded.length < 3,
      rows: [],
      keys: new Map(),
    });
  });
  return [...words.values()];
}

function addRows(word, rows, level) {
  for (const row of rows)
    if (!word.keys.has(row[0])) {
      word.keys.set(row[0], level);
      word.rows.push({ row, level });
    }
}

/** Fills a word's rows and codes, going on to less sure ones where what is surer finds no record: the coarse form
 * of a name, and, where still nothing is found (or, to `guess`, no record), one letter off. */
async function resolve(lookup, meta, word, guess) {
  const inRecord = ({ row }) => row.slice(2, 5).some((docs) => docs.length && docs[0] < meta.passages);
  const records = () => word.rows.some(inRecord);
  const begins = () => (word.folded.length > 2 ? lookup.beginnings(word.folded) : []);
  const [same, longer] = await Promise.all([lookup.exact(word.folded), word.unfinished ? begins() : []]);
  addRows(word, same, LEVEL.exact);
  addRows(word, longer, LEVEL.prefix);
  if (!records() && !word.unfinished) addRows(word, await begins(), LEVEL.prefix);
  if ((guess || !records()) && !word.optional) addRows(word, await lookup.spellings(word.folded), LEVEL.spelling);
  if (!word.optional && (guess ? !records() : !word.rows.length))
    addRows(word, await lookup.typos(word.folded, word.unfinished), LEVEL.typo);
  word.codes = codesOf(word.rows, meta.count);
}

/** Results as the theme groups them: passages stand under their source. */
function grouped(language, words, docs) {
  const groups = new Map();
  for (const doc of docs) {
    const page = doc.location.split("#")[0];
    const ofPassages = doc.location !== page;
    const group = ofPassages ? `${page}#` : page;
    if (!groups.has(group))
      groups.set(group, ofPassages ? [{ ...doc, hit: undefined, location: page, text: "", label: "" }] : []);
    groups.get(group).push(ofPassages ? { ...doc, title: doc.label, label: "" } : doc);
  }
  return [...groups.values()].map((group) =>
    (group.length === 1 ? group : [...group.slice(1), group[0]]).map((doc) => item(language, words, doc))
  );
}

/** The last word as the index completes it, written on from what was typed. */
function completion(language, word, display) {
  if (!word.unfinished || !display) return [];
  for (let length = 1; length < display.length; length += 1) {
    const begun = display.slice(0, length);
    const [token] = language.words(begun);
    if (token && token.folded === word.folded && begun.toLowerCase() === word.surface.toLowerCase())
      return [word.surface + display.slice(length)];
  }
  return [];
}

function likeliest(word) {
  const longer = word.rows.filter(({ level }) => level === LEVEL.prefix);
  const weight = ({ row }) => row[2].length * 4 + row[3].length + row[4].length;
  return longer.length ? longer.reduce((a, b) => (weight(b) > weight(a) ? b : a)).row[1] : "";
}

/** What is to be said of a result beside the list. */
function remarks(query, words, result) {
  const notes = [];
  if (!result.all) notes.push(fill(MESSAGES.nothing, { word: query.trim() }));
  if (result.partly) notes.push(MESSAGES.partly);
  for (const word of words)
    if (word.rows.length && word.rows.every(({ level }) => level === LEVEL.typo)) {
      const near = word.rows.slice(0, 3).map(({ row }) => row[1] || row[0]);
      notes.push(fill(MESSAGES.similar, { word: word.surface, near: near.join(", ") }));
    }
  return notes;
}

function makeAnswer(shards) {
  const language = makeLanguage();
  let lookup;

  /** Title, location and label of each hit, and the text of the first ones. */
  const docsOf = (meta, hits) =>
    Promise.all(
      hits.map(async (hit, at) => {
        const [[title, location], text] = await Promise.all([
          shards.title(meta, hit.doc),
          at < WITH_TEASER ? shards.text(meta, hit.doc) : "",
        ]);
        return { hit, title, location, text, label: kindOf(meta, hit.doc).label, score: hits.length - at };
      })
    );

  const reply = (words, docs, all, display, notes) => ({
    items: grouped(language, words, docs),
    suggest: completion(language, words[words.length - 1], display),
    notes: all > docs.length ? [...notes, fill(MESSAGES.first, { all, shown: docs.length })] : notes,
  });

  /** The answer to one or two letters, counted when the index was made; undefined where there is none. */
  const answerShort = async (words) => {
    const [word] = words;
    const starts = await shards.first(word.folded[0]);
    const found = starts && starts[word.folded];
    if (!found) return undefined;
    const [all, display, rows] = found;
    word.begin = word.folded;
    const docs = rows.map(([title, location, label, text], at) => {
      const score = rows.length - at;
      return { title, location, label, text, score };
    });
    shards.warm(word.folded[0]).catch(() => undefined);
    return reply(words, docs, all, display, []);
  };

  /** Words of the index near to those that it does not know, each with the query as it would then be. */
  const nearestWords = async (query, words, partly) => {
    const unknown = words.filter((word) => !word.rows.length && !word.optional && !word.number);
    const near = await Promise.all(
      unknown.map(async (word) =>
        (await lookup.nearest(word.folded, NEAREST, !partly)).map((display) => ({
          word: display,
          query: query.trim().replace(word.surface, () => display),
        }))
      )
    );
    return near.flat().slice(0, NEAREST);
  };

  return async function answer(typed) {
    const query = typed.slice(0, MOST_LETTERS);
    if (!query.trim()) return { items: [] };
    const words = wantedWords(language, query);
    if (!words.length) return { items: [], notes: [fill(MESSAGES.nothing, { word: query.trim() })] };
    if (words.length === 1 && words[0].folded.length < 3 && words[0].unfinished) {
      const short = await answerShort(words);
      if (short) return short;
    }
    const meta = await shards.meta();
    lookup = lookup || makeLookup(shards, meta, language);
    await Promise.all(words.map((word) => resolve(lookup, meta, word, false)));
    let result = ranked(meta, words, MOST_RESULTS);
    if (result.partly || !result.all) {
      await Promise.all(words.map((word) => resolve(lookup, meta, word, true)));
      result = ranked(meta, words, MOST_RESULTS);
    }
    const docs = await docsOf(meta, result.best);
    return {
      ...reply(words, docs, result.all, likeliest(words[words.length - 1]), remarks(query, words, result)),
      nearest: result.all && !result.partly ? [] : await nearestWords(query, words, result.partly),
      nearestLabel: MESSAGES.nearest,
    };
  };
}
