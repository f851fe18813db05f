"""Bytes to documents: encodings, layout, footnotes, sidecars."""
