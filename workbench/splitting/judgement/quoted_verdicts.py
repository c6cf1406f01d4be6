"""Verdicts in quotation marks: who quotes just these words does so for the judgement in them."""

from __future__ import annotations

from workbench.splitting.judgement import valuing_words as table
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with

_MARK = frozenset("“‘\"'«")  # noqa: RUF001 - typographic quotation marks are data here


def quotes_complement(head: Word) -> bool:
    """Read "said the vote was “neither free nor equal”": who takes just these words out of what was said
    does so for the judgement in them.
    """
    said = child_with(head, "acomp", "attr")
    if said is None or head.lemma_.lower() not in table.LINKS or said.i < head.i or said.pos_ == "PROPN":
        return False
    if child_with(head, "expl") is not None:
        return False  # "there was “no sign whatsoever” of an attack"
    counted = any(word.like_num for word in said.subtree)
    between = head.doc.words[head.i + 1 : said.i]
    return not counted and (is_set_in_marks(said) or any(word.text in _MARK for word in between))


def quotes_verdict(head: Word) -> bool:
    """Read "called the number “fantasy”": a name in quotation marks values, one without may be neutral."""
    if head.lemma_.lower() not in table.NAMING:
        return False
    roles = {"oprd", "appos", "pobj", "attr", "dobj"}
    named = [word for word in head.subtree if word.i > head.i and word.dep_ in roles]
    return any(is_set_in_marks(word) and word.pos_ != "PROPN" for word in named)  # a ship has a name


def is_set_in_marks(phrase: Word) -> bool:
    first = phrase.left_edge
    beside = {first.text, first.nbor(-1).text} if first.i else {first.text}
    return bool(_MARK & (beside | {child.text for child in phrase.lefts}))
