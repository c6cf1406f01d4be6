"""Whether a claim values or demands rather than tells, by words that a linguist would call evaluative."""

from __future__ import annotations

import re2

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.findings.modals import advises, says_yes
from workbench.splitting.judgement import valuing_words as table
from workbench.splitting.judgement.generics import generalises
from workbench.splitting.judgement.quoted_verdicts import is_set_in_marks, quotes_complement
from workbench.splitting.judgement.verdicts import passes_verdict
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, children_with, own_subject, own_words

_FRAME = 12  # words in which "in our view" is looked for
_FIRST = frozenset({"i", "we"})
_BARE = frozenset({"exists", "naming", "small"})
_FRAMES = re2.compile(
    r"(?i)\b(?:in (?:my|our|his|her|their|its|\w+’s|\w+'s) (?:own )?(?:view|opinion|judg[e]?ment|eyes|mind)"
    r"|in the (?:view|opinion|eyes|judg[e]?ment) of|to (?:my|our) mind|from (?:my|our) point of view"
    r"|would (?:rather|sooner|like|prefer|love))\b"
)


def is_opinion(draft: Draft, direct: bool = False) -> bool:
    """Tell whether a claim values or demands rather than tells. direct: all of it is in quotation marks."""
    head = draft.head
    if draft.form != "clause":
        return head.lower_ in table.VALUES or (not direct and _is_scare_quoted(draft))
    return (
        _is_duty(draft)
        or advises(head)
        or passes_verdict(head)
        or (not direct and quotes_complement(head))
        or (is_spoken(draft, direct) and generalises(head))
        or _demands(head)
        or (head.dep_ == "ccomp" and head.head.lemma_.lower() in table.DEMANDS)
        or _takes_stand(draft)
        or _speaks_strongly(draft)
        or bool(_FRAMES.search(_leading(draft)))
    )


def is_spoken(draft: Draft, direct: bool) -> bool:
    """Tell whether a claim stands in the speaker's own words, in a quotation or an interview."""
    return direct or (bool(draft.chain) and draft.chain[-1].manner == "direct")


def names_plainly(draft: Draft) -> bool:
    """Tell "called it an accident", which can be checked, from "called it an insult"."""
    head = draft.head
    if draft.form != "naming" or head.pos_ != "NOUN" or is_set_in_marks(head):
        return False
    words = [head, *children_with(head, "amod", "compound")]
    return not any(
        word.lower_ in table.VALUES | table.STRONG or word.lemma_.lower() in table.VERDICTS | table.NAMED
        for word in words
    )


def _is_scare_quoted(draft: Draft) -> bool:
    """Read "spoke of a “climate of fear”"."""
    return draft.form in _BARE and draft.head.pos_ == "NOUN" and is_set_in_marks(draft.head)


def _is_duty(draft: Draft) -> bool:
    """ "Must have known" and "I must add" lay no duty on anybody, and a law's "must" is a fact."""
    head = draft.head
    if head.lower_ == "ought":
        return True
    modals = {word.lower_ for word in auxiliaries(head)}
    if not modals & table.DUTIES or "if" in {child.lower_ for child in children_with(head, "mark")}:
        return False
    subject = own_subject(head)
    duty = next(word for word in auxiliaries(head) if word.lower_ in table.DUTIES)
    if subject is not None and duty.i < subject.i:
        return False  # "should the dam break"
    told = "must" in modals and (
        "have" in modals
        or not draft.chain
        or (head.lemma_.lower() in table.SPEAKING and subject is not None and subject.lower_ in _FIRST)
    )
    return not told


def _demands(head: Word) -> bool:
    """Read "urged them to leave" and "called for a ceasefire"."""
    lemma = head.lemma_.lower()
    if child_with(head, "auxpass") is not None or child_with(head, "neg") is not None:
        return False
    told = child_with(head, "xcomp", "ccomp")
    asked = told is not None and told.tag_ == "VB" and child_with(head, "dobj", "prep", "dative") is not None
    asked = asked or (told is not None and told.tag_ == "VB" and own_subject(told) is not None)
    if told is not None and any(word.lower_ in {"if", "whether"} for word in told.children):
        return False
    if lemma in table.DEMANDS:
        return own_subject(head) is not None or told is not None
    called = {word.lower_ for word in children_with(head, "prep", "prt") if word.i > head.i}
    if called & table.DEMANDS_BY.get(lemma, frozenset()):
        return True
    if lemma == "ask" and "for" in called:
        return child_with(head, "dobj") is not None  # who only "asked for places" applied for them
    if lemma in {"ask", "appeal", "request", "order", "tell", "encourage", "invite"}:
        return asked and lemma in {"ask", "appeal", "request"}
    return lemma == "call" and asked and bool(called & {"on", "upon"})


def _takes_stand(draft: Draft) -> bool:
    """Read "we want peace" and a ministry's "condemns"; "the union wants peace" is a fact about the union."""
    head = draft.head
    subject = own_subject(head)
    lemma = head.lemma_.lower()
    if says_yes(head) or (subject is not None and subject.lower_ in _FIRST and _takes_view(head)):
        return True
    if lemma not in table.STANCES or subject is None or child_with(head, "auxpass") is not None:
        return False
    if lemma == "deserve":
        return True
    if lemma == "need":
        return subject.lower_ in _FIRST and child_with(head, "xcomp") is not None
    if subject.lower_ in _FIRST:
        return True
    if lemma not in table.PERFORMED or auxiliaries(head):
        return False
    reported = draft.chain != () and subject.lower_ in {"it", "he", "she", "they"}
    return head.tag_ in {"VBZ", "VBP"} or reported  # "the bloc said it regretted the vote"


def _takes_view(head: Word) -> bool:
    """Read "share that view", "understand the anger", "read that as a warning"; not "understand that …"."""
    lemma = head.lemma_.lower()
    shared = child_with(head, "dobj")
    if lemma == "share":
        return shared is not None and shared.lemma_.lower() in table.VIEWS
    told = child_with(head, "ccomp")
    if lemma == "understand":
        return shared is not None or (told is not None and told.left_edge.tag_ == "WRB")
    return lemma in table.TAKING and any(word.lower_ == "as" for word in children_with(head, "prep"))


def _speaks_strongly(draft: Draft) -> bool:
    """Read "fought with admirable courage"; an outrage that is refused or told of is a fact."""
    head = draft.head
    doc = head.doc
    strong = (doc[i] for i in own_words(head, draft.keep) if doc[i].lower_ in table.STRONG)
    return any(word.i > head.i and _is_manner(word, head) for word in strong)


def _is_manner(word: Word, head: Word) -> bool:
    preposition = word.head.head
    return word.dep_ == "advmod" or (preposition.lower_ in {"with", "in"} and preposition.head is head)


def _leading(draft: Draft) -> str:
    doc = draft.head.doc
    return " ".join(doc[i].text for i in sorted(draft.keep)[:_FRAME])
