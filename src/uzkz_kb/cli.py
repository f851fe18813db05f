"""The command line: `uzkz-kb [--project DIR] COMMAND`."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from uzkz_kb import pipeline
from uzkz_kb.errors import KbError, SeedError
from uzkz_kb.explain import explanation
from uzkz_kb.model.findings import Extraction
from uzkz_kb.model.records import record_schema
from uzkz_kb.publish.links import broken_links
from uzkz_kb.publish.serve import serve_project
from uzkz_kb.read.seed import read_seed
from uzkz_kb.resolve.ledger import read_ledger
from uzkz_kb.resolve.records import resolve
from uzkz_kb.store.check import problems
from uzkz_kb.store.files import read_records
from uzkz_kb.text.transliterate import transliterate as transliterated


class _Group(click.Group):
    """Shows a `KbError` as one line and ends with exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except KbError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    default=Path(),
    help="The project's folder; by default the one you stand in.",
)
@click.version_option(package_name="uzkz-kb")
@click.pass_context
def main(ctx: click.Context, project: Path) -> None:
    """A knowledge base of relations between Uzbekistan and Kazakhstan, read from texts in Uzbek."""
    ctx.obj = project


@main.command()
@click.pass_obj
def build(project: Path) -> None:
    """Everything: seeds → data/ → pages → site/."""
    errors = _extract(project)
    _render(project)
    _end(errors)


@main.command()
@click.pass_obj
def extract(project: Path) -> None:
    """Seeds → data/."""
    _end(_extract(project))


@main.command()
@click.pass_obj
def render(project: Path) -> None:
    """data/ → pages → site/."""
    _render(project)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.pass_obj
def serve(project: Path, host: str, port: int) -> None:
    """Builds, serves, and builds again when a file changes; open pages reload."""
    serve_project(project, host, port)


@main.command()
@click.pass_obj
def check(project: Path) -> None:
    """Records against the schema, every quote against its span, every link."""
    records = read_records(project / "data")
    seeds, errors = pipeline.read_seeds(project)
    texts = {seed.name: seed.text for seed in seeds}
    ledger = frozenset(entry.id for entry in read_ledger(project / "data" / "permalinks.yml"))
    found = [*map(str, errors), *problems(project / "data", records, texts, ledger)]
    site = project / "site"
    if site.exists():
        found.extend(broken_links(site))
    for problem in found:
        click.echo(problem, err=True)
    if found:
        raise click.ClickException(f"{len(found)} problems")
    mentions = sum(len(record.mentions) for record in records)
    click.echo(
        f"{len(records)} records and {mentions} quotes are right"
        + (", no link is broken" if site.exists() else "")
    )


@main.command()
def schema() -> None:
    """The JSON Schema of the records, on standard output."""
    json.dump(record_schema(), sys.stdout, indent=2, ensure_ascii=False)
    click.echo()


@main.command()
@click.option(
    "--to", "script", required=True, help="latn or cyrl, or another table of lang/transliteration/."
)
def transliterate(script: str) -> None:
    """Lines of standard input → lines of standard output, in the other script."""
    try:
        for line in io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline=""):
            click.echo(transliterated(line, script), nl=False)
    except ValueError as error:
        raise click.ClickException(str(error)) from error


@main.command()
@click.argument("seed")
@click.pass_obj
def explain(project: Path, seed: str) -> None:
    """Each sentence of SEED with what was recognised in it and by which rule, and what nobody claimed."""
    wanted = Path(seed).name.removesuffix(".txt")
    file = project / "seeds" / f"{wanted}.txt"
    if not file.exists():
        raise SeedError("there is no such seed", remedy="Name a text in seeds/, without .txt", file=file)
    seeds, _ = pipeline.read_seeds(project)
    decisions = resolve(list(pipeline.extract_seeds(seeds))).decisions
    for line in explanation(pipeline.extract_seed(read_seed(file)), decisions):
        click.echo(line)


def _extract(project: Path) -> tuple[SeedError, ...]:
    extracted = pipeline.extract(project, _shown)
    click.echo(pipeline.report(extracted))
    for error in extracted.errors:
        click.echo(f"Error: {error}", err=True)
    return extracted.errors


def _render(project: Path) -> None:
    pipeline.render(project)
    click.echo(f"{project / 'site'} is ready")


def _end(errors: Iterable[SeedError]) -> None:
    """Exit status 1 where a seed was left out."""
    left_out = len(tuple(errors))
    if left_out:
        raise click.ClickException(f"{left_out} of the texts could not be read; everything else is built")


def _shown(extractions: Iterable[Extraction], count: int) -> Iterable[Extraction]:
    """Progress on a terminal, nothing elsewhere."""
    with click.progressbar(extractions, length=count, label="Reading seeds", file=sys.stderr) as shown:
        yield from shown
