"""The words a person reads: a statement that stands alone, and its title."""
