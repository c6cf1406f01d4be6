"""What a claim is about: an event, a number, a cause, somebody's position …"""

from __future__ import annotations

from workbench.splitting.clauses import Draft
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsed import Word
from workbench.splitting.tree import child_with, children_with

SPEECH_ACTS = word_set(
    """urge demand call vow pledge promise threaten ask order appeal thank apologise apologize invite
    propose request instruct advise encourage refuse tell warn say state claim accuse announce report
    deny describe"""
)
CAUSES = word_set("cause trigger prompt provoke force result lead stem")
POSITION_VERBS = word_set(
    """aim want intend seek view regard consider support oppose back favour favor condemn welcome
    criticise criticize praise reject accuse blame entitle object deplore denounce endorse defend
    deserve need"""
)
POSITION_ADJECTIVES = word_set(
    """concerned worried entitled opposed committed ready willing determined alarmed"""
)
STATE_VERBS = word_set(
    """be have remain own contain consist include belong cost hold number total lie stand"""
)


def judge_kind(draft: Draft, modality: str, counted: bool) -> str:
    """Give what the claim is about; see records.KINDS. "quotation": what is to be checked is that it was
    said.
    """
    head = draft.head
    lemma = head.lemma_.lower()
    if modality == "prediction":
        return "prediction"
    if modality == "opinion":
        return "position"
    words = {head.doc[i].lower_ for i in draft.keep}
    if lemma in CAUSES or words & {"because", "owing"} or _is_due_to(draft):
        return "causal"
    if draft.form == "clause" and _holds_position(head, lemma):
        return "position"
    if draft.form == "clause" and lemma in SPEECH_ACTS and child_with(head, "auxpass") is None:
        return "quotation"
    if counted:
        return "quantity"
    return "attribute" if lemma in STATE_VERBS and child_with(head, "auxpass") is None else "event"


def _holds_position(head: Word, lemma: str) -> bool:
    if lemma in POSITION_VERBS and child_with(head, "auxpass") is None:
        return True
    states = [head, *children_with(head, "acomp")]
    return any(word.lower_ in POSITION_ADJECTIVES for word in states)


def _is_due_to(draft: Draft) -> bool:
    doc = draft.head.doc
    return any(doc[i].lower_ == "due" and i + 1 < len(doc) and doc[i + 1].lower_ == "to" for i in draft.keep)
