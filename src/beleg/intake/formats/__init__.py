"""The formats that can be taken in: one file, one class, found by walking this package."""
