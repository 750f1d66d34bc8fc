"""Portable documents: from the glyphs on the pages of a PDF to lines and paragraphs."""
