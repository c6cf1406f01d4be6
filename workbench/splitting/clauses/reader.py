"""Walk down a sentence and collect its clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.splitting.attributions.content import Content, Report, Reported
from workbench.splitting.attributions.reporting import read_report
from workbench.splitting.clauses.brackets import find_bracketed
from workbench.splitting.clauses.conjuncts import (
    RELATIVES,
    conjunction_before,
    drop_last_conjunction,
    find_antecedent,
    shares_object,
)
from workbench.splitting.clauses.courtesies import is_courtesy
from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.clauses.framed import find_framed
from workbench.splitting.clauses.lists import cut_lists
from workbench.splitting.clauses.loose import Loose
from workbench.splitting.clauses.parts import find_deep_parts, find_parts, find_unread_clause
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    child_with,
    children_with,
    core_phrase,
    indices,
    is_predicate,
    own_subject,
    top_of,
)

_LOOSE_MARKS = frozenset({",", ";", ":", "–", "—", "(", ")"})
_ADDED = frozenset({"apposition", "share"})
_VERBAL = frozenset({"passive", "perfect", "infinitive", "demand", "promise"})


class Reader:
    """Collects drafts while it walks down a sentence; `taken` words belong to no clause."""

    def __init__(self, taken: set[int], every_list: bool) -> None:
        self.taken = taken
        self.every_list = every_list
        self.drafts: list[Draft] = []
        self.reading: set[int] = set()  # heads of the clauses that are being read
        self.apart: list[Word] = []  # heads of the parts read by themselves

    def visit(self, head: Word, loose: Loose, chain: tuple[Report, ...]) -> None:
        if head.i in self.reading:  # a report whose content holds the report itself
            return
        self.reading.add(head.i)
        self._read(head, loose, chain)
        self.reading.remove(head.i)

    def _read(self, head: Word, loose: Loose, chain: tuple[Report, ...]) -> None:
        subject = _subject_of(head, loose.subject)
        says = loose.form not in _ADDED and head.i not in self.taken
        reported = read_report(head, subject) if says else None
        content = indices(reported.content.node) if reported is not None else set()
        framed = find_framed(head, subject) if says and reported is None else None
        if framed is not None:
            content = indices(framed)
        parts = find_parts(head, subject, loose, content | self.taken, reported is not None, self.every_list)
        self._set_apart(parts)
        fragment = find_unread_clause(head) if reported is None else set()
        if fragment:
            self._keep(Draft(top_of(head.doc, fragment), "clause", fragment, chain))
            parts.append(Loose(head, around=fragment | {min(fragment) - 1}, read=True))
        if reported is not None:
            self._read_content(reported, chain)
        elif framed is not None:
            self.visit(framed, Loose(framed), chain)
        elif loose.form in _ADDED or (_stands_alone(head, subject) and not is_courtesy(head, subject)):
            self._keep(self._draft(head, loose, parts, chain))
        self._visit_parts(parts, loose, chain)

    def _visit_parts(self, parts: list[Loose], loose: Loose, chain: tuple[Report, ...]) -> None:
        for part in parts:
            part.background = part.background or loose.background
            if part.report is not None:
                self._read_content(part.report, chain)
            elif not part.read:
                self.visit(part.node, part, chain)

    def _set_apart(self, parts: list[Loose]) -> None:
        for part in parts:
            if not part.stays:
                self.apart.append(part.node)

    def _draft(self, head: Word, loose: Loose, parts: list[Loose], chain: tuple[Report, ...]) -> Draft:
        keep = self._words(head, parts) - loose.drop
        if loose.form == "share" and loose.subject is not None and keep:
            verb = loose.subject.head
            repeated = {*self._trim_phrase(loose.repeated, verb), min(keep) - 1}  # with the comma between
            return Draft(verb, "clause", keep | repeated, chain)
        noun = loose.subject
        subject = self._trim_phrase(core_phrase(noun), noun) if noun is not None else ()
        placed = tuple(replace(one, words=self._trim_phrase(one.words, one.head)) for one in loose.placed)
        moved = {i for one in placed for i in (*one.before, *one.words)}
        return Draft(
            head,
            loose.form,
            keep - moved,
            chain,
            loose.subject,
            subject,
            loose.helpers,
            placed,
            frozenset({*subject, *loose.helpers, *moved}),
            loose.background,
        )

    def _trim_phrase(self, words: Sequence[int], head: Word) -> tuple[int, ...]:
        """Take the words of parts read by themselves off a phrase that another clause repeats."""
        inner = [part.reach for part in self.apart if part is not head and part.i in head.reach]
        gone = find_bracketed(head.doc, set(words)).union(*inner)
        kept = [i for i in words if i not in gone]
        while kept and head.doc[kept[-1]].is_punct:
            kept.pop()
        return tuple(kept)

    def _read_content(self, reported: Reported, chain: tuple[Report, ...]) -> None:
        content, steps = reported.content, (*chain, reported.report, *reported.inner)
        if content.form == "clause":
            self.visit(content.node, Loose(content.node), steps)
            return
        nodes = [content.node]
        if content.form in _VERBAL:
            nodes += _joined(content.node)
        told = self.taken | set(reported.report.cue)
        asides = find_deep_parts(content.node, told, finely=self.every_list)
        self._set_apart(asides)
        for node in nodes:
            self._keep(self._restate(node, content, steps, set(nodes) - {node}, asides))
        speaker = reported.report.speaker
        beside = indices(speaker) if speaker is not None else set()
        told_of = [part for part in asides if part.node.i in beside]  # "by the army, which …"
        self._visit_parts(told_of, Loose(content.node), chain)
        self._visit_parts([part for part in asides if part not in told_of], Loose(content.node), steps)

    def _restate(
        self,
        node: Word,
        content: Content,
        steps: tuple[Report, ...],
        others: set[Word],
        asides: list[Loose],
    ) -> Draft:
        form = "perfect" if content.form == "passive" and child_with(node, "dobj") is None else content.form
        parts = [Loose(other, around=conjunction_before(node, other)) for other in others if other.i > node.i]
        keep = self._words(node if node.dep_ != "amod" else node.head, parts + asides)
        for cue in (word for word in node.children if word.i in steps[-1].cue):
            keep -= indices(cue)  # "a claim rejected by the army"
        for agent in children_with(node, "agent"):
            if child_with(agent, "pobj") == steps[-1].speaker:
                keep -= indices(agent)
        keep |= _shared_object(node)
        if content.subject is None or form == "passive":
            return Draft(node, form, keep, steps)
        noun = find_antecedent(content.subject)
        subject = self._trim_phrase(core_phrase(noun), noun)
        keep -= {content.subject.i} if noun is not content.subject else set()
        if content.subject != steps[-1].speaker:  # the accused
            keep |= set(subject) - indices(node)
        return Draft(node, form, keep, steps, noun, subject)

    def _keep(self, draft: Draft) -> None:
        if not draft.keep:
            return
        cut = cut_lists(draft.head, draft.keep, self.every_list)
        drafts = [replace(draft, keep=keep) for keep in cut]
        self.drafts += [replace(one, keep=drop_last_conjunction(one.head, one.keep)) for one in drafts]

    def _words(self, head: Word, parts: Iterable[Loose]) -> set[int]:
        """Give the words of a clause without its loose parts and without the commas that set those off."""
        gone = set(self.taken)
        for part in parts:
            gone |= part.around if part.read or part.stays else indices(part.node) | part.around
        own = indices(head)
        doc = head.doc
        gone |= find_bracketed(doc, own) - {head.i}
        kept = own - gone
        if not kept:
            return kept
        inside = range(min(kept), max(kept) + 1)
        kept |= {i for i in inside if i not in gone and doc[i].is_punct}
        commas = {i for i in kept if doc[i].text in _LOOSE_MARKS and ({i - 1, i + 1} & gone)}
        return kept - commas


def _joined(verb: Word) -> list[Word]:
    """Give the verbs joined to a verb in the same form: "to stop, to leave and to …"."""
    alike = [word for word in children_with(verb, "conj") if word.tag_ == verb.tag_]
    return [joined for word in alike for joined in (word, *_joined(word))]


def _shared_object(verb: Word) -> set[int]:
    """In "of burning and looting 40 houses" the houses are what was burnt, too."""
    joined = _joined(verb)
    thing = child_with(joined[-1], "dobj") if joined and shares_object(verb) else None
    return indices(thing) if thing is not None else set()


def _subject_of(head: Word, shared: Word | None) -> Word | None:
    own = own_subject(head)
    if own is None or (own.tag_ in RELATIVES and shared is not None):
        return shared
    return own


def _stands_alone(head: Word, subject: Word | None) -> bool:
    return subject is not None and (is_predicate(head) or child_with(head, "cop", "aux") is not None)
