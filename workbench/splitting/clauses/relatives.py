"""Relative clauses: which of them tell a fact, and what their "which" stands for."""

from __future__ import annotations

from dataclasses import replace

from workbench.splitting.clauses.appositions import find_described
from workbench.splitting.clauses.brackets import is_year
from workbench.splitting.clauses.loose import Loose, Placed, is_set_off
from workbench.splitting.lexicon import BODIES, PERSON_NOUNS, word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    SUBJECTS,
    auxiliaries,
    child_with,
    children_with,
    core_phrase,
    indices,
    is_finite,
    is_negated,
    is_past,
    own_subject,
)

_PRONOUN_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_FARTHEST = 5  # words from a clause's beginning to its "which": "as a result of which"
_PLACES = frozenset({"where", "when"})
_PLACE_PREPOSITIONS = word_set("in at on near inside outside during around")
_LINKS = word_set("of in at near outside for")
# "the village of Hrasna, which …": both nouns name one thing.
KINDS_OF_PLACE = word_set(
    """village town city port region district province county state republic kingdom strait island
    river gulf bay lake mount peninsula settlement municipality suburb valley"""
)
# A clause on one of these says when or why, not what the noun is.
_FRAMES = word_set("day time moment year month week night morning evening way reason hour period")
_FEELS = word_set("regret welcome deplore condemn appreciate hope doubt believe resent")
_SHORT = 5  # words of "which I very much regret"
_MEETS = word_set("speak talk meet interview ask reach contact")
_WANTING = word_set(
    """want need seek demand propose plan draft call hope expect require favour favor support back consider
    offer promise await urge ask discuss negotiate look lack wish recommend imagine"""
)
_OPEN = word_set("any every each no all whatever whichever such")


def read_relative(verb: Word) -> Loose | None:
    """Give a relative clause that tells a fact, with the noun it hangs on for its "which"."""
    noun = verb.head
    if noun.pos_ not in {"NOUN", "PROPN", "NUM"} or not is_finite(verb):
        return None
    pronoun = _find_pronoun(verb)
    if pronoun is not None and _feels(verb, pronoun):
        return Loose(verb, around=indices(verb), read=True)
    if is_set_off(verb.left_edge):
        if pronoun is None:
            return None
    elif (
        _is_cleft(noun)
        or _is_one_of(noun)
        or _is_any(noun)
        or not (
            _tells_fact(verb, noun)
            or _describes_subject(verb, noun)
            or _is_in_description(noun)
            or _presents(verb, noun)
        )
    ):
        return None
    if pronoun is None:
        return _read_bare(verb, noun)
    return _say_of(verb, pronoun, _climb(_leave_day(noun), pronoun))


def _feels(verb: Word, pronoun: Word) -> bool:
    """ "…, which I regret" only says what the speaker feels about all of it."""
    doer = own_subject(verb)
    first = doer is not None and doer.lower_ in {"i", "we"}
    bare = len(indices(verb)) <= _SHORT and pronoun.lower_ == "which"
    return first and bare and verb.lemma_ in _FEELS and is_set_off(verb.left_edge)


def read_fact_about(verb: Word, noun: Word, around: set[int]) -> Loose | None:
    """Give a relative clause with a "which" as said of this noun. around: the description it belongs to."""
    pronoun = _find_pronoun(verb)
    found = None if pronoun is None else _say_of(verb, pronoun, noun)
    return None if found is None else replace(found, around=around - indices(verb))


def _say_of(verb: Word, pronoun: Word, noun: Word) -> Loose | None:
    drop = {pronoun.i}
    if own_subject(verb) == pronoun:
        return Loose(verb, find_described(noun), drop=drop, background=True)
    placed = _place(verb, pronoun, noun)
    return None if placed is None else Loose(verb, placed=placed, drop=drop, background=True)


def _find_pronoun(verb: Word) -> Word | None:
    start = verb.reach[0]
    words = verb.doc.words[start : min(start + _FARTHEST, verb.i)]
    return next((word for word in words if word.tag_ in _PRONOUN_TAGS and word.lower_ != "how"), None)


