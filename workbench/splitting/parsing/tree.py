"""Small questions about a parsed sentence: whose subject, which words, one or many."""

from __future__ import annotations

from collections.abc import Container, Iterable

from workbench.splitting.parsing.inflection import past_tense
from workbench.splitting.parsing.parsed import Paragraph, Word

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass"})
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_PLURAL_NOUNS = frozenset(
    {
        "police",
        "people",
        "troops",
        "forces",
        "they",
        "we",
        "them",
        "these",
        "those",
        "both",
        "military:",
    }
)
_PARTS = frozenset(
    {"most", "some", "all", "half", "part", "rest", "none", "any", "third", "quarter", "majority"}
)
_SINGULAR_S = frozenset({"nations", "states"})  # heads of names such as "United Nations"


def indices(token: Word) -> set[int]:
    """Give the positions of a word and all that hangs on it."""
    return {word.i for word in token.subtree}


def own_subject(head: Word) -> Word | None:
    return next((child for child in head.children if child.dep_ in SUBJECTS), None)


def child_with(head: Word, *deps: str) -> Word | None:
    """Give the first child with one of these relations."""
    return next((child for child in head.children if child.dep_ in deps), None)


def children_with(head: Word, *deps: str) -> list[Word]:
    return [child for child in head.children if child.dep_ in deps]


def auxiliaries(head: Word) -> list[Word]:
    return [child for child in head.children if child.dep_ in AUXILIARIES and child.i < head.i]


def own_words(head: Word, keep: set[int]) -> set[int]:
    """Give the words of `keep` that speak of `head` itself, not of a noun beside it ("the man who …") nor of
    what is asked ("raises questions about what he did").
    """
    own = set(keep)
    for word in head.subtree:
        if word is head or word.i not in own:
            continue
        opener = word.left_edge
        asked = (
            word.dep_ in {"pcomp", "ccomp"} and opener.tag_ in {"WP", "WRB"} and opener.dep_ not in SUBJECTS
        )
        if word.dep_ in {"relcl", "acl"} or asked:
            own -= indices(word)
    return own


def is_finite(head: Word) -> bool:
    return head.tag_ in FINITE_TAGS or any(word.tag_ in FINITE_TAGS for word in auxiliaries(head))


def is_predicate(token: Word) -> bool:
    return bool(token.pos_ in {"VERB", "AUX"})


def is_plural(head: Word, among: Container[int] | None = None) -> bool:
    """Tell whether a noun phrase takes a plural verb, by its head word and those joined to it (among: only
    those of these positions).
    """
    joined = [word for word in children_with(head, "conj") if among is None or word.i in among]
    if joined and any(c.lower_ == "and" for c in head.children):
        return True
    if head.lower_ in _PARTS:  # "most of the victims"
        of = next((child for child in head.children if child.dep_ == "prep" and child.lower_ == "of"), None)
        whole = child_with(of, "pobj") if of is not None else None
        return whole is not None and is_plural(whole)
    if head.tag_ == "NNPS" and head.lower_ in _SINGULAR_S:
        return False
    if head.tag_ in _PLURAL_TAGS or head.text == "us" or head.lower_ in _PLURAL_NOUNS:
        return True
    return head.pos_ == "NUM" and head.lower_ not in {"one", "1"}


def is_negated(head: Word) -> bool:
    """Tell whether a verb says that something is not so: "did not", "nobody did", "no bridge stands"."""
    if any(child.dep_ == "neg" for child in head.children):
        return True
    nouns = children_with(head, "nsubj", "nsubjpass", "dobj", "attr")
    if any(noun.left_edge.lower_ == "not" for noun in nouns if noun.i < head.i):
        return True  # "not a single house was left"
    words = [*nouns, *(word for noun in nouns for word in children_with(noun, "det", "preconj", "cc"))]
    return any(word.lower_ in {"no", "none", "neither", "nobody", "nothing"} for word in words)


def is_past(head: Word) -> bool:
    """Tell whether a verb group speaks of the past: "said", "has said"; not "says"."""
    if head.tag_ == "VBG" and head.dep_ == "advcl" and not auxiliaries(head):
        return is_past(head.head)  # "said …, adding that …"
    group = [head, *auxiliaries(head)]
    return any(word.tag_ == "VBD" for word in group) or (
        head.tag_ == "VBN" and any(word.lemma_ == "have" for word in group)
    )


def core_phrase(head: Word) -> list[int]:
    """Give a noun phrase without what is set off from it: clauses, appositions, other punctuation at its
    end.
    """
    left_out: set[int] = set()
    for child in head.children:
        close = child.dep_ == "appos" and child.reach[0] == head.i + 1  # "the agency Red Lantern"
        if child.dep_ in {"relcl", "acl", "appos", "parataxis", "advcl"} and not close:
            left_out |= indices(child)
        if child.lower_ == "among" and child.i < head.i:  # ", among them a clerk who …"
            left_out |= indices(child)
        if head.pos_ == "PROPN" and child.dep_ == "prep" and child_with(child, "pcomp") is not None:
            left_out |= indices(child)  # "claims from Maldoria of taking the town"
    for word in head.subtree:  # "observers of the mission, who …", "… of the mission, the first here"
        described = word.dep_ == "appos" and child_with(word, "det") is not None
        set_off = word.reach[0] and head.doc[word.reach[0] - 1].text == ","
        if word is not head and set_off and (described or word.dep_ == "relcl"):
            left_out |= indices(word)
    kept = sorted(indices(head) - left_out)
    words = head.doc
    while kept and (words[kept[-1]].is_punct or words[kept[-1]].is_space):
        kept.pop()
    while kept and (
        words[kept[0]].is_punct or words[kept[0]].is_space or words[kept[0]].dep_ in {"cc", "preconj"}
    ):
        kept.pop(0)
    return kept


def spans(positions: Iterable[int]) -> list[tuple[int, int]]:
    """Give runs of neighbouring positions, end excluded."""
    runs: list[tuple[int, int]] = []
    for position in sorted(positions):
        if runs and runs[-1][1] == position:
            runs[-1] = (runs[-1][0], position + 1)
        else:
            runs.append((position, position + 1))
    return runs


def may_be_past(verb: Word) -> bool:
    """Tell whether a form tagged as a participle may be a past tense: "reopened", not "taken"."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and past_tense(verb.lemma_.lower()) == verb.lower_)


def top_of(doc: Paragraph, words: set[int]) -> Word:
    """Give the word of these that stands highest in the tree."""
    return doc[min(words, key=lambda i: (len(list(doc[i].ancestors)), i))]


def is_perfect_infinitive(verb: Word) -> bool:
    """Read "to have voted" of "is said to have voted"."""
    return verb.tag_ == "VBN" and any(word.lower_ == "have" for word in auxiliaries(verb))
