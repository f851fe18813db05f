"use strict";
/* What is left of a folded word when its endings are cut. Step for step the same as uzkz_kb/text/stem.py. */

const LONGEST_CHAIN = 12;

function makeStem(tables) {
  const whole = new Set([...tables.whole, ...Object.keys(tables.dropped_vowel)]);
  const droppedVowel = new Map(Object.entries(tables.dropped_vowel));
  const known = new Map();

  const endsAs = (left, wanted) =>
    wanted === "C" || wanted === "V"
      ? tables.vowels.includes(left[left.length - 1]) === (wanted === "V")
      : left.endsWith(wanted);

  const mayCut = (left, rule) =>
    whole.has(left) ||
    (left.length >= rule.keep &&
      !(rule.not_after || []).some((unwanted) => left.endsWith(unwanted)) &&
      (!rule.after || rule.after.some((wanted) => endsAs(left, wanted))));

  const ruleFor = (word, first, verb) => {
    if (whole.has(word)) return undefined;
    const wholeAndI = word.endsWith("i") && whole.has(word.slice(0, -1));
    return tables.rules.find(
      (rule) =>
        !(wholeAndI && rule.ending !== "i") &&
        !(rule.first && !first) &&
        !(rule.of_verb && !verb) &&
        word.endsWith(rule.ending) &&
        mayCut(word.slice(0, -rule.ending.length), rule)
    );
  };

  const cut = (word) => {
    if (word[0] >= "0" && word[0] <= "9") return word;
    let left = word;
    let first = true;
    let verb = false;
    for (let step = 0; step < LONGEST_CHAIN; step += 1) {
      const rule = ruleFor(left, first, verb);
      if (!rule) break;
      left = left.slice(0, -rule.ending.length);
      first = false;
      verb = verb || Boolean(rule.verb);
    }
    left = droppedVowel.has(left) ? droppedVowel.get(left) : left;
    const { of, as, keep } = tables.last_letter;
    return left.length >= keep && of.includes(left[left.length - 1]) ? left.slice(0, -1) + as : left;
  };

  return function stem(word) {
    let result = known.get(word);
    if (result === undefined) {
      if (known.size > 50000) known.clear();
      result = cut(word);
      known.set(word, result);
    }
    return result;
  };
}

/** Stems of a word that may break off in its endings: each start of it that `isEnding` of what follows. */
function makeLooseStems(stem, isEnding) {
  return function looseStems(word) {
    const found = new Set();
    for (let length = 1; length <= 6 && word.length - length >= 3; length += 1)
      if (isEnding(word.slice(-length))) {
        const left = word.slice(0, -length);
        found.add(left);
        found.add(stem(left));
      }
    found.delete(word);
    return [...found];
  };
}
