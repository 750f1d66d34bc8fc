"""Targets: what an article goes out as, one file each; every one takes a release and nothing less."""
