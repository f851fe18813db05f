"use strict";
/* What the theme's box shows of a result. Titles and texts reach the page as HTML, so they are escaped here. */

const TEASER = 170;

const escaped = (text) =>
  text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign]);

/** `text[from:to]` escaped, with the words at `marks` marked. */
function marked(text, marks, from, to) {
  let html = "";
  let at = from;
  for (const { start, end } of marks) {
    if (start < at || end > to) continue;
    html += `${escaped(text.slice(at, start))}<mark data-md-highlight>${escaped(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escaped(text.slice(at, to));
}

/** The stretch of the text with the most different words of the query, from a word's beginning to a word's end. */
function teaser(text, tokens, marks) {
  let best = { start: 0, different: 0 };
  for (const mark of marks) {
    const within = marks.filter((other) => other.start >= mark.start && other.end <= mark.start + TEASER - 30);
    const different = new Set(within.map((other) => other.word)).size;
    if (different > best.different) best = { start: mark.start, different };
  }
  const lead = tokens.filter((token) => token.start <= best.start && token.start >= best.start - 40)[0];
  const start = lead && best.start > 40 && text.length > TEASER + 40 ? lead.start : 0;
  const tail = tokens.filter((token) => token.end <= start + TEASER);
  const end = text.length - start <= TEASER || !tail.length ? text.length : tail[tail.length - 1].end;
  const stop = Math.min(end, start + TEASER + 40);
  return `${start > 0 ? "… " : ""}${marked(text, marks, start, stop)}${stop < text.length ? " …" : ""}`;
}

/** What to hand on for the highlighting of the page: a word with a straight apostrophe by its longest part. */
const highlightTerm = (surface) => surface.split("'").sort((a, b) => b.length - a.length)[0];

/** One result as the theme wants it: `{location, title, text, tags, score, terms}`, and `why` for who asks. */
function item(language, words, { hit, title, location, text, label, score }) {
  const wordOf = (token) =>
    words.findIndex((word) => word.keys.has(token.key) || (word.begin && token.folded.startsWith(word.begin)));
  const marksIn = (tokens) =>
    tokens.map((token) => ({ ...token, word: wordOf(token) })).filter((token) => token.word >= 0);
  const titleMarks = marksIn(language.read(title));
  const tokens = language.read(text);
  const textMarks = marksIn(tokens);

  const terms = {};
  const seen = new Set();
  for (const [source, marks] of [[title, titleMarks], [text, textMarks]])
    for (const mark of marks) {
      seen.add(mark.word);
      const term = highlightTerm(source.slice(mark.start, mark.end));
      if (term.length > 2 && Object.keys(terms).length < 12) terms[term] = true;
    }
  if (hit)
    words.forEach((word, at) => {
      if (word.codes && !word.optional && !word.codes[hit.doc] && !seen.has(at)) terms[word.surface] = false;
    });

  return {
    location,
    title: marked(title, titleMarks, 0, title.length),
    /* The theme's own tags would be a nameless landmark in every result. */
    text:
      (text ? `<p>${teaser(text, tokens, textMarks)}</p>` : "") +
      (label ? `<p class="kb-search-type"><span class="md-tag">${escaped(label)}</span></p>` : ""),
    score,
    terms,
    why: hit ? hit.why : undefined,
  };
}
