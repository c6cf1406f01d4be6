"""New versions of an article's text: recognising them, and adding them."""

from workbench.queries.duplicates import Duplicate, find_duplicates

__all__ = ["Duplicate", "find_duplicates"]
