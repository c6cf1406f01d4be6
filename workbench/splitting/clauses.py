"""Take a sentence apart into clauses that each say one thing, with who is said to say it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.splitting import lexicon
from workbench.splitting.inflection import past_participle, past_tense
from workbench.splitting.reporting import Content, Report, Reported, read_asides, read_noun_claim, read_report
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

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_RELATIVES = frozenset({"WDT", "WP"})
_SPLITTING_CONJUNCTIONS = frozenset({"and", "but", "yet", "while"})
_ARGUMENTS = frozenset({"dobj", "prep", "acomp", "attr", "xcomp", "ccomp", "agent", "advcl", "npadvmod", "prt", "dative", "oprd"})


@dataclass(slots=True)
class Draft:
    """One clause on its way to a claim; numbers are token positions in its paragraph.

    keep: the words of the quote. subject: the head of a subject said elsewhere, to be repeated. subject_in_quote: that
    subject belongs to the quote (the accused). helpers: auxiliaries to repeat. tail: a place to repeat at the end.
    chain: the acts of saying, outermost first. form: see reporting.Content.
    """

    head: Token
    form: str
    keep: set[int]
    chain: tuple[Report, ...] = ()
    subject: Token | None = None
    subject_in_quote: bool = False
    helpers: tuple[int, ...] = ()
    tail: tuple[int, ...] = ()
    removed: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Loose:
    """A part that says something of its own, to be read apart from the clause it stands in."""

    node: Token
    subject: Token | None = None
    helpers: tuple[int, ...] = ()
    tail: tuple[int, ...] = ()
    form: str = "clause"
    around: set[int] = field(default_factory=set)  # words that go with it but say nothing
    report: Reported | None = None
    read: bool = False  # its claim has been made already


def read_clauses(sentence: Span) -> list[Draft]:
    """Give the clauses of a parsed sentence in the order of its words."""
    asides = read_asides(sentence)
    taken = set().union(*(positions for _, positions in asides)) if asides else set()
    reader = _Reader(taken)
    reader.visit(sentence.root, _Loose(sentence.root), ())
    for report, positions in asides:
        for draft in reader.drafts:
            if _covers(sentence, draft, positions):
                draft.chain = (report, *draft.chain)
    return sorted(reader.drafts, key=lambda draft: min(draft.keep))


class _Reader:
    """Collects drafts while it walks down a sentence; `taken` words belong to no clause."""

    def __init__(self, taken: set[int]) -> None:
        self.taken = taken
        self.drafts: list[Draft] = []

    def visit(self, head: Token, loose: _Loose, chain: tuple[Report, ...]) -> None:
        subject = _subject_of(head, loose.subject)
        reported = read_report(head, subject) if head.i not in self.taken else None
        parts = self._find_parts(head, subject, reported)
        fragment = _find_unread_clause(head)
        if fragment and reported is None:
            self._keep(Draft(head.doc[min(fragment, key=lambda i: len(list(head.doc[i].ancestors)))], "clause", fragment, chain))
            parts.append(_Loose(head.doc[min(fragment)], around=fragment, read=True))
        if reported is not None:
            self._read_content(reported, chain)
        elif _stands_alone(head, subject):
            keep = self._words(head, parts)
            self._keep(Draft(head, loose.form, keep, chain, loose.subject, False, loose.helpers, loose.tail))
        for part in parts:
            if part.read:
                continue
            if part.report is not None:
                self._read_content(part.report, chain)
            else:
                self.visit(part.node, part, chain)

    def _read_content(self, reported: Reported, chain: tuple[Report, ...]) -> None:
        content, steps = reported.content, (*chain, reported.report)
        if content.form == "clause":
            self.visit(content.node, _Loose(content.node), steps)
            return
        nodes = [content.node]
        if content.form in {"passive", "perfect"}:
            nodes += [verb for verb in children_with(content.node, "conj") if verb.tag_ == content.node.tag_]
        for node in nodes:
            self._keep(self._restate(node, content, steps, set(nodes) - {node}))

    def _restate(self, node: Token, content: Content, steps: tuple[Report, ...], others: set[Token]) -> Draft:
        form = "perfect" if content.form == "passive" and child_with(node, "dobj") is None else content.form
        parts = [_Loose(other, around=_conjunction_before(node, other)) for other in others if other.i > node.i]
        keep = self._words(node, parts)
        if content.subject is None or form == "passive":
            return Draft(node, form, keep, steps)
        accused = content.subject != steps[-1].speaker
        if accused:
            keep |= set(core_phrase(content.subject)) - indices(node)
        return Draft(node, form, keep, steps, content.subject, accused)

    def _keep(self, draft: Draft) -> None:
        if draft.keep:
            self.drafts.append(draft)

    def _words(self, head: Token, parts: Iterable[_Loose]) -> set[int]:
        """Give the words of a clause without its loose parts and without the commas that set those off."""
        gone = set(self.taken)
        for part in parts:
            gone |= part.around if part.read else indices(part.node) | part.around
        own = indices(head)
        kept = own - gone
        if not kept:
            return kept
        inside = range(min(kept), max(kept) + 1)
        doc = head.doc
        kept |= {i for i in inside if i not in gone and (doc[i].is_punct or doc[i].is_quote)}
        commas = {i for i in kept if doc[i].text in {",", ";", "–", "—"} and ({i - 1, i + 1} & gone)}
        return kept - commas

    def _find_parts(self, head: Token, subject: Token | None, reported: Reported | None) -> list[_Loose]:
        content = indices(reported.content.node) if reported is not None else set()
        found: list[_Loose] = []
        for child in head.children:
            if child.i in content or child.i in self.taken:
                continue
            part = _read_part(head, child, subject, reported is not None)
            if part is not None:
                found.append(part)
        if reported is None:
            blocked: set[int] = set().union(*(indices(part.node) for part in found)) if found else set()
            found += _read_deep_parts(head, blocked | self.taken)
        return found


def _read_part(head: Token, child: Token, subject: Token | None, reporting: bool) -> _Loose | None:
    if child.dep_ == "conj" and is_predicate(child):
        return _read_conjunct(head, child, subject, reporting)
    if child.dep_ in {"parataxis", "ccomp"} and own_subject(child) is not None and is_finite(child):
        apart = child.dep_ == "parataxis" or (child.i < head.i and head.lemma_ not in lexicon.SPEECH)
        return _Loose(child) if apart else None
    if child.dep_ == "advcl":
        return _read_adverbial(head, child, subject, reporting)
    return None


def _read_adverbial(head: Token, child: Token, subject: Token | None, reporting: bool) -> _Loose | None:
    mark = child_with(child, "mark")
    opener = mark.lower_ if mark is not None else ""
    if own_subject(child) is not None and is_finite(child):
        temporal = opener == "since" and any(word.lemma_ == "have" for word in auxiliaries(head))
        return _Loose(child) if opener in lexicon.LOOSE_OPENERS or temporal else None
    if reporting and child.tag_ == "VBG" and child.lemma_ in lexicon.SPEECH:
        return _Loose(child, subject)
    passive = child_with(head, "auxpass") is not None
    counted = any(word.dep_ == "nummod" for word in child.subtree)
    late = child.i > head.i and not mark and child.tag_ == "VBG" and child_with(child, "dobj") is not None
    if late and counted and not passive and subject is not None and subject.pos_ != "PRON" and is_finite(head):
        return _Loose(child, subject, form="participle")
    return None


def _read_conjunct(head: Token, child: Token, subject: Token | None, reporting: bool) -> _Loose | None:
    """Read "… and did that" as a clause of its own unless the two verbs share more than their subject."""
    joined = _conjunction_before(head, child)
    words = {head.doc[i].lower_ for i in joined}
    if words and not words & _SPLITTING_CONJUNCTIONS and not words <= {",", ";"}:
        return None
    if own_subject(child) is not None:
        return _Loose(child, around=joined) if is_finite(child) and not _is_conditional(head) else None
    if subject is None or subject.dep_ == "expl" or subject.tag_ in _RELATIVES and head.dep_ != "relcl":
        return None
    if reporting:
        return _Loose(child, subject, around=joined) if is_finite(child) else None
    lonely = not any(word.dep_ in _ARGUMENTS and word.i > head.i for word in head.children)
    helpers = _repeat_helpers(head, child)
    if lonely or helpers is None or _is_conditional(head) or (is_negated(head) and not auxiliaries(child)):
        return None
    return _Loose(child, subject, helpers, around=joined)


def _repeat_helpers(head: Token, child: Token) -> tuple[int, ...] | None:
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


def _real_tag(head: Token, child: Token) -> str:
    """Mend the tagger's mix-ups of past and participle: "taken" is no past, "opened" beside "ordered" is one."""
    past = past_tense(child.lemma_.lower()) if child.tag_ in {"VBD", "VBN"} else ""
    if child.tag_ == "VBD" and past != child.lower_ and past_participle(child.lemma_.lower()) == child.lower_:
        return "VBN"
    if child.tag_ == "VBN" and not auxiliaries(head) and head.tag_ == "VBD" and past == child.lower_:
        return "VBD"
    return str(child.tag_)


