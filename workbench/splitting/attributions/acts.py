"""An act of saying or holding something: its source, its cue, its content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, children_with, indices

_EDGES = frozenset({",", ";", ":", ".", "–", "—", "-", "--", "…", "(", ")"})
_TAILS = frozenset({"relcl", "advcl"})
_SET_OFF = frozenset({",", "–", "—", "-", "--"})
_OBJECT_CONTROL = frozenset({"dobj", "dative"})
_FARTHEST = 8  # verbs to climb to a shared subject
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@dataclass(slots=True)
class Act:
    """One act, in positions of its paragraph.

    sort: speech, question, belief, wish or perception (see words.py). head: the word that carries the cue.
    source: the head of the noun phrase that names who, None when nobody is named. form: what the content is:
    clause, infinitive, gerund, object, phrase, small ("called it a lie"), raised ("is said to …"), quotation.
    denied: "did not say that …". nested: the act is part of what somebody else says.
    aside: all words of an act set into what it says, ", the mayor said on Friday,".
    """

    sort: str
    head: Word
    source: Word | None
    cue: set[int]
    content: set[int]
    form: str
    node: Word | None = None
    denied: bool = False
    nested: bool = False
    aside: frozenset[int] = frozenset()


def make_act(
    sort: str, head: Word, content: Iterable[int], form: str, node: Word | None = None, *more: Word
) -> Act:
    """Make a verb's act; `more` are words of the cue beside the verb group."""
    cue = verb_group(head) | {word.i for word in more}
    source = find_source(head)
    words = trim(head, cut_tail(head, set(content) - cue))
    denied = any(word.dep_ == "neg" for word in head.children)
    return Act(sort, head, source, cue, words, form, node, denied)


def verb_group(head: Word) -> set[int]:
    group = {head.i} | {word.i for word in auxiliaries(head)}
    return group | {word.i for word in children_with(head, "neg", "prt")}


def trim(head: Word, words: set[int]) -> set[int]:
    """Leave loose marks off both ends."""
    kept = sorted(words)
    doc = head.doc
    while kept and (doc[kept[0]].text in _EDGES or doc[kept[0]].is_space):
        kept.pop(0)
    while kept and (doc[kept[-1]].text in _EDGES or doc[kept[-1]].is_space):
        kept.pop()
    return set(kept)


def cut_tail(head: Word, words: set[int]) -> set[int]:
    """Leave off what the writer hangs on at the end by a comma or dash: ", which …", ", adding …"."""
    doc = head.doc
    while words:
        last = max(words)
        tails = [
            min(word.reach)
            for word in (doc[i] for i in words)
            if word.dep_ in _TAILS and word.reach[-1] >= last and word.reach[0] > min(words)
        ]
        cuts = [first for first in tails if doc[first - 1].text in _SET_OFF]
        if not cuts:
            return words
        words = {i for i in words if i < min(cuts) - 1}
    return words


def find_source(verb: Word) -> Word | None:
    """Find whose act a verb is: its own subject, or the one it shares with the verb above."""
    word = verb
    for _ in range(_FARTHEST):
        passive = child_with(word, "auxpass") is not None
        if passive and word is verb:
            return find_agent(word)
        subject = child_with(word, *_SUBJECTS)
        if subject is not None:
            return subject
        if child_with(word, "expl") is not None or word.head is word:
            return None
        above = word.head
        if word.dep_ == "acl" and word.tag_ in {"VBG", "VBN"}:
            return above if word.tag_ == "VBG" else find_agent(word)
        if word.dep_ == "xcomp" and word is not above:
            controller = child_with(above, *_OBJECT_CONTROL)
            if controller is not None and controller.i < word.i:
                return controller
        if word.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acl", "parataxis", "dep"}:
            return None
        word = above
    return None


def find_agent(verb: Word) -> Word | None:
    agent = child_with(verb, "agent")
    if agent is None:
        agent = next((word for word in children_with(verb, "prep") if word.lower_ == "by"), None)
    return child_with(agent, "pobj") if agent is not None else None


def phrase(word: Word) -> set[int]:
    """Give a phrase's words without the clauses after it that a parser hangs on it by mistake."""
    words = indices(word)
    for child in word.children:
        if child.dep_ in {"advcl", "parataxis"} and child.i > word.i:
            words -= indices(child)
    return words
