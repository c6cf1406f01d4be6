"""Clauses and participles that stand beside a main verb: "although …", "after …", ", killing six"."""

from __future__ import annotations

from workbench.splitting.attributions.reporting_words import SPEECH
from workbench.splitting.clauses.loose import Loose, is_set_off
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, is_finite, is_past, own_subject

# What follows these is told as a fact, whatever its tense; after the others only when it is over.
_ALWAYS = word_set("although though while whereas because as that so")
_WHEN_PAST = word_set("after before when once until since where")
_COUNTED_TIME = word_set("hours days weeks months years minutes seconds hour day week month year")
_RANKS = word_set("first last only")
_AS_LONG_AS = word_set("soon long far well much insofar")
_BARE = 3  # words of "it was built"
# Participles that have become prepositions.
_PREPOSITIONS = word_set(
    """including following regarding concerning according given based compared considering depending
    judging excluding barring pending starting beginning owing counting ranging speaking assuming
    provided providing led topped related linked due aged named called dubbed titled"""
)
# What such a participle says follows from the event, not from the thing that suffered it.
_RESULTS = word_set(
    """kill injure wound leave cause force damage destroy trigger prompt disrupt displace raise set spark"""
)


def read_adverbial(head: Word, child: Word, subject: Word | None, reporting: bool) -> Loose | None:
    if own_subject(child) is not None and is_finite(child):
        return _read_finite(head, child)
    if subject is None or child.tag_ not in {"VBG", "VBN"} or not _is_own_fact(head, child):
        return None
    if child.tag_ == "VBG" and child.lemma_ in SPEECH and child_with(child, "ccomp") is not None:
        return Loose(child, subject)
    if reporting:
        return None
    doer = _find_doer(head, child, subject)
    return None if doer is None else Loose(child, doer, form="participle")


def _read_finite(head: Word, child: Word) -> Loose | None:
    mark = child_with(child, "mark") or _find_when(child)
    if mark is None or mark.i > child.left_edge.i + 2:
        return None
    opener = mark.lower_
    over = is_past(child) and not any(
        word.tag_ == "MD" for verb in (head, child) for word in auxiliaries(verb)
    )
    if opener not in _ALWAYS and not (opener in _WHEN_PAST and over):
        return None
    before = child.doc[mark.i - 1] if mark.i else None
    if before is not None and (before.lower_ in _AS_LONG_AS or mark.nbor().lower_ in {"if", "though"}):
        return None
    if (opener in _WHEN_PAST or opener == "as") and _is_bare(child, mark):
        return None
    drop = {i for i in child.reach if i <= mark.i}  # "shortly after", "hours before"
    counted = opener in _WHEN_PAST and before is not None and before.lower_ in _COUNTED_TIME
    stays = counted or (opener == "since" and _spans(head, mark))
    return Loose(child, drop=drop, stays=stays, background=True)


def _is_bare(child: Word, mark: Word) -> bool:
    """ "Since it was built" only says since when, "as it promised" nothing by itself."""
    subject = own_subject(child)
    told = [i for i in child.reach if i > mark.i]
    return subject is not None and subject.pos_ == "PRON" and len(told) <= _BARE


def _spans(head: Word, mark: Word) -> bool:
    """Tell whether a "since" says from when on something counts: "the worst since …", "has lost … since"."""
    ranked = any(
        word.tag_ in {"JJS", "RBS"} or word.lower_ in _RANKS for word in head.subtree if word.i < mark.i
    )
    return ranked or any(word.lemma_ == "have" for word in auxiliaries(head))


def _find_when(child: Word) -> Word | None:
    return next((word for word in child.lefts if word.lower_ in {"when", "where", "once"}), None)


def _is_own_fact(head: Word, child: Word) -> bool:
    """Set off by a comma, before the main clause or after it, and more than a bare participle."""
    words = child.reach
    doc = child.doc
    if child.lower_ in _PREPOSITIONS or child_with(child, "mark") is not None:
        return False
    if any(word.lower_ in {"to", "if", "when", "while"} for word in child.lefts) or len(words) < 3:
        return False
    if child.i > head.i:
        return is_set_off(child.left_edge) and is_finite(head)
    return words[-1] + 1 < len(doc) and doc[words[-1] + 1].text == "," and is_finite(head)


def _find_doer(head: Word, child: Word, subject: Word) -> Word | None:
    passive = child_with(head, "auxpass") is not None
    if not passive or child.lemma_ not in _RESULTS or child.tag_ != "VBG":
        return subject
    agent = child_with(head, "agent")
    return child_with(agent, "pobj") if agent is not None else None