def _read_deep_parts(head: Token, blocked: set[int]) -> list[_Loose]:
    """Find relative clauses set off by commas, and "despite claims from X of …", anywhere in the clause."""
    found: list[_Loose] = []
    blocked = set(blocked)
    for word in sorted(head.subtree, key=lambda token: token.i):
        if word == head or word.i in blocked:
            continue
        part = _read_relative(word) if word.dep_ == "relcl" else _read_contrast(word) if word.dep_ == "prep" else None
        if part is not None:
            found.append(part)
            blocked |= indices(part.node) | part.around
    return found


def _read_relative(verb: Token) -> _Loose | None:
    first = min(indices(verb))
    if first == 0 or verb.doc[first - 1].text not in {",", "–", "—"} or not is_finite(verb):
        return None
    subject = own_subject(verb)
    if subject is not None and subject.lower_ in {"which", "who"}:
        return _Loose(verb, verb.head)
    where = next((child for child in verb.children if child.lower_ == "where"), None)
    preposition = verb.head.head
    if where is None or subject is None or preposition.dep_ != "prep":
        return None
    return _Loose(verb, tail=(preposition.i, *core_phrase(verb.head)))


def _read_contrast(preposition: Token) -> _Loose | None:
    if preposition.lower_ not in lexicon.CONTRAST_PREPOSITIONS:
        return None
    for noun in preposition.subtree:
        reported = read_noun_claim(noun) if noun.dep_ in {"pobj", "conj"} else None
        if reported is not None:
            return _Loose(preposition, report=reported)
    return None


