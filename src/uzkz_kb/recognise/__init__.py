"""Documents to findings: dates, quantities, names, agreements, events."""
