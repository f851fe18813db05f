"""Extracts each set of gold texts and prints how the records compare with the gold.

python tests/score.py [SET …] [--verbose]
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from scoring import TYPES, Score, score
from uzkz_kb.pipeline import extract

TESTS = Path(__file__).parent
GOLD = TESTS / "gold"


def score_of(name: str) -> Score:
    """The score of a set: `seeds`, or a folder of `tests/gold/`."""
    texts = TESTS.parent / "seeds" if name == "seeds" else GOLD / name / "texts"
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        shutil.copytree(texts, project / "seeds")
        extract(project)
        return score(project / "data", project / "seeds", GOLD / name / "gold")


def main() -> None:
    """Prints the figures, a set a line; `--verbose` prints each miss, invention and wrong field too."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sets", nargs="*", default=sorted(p.name for p in GOLD.iterdir() if p.is_dir()))
    options.add_argument("--verbose", action="store_true")
    chosen = options.parse_args()
    for name in chosen.sets:
        result = score_of(name)
        by_type = ", ".join(f"{kind} {result.counts[kind].f1:.3f}" for kind in TYPES)
        print(
            f"{name:10} F1 {result.whole.f1:.3f} ({by_type}), "
            f"fields {result.field_accuracy:.3f}, quotes that differ {result.wrong_quotes}"
        )
        if chosen.verbose:
            print("\n".join(f"  {remark}" for remark in result.remarks))


if __name__ == "__main__":
    main()
