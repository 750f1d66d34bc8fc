"""Newsroom: one act per method, the same for terminal and desk."""
