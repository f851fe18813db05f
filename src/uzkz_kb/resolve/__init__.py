"""Findings to records: who is who, what is the same, which id."""
