"""Find the parts of a sentence that say something of their own: second verbs, "although …", ", which …"."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.splitting import lexicon
from workbench.splitting.conditions import opens_with_inversion
from workbench.splitting.hedges import is_musing
from workbench.splitting.inflection import past_participle, past_tense
from workbench.splitting.parsed import Word
from workbench.splitting.reporting import Reported, read_noun_claim
from workbench.splitting.tree import (
    auxiliaries,
    child_with,
    children_with,
    core_phrase,
    indices,
    is_finite,
    is_negated,
    is_predicate,
    own_subject,
)

RELATIVES = frozenset({"WDT", "WP"})
_SPLITTING_CONJUNCTIONS = frozenset({"and", "but", "yet", "while"})
_ARGUMENTS = frozenset(
    {"dobj", "prep", "acomp", "attr", "xcomp", "ccomp", "agent", "advcl", "npadvmod", "prt", "dative", "oprd"}
)


@dataclass(slots=True)
class Loose:
    """A part that says something of its own, to be read apart from the clause it stands in."""

    node: Word
    subject: Word | None = None
    helpers: tuple[int, ...] = ()
    tail: tuple[int, ...] = ()
    form: str = "clause"
    around: set[int] = field(default_factory=set)  # words that go with it but say nothing
    report: Reported | None = None
    read: bool = False  # its claim has been made already


def read_part(head: Word, child: Word, subject: Word | None, reporting: bool) -> Loose | None:
    if child.dep_ == "conj" and is_predicate(child):
        return _read_conjunct(head, child, subject, reporting)
    if is_musing(child) or opens_with_inversion(child):
        return None
    if child.dep_ in {"parataxis", "ccomp"} and own_subject(child) is not None and is_finite(child):
        between = {child.doc[i].text for i in range(child.i, head.i)}
        apart = (
            ";" in between
            or child.dep_ == "parataxis"
            or (child.i < head.i and (reporting or head.lemma_ not in lexicon.SPEECH))
        )
        return Loose(child) if apart else None
    if child.dep_ == "advcl":
        return _read_adverbial(head, child, subject, reporting)
    return None


def _read_adverbial(head: Word, child: Word, subject: Word | None, reporting: bool) -> Loose | None:
    mark = child_with(child, "mark")
    opener = mark.lower_ if mark is not None else ""
    if own_subject(child) is not None and is_finite(child):
        temporal = opener == "since" and any(word.lemma_ == "have" for word in auxiliaries(head))
        return Loose(child) if opener in lexicon.LOOSE_OPENERS | {"that"} or temporal else None
    if reporting and child.tag_ == "VBG" and child.lemma_ in lexicon.SPEECH:
        return Loose(child, subject)
    passive = child_with(head, "auxpass") is not None
    counted = any(word.dep_ == "nummod" for word in child.subtree)
    late = child.i > head.i and not mark and child.tag_ == "VBG" and child_with(child, "dobj") is not None
    if (
        late
        and counted
        and not passive
        and subject is not None
        and subject.pos_ != "PRON"
        and is_finite(head)
    ):
        return Loose(child, subject, form="participle")
    return None


def _read_conjunct(head: Word, child: Word, subject: Word | None, reporting: bool) -> Loose | None:
    """Read "… and did that" as a clause of its own unless the two verbs share more than their subject."""
    joined = conjunction_before(head, child)
    words = {head.doc[i].lower_ for i in joined}
    if words and not words & _SPLITTING_CONJUNCTIONS and not words <= {",", ";"}:
        return None
    if own_subject(child) is not None:
        return Loose(child, around=joined) if is_finite(child) and not _is_conditional(head) else None
    if subject is None or subject.dep_ == "expl" or (subject.tag_ in RELATIVES and head.dep_ != "relcl"):
        return None
    if reporting:
        return Loose(child, subject, around=joined) if is_finite(child) else None
    lonely = not any(word.dep_ in _ARGUMENTS and word.i > head.i for word in head.children)
    helpers = _repeat_helpers(head, child)
    if lonely or helpers is None or _is_conditional(head) or (is_negated(head) and not auxiliaries(child)):
        return None
    return Loose(child, subject, helpers, around=joined)


def _repeat_helpers(head: Word, child: Word) -> tuple[int, ...] | None:
    """Give the auxiliaries the second verb borrows from the first; None when it can't stand alone."""
    helpers, tag = auxiliaries(head), _real_tag(head, child)
    if auxiliaries(child) or tag in {"VBZ", "VBP", "MD"}:
        return ()
    passive = any(word.dep_ == "auxpass" for word in helpers)
    if tag in {"VBN", "VBD"} and passive and child_with(child, "dobj") is None:
        return tuple(word.i for word in helpers)
    if tag == "VBD":
        return ()
    fits = {
        "VBN": [word for word in helpers if word.lemma_ == "have"],
        "VB": [word for word in helpers if word.tag_ == "MD"],
        "VBG": [word for word in helpers if word.lemma_ == "be" and word.tag_ != "VBG"],
    }.get(tag, [])
    return tuple(word.i for word in fits) or None


