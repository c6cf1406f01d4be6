"""Writes: verb_noun functions, the only callers of history.change()."""
