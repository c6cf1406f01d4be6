"""Which clauses of a sentence ", the mission said," speaks for."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.clauses.loose import is_set_off
from workbench.splitting.parsing.parsed import Stretch, Word
from workbench.splitting.parsing.tree import is_predicate, own_subject, top_of

_FIRST = frozenset({"i", "we"})  # whose words the paragraph is


def covers(
    sentence: Stretch, draft: Draft, reported: bool, positions: set[int], others: Sequence[set[int]]
) -> bool:
    """Tell whether an aside speaks for a clause. reported: the clause has a report of its own. others:
    what the sentence's other asides take up.

    At either end of the sentence it speaks for all of it, inside for the clause around it and, if it is one
    with a verb, for what is joined to that; never across a semicolon for what somebody else says.
    """
    doc = sentence.doc
    first = min(draft.keep)
    spoken = reported or any(not _parts_between(sentence, first, min(other)) for other in others)
    if spoken and _parts_between(sentence, first, min(positions)):
        return False
    words = [word.i for word in sentence if not (word.is_punct or word.is_space or word.dep_ == "cc")]
    if not words or doc[words[0]].i in positions or doc[words[-1]].i in positions:
        return True
    if first < min(positions) and max(draft.keep) > max(positions):
        return True
    if first < min(positions) and _trails_off(sentence, max(positions)):
        return True
    after = max(positions) + 1
    opened = after < sentence.end and ":" in {doc[after].text, doc[after - 1].text}
    if opened and first > after and not reported:
        return True
    aside = top_of(doc, positions)
    return _hangs_on(draft.head, aside.head, reported or not is_predicate(aside))


def _trails_off(sentence: Stretch, last: int) -> bool:
    """Tell whether only a participle follows: "…, the ministry said, raising an earlier figure"."""
    words = [word for word in sentence if not word.is_punct and not word.is_space]
    after = next((word for word in words if word.i > last), None)
    participle = after is not None and after.tag_ == "VBG" and after.dep_ == "advcl"
    return participle and after is not None and after.reach[-1] >= words[-1].i


def _parts_between(sentence: Stretch, one: int, other: int) -> bool:
    """Tell whether a semicolon stands between two places."""
    first, last = sorted((one, other))
    return any(word.text == ";" for word in sentence.doc.words[first:last])


def _hangs_on(verb: Word, clause: Word, alone: bool) -> bool:
    """Tell whether a verb is a clause's own, is joined to it, is what it reports, narrows a noun of it or
    says when, why or to what end. alone: not if it has a subject of its own.
    """
    while verb != clause:
        subject = own_subject(verb) if verb.dep_ in {"conj", "advcl"} else None
        others = subject is not None and (alone or subject.lower_ in _FIRST)
        told = verb.dep_ == "ccomp" and not (verb.head == clause and alone)
        apart = verb.dep_ == "relcl" and is_set_off(verb.left_edge)
        if verb.head is verb or verb.dep_ == "parataxis" or others or told or apart:
            return False
        verb = verb.head
    return True
