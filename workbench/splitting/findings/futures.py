"""Whether a claim is about the future: "will", "is due to", "plans to", "could … within days"."""

from __future__ import annotations

import re2

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.findings import future_words as table
from workbench.splitting.findings.modals import advises, is_barred, says_yes, was_able
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    auxiliaries,
    child_with,
    children_with,
    is_perfect_infinitive,
    own_subject,
    own_words,
)

_WHEN = word_set("on before after at ago earlier yesterday")
_TERMS = word_set("for in on by at before within after during")
_GIVEN = word_set("promise pledge vow")
# "The aim is to …" says what the aim is, not what will happen.
_ABSTRACT = word_set(
    """aim goal purpose task plan point idea objective mission job role intention intent priority challenge
    question problem solution way step thing result effect alternative option duty hope wish strategy"""
)
_STATES = word_set(
    """be have know see hear feel show contain include mean need want belong remain exist hold lie stand
    explain reflect indicate suggest account represent constitute seem appear understand believe involve
    amount stem own deserve owe prove"""
)
_TIME = "(?:hour|day|week|month|year)s?"
_SEASON = r"(?:spring|summer|autumn|winter|fall)"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_AHEAD = re2.compile(
    rf"(?i)\b(?:tomorrow|next (?:{_TIME}|{_SEASON}|{_WEEKDAY})|(?:in|over) the (?:coming|next)"
    rf"|(?:coming|upcoming) {_TIME}|later (?:this|today)|later in the {_TIME}|soon)\b"
)
# "The summit opens on 12 June": nobody says so of a day gone by, but for a headline.
_ON_A_DAY = re2.compile(
    rf"\b(?i:on|by|before) (?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|(?i:{_WEEKDAY}))\b"
)
# "The mandate ends in November"; of "snow falls in November" nobody keeps a calendar.
_LAPSES = word_set(
    """end expire lapse begin start open close resume run take enter conclude terminate finish last continue
    meet convene reconvene"""
)
# "Faces an election on 13 June", "runs out at the end of the month".
_CALLED = word_set("election vote poll referendum trial hearing ballot inquest deadline summit")
_IN_A_MONTH = re2.compile(
    rf"^(?i:in|at|until|from|on|during) (?:.{{0,30}} )?(?:{_MONTH}|(?i:{_WEEKDAY})|20\d\d|midnight"
    rf"|end of (?:the|this) {_TIME})\b"
)
_UNTIL = re2.compile(
    r"(?i)\b(?:within|until|till|as (?:early|soon) as"
    rf"|by (?:the )?(?:end|start|{_SEASON}|{_WEEKDAY}|\d{{4}})|before (?:the )?(?:end|{_SEASON})"
    rf"|into (?:next )?(?:{_SEASON}|{_TIME})|in \w+ {_TIME})\b"
)


def is_prediction(draft: Draft) -> bool:
    """Tell whether the claim's own verb speaks of the future, seen from when it was said."""
    head = draft.head
    group = {word.lower_ for word in (*auxiliaries(head), *(head.doc[i] for i in draft.helpers))}
    if group & table.WILL or (group & table.SET_BACK and not _wishes(head)):
        return True
    if draft.form != "clause":
        return False
    return (
        _is_due(draft)
        or _is_to(head)
        or _is_fixed(draft, group)
        or (
            bool(group & table.MIGHT)
            and not is_barred(head)
            and not was_able(head)
            and _may_come(draft, group)
        )
    )


def promises(head: Word) -> bool:
    """Tell whether a verb is a promise or threat: "vowed to …", "promised that …", "promised new papers"."""
    lemma, told = head.lemma_.lower(), child_with(head, "xcomp", "ccomp")
    if lemma in _GIVEN and told is None and child_with(head, "auxpass") is None:
        return child_with(head, "dobj") is not None and not _is_dated(head)
    return lemma in table.PROMISES and told is not None and not is_perfect_infinitive(told)


def _offers(head: Word) -> bool:
    """Read "offered to treat the wounded"; one's own offer of old ("we offered to send doctors") is told."""
    subject = own_subject(head)
    own = subject is not None and subject.lower_ in {"i", "we"}
    done = (
        own or any(word.lower_ == "had" for word in auxiliaries(head)) or child_with(head, "neg") is not None
    )
    return head.lemma_.lower() == "offer" and not done and _comes_next(child_with(head, "xcomp"))


def _is_dated(promise: Word) -> bool:
    """Tell "promised tents on Monday", which tells of the promise, from "promised tents within a week"."""
    when = (word for word in children_with(promise, "prep", "advmod") if word.i > promise.i)
    told = any(word.lower_ in _WHEN for word in when)
    return told and promise.tag_ == "VBD"


def _wishes(head: Word) -> bool:
    return (
        says_yes(head)
        or advises(head)
        or head.lemma_.lower() in {"like", "prefer", "love"}
        or any(word.lower_ in {"rather", "sooner"} for word in children_with(head, "advmod"))
    )


