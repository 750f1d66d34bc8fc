"""The desk's addresses, one module per screen."""
