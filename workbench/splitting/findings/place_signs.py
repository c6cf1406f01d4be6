"""What shows that a name which may also be a word or a person ("Reading", "Victoria") is a place where it
stands: the parser's label, a preposition of place, a word such as "city", or another place next to it.
"""

from __future__ import annotations

from workbench.splitting import lexicon
from workbench.splitting.findings.gazetteer import read_bodies, read_peoples, read_places
from workbench.splitting.findings.titled import TITLES
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.parsing.tree import child_with

_LONGEST_LIST = 30  # names joined by "and"; a bound, for a hostile text may join thousands
_NOUN_LIKE = frozenset({"PROPN", "NOUN", "ADJ", "X"})  # what the parser takes a foreign name for
_READ_AS_PLACE = frozenset({"GPE", "LOC", "FAC"})
_PLACE_PREPOSITIONS = lexicon.word_set(
    """in near towards toward outside inside across around from at into over beyond through throughout
    along between above off"""
)
_PLACE_NOUNS = lexicon.word_set(
    """base airbase airfield airport crossing camp town city village district region province river
    bridge border oblast county port valley island mountains hills lake settlement hamlet suburb
    peninsula strait bay coast"""
)
# What stands behind a name and belongs to it: "Kursk region", "Glushkovsky district".
WIDENING = lexicon.word_set(
    """region oblast krai okrug raion rayon district province governorate county prefecture
    municipality republic peninsula valley strait straits river sea bay gulf ocean island islands
    mountains hills highlands lake reservoir desert canal corridor crossing enclave"""
)
# Only these make a place of a name that nothing else shows to be one; "republic" and "crossing" need more.
TELLING = WIDENING - {"republic", "corridor", "crossing", "sea", "okrug"} | {"village"}
_TAKING = lexicon.word_set(
    """leave enter capture seize retake recapture liberate reach shell bombard besiege evacuate occupy
    encircle surround"""
)
_TAKING_TOWNS = lexicon.word_set("retake recapture liberate shell bombard besiege encircle")  # no persons
_BLOWS = lexicon.word_set("strike attack assault raid advance offensive bombardment march")
_BODIES = lexicon.BODIES | {"forces"}


def is_meant(doc: Paragraph, first: int, last: int, is_learnt: bool) -> bool:
    """Tell whether a known name is a place here and no word, person or body."""
    word = doc[first]
    label = word.ent_type_
    if last - first == 1:
        if word.is_sent_start and word.pos_ not in _NOUN_LIKE and label not in _READ_AS_PLACE:
            return False
        if word.text in read_peoples() or word.text in read_bodies():
            return False
    if first > 0 and doc[first - 1].text in TITLES:
        return False
    name = doc[first:last].text
    known = read_places()
    if last - first > 1 and name in known and not known.is_doubtful(name):
        return True
    if label == "PERSON" and _reaches_past(doc, first, last) and not _is_surely_country(name):
        return _is_followed(doc, last)
    if known.get(name) == "country":
        return word.pos_ == "PROPN" or not known.is_doubtful(name)
    if known.is_doubtful(name) or (is_learnt and name not in known and not _is_name(doc, first, last)):
        return (word.pos_ == "PROPN" or not word.is_sent_start) and _has_sign(doc, first, last, is_learnt)
    return True


def _is_surely_country(name: str) -> bool:
    return read_places().get(name) == "country" and not read_places().is_doubtful(name)


def _is_name(doc: Paragraph, first: int, last: int) -> bool:
    """Tell whether the parser takes a run of words for a name, wholly."""
    return not _reaches_past(doc, first, last) and any(word.pos_ == "PROPN" for word in doc[first:last])


def _reaches_past(doc: Paragraph, first: int, last: int) -> bool:
    """Tell whether the statistical reader's name around this one is longer than it."""
    before = first > 0 and doc[first].ent_iob_ == "I" and doc[first - 1].pos_ == "PROPN"
    after = last < len(doc) and doc[last].ent_iob_ == "I" and doc[last].text[:1].isupper()
    return before or after


def _has_sign(doc: Paragraph, first: int, last: int, is_learnt: bool) -> bool:
    if _reaches_past(doc, first, last):
        return _is_followed(doc, last)
    word = doc[first]
    return (
        is_learnt
        or word.ent_type_ in _READ_AS_PLACE
        or stands_as_place(find_head(doc, first, last))
        or _is_followed(doc, last)
        or _is_beside_place(doc, first, last)
    )


def _is_followed(doc: Paragraph, last: int) -> bool:
    return last < len(doc) and doc[last].lower_ in TELLING


def _is_beside_place(doc: Paragraph, first: int, last: int) -> bool:
    """Tell whether a sure place stands next to it: "Reading, England", "Kharkiv and Victoria"."""
    known = read_places()
    after = doc[last + 1].text if last + 1 < len(doc) and doc[last].text in {",", "and"} else ""
    before = doc[first - 2].text if first > 1 and doc[first - 1].text in {",", "and"} else ""
    return any(
        name[:1].isupper() and name in known and not known.is_doubtful(name) for name in (before, after)
    )


def find_head(doc: Paragraph, first: int, last: int) -> Word:
    """Give the word of a name that the others hang on (spaCy's Span.root asks the whole paragraph)."""
    return next((word for word in doc[first:last] if not first <= word.head.i < last), doc[last - 1])


def stands_as_place(head: Word) -> bool:
    """Tell whether a noun stands where a place does: "in X", "an attack on X", "the village of X"."""
    for _ in range(_LONGEST_LIST):
        if head.dep_ != "conj" or head.head.pos_ != "PROPN":
            break
        head = head.head
    above = head.head
    if head.dep_ == "pobj" and above.lower_ == "on" and above.head.lemma_ in _BLOWS:
        return True
    if (
        head.dep_ in {"dobj", "nsubjpass"}
        and above.lemma_ in _TAKING
        and (head.ent_type_ in {"", "ORG"} or (head.dep_ == "nsubjpass" and above.lemma_ in _TAKING_TOWNS))
    ):
        return head.pos_ == "PROPN" and not any(child.dep_ == "compound" for child in head.children)
    if head.dep_ == "pobj" and above.lower_ in _PLACE_PREPOSITIONS:
        return above.lower_ not in {"from", "at", "over", "between", "into"} or head.ent_type_ != "PERSON"
    if (
        head.dep_ == "pobj"
        and above.lower_ == "of"
        and above.head.lower_ in _PLACE_NOUNS | {"out", "outskirts"}
    ):
        return True
    if head.i > 0 and head.left_edge.i > 0 and head.doc[head.left_edge.i].lower_ in _PLACE_NOUNS:
        return True  # "river Vell"
    return head.dep_ in {"compound", "appos", "nmod"} and above.lower_ in _PLACE_NOUNS and head != above


def owns_a_body(head: Word) -> bool:
    """Tell whether a name owns what a country owns: "Varnovia’s army"."""
    return head.dep_ == "poss" and head.head.lower_ in _BODIES and child_with(head, "case") is not None
