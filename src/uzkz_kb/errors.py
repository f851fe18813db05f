"""What goes wrong, said so that it can be put right: the file, the line, what is the matter, what to do."""

from __future__ import annotations

from pathlib import Path


class KbError(Exception):
    """Something in the project that its maintainer can mend.

    Shown as `file:line: problem. Remedy`, without a traceback; the command ends with exit status 1.
    """

    def __init__(self, problem: str, *, remedy: str, file: Path | str | None = None, line: int | None = None):
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy
        self.file = file
        self.line = line

    def __str__(self) -> str:
        where = "" if self.file is None else f"{self.file}:{self.line}: " if self.line else f"{self.file}: "
        return f"{where}{self.problem}. {self.remedy}"

    def __reduce__(self) -> tuple[object, ...]:
        """Keeps the remedy when an error crosses a process boundary."""
        return (_rebuilt, (type(self), self.problem, self.remedy, self.file, self.line))


def _rebuilt(cls: type[KbError], problem: str, remedy: str, file: str | None, line: int | None) -> KbError:
    return cls(problem, remedy=remedy, file=file, line=line)


class SeedError(KbError):
    """A seed or its sidecar cannot be read; the other seeds still build."""


class RecordError(KbError):
    """A file in `data/` does not hold what the record format asks for."""


class RuleError(KbError):
    """A file in `lang/` contradicts itself or names what does not exist."""


class SiteError(KbError):
    """MkDocs could not build the rendered pages."""