def _is_due(draft: Draft) -> bool:
    """Read "is due to vote", "is expected to end", "plans to send", "promised to raise"."""
    head = draft.head
    if promises(head) or _offers(head):
        return True
    if head.lemma_.lower() in table.PLANS and child_with(head, "auxpass") is None:
        past = head.tag_ in {"VBD", "VBN"} and not (draft.chain and draft.chain[-1].past)
        return not past and _comes_next(child_with(head, "xcomp"))
    for word in (head, *children_with(head, "acomp", "oprd", "amod")):
        if word.lower_ not in table.DUE or (word is head and word.tag_ == "VBD"):
            continue
        timed = child_with(head, "prep", "npadvmod") or child_with(word, "prep", "npadvmod")
        if word.lower_ == "due" and head.lemma_ == "be" and timed is not None and timed.lower_ != "to":
            return "had" not in {aux.lower_ for aux in auxiliaries(head)}  # "is due before May"
        if word is head and _is_timetabled(head):
            return True
        verb = child_with(word, "xcomp", "ccomp") or child_with(head, "xcomp")
        if not _comes_next(verb) or verb is None:
            continue
        if word.lower_ not in table.LIKELY or verb.lemma_ != "be":
            return True
    return False


def _is_timetabled(verb: Word) -> bool:
    """Read "is planned for May", "is expected in the autumn"."""
    now = {"is", "are"} & {word.lower_ for word in children_with(verb, "auxpass")}
    when = {word.lower_ for word in children_with(verb, "prep") if word.i > verb.i}
    return bool(now) and bool(when & ({"for"} if verb.lower_ == "set" else _TERMS))


def _comes_next(verb: Word | None) -> bool:
    """Tell "to vote" from "to have voted"."""
    return (
        verb is not None
        and any(word.lower_ == "to" for word in auxiliaries(verb))
        and not is_perfect_infinitive(verb)
    )


def _is_to(head: Word) -> bool:
    """Read "the president is to visit Orlen"."""
    subject = own_subject(head)
    if head.lemma_ != "be" or head.tag_ not in {"VBZ", "VBP"} or subject is None:
        return False
    verb = child_with(head, "xcomp")
    named = subject.lemma_.lower() in _ABSTRACT or subject.tag_ in {"VB", "VBG", "WP"}
    if child_with(head, "acomp") is not None or (verb is not None and verb.lemma_.lower() == "blame"):
        return False  # "it is hard to see", "the army is to blame"
    return not named and verb is not None and verb.i <= head.i + 3 and _comes_next(verb)


def _is_fixed(draft: Draft, group: set[str]) -> bool:
    """Read "parliament votes next week": the present tense with a day to come."""
    head = draft.head
    present = head.tag_ in {"VBZ", "VBP"} or (head.tag_ in {"VBG", "VBN"} and bool(group & {"is", "are"}))
    if not present or "has" in group or "have" in group:
        return False
    if _AHEAD.search(_own_text(draft)):
        return True
    if head.tag_ not in {"VBZ", "VBP"} or head.lemma_.lower() in _STATES:
        return False
    days = [_own_phrase(word) for word in children_with(head, "prep")]
    lapses = head.lemma_.lower() in _LAPSES
    faced = child_with(head, "dobj")
    if head.lemma_.lower() == "face" and faced is not None and faced.lemma_.lower() in _CALLED:
        days += [_own_phrase(word) for word in children_with(faced, "prep")]
        lapses = True
    return any(_ON_A_DAY.search(day) or (lapses and _IN_A_MONTH.search(day)) for day in days)


def _own_phrase(preposition: Word) -> str:
    """Give a phrase without its relative clauses: "under a waiver that expires on 30 June" sets no day."""
    told = (part.left_edge.i for part in preposition.subtree if part.dep_ == "relcl")
    last = min(told, default=len(preposition.doc))
    return " ".join(part.text for part in preposition.subtree if part.i < last)


def _may_come(draft: Draft, group: set[str]) -> bool:
    """Tell "insurers could withdraw within days" from "more people may be trapped" and "could not pay"."""
    head = draft.head
    if head.lemma_ == "have" and _comes_next(child_with(head, "xcomp")):
        return child_with(head, "neg") is None  # "may have to leave"
    if group & {"have", "been"} or child_with(head, "neg") is not None or group & {"being"}:
        return False
    text = _own_text(draft)
    if _AHEAD.search(text) or _UNTIL.search(text):
        return True
    return head.tag_ in {"VB", "VBP"} and head.lemma_.lower() not in _STATES


def _own_text(draft: Draft) -> str:
    doc, own = draft.head.doc, own_words(draft.head, draft.keep)
    return " ".join(doc[i].text for i in sorted(own))
