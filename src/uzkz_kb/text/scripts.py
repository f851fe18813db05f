"""The scripts that pages are written in."""

from __future__ import annotations

from typing import Literal

PageScript = Literal["latn", "cyrl"]
PAGE_SCRIPTS: tuple[PageScript, ...] = ("latn", "cyrl")
