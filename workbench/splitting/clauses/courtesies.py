"""Clauses that claim nothing: thanks, greetings, orders, and that somebody would not comment."""

from __future__ import annotations

from workbench.splitting.attributions.reporting_words import SPEECH
from workbench.splitting.clauses.transitions import leads_over
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    auxiliaries,
    child_with,
    children_with,
    is_finite,
    is_past,
    own_subject,
)

_COURTESIES = word_set("thank welcome congratulate apologise apologize greet")
_FEELINGS = word_set("condolence sympathy gratitude thanks appreciation solidarity greeting apology sorrow")
_ANSWERS = word_set("comment reply respond answer elaborate discuss speculate return")
_LEAVES = word_set("leave go remain")  # "left our questions unanswered"
_REFUSALS = word_set("decline refuse fail")
_UNREACHED = word_set("reach contact")
_QUESTION_TAGS = frozenset({"WP", "WRB", "WDT"})
_ASKED = word_set("request question comment inquiry enquiry call email message letter")
_MEETINGS = word_set("meeting hearing session committee assembly council commission panel house")
_CHAIRS = word_set("adjourn reconvene recess")
_CALLS = word_set("hear")  # "We hear the Deputy Minister"
_FIRST = frozenset({"i", "we"})


def is_courtesy(head: Word, subject: Word | None) -> bool:
    """Tell whether a clause is said out of politeness, or only says that nothing was said."""
    if subject is None:
        return False
    article = child_with(subject, "det")
    thing = article is not None and article.lower_ in {"a", "an"}  # "a crater does not tell who fired"
    silent = not thing and any(check(head) for check in (_gives_no_answer, _leaves_open, _was_not_reached))
    return silent or _thanks(head, subject) or _chairs(head, subject) or leads_over(head, subject)


def is_order(head: Word) -> bool:
    """Tell whether a sentence orders or asks: "Let me be clear", "Keep away from the river"."""
    return head.tag_ == "VB" and own_subject(head) is None and not auxiliaries(head) and not is_finite(head)


def _thanks(head: Word, subject: Word) -> bool:
    thing = child_with(head, "dobj")
    feeling = head.lemma_ in {"express", "extend", "convey", "offer"} and thing is not None
    if feeling and thing is not None and thing.lemma_ in _FEELINGS:
        return True
    if head.lemma_ == "welcome" and thing is not None and thing.pos_ == "NOUN" and thing.tag_ == "NN":
        return False  # "we welcome the decision" takes a stand
    now = not is_past(head)  # "I have apologised to them" tells what was done
    return now and head.lemma_ in _COURTESIES and (subject.lower_ in _FIRST or head.lemma_ == "thank")


def _chairs(head: Word, subject: Word) -> bool:
    """Read how a talk is led: "The meeting will come to order", "We adjourn until noon", "We hear the
    minister".
    """
    if head.lemma_ == "come" and subject.lemma_ in _MEETINGS:
        return any(word.lower_ == "order" for word in head.subtree)
    plain = not is_past(head) and child_with(head, "ccomp", "advcl", "neg") is None
    called = head.lemma_ in _CALLS and head.tag_ == "VBP" and child_with(head, "dobj") is not None
    return plain and subject.lower_ in _FIRST and (head.lemma_ in _CHAIRS or called)


def _gives_no_answer(head: Word) -> bool:
    """Read "declined to comment", "did not reply to a request", "has yet to comment"."""
    act = child_with(head, "xcomp")
    yet = head.lemma_ == "have" and any(child.lower_ == "yet" for child in head.children)
    if act is not None and (head.lemma_ in _REFUSALS or yet):
        return act.lemma_ in _ANSWERS or (act.lemma_ in SPEECH and not _says_what(act))
    if head.lemma_ in _LEAVES and any(child.lower_ == "unanswered" for child in head.subtree):
        return True
    if head.lemma_ not in _ANSWERS or not _is_refused(head):
        return False
    asked = {word.lemma_.lower() for word in head.subtree}
    return head.lemma_ in {"comment", "discuss", "speculate", "elaborate"} or bool(asked & _ASKED)


def _leaves_open(head: Word) -> bool:
    """Read "did not say who fired"."""
    asking = [word for word in children_with(head, "ccomp") if word.left_edge.tag_ in _QUESTION_TAGS]
    whether = [word for word in children_with(head, "ccomp") if word.left_edge.lower_ in {"whether", "if"}]
    silent = head.lemma_ in SPEECH and _is_refused(head) and child_with(head, "auxpass") is None
    return silent and (bool(asking or whether) or _is_bare(head))


def _was_not_reached(head: Word) -> bool:
    return head.lemma_ in _UNREACHED and child_with(head, "auxpass") is not None and _is_refused(head)


def _is_refused(head: Word) -> bool:
    return child_with(head, "neg") is not None


def _says_what(verb: Word) -> bool:
    return any(word.left_edge.lower_ == "that" for word in children_with(verb, "ccomp"))


def _is_bare(head: Word) -> bool:
    return not any(child.dep_ in {"ccomp", "dobj", "xcomp", "advcl", "prep"} for child in head.children)
