"""Read what is set beside a statement to say whose it is: "according to X", ", X said,", "in X’s view"."""

from __future__ import annotations

from workbench.splitting.attributions import words
from workbench.splitting.attributions.acts import Act, find_agent, trim, verb_group
from workbench.splitting.attributions.complements import opener_of, sort_of
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    child_with,
    children_with,
    indices,
    is_finite,
    is_predicate,
    own_subject,
)

_SET_OFF = frozenset({",", "”", '"', "''"})
_FEWEST_BEFORE = 3  # words
# "As it promised" tells what was done, not who says so.
_DONE_AS = frozenset(
    {"promise", "plan", "intend", "pledge", "vow", "want", "agree", "demand", "ask", "order"}
)
_ASIDE_VERBS = words.SAYING | words.HOLDING | words.ASKING | {"put", "establish", "find", "count", "go on"}


def read_aside(word: Word) -> Act | None:
    """Give the act that stands beside its content."""
    if word.pos_ == "NOUN":
        return read_view(word)
    return read_according(word) or read_parenthesis(word)


def read_according(word: Word) -> Act | None:
    """Read "according to X"; what X says is the clause it stands in."""
    if word.lower_ != "according":
        return None
    to = child_with(word, "prep", "pcomp", "aux") or (word.nbor() if word.i + 1 < len(word.doc) else None)
    source = child_with(to, "pobj") if to is not None and to.lower_ == "to" else None
    if to is None or source is None:
        return None
    aside = {*indices(word), to.i}
    return _make_aside(words.SPEECH, word, source, {word.i, to.i}, aside, _clause_around(word))


def read_view(noun: Word) -> Act | None:
    """Read "in the mayor’s view", "in the words of the mayor"."""
    link = noun.head
    if (
        noun.lemma_.lower() not in words.VIEW_NOUNS
        or noun.dep_ != "pobj"
        or link.lower_ not in words.VIEW_LINKS
    ):
        return None
    of = next((word for word in children_with(noun, "prep") if word.lower_ == "of"), None)
    source = child_with(noun, "poss") or (child_with(of, "pobj") if of is not None else None)
    if source is None:
        return None
    cue = {link.i, noun.i} | ({of.i} if of is not None else set())
    clause = _clause_around(link)
    if any(word.lower_ == "own" for word in noun.lefts):  # "lost, by its own count, a third"
        source = _find_doer(clause) or source
    return _make_aside(words.BELIEF, noun, source, cue, indices(link), clause)


def _find_doer(clause: Word) -> Word | None:
    subject = own_subject(clause)
    relative = subject is not None and subject.tag_ in {"WDT", "WP"} and clause.dep_ == "relcl"
    return clause.head if relative else subject


def read_parenthesis(verb: Word) -> Act | None:
    """Read ", the ministry said,", ", we are told by the ministry," and "as the ministry put it"."""
    source, lemma = own_subject(verb), _lemma_of(verb)
    if lemma not in _ASIDE_VERBS or source is None or source.dep_ == "expl" or source.tag_ in {"WP", "WDT"}:
        return None
    if child_with(verb, "auxpass") is not None:
        source = find_agent(verb)
    as_said = verb.dep_ == "advcl" and opener_of(verb) == "as" and lemma not in _DONE_AS
    if source is None or not (as_said or _stands_beside(verb, lemma)):
        return None
    sort = sort_of(lemma) or words.SPEECH
    return _make_aside(sort, verb, source, verb_group(verb), indices(verb), verb.head)


def _lemma_of(verb: Word) -> str:
    on = verb.lemma_ == "go" and any(word.lower_ == "on" and not word.children for word in verb.children)
    return "go on" if on else verb.lemma_.lower()


def _stands_beside(verb: Word, lemma: str) -> bool:
    if verb.dep_ not in {"parataxis", "ccomp"} or (
        child_with(verb, "ccomp", "xcomp", "dobj") is not None and lemma != "tell"
    ):
        return False
    if verb.dep_ == "parataxis":
        return opener_of(verb) != "that"
    if opener_of(verb) or verb.head.lemma_.lower() in words.SAYING | words.HOLDING:
        return False  # it is what someone says, not who says it
    return verb.reach[0] > verb.head.i or verb.reach[-1] < verb.head.i


def _make_aside(
    sort: str, head: Word, source: Word, cue: set[int], aside: set[int], clause: Word
) -> Act | None:
    own = {source.i} if clause.i in source.reach else indices(source)
    content = trim(head, indices(clause) - aside - own)
    if not content:
        return None
    denied = any(word.dep_ == "neg" for word in head.children)
    return Act(sort, head, source, cue, content, "clause", clause, denied, aside=frozenset(aside))


def read_inverted(verb: Word) -> Act | None:
    """Read "…, said the mayor", where the parser took the mayor for what was said."""
    source = child_with(verb, "dobj")
    if verb.lemma_.lower() not in words.INVERTED or source is None or source.reach[0] != verb.i + 1:
        return None
    return _read_before(verb, source)


def read_trailing(verb: Word) -> Act | None:
    """Read "…, the mayor said", where the parser lost the clause that was said."""
    source = own_subject(verb)
    if verb.lemma_.lower() not in words.SAYING or source is None:
        return None
    taken = {"prep"} if verb.lemma_ == "tell" else {"dobj", "prep"}
    if any(word.i > max(verb.i, source.i) and word.dep_ in taken for word in verb.children):
        return None
    return _read_before(verb, source)


def _read_before(verb: Word, source: Word) -> Act | None:
    doc = verb.doc
    before = min([*verb_group(verb), *indices(source)])
    if verb.dep_ != "ROOT" or child_with(verb, "ccomp", "xcomp") is not None:
        return None
    if before < _FEWEST_BEFORE or doc[before - 1].text not in _SET_OFF:
        return None
    first = next(sentence.start for sentence in doc.sents if sentence.start <= verb.i < sentence.end)
    content = trim(verb, set(range(first, before - 1)))
    told = sum(doc[i].is_alpha for i in content) >= _FEWEST_BEFORE
    return Act(words.SPEECH, verb, source, verb_group(verb), content, "clause") if told else None


def _clause_around(word: Word) -> Word:
    """Give the verb of the clause a word stands in; at the edge of a sentence it speaks for all of it."""
    top = word.head
    while top.head is not top and not (is_predicate(top) and is_finite(top)):
        top = top.head
    while (
        top.head is not top
        and top.dep_ in {"conj", "ccomp", "advcl"}
        and min(indices(top.head)) >= min(indices(word))
    ):
        top = top.head
    return top
