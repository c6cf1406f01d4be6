"""Lists of which something holds only together: "A and B met", "12 men and women", "killed 12 in A and B"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from workbench.splitting.clauses.brackets import is_year
from workbench.splitting.judgement.conditions import opens_with_inversion
from workbench.splitting.lexicon import CONDITION_OPENERS, word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with, is_plural, own_subject

# What A and B do only with each other.
_MUTUAL = word_set(
    """meet agree clash fight negotiate cooperate collaborate merge unite combine compete talk marry differ
    quarrel argue disagree confer correspond coexist collide converge alternate reconcile separate part
    ally"""
)
_MUTUAL_WITH = word_set("share exchange swap border trade hold sign conclude reach break")
_MUTUAL_THINGS = word_set(
    """treaty pact deal accord agreement talk ceasefire truce armistice alliance coalition border relation tie
    meeting prisoner fire blow view letter"""
)
# What is done to A and B with regard to each other.
_LINKING = word_set(
    """link connect join unite combine mix separate divide distinguish compare merge balance bridge reconcile
    pair swap exchange"""
)
_SUMS = word_set("make form constitute comprise total number account amount compose")
_TOGETHER = word_set(
    """together jointly joint combined collectively altogether respectively alternately total totalling
    totaling either neither both each mutual mutually same similar different equal alike apart only alone
    just"""
)
_ONE_ANOTHER = frozenset({("one", "another"), ("in", "all"), ("side", "by")})
_BEFORE = word_set("between among than except without but besides excluding")
_WHOLES = word_set(
    """sum mix mixture combination range variety pair couple blend choice balance merger relationship
    difference most some half part rest none majority third quarter dozens hundreds thousands"""
)
_AMOUNTS = word_set("dozens scores hundreds thousands millions dozen hundred thousand")
_GROUNDS = word_set("given despite because due amid considering owing thanks")
_COLOURS = word_set("black white red blue green yellow grey gray orange brown old young left right")
_PAIRS = frozenset(
    frozenset(pair.split("-"))
    for pair in word_set(
        """search-rescue law-order men-women women-children research-development supply-demand
        dead-wounded trial-error cause-effect killed-wounded boys-girls pros-cons ways-means"""
    )
)
_DOERS = frozenset({"nsubj", "nsubjpass"})
_THINGS = frozenset({"dobj", "attr"})
_TIMES = frozenset({"DATE", "TIME", "ORDINAL"})


def is_told_together(head: Word, members: list[Word], keep: AbstractSet[int]) -> bool:
    """Tell whether a clause speaks of the members of a list as one, so that it may hold of none by itself.

    head: the clause's verb. keep: its words.
    """
    first = members[0]
    return (
        _says_so(head, keep)
        or _are_counted_together(head, members)
        or _is_of_whole(first)
        or _are_paired(members)
        or _owns_other(members)
        or _limits(first, head)
        or (first.dep_ == "dobj" and first.head.lemma_.lower() in _LINKING)
        or (_is_in_subject(first, head) and _acts_as_one(head, members))
    )


def _says_so(head: Word, keep: AbstractSet[int]) -> bool:
    """Read "together", "in all", "each other", "respectively"."""
    words = [head.doc[i] for i in sorted(keep)]
    if any(word.lower_ in _TOGETHER for word in words if word.dep_ != "preconj"):
        return True
    return any((one.lower_, other.lower_) in _ONE_ANOTHER for one, other in pairwise(words))


def _are_counted_together(head: Word, members: list[Word]) -> bool:
    """In "killed 12 people in Orsk and Tarn", "12 men and women" and "Orsk and Tarn lost 40 men" nobody
    knows how many each.
    """
    first, *others = members
    if all(_is_counted(one) for one in members):
        return False
    if _is_counted(first) and not all(child_with(one, "det", "poss", "nummod") for one in others):
        return any(one.pos_ == "NOUN" for one in others) and _is_counted_exactly(first)
    if _is_in_subject(first, head):
        rises = [child_with(word, "pobj") for word in children_with(head, "prep") if word.lower_ == "by"]
        counted = [*children_with(head, *_THINGS), *(word for word in rises if word is not None)]
    else:
        counted = children_with(head, *_DOERS, *_THINGS) if first.dep_ == "pobj" else []
    return any(_is_counted_exactly(word) for word in counted)


def _is_in_subject(first: Word, head: Word) -> bool:
    subject = own_subject(head)
    return subject is not None and first.i in subject.reach


def _is_counted(member: Word) -> bool:
    return _is_counted_exactly(member) or any(word.lower_ in {"a", "an"} for word in member.lefts)


def _is_counted_exactly(noun: Word) -> bool:
    """Read "12 people", "dozens of people", "12 of them"; a year counts nothing."""
    if noun.lower_ in _AMOUNTS or (noun.like_num and noun.lower_ != "one" and not is_year(noun)):
        return True
    numbers = children_with(noun, "nummod")
    return any(
        word.ent_type_ not in _TIMES and not is_year(word) and word.lower_ != "one" for word in numbers
    )


def _is_of_whole(first: Word) -> bool:
    """Read "40 tonnes of coal and salt", "a mix of A and B", "some of A and B"."""
    of = first.head
    if first.dep_ != "pobj":
        return False
    if of.lower_ in _BEFORE:
        return True
    whole = of.head
    return of.lower_ == "of" and (child_with(whole, "nummod") is not None or whole.lower_ in _WHOLES)


def _are_paired(members: list[Word]) -> bool:
    """Read "search and rescue teams", "a black and white flag"."""
    names = [word.lower_ for word in members]
    return frozenset(names) in _PAIRS or all(name in _COLOURS for name in names)


def _owns_other(members: list[Word]) -> bool:
    """In "the governor and her deputy" the second is nobody without the first."""
    first, *others = members
    owner = child_with(first, "poss")
    return any(
        child.tag_ == "PRP$" and (owner is None or owner.lower_ != child.lower_)
        for one in others
        for child in children_with(one, "poss")
    )


def _limits(first: Word, head: Word) -> bool:
    """In "if A and B fall, …" and "…, given its A and B" both are needed."""
    word = first
    while word is not head and word.head is not word:
        word = word.head
        mark = child_with(word, "mark")
        if word.lower_ in _GROUNDS or (mark is not None and mark.lower_ in CONDITION_OPENERS):
            return word is not head
        if word is not head and word.dep_ == "advcl" and opens_with_inversion(word):
            return True
    return False


def _acts_as_one(verb: Word, members: list[Word]) -> bool:
    """Tell whether what the subject does needs more than one: "A and B met", "A and B are allies"."""
    named = child_with(verb, "attr", "oprd")
    if named is not None and is_plural(named) and not all(is_plural(word) for word in members):
        return True
    thing, lemma = child_with(verb, "dobj"), verb.lemma_.lower()
    if child_with(verb, "auxpass") is not None:
        return lemma in _LINKING
    if thing is None:
        return lemma in _MUTUAL | _SUMS
    mutual = lemma in {"share", "exchange", "swap", "border"} or thing.lemma_.lower() in _MUTUAL_THINGS
    return lemma in _SUMS or (lemma in _MUTUAL_WITH and mutual)
