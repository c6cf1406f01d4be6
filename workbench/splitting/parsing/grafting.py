"""Hang words of a parsed sentence elsewhere in its tree."""

from __future__ import annotations

from workbench.splitting.parsing.parsed import Word


def attach(word: Word, head: Word, dep: str) -> bool:
    """Hang a word on another one; refused where that would make a circle."""
    if (
        word is head
        or word in head.ancestors
        or word.head is word
        or (word.head is head and word.dep_ == dep)
    ):
        return False
    word.head.children.remove(word)
    head.children = sorted([*head.children, word], key=lambda child: child.i)
    word.head, word.dep_ = head, dep
    return True


def attach_all(words: list[Word], head: Word) -> bool:
    moved = [word for word in words if attach(word, head, word.dep_)]
    return bool(moved)
