"""Sentences that only lead on: "There is another thing.", "One thing is clear:", "That is all"."""

from __future__ import annotations

from workbench.splitting.attributions.reporting_words import SPEECH
from workbench.splitting.clauses.views import announces_view
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with

_POINTS = word_set("thing point matter question issue word")
_PICKS = word_set("another other more further one two three first second third last final a this these that")
_POINTING = word_set("this these that here it")
_ALL = word_set("all it everything enough")


def leads_over(head: Word, subject: Word) -> bool:
    """Tell whether a sentence tells nothing itself. head: its verb."""
    if head.lemma_ == "be" and (_announces_point(head, subject) or _ends_talk(head, subject)):
        return True
    points_on = head.head is head and head.doc[head.reach[-1]].text == ":" and _points_on(head, subject)
    return points_on or announces_view(head, subject)


def _announces_point(head: Word, subject: Word) -> bool:
    """Read "There are two other points", "One thing is clear:"."""
    told = child_with(head, "attr") if subject.lower_ == "there" else subject
    if told is None or told.lemma_.lower() not in _POINTS:
        return False
    bare = all(child.lower_ in _PICKS for child in told.children if not child.is_punct)
    return bare and (told is not subject or head.doc[head.reach[-1]].text == ":")


def _ends_talk(head: Word, subject: Word) -> bool:
    """Read "That is all for today"."""
    what = child_with(head, "attr")
    alone = what is not None and not what.children and what.lower_ in _ALL
    return alone and subject.lower_ in {"that", "this"}


def _points_on(head: Word, subject: Word) -> bool:
    """Read "If you are just joining us:", "This is what we know:", "It goes like this:", "X reports on the
    day:"."""
    mark = child_with(head, "mark")
    if subject.lower_ == "you" and mark is not None and mark.lower_ == "if":
        return True
    bare_speech = head.lemma_ in SPEECH and not children_with(head, "dobj", "ccomp", "neg")
    this = any(head.doc[i].lower_ in {"this", "following"} for i in head.reach[-3:])
    return bare_speech or this or (head.lemma_ == "be" and subject.lower_ in _POINTING)
