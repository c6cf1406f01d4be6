"""Find the words a statement leaves out though the quote holds them: "that", "however", "reportedly"."""

from __future__ import annotations

from workbench.splitting import lexicon
from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.findings import hedges
from workbench.splitting.parsing.parsed import Paragraph, Word

_FIRST = frozenset({"i", "we"})
_HELPERS = lexicon.word_set("must should can may might would will")
_ADDING = lexicon.word_set("add say stress note emphasise emphasize repeat remind point admit confess")
_ASIDE_OPENERS = {2: frozenset({"i", "we"}), 3: frozenset({"it"})}
_ASIDE_VERBS = {
    2: lexicon.word_set("suspect think believe guess suppose understand hear gather"),
    3: lexicon.word_set("understood believed thought said reported claimed alleged feared rumoured rumored"),
}


def find_silent(draft: Draft) -> set[int]:
    """Give the positions of the words that a draft's statement leaves out."""
    head, doc = draft.head, draft.head.doc
    silent = {child.i for child in head.children if child.dep_ == "mark" and child.i == min(draft.keep)}
    silent |= {i for i in draft.keep if doc[i].lower_ in hedges.EVIDENTIALS and doc[i].dep_ == "advmod"}
    silent |= {
        child.i for child in head.children if child.dep_ in {"mark", "preconj"} and _is_opener(child, draft)
    }
    silent |= find_inner_connectives(draft) | _find_asides(draft)
    opening = sorted(draft.keep - silent)
    while opening and (
        doc[opening[0]].is_punct or doc[opening[0]].is_space or _is_connective(doc[opening[0]])
    ):
        silent.add(opening.pop(0))
    silent |= _opening_phrase(doc, opening)
    return silent


def find_inner_connectives(draft: Draft) -> set[int]:
    """Find ", however," and ", I should add," in the middle of a clause, with their commas."""
    doc = draft.head.doc
    found = _find_additions(draft)
    for i in draft.keep:
        if doc[i].lower_ in lexicon.CONNECTIVES and {i - 1, i + 1} <= draft.keep:
            commas = doc[i - 1].text == doc[i + 1].text == ","
            found |= {i - 1, i, i + 1} if commas else set()
    return found


def _find_additions(draft: Draft) -> set[int]:
    """Find ", I should add,": it says that something is said, and no more."""
    doc = draft.head.doc
    found: set[int] = set()
    for i in draft.keep:
        words = [word.lower_ for word in doc[i : i + 5]]
        if words[0] == "," and words[-1] == "," and len(words) > 4 and {*range(i, i + 5)} <= draft.keep:
            first, helper, verb = words[1:4]
            adds = first in _FIRST and helper in _HELPERS and verb in _ADDING
            found |= set(range(i, i + 5)) if adds else set()
    return found


def _find_asides(draft: Draft) -> set[int]:
    """Find ", it is understood," and ", I suspect," with their commas: hedges, not the claim."""
    doc = draft.head.doc
    found: set[int] = set()
    for i in draft.keep:
        for length in (2, 3):
            end = i + length + 1
            if (
                doc[i].text != ","
                or end >= len(doc)
                or doc[end].text != ","
                or doc[end - 1].i not in draft.keep
            ):
                continue
            words = [word.lower_ for word in doc[i + 1 : end]]
            if words[0] in _ASIDE_OPENERS[length] and words[-1] in _ASIDE_VERBS[length]:
                found |= set(range(i, end + 1))
    return found


def _is_opener(mark: Word, draft: Draft) -> bool:
    loose = mark.lower_ in lexicon.LOOSE_OPENERS | {"that", "since", "even"}
    return loose and not any(
        i in draft.keep and draft.head.doc[i].is_alpha for i in range(min(draft.keep), mark.i - 1)
    )


def _is_connective(word: Word) -> bool:
    if word.lower_ in lexicon.FILLERS and word.is_sent_start:  # "Well, …"
        return word.i + 1 < len(word.doc) and word.nbor().text == ","
    if word.lower_ in lexicon.NOW_WORDS:
        return word.dep_ == "advmod" and word.head.tag_ in {"VBP", "VBZ", "VBG"}
    if word.lower_ == "even" and word.i + 1 < len(word.doc) and word.nbor().lower_ in lexicon.LOOSE_OPENERS:
        return True
    if word.lower_ == "that" and word.tag_ == "IN":
        return True
    return word.lower_ in lexicon.CONNECTIVES and word.dep_ in {"advmod", "cc", "mark", "intj", "conj"}


def _opening_phrase(doc: Paragraph, opening: list[int]) -> set[int]:
    for length in (2, 3, 4, 5):
        phrase = "_".join(doc[i].lower_ for i in opening[:length])
        if phrase in lexicon.CONNECTIVE_PHRASES and not _goes_on(doc, opening[:length]):
            return set(opening[:length])
    return set()


def _goes_on(doc: Paragraph, phrase: list[int]) -> bool:
    """Tell "In addition, …" from "In addition to the port, …"."""
    return any(child.i not in phrase and not child.is_punct for i in phrase[1:] for child in doc[i].children)
