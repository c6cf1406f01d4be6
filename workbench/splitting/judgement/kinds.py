"""What a claim is about: an event, a number, a cause, somebody's position …"""

from __future__ import annotations

from collections.abc import Sequence

import re2

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.findings.modals import is_barred
from workbench.splitting.judgement.conditions import is_unreal
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, children_with, own_subject, own_words
from workbench.splitting.records import Quantity

SPEECH_ACTS = word_set(
    """urge demand call vow pledge promise threaten appeal thank apologise apologize invite propose request
    instruct advise encourage say state claim accuse announce report deny describe rebuke
    tell"""
)
_CAUSES = word_set("cause trigger prompt provoke force result stem spark fuel compel explain enable")
# "Kept the crews from flying", "prevented them from flying".
_HINDERS = word_set("keep prevent stop hinder deter bar block stall delay slow hamper disrupt impede ground")
_POSITION_VERBS = word_set(
    """aim want intend seek view regard consider support oppose back favour favor condemn welcome criticise
    criticize praise object deplore denounce endorse deserve prefer pretend
    hope wish"""
)
_POSITION_ADJECTIVES = word_set(
    """concerned worried entitled opposed committed ready willing determined alarmed"""
)
_STATES = word_set(
    """be have remain own contain consist include belong lie stand lack bear sit border know mean
    seem exist"""
)
# Their object or "by …" is a number that the claim is about.
_MEASURES = word_set(
    """have hold number total amount cost last stay spend cover measure weigh contain include need require
    grant cut lose exceed fall rise drop increase decrease grow decline climb average count live stand
    double triple shrink earn own employ reopen take show"""
)
_NUMBERED = word_set(
    """number toll figure total rate share price cost damage population strength size length budget loss
    speed distance sum count average majority"""
)
_FEW, _MANY = 5, 20
_LENGTHS = frozenset({"km", "m", "mile"})
_REASONS = re2.compile(r"\b(?:because of|as a result of|as a consequence of|owing to|thanks to|due to the)\b")


def judge_kind(draft: Draft, modality: str, quantities: Sequence[Quantity], base: int) -> str:
    """Give what the claim is about; see records.KINDS. "quotation": what is to be checked is that it was
    said. base: where the paragraph begins.
    """
    head = draft.head
    if modality == "prediction" or (modality == "conditional" and not _is_past_chance(draft)):
        return "prediction"
    shared = any(one.unit == "%" for one in quantities)  # "5 percent prefer …"
    if modality == "opinion" or (draft.form == "clause" and not shared and _holds_position(head)):
        return "position"
    if _is_causal(draft):
        return "causal"
    if quantities and _is_about_number(draft, quantities, base):
        return "quantity"
    if _has_reason(draft):
        return "causal"
    if draft.form == "clause" and _is_speech(head):
        return "quotation"
    if quantities and _keeps_count(draft, quantities, base):
        return "quantity"
    verbless = draft.form == "clause" and head.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}
    if not (verbless or _is_state(head)):
        return "event"
    return "quantity" if _is_counted(draft, quantities, base) else "attribute"


def _keeps_count(draft: Draft, quantities: Sequence[Quantity], base: int) -> bool:
    """Read "2,300 people have left since Tuesday": the perfect makes it a tally."""
    group = {word.lower_ for word in auxiliaries(draft.head)}
    tells = bool(group & {"have", "has", "'ve", "’ve"}) and draft.head.tag_ == "VBN"
    return tells and any(one.value >= _FEW for one in _count_subject(draft, quantities, base))


def _is_counted(draft: Draft, quantities: Sequence[Quantity], base: int) -> bool:
    """Read "about 60 boats are tied up there", "the army holds about 900": how many is the news; "three of
    them are ill" tells of the three.
    """
    if any(one.approximate and one.unit not in _LENGTHS for one in quantities):
        return True
    return any(one.value >= _MANY for one in _count_subject(draft, quantities, base))


