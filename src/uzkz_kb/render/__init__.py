"""Records to Markdown pages."""

from uzkz_kb.render.site import render_pages, views

__all__ = ["render_pages", "views"]
