"""Characters a second of processor time, each way, beside the two Python packages that do the same.

The text is what the seeds hold, in one script: `python bench/bench_transliterate.py [seconds]`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from uzkz_kb.text.transliterate import to_cyrillic, to_latin

SEEDS = Path(__file__).parent.parent / "seeds"
Convert = Callable[[str], object]


def speed(convert: Convert, text: str, seconds: float) -> float:
    """Characters a second over at least `seconds`, after one warm-up on a part of the text."""
    convert(text[:5_000])
    done, start = 0, time.process_time()
    while (spent := time.process_time() - start) < seconds:
        convert(text)
        done += len(text)
    return done / spent


def cold_speed(convert: Convert, text: str) -> float:
    """Characters a second of one pass in which every word is met for the first time."""
    start = time.process_time()
    convert(text)
    return len(text) / (time.process_time() - start)


def rivals() -> dict[str, tuple[Convert, Convert]]:
    """Name → (to Cyrillic, to Latin), for those that are installed."""
    found: dict[str, tuple[Convert, Convert]] = {}
    try:
        from UzTransliterator import UzTransliterator

        tool = UzTransliterator()
        found["UzTransliterator"] = (
            lambda text: tool.transliterate(text, from_="lat", to="cyr"),
            lambda text: tool.transliterate(text, from_="cyr", to="lat"),
        )
    except ImportError as error:
        print(f"UzTransliterator is not installed ({error})", file=sys.stderr)
    try:
        import alifbo

        found["alifbo"] = (alifbo.to_cyrillic, alifbo.to_old_latin)
    except ImportError as error:
        print(f"alifbo is not installed ({error})", file=sys.stderr)
    return found


def main(seconds: float) -> None:
    """Prints one line a tool."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    cold = cold_speed(to_cyrillic, text)
    latin, cyrillic = to_latin(text), to_cyrillic(text)
    tools = {"uzkz_kb": (to_cyrillic, to_latin)} | rivals()
    print(f"{'characters a second':24}{'to Cyrillic':>14}{'to Latin':>14}")
    for name, (into_cyrillic, into_latin) in tools.items():
        fast = speed(into_cyrillic, latin, seconds), speed(into_latin, cyrillic, seconds)
        print(f"{name:24}{fast[0]:14,.0f}{fast[1]:14,.0f}")
    print(f"{'uzkz_kb, words all new':24}{cold:14,.0f}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 2.0)