def _is_cleft(noun: Word) -> bool:
    """ "It was the army that …" tells one fact."""
    subject = own_subject(noun.head) if noun.dep_ == "attr" else None
    return subject is not None and subject.lower_ in {"it", "this", "that"} and noun.head.lemma_ == "be"


def _is_one_of(noun: Word) -> bool:
    """ "X is one of the states that founded it" says that X founded it."""
    one = noun.head.head
    return noun.dep_ == "pobj" and one.lower_ == "one" and one.dep_ == "attr"


def _is_any(noun: Word) -> bool:
    """ "Prisoners who refuse are punished" tells of no prisoners but those."""
    bare = noun.tag_ == "NNS" and child_with(noun, "det", "poss", "nummod", "amod") is None
    verb = noun.head
    return bare and noun.dep_ in {"nsubj", "nsubjpass"} and is_finite(verb) and not is_past(verb)


def _tells_fact(verb: Word, noun: Word) -> bool:
    """A clause that narrows its noun tells a fact if it tells what happened to a certain one."""
    helpers = auxiliaries(verb)
    lasting = any(word.lemma_ in {"have", "be"} for word in helpers)
    told = (is_past(verb) or lasting or _is_dated(verb)) and not any(word.tag_ == "MD" for word in helpers)
    told = told or _could_no_longer(verb)
    chosen = children_with(noun, "det", "amod", "predet")
    narrow = any(word.lower_ in _OPEN or word.tag_ in {"JJS", "RBS"} for word in chosen)
    bare = noun.tag_ == "NNS" and all(child.i > noun.i for child in noun.children)
    if bare and noun.dep_ in SUBJECTS:
        return False  # "men who joined it were shot" says it of these only
    only = any(word.lower_ in {"only", "first", "last"} for word in chosen)
    return told and not narrow and not only and noun.lemma_ not in _FRAMES


def _is_dated(verb: Word) -> bool:
    """Read "a waiver that expires on 30 June": what has a day of its own is more than a description."""
    days = [child_with(word, "pobj") for word in children_with(verb, "prep") if word.lower_ in {"on", "in"}]
    return any(day is not None and day.tag_ == "NNP" and day.ent_type_ == "DATE" for day in days)


def _could_no_longer(verb: Word) -> bool:
    """Read "men whom they could no longer treat": it tells of what was so from then on."""
    could = any(word.lower_ == "could" for word in auxiliaries(verb))
    late = (word for word in children_with(verb, "advmod") if word.lower_ == "longer" and word.i > 0)
    return could and any(word.nbor(-1).lower_ == "no" for word in late)


def _describes_subject(verb: Word, noun: Word) -> bool:
    """ "Fesk is a radar that finds drones" says of Fesk that it finds drones."""
    article = child_with(noun, "det")
    indefinite = article is not None and article.lower_ in {"a", "an"}
    modal = any(word.tag_ == "MD" for word in auxiliaries(verb))
    subject = find_described(noun)
    return indefinite and not modal and subject is not noun and subject.pos_ == "PROPN"


def _presents(verb: Word, noun: Word) -> bool:
    """ "Mediators saved a grain agreement that feeds millions" tells something new of it."""
    article = child_with(noun, "det")
    new = article is not None and article.lower_ in {"a", "an"} and noun.dep_ in {"dobj", "conj"}
    told = verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ != "be"
    return new and told and not any(_is_unreal(word) for word in noun.ancestors)


def _is_unreal(verb: Word) -> bool:
    """In "wants a law that bans it" and "no court has passed a law that bans it" there is no such law."""
    group = auxiliaries(verb)
    return verb.lemma_.lower() in _WANTING or is_negated(verb) or any(word.tag_ == "MD" for word in group)


def _is_in_description(noun: Word) -> bool:
    """In ", the bloc that runs the force," the clause doesn't say which bloc is meant."""
    article = child_with(noun, "det")
    chosen = any(word.tag_ in {"JJS", "RBS"} for word in noun.lefts)
    return noun.dep_ == "appos" and article is not None and not chosen and is_set_off(noun.left_edge)


