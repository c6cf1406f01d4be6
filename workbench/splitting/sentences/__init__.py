"""Whole sentences, for languages without a parser and for what can't be taken apart."""
