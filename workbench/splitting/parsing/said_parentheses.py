"""Find ", the ministry said on Friday," and ", said the mayor,": a speaker with a verb and no more."""

from __future__ import annotations

from workbench.splitting.lexicon import CONNECTIVES, word_set
from workbench.splitting.parsing.parenthesis import (
    AFTER,
    CLOSERS,
    FINITE,
    LONGEST_NAME,
    LONGEST_REST,
    NAME_TAGS,
    QUOTES,
    SAID_ALONE,
    Parenthesis,
    goes_on_about,
)
from workbench.splitting.parsing.parsed import Stretch, Word

_TURNED = word_set("say add warn note argue insist explain")  # ", said the mayor,"
_PARTICLES = {"point": "out", "go": "on"}
_HAVE = frozenset({"has", "have", "had", "’s", "'s", "’ve", "'ve"})
_NAME_LINKS = word_set("of for from in at on with")
_NAME_ENDS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
_NO_SPEAKERS = word_set("me us them him it's himself itself themselves which who that there")
_ADVERBS = frozenset({"RB"})
_TOLD = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "JJ"})
_TIMES = word_set(
    "today tonight yesterday monday tuesday wednesday thursday friday saturday sunday this last"
)
_DASHES = frozenset({"–", "—"})


def read_said(verb: Word, sentence: Stretch) -> Parenthesis | None:
    if verb.lemma_.lower() not in SAID_ALONE or verb.pos_ != "VERB":
        return None
    name = _find_name_before(verb, sentence)
    if name is not None:
        doc, end = sentence.doc, _find_end(verb, sentence)
        if end is None or _opens_report(name[0] - 1, end, sentence):
            return None
        start = name[0]
        aside = doc[start - 3 : start - 1] if start - 3 > sentence.start else None
        if aside is not None and aside[0].text == "," and aside[1].lower_ in CONNECTIVES:
            start -= 2  # "…, however, the ministry said"
        return Parenthesis(start, end, verb.i, "parataxis", name)
    return _read_turned(verb, sentence)


def _find_name_before(verb: Word, sentence: Stretch) -> tuple[int, int] | None:
    """Give where the speaker's name begins and ends, if a comma stands before it."""
    doc, last = sentence.doc, verb.i - 1
    had = False
    while last > sentence.start and (doc[last].tag_ in _ADVERBS or doc[last].lower_ in _HAVE):
        had = had or doc[last].lower_ in _HAVE
        last -= 1
    if verb.tag_ not in FINITE and not (had and verb.tag_ == "VBN"):
        return None
    if doc[last].tag_ not in _NAME_ENDS or doc[last].lower_ in _NO_SPEAKERS:
        return None
    first = last
    for place in range(last, max(sentence.start, last - LONGEST_NAME), -1):
        word = doc[place]
        if word.text in {",", *_DASHES, *QUOTES}:
            break
        if word.tag_ not in NAME_TAGS and word.lower_ not in _NAME_LINKS:
            return None
        first = place
    before = doc[first - 1]
    quoted = verb.lemma_ == "go" and before.text in QUOTES  # "…," it goes on
    if first <= sentence.start + 1 or not (quoted or before.text in {",", *_DASHES}):
        return None
    if doc[first].tag_ not in NAME_TAGS or doc[first].tag_ in {"VBG", "VBN", "POS"}:
        return None
    return first, last + 1


def _find_end(verb: Word, sentence: Stretch) -> int | None:
    """Give where it ends: after the verb comes a mark, or when, where and to whom it was said."""
    doc, place = sentence.doc, verb.i + 1
    if _PARTICLES.get(verb.lemma_) is not None:
        if place >= sentence.end or doc[place].lower_ != _PARTICLES[verb.lemma_]:
            return None
        place += 1
    if verb.lemma_ == "tell":
        first = place
        while place < sentence.end and doc[place].tag_ in _TOLD:
            place += 1
        if place == first:
            return None
    if place >= sentence.end:
        return None
    opener = doc[place]
    if opener.text in CLOSERS:
        return place if _closes(opener, sentence) else None
    when = opener.lower_ in _TIMES or opener.ent_type_ in {"DATE", "TIME"}
    if opener.lower_ in {"that", "if", "whether"} or not (when or opener.tag_ in {"IN", "RB"}):
        return None
    for end in range(place, min(sentence.end, place + LONGEST_REST)):
        word = doc[end]
        if word.text in CLOSERS:
            return end if _closes(word, sentence) else None
        if word.tag_ not in AFTER:
            return None
    return None


def _opens_report(comma: int, end: int, sentence: Stretch) -> bool:
    """Tell whether "Speaking in Velin," or "On Friday," only says when and where it was said."""
    before = sentence.doc.words[sentence.start : comma]
    told = any(word.tag_ in FINITE or word.tag_ == "MD" for word in before)
    return before[0].tag_ in {"IN", "VBG", "VBN", "TO"} and not told and end < sentence.end - 2


def _closes(mark: Word, sentence: Stretch) -> bool:
    """A full stop closes at the sentence's end only."""
    return mark.text not in {".", "!", "?"} or mark.i >= sentence.end - 2


def _read_turned(verb: Word, sentence: Stretch) -> Parenthesis | None:
    """Read ", said the mayor,"."""
    doc, place = sentence.doc, verb.i + 1
    before = doc[verb.i - 1] if verb.i > sentence.start + 1 else None
    if verb.lemma_.lower() not in _TURNED or verb.tag_ not in {"VBD", "VBZ"}:
        return None
    if before is None or before.text != ",":
        return None
    while place < sentence.end and (doc[place].tag_ in NAME_TAGS or doc[place].lower_ in _NAME_LINKS):
        place += 1
    named = place > verb.i + 1 and doc[place - 1].tag_ in _NAME_ENDS
    closed = place < sentence.end and doc[place].text in CLOSERS and _closes(doc[place], sentence)
    spoken = doc[verb.i + 1].tag_ in {"DT", "PRP$", "NNP", "NN"}
    if not (named and closed and spoken) or goes_on_about(place, sentence):
        return None
    return Parenthesis(verb.i, place, verb.i, "parataxis", (verb.i + 1, place))
