"""Rewriting published sentences, so that what became of them is known.

A distortion (`benchmarks.distortions`) says something else than its article; a faithful rewrite (`benchmarks.faithful`)
says the same in another way. Both are made by rules of grammar, without a model, and the same seed makes the same ones.
"""
