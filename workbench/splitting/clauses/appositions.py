"""Descriptions set off beside a noun: ", the country's largest," and ", hit by a stray bullet,"."""

from __future__ import annotations

from workbench.splitting.clauses.loose import Loose, is_set_off
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with, indices, own_subject

_RANKS = word_set(
    """first second third fourth fifth sixth seventh eighth ninth tenth last only latest sole most half"""
)
_SUPERLATIVES = frozenset({"JJS", "RBS"})
_CLOSERS = frozenset({",", ".", ";", "–", "—", "-", ")", ":", '"', "”", "’"})
_TIMES = word_set("day week month year hour minute second decade century")
_NEAR = 15  # words in which a bracket opens that is still open
_FEWEST = 2  # words of an apposition that says something
_MEMBERS = word_set("among including especially notably mainly mostly")  # "among them three children"
_PREPOSITIONS = word_set("including following regarding concerning according based called named dubbed")
_ASKED = word_set("ask contact question press interview")
DOUBTED = word_set("verify confirm corroborate substantiate")  # "not yet confirmed" hedges, it tells no fact


def read_apposition(thing: Word, finely: bool = False) -> Loose | None:
    """Read a description with a figure, a rank or an event as a claim about the noun before it; finely: any
    description.
    """
    noun = thing.head
    first = thing.left_edge
    if (
        first.lower_ in _MEMBERS
        or not is_set_off(first)
        or _is_list_after_colon(thing)
        or thing.i < noun.i
        or noun.pos_ not in {"NOUN", "PROPN", "NUM"}
    ):
        return None
    if child_with(thing, "nummod") is not None and child_with(noun, "nummod") is not None:
        return None  # "44 drones, five missiles" is a list
    if len(indices(thing)) < _FEWEST or not _is_closed(thing):
        return None
    if not (tells_something(thing) or (finely and _describes(thing, noun))):
        place = noun.dep_ == "pobj" and noun.pos_ == "PROPN" and thing.pos_ == "NOUN"
        aside = place and child_with(thing, "relcl") is None and _goes_on(thing)
        return Loose(thing, around=indices(thing), read=True) if aside else None  # "in Osk, the capital,"
    share = own_subject(thing)
    if share is not None:  # "71 soldiers, eight of them officers"
        return Loose(thing, share, form="apposition", drop=set(share.reach), background=True)
    return Loose(thing, find_described(noun), form="apposition", background=True)


def tells_something(thing: Word) -> bool:
    """Tell whether a description gives a figure, a rank or an event, apart from its relative clauses."""
    if thing.pos_ == "PROPN":
        return False
    clauses = {i for child in children_with(thing, "relcl") for i in child.reach}
    words = [word for word in thing.subtree if word.i not in clauses]
    return any(
        word.tag_ in _SUPERLATIVES
        or word.lower_ in _RANKS
        or (word.like_num and word.ent_type_ != "DATE")
        or (word.dep_ == "acl" and word.tag_ in {"VBN", "VBG"})
        for word in words
    )


def read_measure(preposition: Word) -> Loose | None:
    """Read ", about 12 km inside the zone," as said of the noun before it. The parser hangs "km" on "inside"
    or the other way round.
    """
    measure = preposition.left_edge
    inner = (child for child in preposition.lefts if child.dep_ == "npadvmod")
    amount = preposition if preposition.dep_ == "npadvmod" else next(inner, None)
    if amount is None or not any(word.like_num for word in amount.subtree) or not is_set_off(measure):
        return None
    noun = find_noun_before(measure)
    if noun is None or amount.lemma_ in _TIMES or preposition.i in noun.reach:
        return None
    return Loose(preposition, noun, form="apposition", background=True)


def read_summary(thing: Word, subject: Word | None) -> Loose | None:
    """Read ", the steepest decline since records began" as said of the subject."""
    ranked = any(word.tag_ in _SUPERLATIVES or word.lower_ in _RANKS for word in thing.lefts)
    if subject is None or not ranked or not is_set_off(thing.left_edge) or thing.i < subject.i:
        return None
    return Loose(thing, subject, form="apposition", background=True)


