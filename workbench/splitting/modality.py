"""How a claim is put forward: asserted, hedged, under a condition, foretold, valued or denied."""

from __future__ import annotations

import re2

from workbench.splitting import lexicon, opinions
from workbench.splitting.clauses import Draft
from workbench.splitting.tree import auxiliaries, children_with, is_negated

_FUTURE = re2.compile(
    r"(?i)\b(?:going to|expected to|set to|due to (?:be|begin|start|arrive|open|meet)|likely to|about to)\b"
)


def judge_modality(draft: Draft, hedged: bool) -> str:
    """Give the strongest reason not to take the claim as plain assertion; see records.MODALITIES."""
    said = draft.chain[-1].modality if draft.chain else None
    if said == "denial":
        return said
    if _is_conditional(draft):
        return "conditional"
    if said == "prediction" or _is_prediction(draft):
        return "prediction"
    if hedged or said == "hedged" or (draft.chain and draft.chain[-1].speaker is None):
        return "hedged"
    return "opinion" if said == "opinion" or _is_opinion(draft) else "asserted"


def is_denied(draft: Draft) -> bool:
    """Tell whether the statement says that something is not so."""
    if draft.chain and draft.chain[-1].modality == "denial":
        return True
    return is_negated(draft.head) or any(
        draft.head.doc[i].lower_ in {"never", "nobody", "nothing"}
        for i in draft.keep
        if draft.head.doc[i].head == draft.head
    )


def _is_conditional(draft: Draft) -> bool:
    doc = draft.head.doc
    for i in draft.keep:
        token = doc[i]
        if token.lower_ in lexicon.CONDITION_OPENERS and token.dep_ in {"mark", "advmod", "prep"}:
            clause = token.head
            asked = clause.dep_ == "ccomp" and token.dep_ == "mark" and token.lower_ == "if"
            if not asked or clause.head.lemma_ not in {"ask", "know", "see", "check", "wonder"}:
                return True
    return any(word.lower_ == "would" for word in auxiliaries(draft.head)) and not draft.chain


def _is_prediction(draft: Draft) -> bool:
    head = draft.head
    future = any(word.lower_ in {"will", "shall", "’ll", "'ll", "wo", "would"} for word in auxiliaries(head))
    start = min(draft.keep)
    window = head.doc[max(start, head.i - 2) : head.i + 4].text
    return future or (draft.form == "clause" and bool(_FUTURE.search(window)))


def _is_opinion(draft: Draft) -> bool:
    head = draft.head
    if draft.form == "clause" and any(word.lower_ in opinions.OPINION_MODALS for word in auxiliaries(head)):
        return True
    for judged in children_with(head, "acomp", "attr", "oprd"):
        words = [judged, *children_with(judged, "amod", "conj")]
        if any(word.lower_ in opinions.OPINION_WORDS for word in words):
            return True
    return False
