"""Find places in a parsed paragraph: known ones, those the article introduces, and what widens a name.

A name that is as often a word or a person ("Reading", "Victoria") is a place only with a sign beside
it: the parser's label, a preposition of place, a word such as "city", or another place next to it.
"""

from __future__ import annotations

import re2

from workbench.splitting import lexicon
from workbench.splitting.findings.gazetteer import LONGEST_NAME, read_bodies, read_peoples, read_places
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.parsing.tree import child_with

PLACE = "place"
PERSON = "person"
Found = tuple[int, int, str]  # first and last token position (excluded), label

_LONGEST_LIST = 30  # names joined by "and"; a bound, for a hostile text may join thousands
_LONGEST_RUN = 8  # words in capitals before "district"
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
_WIDENING = lexicon.word_set(
    """region oblast krai okrug raion rayon district province governorate county prefecture
    municipality republic peninsula valley strait straits river sea bay gulf ocean island islands
    mountains hills highlands lake reservoir desert canal corridor crossing enclave"""
)
# Only these make a place of a name that nothing else shows to be one; "republic" and "crossing" need more.
_TELLING = _WIDENING - {"republic", "corridor", "crossing", "sea", "okrug"} | {"village"}
_FACILITIES = lexicon.word_set(
    """Airport Airbase Airfield Bridge Dam Plant Port Square Street Avenue Boulevard Hospital Prison
    Stadium Peninsula Cathedral Monastery Lavra Palace"""
)
_BEFORE = lexicon.word_set("Lake River Mount Cape Strait Gulf Bay Sea Isle Port Fort Camp")
_COMPASS = lexicon.word_set(
    """northern southern eastern western central northeastern northwestern southeastern southwestern
    north-eastern north-western south-eastern south-western mainland upper lower"""
)
_CORNERS = frozenset({"North", "South", "East", "West"})
_TAKING = lexicon.word_set(
    """leave enter capture seize retake recapture liberate reach shell bombard besiege evacuate occupy
    encircle surround"""
)
_TAKING_TOWNS = lexicon.word_set("retake recapture liberate shell bombard besiege encircle")  # no persons
_BLOWS = lexicon.word_set("strike attack assault raid advance offensive bombardment march")
_BODIES = lexicon.BODIES | {"forces"}
_TITLES = lexicon.word_set(
    """President General Gen Gen. Minister Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Colonel Col Col. Captain Capt
    Capt. Major Maj Maj. Lieutenant Lt Lt. Admiral Senator Sen Sen. Governor Gov Gov. Mayor
    Chancellor Premier Secretary Ambassador Commander Judge Sir Lady Lord King Queen Prince Princess
    Pope Spokesman Spokeswoman Spokesperson Professor Prof Sergeant Private Marshal Sheikh Ayatollah
    Imam"""
)

_SPOKESPERSONS = frozenset({"spokesman", "spokeswoman", "spokesperson"})

_UP = r"\p{Lu}[\p{L}’']*\p{Ll}"
_NAME = rf"({_UP}(?:-\p{{L}}+)*(?: {_UP}(?:-\p{{L}}+)*){{0,2}})"
_KINDS = r"(?:town|city|village|settlement|hamlet|suburb|district|region|province|oblast|river|port|island)"
_PLACE_CONTEXTS = (
    re2.compile(rf"\b(?:in|near|towards?|outside|inside|across) (?:the )?{_NAME}(?:[ ,.;:)]|$)"),
    re2.compile(rf"\b{_KINDS}s? (?:of )?{_NAME}\b"),
    re2.compile(rf"\b{_KINDS}s of {_UP}(?:, {_UP})* and {_NAME}\b"),
    re2.compile(rf"\b{_KINDS}s of {_UP}, {_NAME}\b"),
    re2.compile(rf"\b{_NAME} (?:district|region|oblast|province|raion|county|peninsula)\b"),
    re2.compile(
        r"(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2})(?:’|')s (?:[a-z]+ ){0,2}"
        r"(?:ministry|army|government|parliament|forces|troops|border|capital)\b"
    ),
)
NOT_PLACES = lexicon.word_set(
    """January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday President Prime Minister Mr Mrs Ms Dr The This
    That These Those A An In On At It He She They We His Her Its Their Our Both Each Every Some Many
    Most Spring Summer Autumn Winter Operation Parliament Congress Senate Article Resolution Chapter
    Western Eastern Northern Southern Central North South East West Christmas Easter Ramadan God
    English And But For No All Several Two Three Four Five Six Seven Eight Nine Ten One Another
    Other General Storm Telegram"""
)


def learn_places(text: str) -> frozenset[str]:
    """Read through an article once for names that stand as places somewhere in it ("in Tarsk", "Varnovia’s
    army").
    """
    found = (match.group(1) for pattern in _PLACE_CONTEXTS for match in pattern.finditer(text))
    names = {name.removesuffix("’s").removesuffix("'s") for name in found}
    return frozenset(name for name in names if _may_be_place(name))


def _may_be_place(name: str) -> bool:
    words = name.split()
    known = read_places()
    if len(words) > 1 and any(word in known and not known.is_doubtful(word) for word in words):
        return False  # a headline: "in Kursk Pressure Russia"
    return (
        words[0] not in NOT_PLACES
        and not any(word in read_peoples() or word in _TITLES for word in words)
        and words[-1].lower() not in lexicon.BODIES | lexicon.PERSON_NOUNS
        and name not in read_bodies()
    )


