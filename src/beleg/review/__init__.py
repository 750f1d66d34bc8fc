"""Review: what people decided and what is still open, replayed from the record."""
