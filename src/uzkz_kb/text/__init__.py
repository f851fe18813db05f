"""Scripts and words: normalise, transliterate, fold, stem."""
