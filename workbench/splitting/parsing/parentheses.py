"""Find ", the ministry said on Friday," and the like by their words and commas alone.

The small parser often loses its way at them. What it makes of the sentence without them is far surer, so
they are found before its tree is believed (see reparsing.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.splitting.attributions.words import VIEW_LINKS, VIEW_NOUNS
from workbench.splitting.lexicon import CONNECTIVES, word_set
from workbench.splitting.parsing.parsed import Stretch, Word

# Verbs that stand in a parenthesis with nothing but their speaker.
_VERBS = word_set(
    """say add note warn argue claim believe think admit concede insist complain explain report find
    establish reckon estimate go tell suggest recall stress caution acknowledge maintain contend assert
    announce confirm declare reveal allege write point predict fear hope observe conclude remark boast"""
)
_TURNED = word_set("say add warn note argue insist explain")  # ", said the mayor,"
_PARTICLES = {"point": "out", "go": "on"}
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HAVE = frozenset({"has", "have", "had", "’s", "'s", "’ve", "'ve"})
_NAME_TAGS = frozenset(
    {"DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "PRP", "VBG", "VBN", "HYPH"}
)
_NAME_LINKS = word_set("of for from in at on with")
_NAME_ENDS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
_NO_SPEAKERS = word_set("me us them him it's himself itself themselves which who that there")
_ADVERBS = frozenset({"RB"})
_TOLD = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "JJ"})
# What may follow the verb: when, where, how it was said.
_AFTER = _NAME_TAGS | {"IN", "RB", "TO"}
_TIMES = word_set(
    "today tonight yesterday monday tuesday wednesday thursday friday saturday sunday this last"
)
_CLOSERS = frozenset({",", ".", ":", ";", "–", "—", "!", "?"})
_DASHES = frozenset({"–", "—"})
_OWNING = frozenset({"DT", "PRP$", "POS", "NNP", "NNPS", "NN", "NNS", "JJ"})
_QUOTES = frozenset({"”", '"', "''", "»"})
_LONGEST_VIEW = 10
_LONGEST_NAME = 14  # words
_LONGEST_REST = 12
_SUBORDINATE = frozenset({"IN", "WRB", "VBG", "VBN"})
_INVERTED = frozenset({"had", "should", "were"})
_JOINERS = frozenset({"CC", "IN", "WDT", "WP", "WRB", "VBG"})


@dataclass(frozen=True, slots=True)
class Parenthesis:
    """Positions from the first word to past the last, the marks around left out.

    head: its verb, preposition or "according". dep: how that hangs on the clause around. name: where the
    speaker's name begins and ends, if it has one. above: what it hangs on, where the words tell.
    """

    start: int
    end: int
    head: int
    dep: str
    name: tuple[int, int] | None = None
    above: int | None = None

    def list_gone(self, sentence: Stretch) -> set[int]:
        """Give the words to read the sentence without: itself and the marks that set it off."""
        doc, gone = sentence.doc, set(range(self.start, self.end))
        before = self.start - 1
        if doc[before].text in _QUOTES:
            return gone
        after = doc[self.end] if self.end < sentence.end else None
        gone.add(before)
        if after is None or after.text not in {",", "–", "—"}:
            return gone
        following = doc[self.end + 1] if self.end + 1 < sentence.end else None
        joins = following is not None and following.tag_ in _JOINERS and following.lower_ != "that"
        opener = doc[sentence.start]
        if not (joins or opener.tag_ in _SUBORDINATE or opener.lower_ in _INVERTED):
            gone.add(self.end)
        return gone


def find_parentheses(sentence: Stretch) -> list[Parenthesis]:
    """Give the parentheses of a sentence in order, if they leave a sentence over."""
    found: list[Parenthesis] = []
    for word in sentence:
        if found and word.i < found[-1].end:
            continue
        one = _read_said(word, sentence) or _read_according(word, sentence) or _read_how(word, sentence)
        if one is not None:
            found.append(one)
    inside = {i for one in found for i in range(one.start, one.end)}
    told = any(word.tag_ in _FINITE or word.tag_ == "MD" for word in sentence if word.i not in inside)
    return found if told else []


def _read_said(verb: Word, sentence: Stretch) -> Parenthesis | None:
    if verb.lemma_.lower() not in _VERBS or verb.pos_ != "VERB":
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
    if verb.tag_ not in _FINITE and not (had and verb.tag_ == "VBN"):
        return None
    if doc[last].tag_ not in _NAME_ENDS or doc[last].lower_ in _NO_SPEAKERS:
        return None
    first = last
    for place in range(last, max(sentence.start, last - _LONGEST_NAME), -1):
        word = doc[place]
        if word.text in {",", *_DASHES, *_QUOTES}:
            break
        if word.tag_ not in _NAME_TAGS and word.lower_ not in _NAME_LINKS:
            return None
        first = place
    before = doc[first - 1]
    quoted = verb.lemma_ == "go" and before.text in _QUOTES  # "…," it goes on
    if first <= sentence.start + 1 or not (quoted or before.text in {",", *_DASHES}):
        return None
    if doc[first].tag_ not in _NAME_TAGS or doc[first].tag_ in {"VBG", "VBN", "POS"}:
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
    if opener.text in _CLOSERS:
        return place if _closes(opener, sentence) else None
    when = opener.lower_ in _TIMES or opener.ent_type_ in {"DATE", "TIME"}
    if opener.lower_ in {"that", "if", "whether"} or not (when or opener.tag_ in {"IN", "RB"}):
        return None
    for end in range(place, min(sentence.end, place + _LONGEST_REST)):
        word = doc[end]
        if word.text in _CLOSERS:
            return end if _closes(word, sentence) else None
        if word.tag_ not in _AFTER:
            return None
    return None


def _opens_report(comma: int, end: int, sentence: Stretch) -> bool:
    """Tell whether "Speaking in Velin," or "On Friday," only says when and where it was said."""
    before = sentence.doc.words[sentence.start : comma]
    told = any(word.tag_ in _FINITE or word.tag_ == "MD" for word in before)
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
    while place < sentence.end and (doc[place].tag_ in _NAME_TAGS or doc[place].lower_ in _NAME_LINKS):
        place += 1
    named = place > verb.i + 1 and doc[place - 1].tag_ in _NAME_ENDS
    closed = place < sentence.end and doc[place].text in _CLOSERS and _closes(doc[place], sentence)
    spoken = doc[verb.i + 1].tag_ in {"DT", "PRP$", "NNP", "NN"}
    if not (named and closed and spoken) or _goes_on_about(place, sentence):
        return None
    return Parenthesis(verb.i, place, verb.i, "parataxis", (verb.i + 1, place))


def _goes_on_about(comma: int, sentence: Stretch) -> bool:
    """Tell whether what follows describes the speaker: ", said the mayor, who …", ", a body in Velin"."""
    rest = sentence.doc.words[comma + 1 : sentence.end]
    told = any(word.tag_ in _FINITE for word in rest)
    return bool(rest) and (rest[0].tag_ in {"WP", "WP$", "WDT"} or (rest[0].tag_ == "DT" and not told))


def _read_according(word: Word, sentence: Stretch) -> Parenthesis | None:
    """Read ", according to two officers who have read it," and ", by its own count," between commas."""
    doc = sentence.doc
    if word.i <= sentence.start + 1 or doc[word.i - 1].text != ",":
        return None
    if word.lower_ != "according" and not _is_view(word):
        return None
    ends = (
        i for i in range(word.i + 2, min(sentence.end, word.i + _LONGEST_NAME)) if doc[i].text in _CLOSERS
    )
    end = next(ends, None)
    if end is None or end >= sentence.end - 1 or doc[end].text != "," or _goes_on_about(end, sentence):
        return None
    return Parenthesis(word.i, end, word.i, "prep")


def _is_view(link: Word) -> bool:
    """Tell whether these words open "by its own count", "in the mayor’s view"."""
    if link.lower_ not in VIEW_LINKS:
        return False
    owned = False
    for word in link.doc.words[link.i + 1 : link.i + _LONGEST_VIEW]:
        if word.lemma_.lower() in VIEW_NOUNS:
            return owned
        if word.tag_ not in _OWNING:
            return False
        owned = owned or word.tag_ in {"PRP$", "POS"}
    return False


def _read_how(word: Word, sentence: Stretch) -> Parenthesis | None:
    """Read "in a written answer" in "conceded, in a written answer, that …"."""
    doc = sentence.doc
    if word.tag_ != "IN" or word.i < sentence.start + 3 or doc[word.i - 1].text != ",":
        return None
    verb = doc[word.i - 2]
    if verb.lemma_.lower() not in _VERBS or verb.pos_ != "VERB":
        return None
    for end in range(word.i + 1, min(sentence.end - 1, word.i + _LONGEST_REST)):
        if doc[end].text == ",":
            said = doc[end + 1].lower_ == "that"
            return Parenthesis(word.i, end, word.i, "prep", above=verb.i) if said else None
        if doc[end].tag_ not in _AFTER:
            return None
    return None
