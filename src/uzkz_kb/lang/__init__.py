"""What is known of Uzbek, as data: each YAML file is read once and frozen."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

from uzkz_kb.errors import RuleError


@cache
def lang_files(folder: str) -> tuple[str, ...]:
    """The YAML files of a folder below `lang/`, as `folder/name.yml`, sorted."""
    names = (entry.name for entry in resources.files(__name__).joinpath(folder).iterdir())
    return tuple(f"{folder}/{name}" for name in sorted(names) if name.endswith(".yml"))


@cache
def lang_data(path: str) -> Any:
    """The content of `lang/<path>`; `RuleError` names file and line where it is no YAML.

    The value is shared by all callers and must not be changed.
    """
    text = resources.files(__name__).joinpath(path).read_text(encoding="utf-8")
    try:
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = None if error.problem_mark is None else error.problem_mark.line + 1
        raise RuleError(
            f"no YAML: {error.problem}", remedy="Mend the line", file=f"lang/{path}", line=line
        ) from error
