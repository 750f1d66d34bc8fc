"""Checks: one file, one check."""
