"""The pass over a paragraph that finds every act."""

from __future__ import annotations

from collections.abc import Callable

from workbench.splitting.attributions.acts import Act
from workbench.splitting.attributions.asides import read_aside, read_inverted, read_trailing
from workbench.splitting.attributions.nouns import read_adjective, read_noun
from workbench.splitting.attributions.quotations import Quotation, find_quotations
from workbench.splitting.attributions.quoted import give_quotations
from workbench.splitting.attributions.verbs import read_verb
from workbench.splitting.parsing.parsed import Paragraph, Word


def read_acts(doc: Paragraph, going_on: Act | None = None) -> tuple[list[Act], Act | None, set[int]]:
    """Give the acts of a paragraph in order, the act whose quotation may go on in the next paragraph, and
    the words that the act of the paragraph before goes on with.
    """
    acts = [act for word in doc if (act := _read_word(word)) is not None]
    acts = _merge_supports(acts)
    quotations = find_quotations(doc)
    spoken = give_quotations(doc, acts, quotations)
    more: set[int] = set()
    if going_on is not None and quotations and quotations[0].start <= 1 and 0 not in spoken:
        more = set(range(quotations[0].start, quotations[0].end))
        spoken[0] = going_on
    last = _find_last(doc, quotations, spoken)
    acts = [act for act in acts if act.content]
    _mark_nested(acts, quotations)
    return sorted(acts, key=lambda act: act.head.i), last, more


def _read_word(word: Word) -> Act | None:
    return next((act for one in _READERS.get(word.pos_, _OTHERS) if (act := one(word)) is not None), None)


def _read_felt(word: Word) -> Act | None:
    """Read "is convinced that …", which the tagger takes for a verb."""
    return read_adjective(word) if word.dep_ == "acomp" else None


def _read_feeling(word: Word) -> Act | None:
    """Read "was concerned about …", which the parser takes for a passive."""
    return read_adjective(word) if word.tag_ in {"VBN", "VBD"} else None


_VERBS: tuple[Callable[[Word], Act | None], ...] = (
    _read_felt,
    read_inverted,
    read_verb,
    read_aside,
    read_trailing,
    _read_feeling,
)
_OTHERS = (read_aside,)
_READERS = {"NOUN": (read_aside, read_noun), "ADJ": (read_adjective,), "VERB": _VERBS, "AUX": _VERBS}


def _merge_supports(acts: list[Act]) -> list[Act]:
    """In "voiced concerns about the plan" verb and noun are one act."""
    covered = {i for act in acts if act.head.pos_ == "NOUN" for i in act.cue}
    return [act for act in acts if not (act.form == "object" and act.head.i in covered)]


def _find_last(doc: Paragraph, quotations: list[Quotation], spoken: dict[int, Act]) -> Act | None:
    """Give whoever still speaks at the end: in a quotation left open, or in or beside the last sentence."""
    act = spoken.get(len(quotations) - 1) if quotations else None
    if act is None or not quotations[-1].closed:
        return act
    start = doc.sents[-1].start
    beside = act.head.doc is doc and act.head.i >= start
    return act if beside or quotations[-1].end > start else None


def _mark_nested(acts: list[Act], quotations: list[Quotation]) -> None:
    """What is said inside a quotation or inside what another says is that other's."""
    quoted = set().union(*(one.inside() for one in quotations)) if quotations else set()
    told = sorted(acts, key=lambda act: -len(act.content))
    held: set[int] = set(quoted)
    for act in told:
        act.nested = act.head.i in held
        held |= act.content
