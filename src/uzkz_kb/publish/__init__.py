"""MkDocs: its configuration, two scripts, search, redirects."""
