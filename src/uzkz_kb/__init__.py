"""A knowledge base of relations between Uzbekistan and Kazakhstan, read from texts in Uzbek."""
