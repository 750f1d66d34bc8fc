"""The learned engine: quotations chosen by models that a newsroom trained on a corpus of its own."""
