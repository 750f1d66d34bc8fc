"""Pages: the article of a web page, apart from everything a page is furnished with."""
