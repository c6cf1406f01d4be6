"""How a claim is put forward, what it is about, and the words that hedge it."""

from __future__ import annotations

import re2

from workbench.splitting import lexicon
from workbench.splitting.clauses import Draft
from workbench.splitting.parsed import Paragraph, Word
from workbench.splitting.records import Mention
from workbench.splitting.tree import auxiliaries, child_with, children_with, is_negated

_PHRASES = tuple(re2.compile(r"(?i)\b" + phrase + r"\b") for phrase in lexicon.HEDGE_PHRASES)
_FUTURE = re2.compile(
    r"(?i)\b(?:going to|expected to|set to|due to (?:be|begin|start|arrive|open|meet)|likely to|about to)\b"
)


def find_hedges(doc: Paragraph, base: int) -> list[Mention]:
    """Give the hedging words of a paragraph that begins at offset `base`, phrases before single words."""
    spans: list[tuple[int, int]] = []
    for pattern in _PHRASES:
        found = (match.span() for match in pattern.finditer(doc.text))
        spans += [
            span for span in found if not any(first < span[1] and span[0] < last for first, last in spans)
        ]
    for token in doc:
        start, end = token.idx, token.idx + len(token)
        if _is_hedge(token) and not any(first <= start < last for first, last in spans):
            spans.append((start, end))
    return [Mention(doc.text[start:end], (base + start, base + end)) for start, end in sorted(set(spans))]


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
    if lemma in lexicon.CAUSES or words & {"because", "owing"} or _is_due_to(draft):
        return "causal"
    if draft.form == "clause" and _holds_position(head, lemma):
        return "position"
    if draft.form == "clause" and lemma in lexicon.SPEECH_ACTS and child_with(head, "auxpass") is None:
        return "quotation"
    if counted:
        return "quantity"
    return "attribute" if lemma in lexicon.STATE_VERBS and child_with(head, "auxpass") is None else "event"


def is_denied(draft: Draft) -> bool:
    """Tell whether the statement says that something is not so."""
    if draft.chain and draft.chain[-1].modality == "denial":
        return True
    return is_negated(draft.head) or any(
        draft.head.doc[i].lower_ in {"never", "nobody", "nothing"}
        for i in draft.keep
        if draft.head.doc[i].head == draft.head
    )


def _is_hedge(token: Word) -> bool:
    word = token.lower_
    if word in lexicon.EVIDENTIALS:
        return True
    if word in lexicon.HEDGE_MODALS:
        return bool(token.tag_ == "MD") and not (word == "could" and is_negated(token.head))
    if token.lemma_.lower() in {"suggest", "seem", "appear"}:
        return token.pos_ == "VERB" and (
            token.lemma_ != "appear" or child_with(token, "xcomp", "oprd", "ccomp") is not None
        )
    return word in lexicon.HEDGE_WORDS and token.pos_ in {"ADV", "ADJ", "VERB"}


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
    if draft.form == "clause" and any(word.lower_ in lexicon.OPINION_MODALS for word in auxiliaries(head)):
        return True
    for judged in children_with(head, "acomp", "attr", "oprd"):
        words = [judged, *children_with(judged, "amod", "conj")]
        if any(word.lower_ in lexicon.OPINION_WORDS for word in words):
            return True
    return False


def _holds_position(head: Word, lemma: str) -> bool:
    if lemma in lexicon.POSITION_VERBS and child_with(head, "auxpass") is None:
        return True
    states = [head, *children_with(head, "acomp")]
    return any(word.lower_ in lexicon.POSITION_ADJECTIVES for word in states)


def _is_due_to(draft: Draft) -> bool:
    doc = draft.head.doc
    return any(doc[i].lower_ == "due" and i + 1 < len(doc) and doc[i + 1].lower_ == "to" for i in draft.keep)
