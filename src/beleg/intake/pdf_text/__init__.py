"""PDF text: from the glyphs on the pages of a PDF to lines, paragraphs and a title."""
