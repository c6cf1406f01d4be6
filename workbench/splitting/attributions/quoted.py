"""Give quotations to those who speak them: beside a verb of saying, after a colon, going on without one."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.attributions import words
from workbench.splitting.attributions.acts import Act, find_source, verb_group
from workbench.splitting.attributions.quotations import Quotation
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.parsing.tree import own_subject

_NEAR = 14  # words between a quotation and its verb
_FEWEST_GOING_ON = 3  # words of a quotation that goes on by itself
_JOINERS = frozenset({"but", "and", "so", "then"})
_CLAUSE_ENDS = frozenset({".", "!", "?", "…"})


def give_quotations(doc: Paragraph, acts: list[Act], quotations: Sequence[Quotation]) -> dict[int, Act]:
    """Widen the acts to whole quotations, add acts for those beside a verb alone; say whose each is."""
    spoken: dict[int, Act] = {}
    for act in acts:
        around = next((one for one in quotations if one.start <= act.head.i < one.end), None)
        if around is not None:
            act.content &= around.inside()
            continue
        for index, one in enumerate(quotations):
            if act.content & one.inside():
                _take_in(act, one)
                spoken.setdefault(index, act)
    for index, one in enumerate(quotations):
        if index not in spoken:
            found = _find_act(doc, acts, one, quotations)
            if found is None and index - 1 in spoken and _goes_on(doc, quotations[index - 1], one):
                found = spoken[index - 1]
            if found is not None:
                _take_in(found, one)
                spoken[index] = found
    return spoken


def _find_act(doc: Paragraph, acts: list[Act], one: Quotation, quotations: Sequence[Quotation]) -> Act | None:
    """Give the act of the verb beside a quotation, a new one if it has none yet."""
    verb = _find_verb(doc, one, quotations)
    if verb is None:
        return None
    act = next((act for act in acts if act.head is verb), None)
    if act is None:
        act = Act(words.SPEECH, verb, find_source(verb), verb_group(verb), set(), "quotation")
        acts.append(act)
    elif act.form in {"object", "phrase"} and _speaks(verb):
        act.content = set()  # in "told reporters: “…”" the reporters are not what is told
    return act


def _take_in(act: Act, one: Quotation) -> None:
    act.content |= (
        set(range(one.start, one.end)) - act.cue - (set() if act.source is None else {act.source.i})
    )


def _find_verb(doc: Paragraph, one: Quotation, quotations: Sequence[Quotation]) -> Word | None:
    """Find the verb of saying beside a quotation."""
    outside = [word for word in doc.words[one.end : one.end + _NEAR] if not _is_inside(word, quotations)]
    last = doc[one.end - 2] if one.closed and one.end - 2 > one.start else None
    joined = last is not None and last.text in {",", "?", "!", "—", "–"}
    joined = joined or (one.end < len(doc) and doc[one.end].text == ",")
    if joined:
        for word in outside:
            if word.text in _CLAUSE_ENDS:
                break
            if word.pos_ == "VERB" and own_subject(word) is not None and _speaks(word):
                return word
    before = [word for word in doc.words[max(0, one.start - _NEAR) : one.start] if not word.is_space]
    if not before:
        return None
    colon = before[-1].text == ":"
    if not colon and before[-1].text != "," and not _speaks(before[-1]):
        return None
    for word in reversed(before):
        if word.text in _CLAUSE_ENDS or _is_inside(word, quotations):
            return None
        if word.pos_ == "VERB" and (_speaks(word) or (colon and own_subject(word) is not None)):
            return word
    return None


def _speaks(word: Word) -> bool:
    return word.pos_ == "VERB" and word.lemma_.lower() in words.SAYING | words.ASKING


def _is_inside(word: Word, quotations: Sequence[Quotation]) -> bool:
    return any(one.start <= word.i < one.end for one in quotations)


def _goes_on(doc: Paragraph, before: Quotation, one: Quotation) -> bool:
    """A quotation that opens a sentence right after the one with the speaker is the same speaker's."""
    if one.end - one.start < _FEWEST_GOING_ON + 2:
        return False
    told = [word for word in doc.words[max(0, one.start - _NEAR) : one.start] if not word.is_space]
    if told and told[-1].lower_ in _JOINERS:
        told.pop()
    last = told[-1] if told else doc[0]
    opens = last.text in _CLAUSE_ENDS | {"”", '"', "''"} or last.text.endswith(".")
    ends = sum(word.text in _CLAUSE_ENDS for word in doc.words[before.end : one.start])
    return opens and ends <= 1
