"""Records on disk: reading, writing, and the checks."""

from uzkz_kb.store.files import read_records, write_records

__all__ = ["read_records", "write_records"]
