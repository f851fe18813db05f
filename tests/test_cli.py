"""The command line: what each command prints, and how it fails."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from uzkz_kb.cli import main

PROJECT = Path(__file__).parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one small text."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "matn.txt").write_text(
        "Toshkentda 2024-yil 8-avgust kuni Shavkat Mirziyoyev va Qosim-Jomart Toqayev uchrashdi. "
        "Uchrashuvda chegara to‘g‘risidagi shartnoma imzolandi. Savdo 4,5 milliard dollarga yetdi.",
        encoding="utf-8",
    )
    return tmp_path


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def test_extract_writes_records_and_says_how_many(project: Path) -> None:
    result = run("--project", project, "extract")
    assert result.exit_code == 0
    assert "1 agreements, 1 events, 1 figures, 2 people" in result.output
    assert len(list((project / "data" / "agreements").glob("*.yml"))) == 1


def test_check_is_content_with_what_extract_wrote(project: Path) -> None:
    run("--project", project, "extract")
    result = run("--project", project, "check")
    assert result.exit_code == 0
    assert "quotes are right" in result.output


def test_check_finds_a_quote_that_is_not_there(project: Path) -> None:
    run("--project", project, "extract")
    seed = project / "seeds" / "matn.txt"
    seed.write_text("X" + seed.read_text(encoding="utf-8"), encoding="utf-8")
    result = run("--project", project, "check")
    assert result.exit_code == 1
    assert "is not '" in result.output


def test_check_names_the_file_that_breaks_the_schema(project: Path) -> None:
    run("--project", project, "extract")
    file = next((project / "data" / "agreements").glob("*.yml"))
    file.write_text(file.read_text(encoding="utf-8").replace("kind: treaty", "kind: pact"), encoding="utf-8")
    result = run("--project", project, "check")
    assert result.exit_code == 1
    assert str(file) in result.output
    assert "kind" in result.output


def test_an_unreadable_seed_is_named_and_the_rest_is_written(project: Path) -> None:
    (project / "seeds" / "bad.txt").write_bytes("Bitim\nкелишув".encode("cp1251"))
    result = run("--project", project, "extract")
    assert result.exit_code == 1
    assert f"{project / 'seeds' / 'bad.txt'}:2: byte" in result.output
    assert (project / "data" / "sources" / "matn.yml").exists()


def test_schema_is_json_schema() -> None:
    schema = json.loads(run("schema").output)
    assert {"Agreement", "Event", "Figure", "Person"} <= schema["$defs"].keys()


@pytest.mark.parametrize(
    ("script", "line", "other"),
    [
        ("cyrl", "2024-yil 15-noyabrda shartnoma imzolandi.\n", "2024 йил 15 ноябрда шартнома имзоланди.\n"),
        ("latn", "Ўзбекистон ва Қозоғистон\n", "O‘zbekiston va Qozog‘iston\n"),
        ("cyrl", "", ""),
    ],
)
def test_transliterate_turns_lines_into_lines(script: str, line: str, other: str) -> None:
    assert run("transliterate", "--to", script, stdin=line).output == other


def test_transliterate_refuses_a_script_it_does_not_know() -> None:
    result = run("transliterate", "--to", "arab", stdin="so‘z\n")
    assert result.exit_code == 1
    assert "arab" in result.output


def test_explain_shows_each_sentence_and_the_rule(project: Path) -> None:
    lines = run("--project", project, "explain", "matn").output.splitlines()
    assert any(line.startswith("[1 body] Uchrashuvda chegara") for line in lines)
    assert any("agreement" in line and "treaty signed 2024-08-08" in line for line in lines)
    assert any(line.startswith("unclaimed:") for line in lines)


def test_explain_names_a_seed_that_is_not_there(project: Path) -> None:
    result = run("--project", project, "explain", "yoq")
    assert result.exit_code == 1
    assert "there is no such seed" in result.output


def test_the_readme_lists_every_command() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    for name in main.commands:
        assert f"| `{name}" in readme


def test_build_makes_the_site(project: Path) -> None:
    for name in ("docs", "mkdocs.yml", "src"):
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, project / name)
    result = run("--project", project, "build")
    assert result.exit_code == 0, result.output
    assert (project / "site" / "index.html").exists()
    assert (project / "site" / "kirill" / "index.html").exists()
