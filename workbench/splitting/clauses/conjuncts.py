"""Coordinated verbs: "crossed the river and took the village" is two clauses that share a subject."""

from __future__ import annotations

from workbench.splitting import lexicon
from workbench.splitting.clauses.loose import AT_END, Loose, Placed
from workbench.splitting.judgement.conditions import opens_with_inversion
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.inflection import past_participle, past_tense
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    auxiliaries,
    child_with,
    children_with,
    indices,
    is_finite,
    is_negated,
    own_subject,
)

RELATIVES = frozenset({"WDT", "WP"})
_SPLITTING_CONJUNCTIONS = frozenset({"and", "but", "yet", "while", "nor", "so"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
_JOINING = frozenset({"and", "but", "or", "nor"})
_ARGUMENTS = frozenset(
    {"dobj", "prep", "acomp", "attr", "xcomp", "ccomp", "agent", "advcl", "npadvmod", "prt", "dative", "oprd"}
)
# These need no object, so what follows a second verb isn't theirs: "fled and left their weapons".
_COMPLETE_ALONE = word_set(
    """flee die collapse fall arrive withdraw retreat escape surrender rise explode crash land return
    happen vanish disappear disembark mutiny resign protest come go lie"""
)
_SETTINGS = word_set("in on at during after before since between from under until within")


def read_conjunct(
    head: Word, child: Word, subject: Word | None, loose: Loose, reporting: bool
) -> Loose | None:
    """Read "… and did that" as a clause of its own unless the two verbs share more than their subject."""
    joined = conjunction_before(head, child)
    words = {head.doc[i].lower_ for i in joined}
    as_well = own_subject(child) is None and {"as", "well"} <= words
    if words and not (words & _SPLITTING_CONJUNCTIONS or words <= {",", ";", "–", "—"} or as_well):
        return None
    placed = _share_condition(head) + tuple(one for one in loose.placed if one.after == AT_END)
    own = own_subject(child)
    if own is not None and own.tag_ in RELATIVES and head.dep_ == "relcl" and is_finite(child):
        return Loose(child, subject, around=joined)  # "which is mined and which nobody guards"
    if own is not None and not is_finite(child):
        return _read_gapped(head, child, own, joined)
    if own is not None:
        return Loose(child, placed=placed, around=joined)
    if subject is None or subject.dep_ == "expl" or (subject.tag_ in RELATIVES and head.dep_ != "relcl"):
        return None
    if reporting:
        return Loose(child, subject, around=joined) if is_finite(child) else None
    if loose.form == "participle" and child.tag_ in _PARTICIPLES and not auxiliaries(child):
        return Loose(child, subject, form="participle", around=joined)
    helpers = _repeat_helpers(head, child)
    shares = shares_object(head) and not auxiliaries(child)
    if helpers is None or shares or (helpers and (is_negated(head) or _is_not_only(head))):
        return None
    placed += _share_setting(head, child, subject)
    return Loose(child, subject, helpers, placed, around=joined)


def _read_gapped(head: Word, child: Word, own: Word, joined: set[int]) -> Loose | None:
    """Read "six people were killed and 11 wounded" as two: the second borrows the "were"."""
    helpers = tuple(word.i for word in auxiliaries(head))
    passive = child_with(head, "auxpass") is not None and not is_negated(head)
    if not passive or child.tag_ != "VBN" or child.lemma_ == "be" or own.i > child.i:
        return None
    return Loose(child, own, helpers, _share_ending(head, child), around=joined, drop=set(own.reach))


def _share_ending(head: Word, child: Word) -> tuple[Placed, ...]:
    """What follows both verbs holds for both: "… on Monday", "… in the strike"."""
    after = [word for word in children_with(head, "prep", "npadvmod") if word.i > child.i]
    return tuple(Placed(tuple(i for i in word.reach if not word.doc[i].is_punct), word) for word in after)


def drop_last_conjunction(head: Word, words: set[int]) -> set[int]:
    """Leave out an "and" after which nothing follows any more, with the marks around it."""
    kept = sorted(words)
    while kept and head.doc[kept[-1]].is_punct:
        kept.pop()
    if not kept or kept[-1] == head.i or head.doc[kept[-1]].lower_ not in _JOINING:
        return words
    return drop_last_conjunction(head, set(kept[:-1]))


def find_antecedent(pronoun: Word) -> Word:
    """Give the noun that "which" or "who" stands for, else the word itself."""
    clause = next((word for word in pronoun.ancestors if word.dep_ == "relcl"), None)
    return clause.head if clause is not None and pronoun.tag_ in RELATIVES else pronoun


def _is_not_only(head: Word) -> bool:
    """ "was not only hit but destroyed" is one statement."""
    return any(child.dep_ == "preconj" or child.lower_ == "only" for child in head.lefts)


def shares_object(head: Word) -> bool:
    """In "damaged or destroyed 40 houses" the first verb has nothing of its own behind it."""
    alone = not any(word.dep_ in _ARGUMENTS and word.i > head.i for word in head.children)
    passive = child_with(head, "auxpass") is not None
    return alone and not passive and head.lemma_ not in _COMPLETE_ALONE


def _share_condition(head: Word) -> tuple[Placed, ...]:
    """A condition before two verbs holds for both."""
    return tuple(
        Placed(tuple(child.reach), child)
        for child in children_with(head, "advcl")
        if child.i < head.i and (_opens_with_condition(child) or opens_with_inversion(child))
    )


def _share_setting(head: Word, child: Word, subject: Word) -> tuple[Placed, ...]:
    """In "On Monday the convoy left and crossed" the day before the subject holds for both verbs."""
    own_time = any(word.ent_type_ in {"DATE", "TIME"} for word in child.subtree)
    if own_time or subject.head is not head:
        return ()
    settings = [word for word in children_with(head, "prep", "npadvmod") if word.reach[-1] < subject.reach[0]]
    return tuple(
        Placed(tuple(i for i in word.reach if not head.doc[i].is_punct), word)
        for word in settings
        if word.lower_ in _SETTINGS or word.ent_type_ in {"DATE", "TIME"}
    )


def _opens_with_condition(clause: Word) -> bool:
    mark = child_with(clause, "mark")
    return mark is not None and mark.lower_ in lexicon.CONDITION_OPENERS


def _repeat_helpers(head: Word, child: Word) -> tuple[int, ...] | None:
    """Give the auxiliaries the second verb borrows from the first; None when it can't stand alone."""
    helpers, tag = auxiliaries(head), _real_tag(head, child)
    if auxiliaries(child) or tag in {"VBZ", "VBP", "MD"}:
        return ()
    passive = any(word.dep_ == "auxpass" for word in helpers)
    if tag in {"VBN", "VBD"} and passive and child_with(child, "dobj") is None:
        return tuple(word.i for word in helpers)
    if tag == "VBD":
        return ()
    fits = {
        "VBN": [word for word in helpers if word.lemma_ == "have"],
        "VB": [word for word in helpers if word.tag_ == "MD"],
        "VBG": [word for word in helpers if word.lemma_ == "be" and word.tag_ != "VBG"],
    }.get(tag, [])
    return tuple(word.i for word in fits) or None


def _real_tag(head: Word, child: Word) -> str:
    """Mend the tagger's mix-ups of past and participle: "taken" is no past, "opened" beside "ordered" is
    one.
    """
    past = past_tense(child.lemma_.lower()) if child.tag_ in {"VBD", "VBN"} else ""
    if child.tag_ == "VBD" and past != child.lower_ and past_participle(child.lemma_.lower()) == child.lower_:
        return "VBN"
    if child.tag_ == "VBN" and not auxiliaries(head) and head.tag_ in {"VBD", "VBG"} and past == child.lower_:
        return "VBD"
    if (
        child.tag_ == "VB"
        and not any(word.tag_ in {"MD", "TO"} for word in auxiliaries(head))
        and head.tag_ != "VB"
    ):
        return "VBP"
    return str(child.tag_)


def conjunction_before(head: Word, child: Word) -> set[int]:
    """Give the "and" (with its comma) that joins a verb to the one before it."""
    first = min(indices(child))
    joined: set[int] = set()
    position = first - 1
    while position > head.i and (head.doc[position].dep_ == "cc" or head.doc[position].text in {",", ";"}):
        joined |= set(head.doc[position].reach) if head.doc[position].dep_ == "cc" else {position}
        position = min(joined) - 1
    return joined or {word.i for word in children_with(head, "cc") if head.i < word.i < child.i}
