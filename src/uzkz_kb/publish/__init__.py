"""MkDocs: its configuration, two scripts, search, redirects."""

from uzkz_kb.publish.site import build_site

__all__ = ["build_site"]
