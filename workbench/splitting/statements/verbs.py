"""Rewrite a verb group: "had shelled" said yesterday is "shelled", and denied it is "did not shell"."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.parsing.inflection import (
    past_from_participle,
    past_participle,
    past_tense,
    present_tense,
)
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, children_with, own_subject

Rewrites = dict[int, tuple[str, str]]  # token position -> new words ("" drops it), reason

CHANGED = "verb form changed"
DENIED = "denial put as a negative"
# Who is accused of it, or denies it, speaks: nobody is charged with having lain.
_SAID_FALSELY = {"lying": "lied"}
_NONE = {"anyone": "nobody", "anybody": "nobody", "anything": "nothing", "any": "no"}


def shift_back(head: Word, plural: bool, helpers: Sequence[Word] = ()) -> Rewrites:
    """Undo the step into the past that reporting makes: "it had taken" was "took", "it would" is "it will".

    helpers: auxiliaries borrowed from the verb before, for a second verb that has none of its own.
    """
    group = auxiliaries(head) or list(helpers)
    first = group[0] if group else head
    reason = f"{CHANGED} (“{first.text}” in the report)"
    if first.lower_ == "would":
        return {first.i: ("will", reason)}
    if first.lower_ not in {"had", "’d", "'d"} or not group:
        return {}
    was = "were" if plural else "was"
    if head.lower_ == "been" or any(word.lower_ == "been" for word in group):
        reason = f"{CHANGED} (“{first.text} been” in the report)"
    been = next((word for word in group if word.lower_ == "been"), None)
    negation = next((word for word in children_with(head, "neg") if word.lower_ != "never"), None)
    if been is not None:
        return (
            {first.i: ("", ""), been.i: (was, reason)}
            if negation is None
            else {first.i: (was, reason), been.i: ("", "")}
        )
    if head.lower_ == "been":
        return (
            {first.i: ("", ""), head.i: (was, reason)}
            if negation is None
            else {first.i: (was, reason), head.i: ("", "")}
        )
    if negation is not None:
        return {first.i: ("did", reason), head.i: (head.lemma_, f"{CHANGED} (“{head.text}” in the report)")}
    past = past_from_participle(head.lower_)
    reason = f"{CHANGED} (“{head.text}” in the report)"
    return {first.i: ("", "")} if past == head.lower_ else {first.i: ("", ""), head.i: (past, reason)}


def negate(head: Word, plural: bool, past: bool = False) -> Rewrites:
    """Put "not" into a verb group, or "no" for "any"; nothing when it holds one already.

    past: the denial is told in the past, so that "had been" was "was".
    """
    if child_with(head, "neg") is not None:
        return {}
    none = _find_any(head)
    if none is not None:
        shifted = shift_back(head, plural) if past else {}
        alone = none.lower_ == "any" and none.dep_ != "det"  # "any of its units"
        return {**shifted, none.i: ("none" if alone else _NONE[none.lower_], DENIED)}
    group = auxiliaries(head)
    first = group[0] if group else head
    been = any(word.lower_ == "been" for word in [*group, head])
    if first.lower_ == "had" and group and not been:
        return {first.i: ("did not", DENIED), head.i: (head.lemma_, DENIED)}
    if first.lower_ == "had" and group:
        was = "were not" if plural else "was not"
        last = next(word for word in [*group, head] if word.lower_ == "been")
        return {first.i: (was, DENIED), last.i: ("", "")}
    if group or head.lemma_ == "be":
        first_text = "will" if first.lower_ == "would" else first.text
        return {first.i: (first_text + " not", DENIED)}
    told = head.tag_ == "VBD" or (head.tag_ == "VBN" and head.lower_ == past_tense(head.lemma_))
    helper = "did" if told else present_tense("do", plural)
    return {head.i: (f"{helper} not {head.lemma_}", DENIED)}


def _find_any(head: Word) -> Word | None:
    """Find the "any" of a subject such as "any of its units", with which a denial says "none"."""
    subject = own_subject(head)
    if subject is None:
        return None
    words = [subject, *children_with(subject, "det")]
    return next((word for word in words if word.lower_ in _NONE), None)


def make_future(head: Word, to: Word, plural: bool) -> Rewrites:
    """Make "(expects) the siege to last" stand alone: "will last"; "(believes) it to be" becomes "is"."""
    reason = f"{CHANGED} (“to {head.text}” in the report)"
    if head.head.lemma_ in {"expect", "predict", "forecast", "anticipate"}:
        return {to.i: ("will", reason)}
    verb = next((word for word in auxiliaries(head) if word.lower_ in {"be", "have"}), head)
    return {to.i: ("", ""), verb.i: (present_tense(verb.lemma_, plural), reason)}


def be(past: bool, plural: bool) -> str:
    """Give the form of "be" that fits."""
    if past:
        return "were" if plural else "was"
    return "are" if plural else "is"


def perfect(verb: Word, plural: bool, denied: bool, dated: bool = False) -> tuple[str, str]:
    """Give "has" and "taken" for "taking" or "having taken"; with a day of its own "took" alone, for nothing
    "has happened on Monday".
    """
    having = any(word.lemma_ == "have" for word in auxiliaries(verb))
    lied = _SAID_FALSELY.get(verb.lower_, "")
    if dated and denied:
        return "did not", verb.lemma_
    if dated:
        return "", lied or (past_from_participle(verb.text) if having else past_tense(verb.lemma_, verb.text))
    participle = verb.text if having else lied or past_participle(verb.lemma_, verb.text)
    return present_tense("have", plural) + (" not" if denied else ""), participle


def passive(verb: Word, plural: bool) -> str:
    """Give "was destroyed" for "destroying"."""
    return (
        f"{be(True, plural)} {past_participle(verb.lemma_.lower(), verb.text if verb.tag_ == 'VBG' else '')}"
    )


def finite(verb: Word, plural: bool) -> str:
    """Give "collapsed" for "to have collapsed", "holds" for "to hold"."""
    helpers = [word.lower_ for word in auxiliaries(verb)]
    if "have" in helpers and "been" in helpers:
        return f"{be(True, plural)} {verb.text}"
    if "have" in helpers:
        return be(True, plural) if verb.lower_ == "been" else past_from_participle(verb.lower_)
    if "be" in helpers:
        return f"{be(False, plural)} {verb.text}"
    return present_tense(verb.lemma_, plural)


def participle_finite(verb: Word, head: Word, plural: bool) -> str:
    """Give "killed" for "killing" beside a main verb in the past, "kills" beside one in the present."""
    if any(word.lower_ == "having" for word in auxiliaries(verb)):
        return past_from_participle(verb.lower_)
    if verb.tag_ == "VBN":
        return f"{be(True, plural)} {verb.text}"
    group = [head, *auxiliaries(head)]
    if any(word.tag_ == "VBD" or word.tag_ == "VBN" for word in group):
        return past_tense(verb.lemma_, verb.text)
    return present_tense(verb.lemma_, plural)