def _read_bare(verb: Word, noun: Word) -> Loose | None:
    """Read "the officials it has held", a clause without "that"."""
    doer = own_subject(verb)
    if doer is None or child_with(verb, "dobj") is not None:
        return None
    if doer.lower_ in {"i", "we"} and verb.lemma_ in _MEETS:
        return None  # "the fishermen I spoke to" only says who told it
    stranded = [word for word in children_with(verb, "prep") if not word.children and word.i > verb.i]
    after = stranded[0] if stranded else verb
    return Loose(verb, placed=(Placed(tuple(core_phrase(noun)), noun, after.i),), background=True)


def _climb(noun: Word, pronoun: Word) -> Word:
    """Find the noun that is meant, where a preposition joins two: "observers of the mission, who …", or a
    name follows: "the agency Red Lantern, which …".
    """
    if noun.dep_ == "appos" and noun.pos_ == "PROPN" and not is_set_off(noun.left_edge):
        noun = noun.head
    preposition = noun.head.lower_ if noun.dep_ == "pobj" else ""
    above = noun.head.head
    if preposition not in _LINKS or above.pos_ not in {"NOUN", "PROPN"}:
        return noun
    people = above.tag_ == "NNS" or above.lemma_.lower() in PERSON_NOUNS
    new = child_with(above, "det")
    told_of = (
        noun.pos_ == "PROPN" and new is not None and new.lower_ in {"a", "an"} and pronoun.lower_ == "which"
    )
    one_place = above.lemma_.lower() in KINDS_OF_PLACE and noun.pos_ == "PROPN"
    if preposition == "for" and pronoun.lower_ == "which" and child_with(noun, "det", "poss") is None:
        return above  # "the bonus for mountain service, which makes up …"
    if preposition != "of":
        return above if told_of else noun  # "a school in Pellin, which was empty"
    if pronoun.lower_ == "who" and noun.lemma_.lower() in BODIES and noun.tag_ not in {"NNS", "NNPS"}:
        return above  # "a clerk of the office who …"
    if one_place or (pronoun.lower_ == "who" and people and noun.tag_ not in {"NNS", "NNPS"}):
        return above
    return noun


def _leave_day(noun: Word) -> Word:
    """In "a radar of 2014, which was built here" the radar was."""
    while noun.dep_ == "pobj" and (noun.ent_type_ == "DATE" or is_year(noun)):
        above: Word | None = noun.head.head
        if above is not None and above.lemma_ == "be":
            above = child_with(above, "attr")
        if above is None or above.pos_ not in {"NOUN", "PROPN"} or above is noun:
            break
        noun = above
    return noun


def _place(verb: Word, pronoun: Word, noun: Word) -> tuple[Placed, ...] | None:
    """Say where the antecedent goes in a statement; None where "which" stands for more than a noun."""
    words = tuple(core_phrase(noun))
    if pronoun.tag_ == "WP$":
        return (Placed(words, noun, pronoun.i, owner=True),)
    if pronoun.lower_ in _PLACES:
        return (_place_at_end(words, noun),)
    if pronoun.dep_ == "det" or pronoun.tag_ == "WRB":
        return None
    if pronoun.dep_ == "dobj" and pronoun.head == verb:
        particle = child_with(verb, "prt")
        return (Placed(words, noun, particle.i if particle is not None else verb.i),)
    if pronoun.dep_ == "pobj" and pronoun.head.head == verb:
        preposition = pronoun.head.i
        if pronoun.head.lower_ == "of" and preposition and verb.doc[preposition - 1].pos_ == "NOUN":
            return None  # "copies of which it has read"
        stranded = preposition > pronoun.i
        return (Placed(words, noun, preposition) if stranded else Placed(words, noun, before=(preposition,)),)
    return (Placed(words, noun, pronoun.i),) if pronoun.head != verb else None


def _place_at_end(words: tuple[int, ...], noun: Word) -> Placed:
    before = noun.doc[words[0] - 1] if words and words[0] else None
    if before is not None and before.lower_ in _PLACE_PREPOSITIONS and before.dep_ == "prep":
        return Placed(words, noun, before=(before.i,))
    return Placed(words, noun)
