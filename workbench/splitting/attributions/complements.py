"""Small questions about what a verb takes: which sort of act it makes, whether a complement is a clause."""

from __future__ import annotations

from workbench.splitting.attributions import words
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, is_finite, own_subject


def sort_of(lemma: str) -> str | None:
    """Give the sort of a verb that takes clauses."""
    for sort, verbs in (
        (words.QUESTION, words.ASKING),
        (words.SPEECH, words.SAYING),
        (words.BELIEF, words.HOLDING),
        (words.WISH, words.WISHING),
        (words.PERCEPTION, words.PERCEIVING),
    ):
        if lemma in verbs:
            return sort
    return None


def sort_in(table: dict[str, frozenset[str]], lemma: str) -> str | None:
    return next((sort for sort, verbs in table.items() if lemma in verbs), None)


def opener_of(clause: Word) -> str:
    mark = child_with(clause, "mark")
    return mark.lower_ if mark is not None else ""


def has_question_word(clause: Word) -> bool:
    return any(word.tag_ in {"WDT", "WP", "WRB", "WP$"} for word in clause.subtree if word.i <= clause.i)


def is_clause(clause: Word) -> bool:
    if clause.tag_ == "VBG" and not is_finite(clause):
        return False
    return own_subject(clause) is not None or is_finite(clause) or has_question_word(clause)