def find_places(doc: Paragraph, learnt: frozenset[str]) -> list[Found]:
    """Give known and learnt places in order, widened by the words that belong to them."""
    found: list[Found] = []
    starts = frozenset(name.replace("-", " ").split()[0] for name in learnt)
    words = [word.text for word in doc]
    first = 0
    while first < len(doc):
        length = _measure_name(doc, first, learnt) if _may_start(words[first], starts) else 0
        if length:
            found.append(_widen(doc, first, first + length))
            first = found[-1][1]
        else:
            first += 1
    return found


def find_told_places(doc: Paragraph) -> list[Found]:
    """Give unknown names that the word behind them shows to be places: "Glushkovsky district"."""
    found: list[Found] = []
    for token in doc:
        kind = token.lower_ in _TELLING or token.text in _FACILITIES
        if not kind or token.i == 0:
            continue
        first = token.i
        while first > 0 and token.i - first < _LONGEST_RUN and _belongs(doc[first - 1]):
            first -= 1
        if first == token.i and token.text in _FACILITIES and token.nbor(-1).text in read_peoples():
            first -= 1  # "the Crimean Bridge"
        if first < token.i and doc[first : token.i].text.lower() not in _COMPASS:
            found.append(_widen(doc, first, token.i + 1))
    return found


def _belongs(word: Word) -> bool:
    """Tell whether a word can be a part of a place's name in front of "district"."""
    if not word.text[:1].isupper() or word.text in NOT_PLACES or word.text in read_peoples():
        return word.text == "-" and word.i > 0 and word.nbor(-1).text[:1].isupper() and not word.whitespace_
    if word.lower_ in _COMPASS or word.like_num or word.is_stop:
        return False
    return not word.is_sent_start or word.pos_ == "PROPN"


def _may_start(word: str, starts: frozenset[str]) -> bool:
    return word[:1].isupper() and (word in starts or read_places().starts_name(word))


def _measure_name(doc: Paragraph, first: int, learnt: frozenset[str]) -> int:
    """Give how many words of a known place begin here; 0 when none does."""
    known = read_places()
    for length in range(min(LONGEST_NAME, len(doc) - first), 0, -1):
        last = doc[first + length - 1]
        if not last.text[:1].isupper() or not last.text.replace("’", "").replace(".", "").isalpha():
            continue
        name = doc[first : first + length].text
        if (name in known or name in learnt) and _is_meant(doc, first, first + length, name in learnt):
            return length
    return 0


def _is_meant(doc: Paragraph, first: int, last: int, is_learnt: bool) -> bool:
    """Tell whether a known name is a place here and no word, person or body."""
    word = doc[first]
    label = word.ent_type_
    if last - first == 1:
        if word.is_sent_start and word.pos_ not in _NOUN_LIKE and label not in _READ_AS_PLACE:
            return False
        if word.text in read_peoples() or word.text in read_bodies():
            return False
    if first > 0 and doc[first - 1].text in _TITLES:
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
    return last < len(doc) and doc[last].lower_ in _TELLING


def _is_beside_place(doc: Paragraph, first: int, last: int) -> bool:
    """Tell whether a sure place stands next to it: "Reading, England", "Kharkiv and Victoria"."""
    known = read_places()
    after = doc[last + 1].text if last + 1 < len(doc) and doc[last].text in {",", "and"} else ""
    before = doc[first - 2].text if first > 1 and doc[first - 1].text in {",", "and"} else ""
    return any(
        name[:1].isupper() and name in known and not known.is_doubtful(name) for name in (before, after)
    )


def _widen(doc: Paragraph, first: int, last: int) -> Found:
    """Take in "region" behind a name, "Lake" and "the Sea of" or "eastern" before it."""
    if last < len(doc) and doc[last].lower_ in _WIDENING and not doc[last - 1].is_punct:
        last += 1
    elif last < len(doc) and doc[last].text[:1].isupper():
        end = last
        while end < len(doc) and doc[end].text[:1].isupper() and doc[end].is_alpha and end - last < 3:
            end += 1
            if doc[end - 1].text in _FACILITIES:
                last = end
                break
    if (
        first > 1
        and doc[first - 1].lower_ == "of"
        and doc[first - 2].text in _BEFORE | {"Republic", "Kingdom"}
    ):
        first -= 2
    elif first > 0 and doc[first - 1].text in _BEFORE and not doc[first - 1].is_sent_start:
        first -= 1
    if first > 0 and (doc[first - 1].lower_ in _COMPASS or doc[first - 1].text in _CORNERS):
        first -= 1
        if first > 1 and doc[first - 1].text == "-" and doc[first - 2].lower_ in {"north", "south"}:
            first -= 2
    return first, last, PLACE


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


def find_titled(doc: Paragraph) -> list[Found]:
    """Give the names that stand behind a rank or office, as people: "Defence Minister Adam Orlen"."""
    found: list[Found] = []
    for title in doc:
        first = last = title.i + 1
        if not (title.text in _TITLES or title.lower_ in _SPOKESPERSONS):
            continue
        while last < len(doc) and last - first < 3 and _is_name_part(doc[last]):
            last += 1
        if last > first:
            found.append((first, last, PERSON))
    return found


def _is_name_part(word: Word) -> bool:
    return (
        word.pos_ == "PROPN"
        and word.text[:1].isupper()
        and word.text[-1].isalpha()
        and word.text not in _TITLES
    )


def follows_title(word: Word) -> bool:
    """Tell whether a rank or office stands right before a name: "General Orlen"."""
    return word.i > 0 and (word.nbor(-1).text in _TITLES or word.nbor(-1).lower_ in _SPOKESPERSONS)
