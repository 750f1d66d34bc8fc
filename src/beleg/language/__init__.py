"""Language: everything that depends on a language, each in a package of its own."""
