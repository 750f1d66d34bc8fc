"""Models: learned from a newsroom's own corpus, stored in a folder of its own, and read back from there."""