def _find_unread_clause(head: Token) -> set[int]:
    """Find the words of "while X does Y," where the parser took the verb for a noun and hung all on the main verb."""
    subject = own_subject(head)
    for mark in children_with(head, "mark"):
        if mark.lower_ not in lexicon.LOOSE_OPENERS or subject is None or mark.i > subject.i or mark.i + 1 >= len(head.doc):
            continue
        comma = next((i for i in range(mark.i + 1, subject.i) if head.doc[i].text == ","), None)
        if comma is None or comma - mark.i < 4 or head.doc[mark.i + 1].pos_ not in {"PROPN", "DET", "NOUN", "PRON"}:
            continue
        words = set(range(mark.i, comma))
        if not any(head.doc[i].pos_ in {"VERB", "AUX"} for i in words):
            return words
    return set()


def _conjunction_before(head: Token, child: Token) -> set[int]:
    """Give the "and" (with its comma) that joins a verb to the one before it."""
    first = min(indices(child))
    joined: set[int] = set()
    position = first - 1
    while position > head.i and (head.doc[position].dep_ == "cc" or head.doc[position].text in {",", ";"}):
        joined.add(position)
        position -= 1
    return joined or {word.i for word in children_with(head, "cc") if head.i < word.i < child.i}


def _subject_of(head: Token, shared: Token | None) -> Token | None:
    own = own_subject(head)
    if own is None or (own.tag_ in _RELATIVES and shared is not None):
        return shared
    return own


def _stands_alone(head: Token, subject: Token | None) -> bool:
    return subject is not None and (is_predicate(head) or child_with(head, "cop", "aux") is not None)


def _is_conditional(head: Token) -> bool:
    return any(
        (mark := child_with(child, "mark")) is not None and mark.lower_ in lexicon.CONDITION_OPENERS
        for child in children_with(head, "advcl")
    )


def _covers(sentence: Span, draft: Draft, positions: set[int]) -> bool:
    """An aside at either end of the sentence speaks for all of it, one inside for the clause around it."""
    doc = sentence.doc
    words = [word.i for word in sentence if not (word.is_punct or word.is_space or word.dep_ == "cc")]
    if not words or doc[words[0]].i in positions or doc[words[-1]].i in positions:
        return True
    return min(draft.keep) < min(positions) and max(draft.keep) > max(positions) or bool(draft.removed & positions)
