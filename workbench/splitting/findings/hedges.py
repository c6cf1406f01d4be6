"""The words that make a claim less than certain: "reportedly", "may", "is believed to"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import re2

from workbench.splitting.findings.modals import is_barred, was_able
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.parsing.tree import (
    child_with,
    is_negated,
    own_subject,
    own_words,
)
from workbench.splitting.records import Mention, Slice

if TYPE_CHECKING:
    from workbench.splitting.clauses.drafts import Draft  # it reads hedges itself

EVIDENTIALS = word_set(
    """reportedly allegedly apparently purportedly supposedly ostensibly seemingly evidently"""
)
HEDGE_WORDS = word_set(
    """likely unlikely possibly perhaps probably presumably potentially conceivably possible probable
    plausible implausible improbable maybe arguably unconfirmed unverified uncorroborated suspected alleged
    purported supposed apparent presumed rumoured rumored"""
)
# "Likely voters" are voters all the same.
_EXPECTED = word_set("voter candidate nominee successor")
_MODALS = word_set("might may could")
_SEEMING = word_set("seem appear suggest")
_SEEMED = word_set("seemed appeared")  # taken for auxiliaries in "appeared intended"
_SAID = (
    "(?:claimed|said|believed|thought|described|alleged|purported|reported|understood|rumou?red|feared"
    "|estimated)"
)
_PHRASES = tuple(
    re2.compile(rf"(?i)\b{phrase}\b")
    for phrase in (
        rf"what\s+(?:is|are|was|were)\s+(?:\w+ly\s+)?{_SAID}(?:\s+to\s+(?:be|have\s+been)|\s+as)?",
        r"what\s+(?:appears?|appeared|seems?|seemed)\s+to\s+(?:be|have\s+been)",
        rf"(?:is|are|was|were)\s+(?:(?:widely|now|still|also)\s+)?{_SAID}\s+to(?:\s+(?:be|have\s+been|have))?",
        rf"it\s+(?:is|was)\s+{_SAID}(?:\s+that)?",
        r"(?:believed|feared|presumed|thought)\s+(?:dead|killed|missing|trapped|wounded|injured|captured|lost)",
        r"(?:believed|thought|alleged|understood|rumou?red|feared|presumed)\s+to\s+(?:be|have(?:\s+been)?)",
        r"so-called",
        r"purport(?:s|ed|ing)?\s+to",
        r"there\s+(?:is|are|was|were|have\s+been)\s+(?:(?:some|many|growing|strong|increasing|also)\s+)?"
        r"(?:indications?|signs?|fears?|suspicions?|rumou?rs?|suggestions?|speculation|unconfirmed\s+reports?)"
        r"\s+(?:that|of)",
        r"(?:I|we)\s+(?:do\s+not|don['’]t)\s+(?:think|believe|suppose)",
        r"(?:most|very|quite|highly)\s+(?:likely|probably|unlikely)",
        r"(?:as\s+far\s+as|to\s+the\s+best\s+of)\s+(?:we|I|our|my)\s+(?:know|knew|knowledge|can\s+tell)",
        r"to\s+(?:our|my)\s+knowledge",
        r"(?:may|might|could)\s+(?:very\s+)?well",
        r"in\s+all\s+(?:likelihood|probability)",
        r"if\s+(?:confirmed|true|verified)",
        r"if\s+(?:[\w’'-]+\s+){1,8}?(?:is|are)\s+(?:to\s+be\s+(?:believed|trusted)|right|correct|accurate|true)",
        r"by\s+all\s+accounts",
        r"on\s+(?:the\s+face\s+of\s+it|present\s+evidence)",
        r"it\s+(?:is|remains)\s+(?:still\s+)?unclear\s+(?:whether|if)",
        r"it\s+(?:can|may|must)\s+be\s+(?:assumed|presumed|supposed)",
        r"(?:looks?|looked)\s+(?:as\s+if|as\s+though|like)",
        r"(?:(?:I|we)\s+have\s+)?no\s+reason\s+to\s+(?:think|believe|doubt)",
        r"(?:cannot|can\s+not|could\s+not)\s+be\s+(?:ruled\s+out|excluded)",
    )
)
# Said of what stands beside it; where it is the claim itself it hedges nothing.
_UNVERIFIED = re2.compile(
    r"(?i)\b(?:(?:no|without|pending)\s+(?:independent|official)\s+(?:confirmation|verification)"
    r"|(?:unconfirmed|unverified|uncorroborated)"
    r"|(?:not|never)\s+(?:yet\s+)?(?:been\s+)?(?:(?:independently|officially)\s+)?(?:confirmed|verified)"
    r"|(?:could|can)\s*not\s+(?:(?:yet|immediately|independently)\s+)*be\s+"
    r"(?:(?:immediately|independently)\s+)*(?:confirmed|verified|corroborated))\b"
)
_MUSING = word_set("suspect believe think understand gather presume assume guess suppose imagine fear")
_LONGEST_MUSING = 6  # words and marks
_FIRST = frozenset({"i", "we"})


def find_hedges(doc: Paragraph, base: int) -> list[Mention]:
    """Give the hedging words of a paragraph that begins at offset `base`, phrases before single words."""
    spans: list[Slice] = []
    for pattern in (*_PHRASES, _UNVERIFIED):
        found = (match.span() for match in pattern.finditer(doc.text))
        spans += [span for span in found if not _overlaps(span, spans)]
    for word in doc:
        if is_musing(word):
            first, last = _edges(word)
            span = (doc[first].idx, doc[last].idx + len(doc[last]))
        elif _is_hedge(word):
            span = (word.idx, word.idx + len(word))
        else:
            continue
        if not _overlaps(span, spans):
            spans.append(span)
    return [Mention(doc.text[start:end], (base + start, base + end)) for start, end in sorted(set(spans))]


def choose_hedges(draft: Draft, found: Iterable[Mention], base: int) -> tuple[Mention, ...]:
    """Keep the hedges that speak of the claim itself: not those of a noun's relative clause, nor "could not
    be verified" where that is the claim.
    """
    doc, own = draft.head.doc, own_words(draft.head, draft.keep)
    kept = []
    for mention in found:
        first, last = doc.word_at(mention.slice[0] - base), doc.word_at(mention.slice[1] - base - 1)
        if first is None or last is None:
            continue
        if _UNVERIFIED.search(mention.text):
            speaks = not _is_predicate_of(draft.head, doc[first.i : last.i + 1])
        else:
            speaks = bool({first.i, last.i} & own)
        if speaks:
            kept.append(mention)
    return tuple(kept)


def is_musing(verb: Word) -> bool:
    """Tell whether a verb is a hedge set into a claim: ", I suspect,", ", it is understood,"."""
    if verb.dep_ not in {"parataxis", "ccomp"} or len(verb.reach) > _LONGEST_MUSING:
        return False
    subject = own_subject(verb)
    if subject is None or child_with(verb, "ccomp", "xcomp", "dobj", "mark") is not None:
        return False
    first, last = _edges(verb)
    around = (verb.doc[i] for i in (first - 1, last + 1) if 0 <= i < len(verb.doc))
    set_off = all(word.is_punct for word in around)
    lemma = verb.lemma_.lower()
    if not set_off or verb.head.lemma_.lower() == lemma:
        return False
    if lemma in _MUSING and subject.lower_ in _FIRST:
        return True
    passive = child_with(verb, "auxpass") is not None
    return subject.lower_ == "it" and (lemma in {"seem", "appear"} or (lemma in _MUSING and passive))


def _edges(verb: Word) -> tuple[int, int]:
    words = [i for i in verb.reach if not verb.doc[i].is_punct]
    return words[0], words[-1]


def _overlaps(span: Slice, others: Sequence[Slice]) -> bool:
    return any(first < span[1] and span[0] < last for first, last in others)


def _is_hedge(word: Word) -> bool:
    if word.lower_ in EVIDENTIALS:
        return True
    if word.lower_ in _MODALS:
        return _is_unsure(word)
    if word.lower_ == "must":  # "must have crossed at night"
        return word.head.tag_ == "VBN" and any(child.lower_ == "have" for child in word.head.children)
    if word.dep_ in {"aux", "auxpass"} and word.lower_ in _SEEMED:
        return True
    lemma = word.lemma_.lower()
    if lemma in _SEEMING:
        told = child_with(word, "xcomp", "oprd", "ccomp", "acomp", "advcl") is not None
        if lemma == "suggest" and (is_negated(word) or word.dep_ == "pcomp"):
            return False
        return word.pos_ == "VERB" and (lemma != "appear" or told)
    if word.lower_ == "likely" and word.head.lemma_.lower() in _EXPECTED:
        return False
    if word.lower_ == "supposed" and child_with(word, "xcomp") is not None:
        return False  # "was supposed to arrive"
    return word.lower_ in HEDGE_WORDS and word.pos_ in {"ADV", "ADJ", "VERB"}


def _is_unsure(modal: Word) -> bool:
    """Tell the "may" of a guess from that of a permission ("no weapon may be stationed"), and "could" from
    "was able to".
    """
    verb = modal.head
    if modal.tag_ != "MD":
        return False
    if modal.lower_ == "could":
        return not is_negated(verb) and not was_able(verb)
    allowed = any(word.lower_ == "only" and word.i == modal.i + 1 for word in verb.children)
    return not (modal.lower_ == "may" and (is_barred(verb) or allowed))


def _is_predicate_of(head: Word, words: Iterable[Word]) -> bool:
    return any(
        word is head
        or (word.head is head and word.dep_ in {"acomp", "attr", "dobj", "nsubj", "nsubjpass", "xcomp"})
        for word in words
    )