def find_noun_before(word: Word) -> Word | None:
    """Find the noun whose phrase ends at the comma before this word."""
    last = word.i - 2
    if last < 0 or word.doc[last].pos_ not in {"NOUN", "PROPN"}:
        return None
    noun = word.doc[last]
    while noun.dep_ == "pobj":
        above = noun.head.head
        if above.pos_ not in {"NOUN", "PROPN"} or above.reach[-1] > last + 1:
            break
        noun = above
    return noun


def find_described(noun: Word) -> Word:
    """What is said of a predicate is said of its subject: "it is a port, the largest here"."""
    first = noun
    while first.dep_ == "conj":
        first = first.head  # "it is a port, a garrison and a base that …"
    subject = own_subject(first.head) if first.dep_ == "attr" and first.head.lemma_ == "be" else None
    return noun if subject is None or subject.dep_ == "expl" else subject


def read_defining_participle(verb: Word, finely: bool = False) -> Loose | None:
    """Read "Fesk is a radar developed by the Orlen works" as two facts about Fesk; finely: "the radar
    built in Orlen" too.
    """
    noun = verb.head
    if finely and verb.tag_ == "VBN" and verb.i > noun.i and _is_reduced(verb):
        return Loose(verb, find_described(noun), form="participle", background=True)
    subject = find_described(noun)
    article = child_with(noun, "det")
    if subject is noun or subject.pos_ != "PROPN" or article is None or article.lower_ not in {"a", "an"}:
        return None
    if verb.tag_ != "VBN" or child_with(verb, "agent") is None or verb.i < noun.i:
        return None
    return Loose(verb, subject, form="participle", background=True)


def _is_reduced(verb: Word) -> bool:
    """Tell whether a participle says by whom, where or when."""
    noun = verb.head
    told = child_with(verb, "agent", "prep") is not None and verb.lower_ not in _PREPOSITIONS
    return told and own_subject(verb) is None and noun.pos_ in {"NOUN", "PROPN"}


def read_set_off_participle(verb: Word) -> Loose | None:
    noun = verb.head
    asked = verb.lemma_ in _ASKED
    tags = {"VBN", "VBD"} if asked else {"VBN", "VBG"}
    if verb.tag_ not in tags or verb.lower_ in _PREPOSITIONS or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    if asked and own_subject(verb) is None and is_set_off(verb.left_edge) and _is_closed(verb):
        return Loose(verb, around=indices(verb), read=True)  # "its builder, asked last week, spoke of June"
    if (
        own_subject(verb) is not None
        or verb.lemma_ in DOUBTED
        or not is_set_off(verb.left_edge)
        or not _is_closed(verb)
        or len(indices(verb)) < _FEWEST
    ):
        return None
    return Loose(verb, find_described(noun), form="participle", background=True)


def _describes(thing: Word, noun: Word) -> bool:
    """Tell "the president, the commander of the fleet" from "Orlen, Sorane" and from what is in brackets."""
    before = [word.text for word in thing.doc.words[max(0, thing.i - _NEAR) : thing.i]]
    bracketed = before.count("(") > before.count(")")
    placed = thing.pos_ == noun.pos_ == "PROPN" and child_with(thing, "det") is None
    return not (bracketed or placed or thing.ent_type_ == "DATE")


def _is_list_after_colon(thing: Word) -> bool:
    """ "Two versions: a short one and a long one" lists the versions."""
    return thing.left_edge.nbor(-1).text == ":" and child_with(thing, "conj") is not None


def _is_closed(word: Word) -> bool:
    end = word.reach[-1] + 1
    return end >= len(word.doc) or word.doc[end].text in _CLOSERS or word.doc[word.reach[-1]].is_punct


def _goes_on(thing: Word) -> bool:
    end = thing.reach[-1]
    return any(thing.doc[i].text == "," for i in (end, end + 1) if i < len(thing.doc))
