"""What the project speaks of: documents, findings, records."""
