"""Distortions: one file makes one kind of sentence that says something else than its article."""
