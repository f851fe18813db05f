"use strict";
/* The words of a text as the index spells them. Step for step the same as uzkz_kb/text/fold.py. */

/** A function from text to its words: `[{start, end, folded}]`, offsets in UTF-16 units. */
function makeWords(tables) {
  const letters = new Map(Object.entries(tables.letters));
  const pairs = new Map(Object.entries(tables.pairs));
  const seconds = new Set(Object.keys(tables.pairs).map((pair) => pair[1]));
  const spellings = tables.spellings.map(([pattern, spelling]) => [new RegExp(pattern, "g"), spelling]);
  const thousands = /[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9])/y;
  const isDigit = (letter) => letter.length === 1 && letter >= "0" && letter <= "9";
  const joinsDigits = (text, at) =>
    (text[at] === "," || text[at] === ".") && isDigit(text[at - 1] || "") && isDigit(text[at + 1] || "");

  return function words(text) {
    const found = [];
    let at = 0;
    while (at < text.length) {
      if (!letters.get(text[at])) {
        at += 1;
        continue;
      }
      const start = at;
      const number = isDigit(letters.get(text[at]));
      let folded = "";
      let end = at;
      thousands.lastIndex = at;
      const groups = number && thousands.exec(text);
      if (groups) {
        folded = groups[0].replace(/[^0-9]/g, "");
        at += groups[0].length;
        end = at;
      }
      while (at < text.length) {
        const pair = seconds.has(text[at + 1]) ? pairs.get(text.slice(at, at + 2)) : undefined;
        let letter = pair === undefined ? letters.get(text[at]) : pair;
        if (letter === undefined) {
          if (!(number && joinsDigits(text, at))) break;
          letter = ".";
        } else if (letter && isDigit(letter) !== number) break;
        at += pair === undefined ? 1 : 2;
        folded += letter;
        if (letter) end = at;
      }
      for (const [pattern, spelling] of spellings) folded = folded.replace(pattern, spelling);
      found.push({ start, end, folded });
    }
    return found;
  };
}

/** A function from a folded word to its coarse form, in which Russian and English spellings of a name meet. */
function makeCoarse(tables) {
  const rules = tables.coarse.map(([pattern, spelling]) => [new RegExp(pattern, "g"), spelling]);
  return (folded) => rules.reduce((word, [pattern, spelling]) => word.replace(pattern, spelling), folded);
}
