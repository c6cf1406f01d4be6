"""The words that make a claim less than certain: "reportedly", "may", "is believed to"."""

from __future__ import annotations

import re2

from workbench.splitting.lexicon import word_set
from workbench.splitting.parsed import Paragraph, Word
from workbench.splitting.records import Mention
from workbench.splitting.tree import child_with, is_negated

EVIDENTIALS = word_set(
    """reportedly allegedly apparently purportedly supposedly ostensibly seemingly evidently"""
)
HEDGE_MODALS = word_set("might may could")
HEDGE_WORDS = word_set(
    """likely unlikely possibly perhaps probably presumably potentially unconfirmed unverified suspected
    alleged purported seem appear suggest"""
)
HEDGE_PHRASES: tuple[str, ...] = (
    r"what\s+(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:claimed|said|believed|thought|described|alleged|purported|reported)"
    r"(?:\s+to\s+(?:be|have\s+been)|\s+as)?",
    r"what\s+(?:appears?|appeared|seems?|seemed)\s+to\s+(?:be|have\s+been)",
    r"(?:is|are|was|were)\s+(?:said|believed|thought|reported|alleged|claimed|understood|rumou?red|feared)\s+to"
    r"(?:\s+(?:be|have\s+been|have))?",
    r"it\s+(?:is|was)\s+(?:claimed|alleged|believed|thought|rumou?red|reported|said)\s+that",
    r"so-called",
)

_PHRASES = tuple(re2.compile(r"(?i)\b" + phrase + r"\b") for phrase in HEDGE_PHRASES)


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


def _is_hedge(token: Word) -> bool:
    word = token.lower_
    if word in EVIDENTIALS:
        return True
    if word in HEDGE_MODALS:
        return bool(token.tag_ == "MD") and not (word == "could" and is_negated(token.head))
    if token.lemma_.lower() in {"suggest", "seem", "appear"}:
        return token.pos_ == "VERB" and (
            token.lemma_ != "appear" or child_with(token, "xcomp", "oprd", "ccomp") is not None
        )
    return word in HEDGE_WORDS and token.pos_ in {"ADV", "ADJ", "VERB"}
