"""Drafting: a first version from sources, every sentence born with its passages."""
