"""Records to Markdown pages."""