def _count_subject(draft: Draft, quantities: Sequence[Quantity], base: int) -> list[Quantity]:
    """Give the quantities that stand in the subject, or after "there are", but not "the 14 officers"."""
    head = draft.head
    subject = child_with(head, "attr") if child_with(head, "expl") is not None else own_subject(head)
    if subject is None or child_with(subject, "poss") is not None or subject.left_edge.lower_ == "the":
        return []
    first = base + subject.left_edge.idx
    last = base + subject.idx + len(subject)
    return [one for one in quantities if one.slice[0] < last and first < one.slice[1]]


def _is_past_chance(draft: Draft) -> bool:
    """Tell "the vote would have been dropped" from what is still to come."""
    return is_unreal(draft.head) or child_with(draft.head, "aux") is None


def _holds_position(head: Word) -> bool:
    lemma = head.lemma_.lower()
    if lemma == "aim" and child_with(head, "xcomp", "advcl") is None:
        return False  # "aimed at a van"
    if lemma in _POSITION_VERBS and child_with(head, "auxpass") is None:
        return True
    states = [head] if head.tag_ in {"VBN", "JJ"} else []
    return any(word.lower_ in _POSITION_ADJECTIVES for word in (*states, *children_with(head, "acomp")))


def _is_causal(draft: Draft) -> bool:
    head = draft.head
    lemma = head.lemma_.lower()
    words = {head.doc[i].lower_ for i in own_words(head, draft.keep)}
    if lemma in _CAUSES:
        return True
    if lemma == "lead":
        to = next((word for word in children_with(head, "prep") if word.lower_ == "to"), None)
        return to is not None and to.i <= head.i + 2 and child_with(head, "dobj") is None
    if lemma in _HINDERS:
        return "from" in words or lemma in {"slow", "delay", "ground", "hamper", "disrupt"}
    if lemma == "make":
        made = child_with(head, "ccomp", "xcomp", "oprd")
        changed = made is not None and (made.dep_ == "oprd" or own_subject(made) is not None)
        return changed and made is not None and made.lower_ not in {"public", "clear", "sure", "known"}
    mark = next((head.doc[i] for i in draft.keep if head.doc[i].lower_ == "because"), None)
    return mark is not None and mark.dep_ == "mark" and mark.head is not head


def _has_reason(draft: Draft) -> bool:
    """Read "because of fog" and "as a result of jamming"."""
    doc = draft.head.doc
    words = " ".join(doc[i].lower_ for i in sorted(own_words(draft.head, draft.keep)))
    return bool(_REASONS.search(words))


def _is_about_number(draft: Draft, quantities: Sequence[Quantity], base: int) -> bool:
    head = draft.head
    if draft.form == "amount" or head.pos_ in {"NOUN", "NUM", "PROPN"}:
        return True
    if any(one.unit == "%" or 0 < one.value < 1 for one in quantities):
        return True
    after = any(one.slice[0] - base > head.idx for one in quantities)
    if head.lemma_.lower() in _MEASURES and after and child_with(head, "auxpass") is None:
        return True
    far = any(one.approximate and one.unit in _LENGTHS for one in quantities)
    if far and head.lemma_.lower() in {"be", "lie"}:
        return True  # "is about 30 km from the border"
    subject = draft.subject or own_subject(head)
    counts = subject is not None and subject.lemma_.lower() in _NUMBERED
    return counts and after and head.lemma_.lower() in {"be", "reach", "stand", "remain"}


def _is_speech(head: Word) -> bool:
    if child_with(head, "auxpass") is not None:
        return head.lemma_.lower() == "confirm" and child_with(head, "agent") is not None
    return head.lemma_.lower() in SPEECH_ACTS


def _is_state(head: Word) -> bool:
    """The present tense tells how things are: "bears its stamp", "are not given"."""
    group = {word.lower_ for word in auxiliaries(head)}
    bare = head.lemma_.lower() == "have" and child_with(head, "dobj") is None  # "they have not"
    if head.lemma_.lower() in _STATES and not child_with(head, "auxpass") and not bare:
        return True
    if (group & {"can", "ca", "cannot", "must"} and head.tag_ == "VB") or is_barred(head):
        return True
    if head.tag_ in {"VBZ", "VBP"} or (head.tag_ == "VB" and group & {"does", "do"}):
        return True
    return head.tag_ == "VBN" and bool(group & {"is", "are"}) and not group & {"has", "have", "being"}
