"""Evidence: passages that bear on what a draft asserts."""
