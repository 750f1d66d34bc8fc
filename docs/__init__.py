"""The documentation's source: pages, and what generates the rest of them (`python -m docs.generate`)."""
