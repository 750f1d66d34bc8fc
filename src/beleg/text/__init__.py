"""Text: blocks, tokens and normalising with offset maps."""
