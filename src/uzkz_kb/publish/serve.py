"""Serves the site while its maintainer works: builds, watches, builds again, and lets open pages reload."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from uzkz_kb.errors import SiteError

#: What a build reads; `data/` is what it writes.
WATCHED = ("seeds", "docs", "src", "mkdocs.yml")


def serve_project(project: Path, host: str, port: int) -> None:
    """Builds the site and serves it on `http://host:port/` until interrupted.

    Each build runs in a process of its own, so that a changed rule or word of `lang/` is read anew. A build
    that fails says why and leaves the last good site in place.
    """
    built = _build(project)
    if not built and not (project / "site" / "index.html").exists():
        raise SiteError("the first build failed", remedy="Mend what it says above", file=project)
    server = LiveReloadServer(lambda: _rebuild(project), host, port, str(project / "site"))
    for name in WATCHED:
        if (project / name).exists():
            server.watch(str(project / name))
    print(f"Serving {server.url} – stop with Ctrl+C")
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()


def _build(project: Path) -> bool:
    command = [sys.executable, "-m", "uzkz_kb", "--project", str(project), "build"]
    return subprocess.run(command, check=False).returncode == 0


def _rebuild(project: Path) -> None:
    """Builds again; `SystemExit` keeps open pages as they are where the build failed."""
    if not _build(project):
        raise SystemExit("The build failed; the last good site is still served.")
