"""Faithful rewrites: one file makes one kind of sentence that says what its article says in another way."""