def _real_tag(head: Word, child: Word) -> str:
    """Mend the tagger's mix-ups of past and participle: "taken" is no past, "opened" beside "ordered" is
    one.
    """
    past = past_tense(child.lemma_.lower()) if child.tag_ in {"VBD", "VBN"} else ""
    if child.tag_ == "VBD" and past != child.lower_ and past_participle(child.lemma_.lower()) == child.lower_:
        return "VBN"
    if child.tag_ == "VBN" and not auxiliaries(head) and head.tag_ in {"VBD", "VBG"} and past == child.lower_:
        return "VBD"
    if (
        child.tag_ == "VB"
        and not any(word.tag_ in {"MD", "TO"} for word in auxiliaries(head))
        and head.tag_ != "VB"
    ):
        return "VBP"
    return str(child.tag_)


def read_deep_parts(head: Word, blocked: set[int]) -> list[Loose]:
    """Find relative clauses set off by commas, and "despite claims from X of …", anywhere in the clause."""
    found: list[Loose] = []
    blocked = set(blocked)
    for word in sorted(head.subtree, key=lambda token: token.i):
        if word == head or word.i in blocked:
            continue
        part = (
            _read_relative(word)
            if word.dep_ == "relcl"
            else _read_contrast(word)
            if word.dep_ == "prep"
            else None
        )
        if part is not None:
            found.append(part)
            blocked |= indices(part.node) | part.around
    return found


def _read_relative(verb: Word) -> Loose | None:
    first = min(indices(verb))
    if first == 0 or verb.doc[first - 1].text not in {",", "–", "—"} or not is_finite(verb):
        return None
    subject = own_subject(verb)
    if subject is not None and subject.lower_ in {"which", "who"}:
        return Loose(verb, verb.head)
    where = next((child for child in verb.children if child.lower_ == "where"), None)
    preposition = verb.head.head
    if where is None or subject is None or preposition.dep_ != "prep":
        return None
    return Loose(verb, tail=(preposition.i, *core_phrase(verb.head)))


def _read_contrast(preposition: Word) -> Loose | None:
    if preposition.lower_ not in lexicon.CONTRAST_PREPOSITIONS:
        return None
    for noun in preposition.subtree:
        reported = read_noun_claim(noun) if noun.dep_ in {"pobj", "conj"} else None
        if reported is not None:
            return Loose(preposition, report=reported)
    return None


def find_unread_clause(head: Word) -> set[int]:
    """Find the words of "while X does Y," where the parser took the verb for a noun and hung all on the
    main verb.
    """
    subject = own_subject(head)
    for mark in children_with(head, "mark"):
        if (
            mark.lower_ not in lexicon.LOOSE_OPENERS
            or subject is None
            or mark.i > subject.i
            or mark.i + 1 >= len(head.doc)
        ):
            continue
        comma = next((i for i in range(mark.i + 1, subject.i) if head.doc[i].text == ","), None)
        if (
            comma is None
            or comma - mark.i < 4
            or head.doc[mark.i + 1].pos_ not in {"PROPN", "DET", "NOUN", "PRON"}
        ):
            continue
        words = set(range(mark.i + 1, comma))
        if not any(head.doc[i].pos_ in {"VERB", "AUX"} for i in words):
            return words
    return set()


def conjunction_before(head: Word, child: Word) -> set[int]:
    """Give the "and" (with its comma) that joins a verb to the one before it."""
    first = min(indices(child))
    joined: set[int] = set()
    position = first - 1
    while position > head.i and (head.doc[position].dep_ == "cc" or head.doc[position].text in {",", ";"}):
        joined.add(position)
        position -= 1
    return joined or {word.i for word in children_with(head, "cc") if head.i < word.i < child.i}


def _is_conditional(head: Word) -> bool:
    return any(
        (mark := child_with(child, "mark")) is not None and mark.lower_ in lexicon.CONDITION_OPENERS
        for child in children_with(head, "advcl")
    )
