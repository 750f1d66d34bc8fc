"""What generates the pages of the reference, one module per kind of page."""
