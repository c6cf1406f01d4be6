"""Whether a date lies ahead, told by the clause it stands in."""

from __future__ import annotations

from enum import Enum

import re2

from workbench.splitting.findings import future_words as table
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, is_perfect_infinitive

_OUGHT = frozenset({"should", "must", "ought"})
_EDGES = word_set("end beginning start middle midnight noon dawn dusk evening morning night")
# With "to …" these look ahead, whenever it was.
_FORWARD = (
    table.PROMISES
    | table.PLANS
    | word_set(
        """call urge ask order want demand agree vote propose schedule decide hope aim invite intend allow
        instruct tell offer seek wish be"""
    )
)
_LIMIT = re2.compile(r"(?i)^\s+at (?:the )?(?:very )?(?:earliest|latest|soonest)\b")
_LIMIT_LENGTH = 24  # characters


class Outlook(Enum):
    """Where a date lies by the clause it stands in. PRESENT: a plain present, which announces ("reopens on
    Monday") or, of a day just past, reports ("rescuers search the ruins on 2 March").
    """

    AHEAD = "will leave on Monday"
    PRESENT = "leaves on Monday"
    BEHIND = "left on Monday"
    UNTOLD = "the list of 2 March"


def read_outlook(word: Word) -> Outlook:
    """Tell where a date lies by the clause it stands in: "a deadline to leave by Monday" looks ahead."""
    if _LIMIT.match(word.doc.text[word.idx + len(word) :][:_LIMIT_LENGTH]):
        return Outlook.AHEAD  # "spoke of September at the earliest"
    node, direct = word, True
    while node.head is not node:
        if node.lower_ == "since":
            return Outlook.BEHIND
        below, node = node, node.head
        if node.pos_ == "ADJ" and node.lower_ in table.DUE:
            return Outlook.AHEAD  # "due by Monday"
        if node.pos_ in {"VERB", "AUX"} and not _belongs_above(below, node):
            if direct and _sets_day(node, below):
                return Outlook.AHEAD
            ahead = _leads_ahead(node, direct)
            if ahead:
                return Outlook.PRESENT if _is_present(node) else Outlook.AHEAD
            if ahead is not None:
                return Outlook.BEHIND if direct else Outlook.UNTOLD
        direct = direct and (node.pos_ in {"ADP", "SCONJ"} or node.lower_ in _EDGES or node.tag_ == "NNP")
    return Outlook.UNTOLD


def _sets_day(verb: Word, part: Word) -> bool:
    """Read "have been suspended until Friday", "was planned for Friday", "proposed 3 May"."""
    if part.lower_ in {"until", "till"}:
        return bool({"has", "have", "is", "are"} & {word.lower_ for word in auxiliaries(verb)})
    if part.lower_ == "for":
        return verb.lower_ in table.DUE
    return verb.lemma_.lower() in {"propose", "suggest"} and part.dep_ in {"dobj", "npadvmod"}


def _belongs_above(part: Word, verb: Word) -> bool:
    """The parser hangs the day of "said on Monday it would leave" on what was said."""
    return verb.dep_ == "ccomp" and part.i == verb.head.i + 1


def _leads_ahead(verb: Word, direct: bool) -> bool | None:
    """Tell whether a verb speaks of what is to come, None when its governor must tell. direct: the date hangs
    on the verb itself.
    """
    group = {word.lower_ for word in auxiliaries(verb)}
    if _is_modal(verb):
        return "have" not in group
    if "to" in group and any(word.lower_ == "had" for word in auxiliaries(verb.head)):
        return False  # "had planned to leave"
    if "to" in group:
        return True if _is_led_ahead(verb) and not is_perfect_infinitive(verb) else None
    if verb.tag_ in {"VBN", "VBG"} and verb.dep_ in {"acl", "amod", "relcl"} and not group:
        return True if verb.lower_ in table.DUE else None
    if _is_present(verb):
        return direct or None  # "doesn't order one by Friday, the committee will"
    if verb.tag_ == "VBN" and group & {"is", "are"}:
        return verb.lower_ in table.DUE or any(child.lower_ == "if" for child in verb.children)
    return False if verb.tag_ in {"VBD", "VBN"} else None


def _is_modal(verb: Word) -> bool:
    words = {verb.lower_, *(word.lower_ for word in auxiliaries(verb))}
    return bool(words & (table.WILL | table.SET_BACK | table.MIGHT | _OUGHT))


def _is_present(verb: Word) -> bool:
    """Tell "leaves", "does leave" and "is leaving" from what a modal puts ahead."""
    group = {word.lower_ for word in auxiliaries(verb)}
    plain = verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VB" and bool(group & {"do", "does"}))
    lasting = verb.tag_ == "VBG" and bool(group & {"is", "are"})
    due = any(child.lower_ in table.DUE for child in verb.children)  # "is due by Monday"
    return (plain or lasting) and not _is_modal(verb) and not due


def _is_led_ahead(verb: Word) -> bool:
    """Tell "asked to leave" and "a deadline to leave" from "was forced to leave" and "met to discuss"."""
    governor = verb.head
    if governor.pos_ not in {"VERB", "AUX"}:
        return governor is not verb
    forward = governor.lemma_.lower() in _FORWARD or governor.lower_ in table.DUE
    return forward or (governor.tag_ in {"VBZ", "VBP"} and verb.dep_ != "advcl")
