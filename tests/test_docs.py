"""What the pages and the README show is what the project does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from uzkz_kb.lang import lang_data
from uzkz_kb.read.sidecar import read_sidecar

PROJECT = Path(__file__).parent.parent
SCRIPTS = ("latn", "cyrl")


def yaml_blocks(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8")
    return [re.sub(r"(?m)^ {3,4}", "", block) for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_rule_that_is_shown_is_a_rule(script: str) -> None:
    words, rule = yaml_blocks(PROJECT / "docs" / script / "usul" / "qoida" / "index.md")
    shown = yaml.load(rule, Loader=yaml.CSafeLoader)[0]
    assert shown in lang_data("rules/dates.yml")
    assert lang_data("words/time.yml")["month"].items() >= yaml.safe_load(words)["month"].items()


@pytest.mark.parametrize(
    "file", ["README.md", "docs/latn/usul/matn/index.md", "docs/cyrl/usul/matn/index.md"]
)
def test_the_sidecar_that_is_shown_is_a_sidecar(file: str, tmp_path: Path) -> None:
    sidecar = tmp_path / "matn.yml"
    sidecar.write_text(yaml_blocks(PROJECT / file)[0], encoding="utf-8")
    assert read_sidecar(sidecar).title == "Qo‘shma bayonot"


@pytest.mark.parametrize("page", ["usul/index.md", "usul/qoida/index.md", "usul/matn/index.md"])
def test_a_page_has_the_same_anchors_in_both_scripts(page: str) -> None:
    latn, cyrl = ((PROJECT / "docs" / script / page).read_text(encoding="utf-8") for script in SCRIPTS)
    assert re.findall(r"\{ (#[a-z0-9-]+) \}", latn) == re.findall(r"\{ (#[a-z0-9-]+) \}", cyrl)
    assert latn.count("\n#") == len(re.findall(r"\{ #[a-z0-9-]+ \}", latn))
