"""What Python programs rely on: take_in, read, check."""
