"""Extracts each set of gold texts and prints how the records compare with the gold.

python tests/score.py [SET …] [--verbose]
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import yaml

from uzkz_kb.pipeline import extract

TESTS = Path(__file__).parent
GOLD = TESTS / "gold"
TYPES = ("people", "events", "agreements", "figures")


def texts_of(name: str) -> Path:
    """The folder with a set's texts."""
    return TESTS.parent / "seeds" if name == "seeds" else GOLD / name / "texts"


def score(name: str) -> Mapping[str, object]:
    """The figures of `evaluate.py` for a set."""
    return yaml.safe_load(_evaluated(name, "--json"))


def _evaluated(name: str, *options: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        shutil.copytree(texts_of(name), project / "seeds")
        extract(project)
        command = [
            sys.executable,
            TESTS / "evaluate.py",
            project / "data",
            project / "seeds",
            GOLD / name / "gold",
        ]
        return subprocess.run([*command, *options], check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Prints the figures, a set a line; `--verbose` prints each miss too."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sets", nargs="*", default=sorted(p.name for p in GOLD.iterdir() if p.is_dir()))
    options.add_argument("--verbose", action="store_true")
    chosen = options.parse_args()
    for name in chosen.sets:
        if chosen.verbose:
            print(_evaluated(name, "--verbose"))
            continue
        figures = score(name)
        by_type = ", ".join(f"{kind} {figures[kind]['f1']:.3f}" for kind in TYPES)  # type: ignore[index]
        print(
            f"{name:10} F1 {figures['all']['f1']:.3f} ({by_type}), "  # type: ignore[index]
            f"fields {figures['field_accuracy']:.3f}, quotes that differ {figures['quote_mismatch']}"
        )


if __name__ == "__main__":
    main()
