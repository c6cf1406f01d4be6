"""Parse sentences again without their parentheses, where the parser lost its way at them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from workbench.splitting.parsing.forms import Form
from workbench.splitting.parsing.parentheses import find_parentheses
from workbench.splitting.parsing.parenthesis import Parenthesis
from workbench.splitting.parsing.parsed import Paragraph, Stretch, Word
from workbench.splitting.parsing.tree import is_predicate, own_subject

# For the words of each sentence: the form and the place of the head of each.
Parse = Callable[[list[list[Word]]], Iterable[tuple[Sequence[Form], Sequence[int]]]]
_NAMES = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_PARTS = frozenset({";", ":"})


def reparse(paragraphs: Iterable[Paragraph], parse: Parse) -> None:
    """Give the sentences with parentheses the trees they have without them, in place."""
    found = [
        (sentence, asides)
        for paragraph in paragraphs
        for sentence in paragraph.sents
        if (asides := find_parentheses(sentence)) and not all(_is_clean(one, sentence) for one in asides)
    ]
    kept = [_leave_out(sentence, asides) for sentence, asides in found]
    for (sentence, asides), words, (forms, heads) in zip(found, kept, parse(kept), strict=True):
        _write(words, forms, heads)
        for aside in asides:
            _hang(aside, _find_clause(aside, words), sentence)
        _collect(sentence)


def _is_clean(aside: Parenthesis, sentence: Stretch) -> bool:
    """Tell whether the parser took just these words for a parenthesis."""
    head = sentence.doc[aside.head]
    marks = {aside.start - 1, aside.end}
    if head.head is head or not set(range(aside.start, aside.end)) <= set(head.reach) <= {
        *range(aside.start, aside.end),
        *marks,
    }:
        return False
    if aside.name is None:
        return head.lower_ == "according"
    subject = own_subject(head)
    return head.dep_ in {"parataxis", "ccomp"} and subject is not None and subject.i >= aside.start


def _leave_out(sentence: Stretch, asides: Sequence[Parenthesis]) -> list[Word]:
    gone = set().union(*(one.list_gone(sentence) for one in asides))
    return [word for word in sentence if word.i not in gone]


def _write(words: Sequence[Word], forms: Sequence[Form], heads: Sequence[int]) -> None:
    for word, form, head in zip(words, forms, heads, strict=True):
        word.lemma_, word.tag_, word.pos_, word.dep_ = form.lemma_, form.tag_, form.pos_, form.dep_
        word.head = words[head]


def _find_clause(aside: Parenthesis, words: Sequence[Word]) -> Word:
    """Find what the words right before and right after have in common."""
    if aside.above is not None:
        return words[0].doc[aside.above]
    bounds = [word.i for word in words if word.text in _PARTS]
    first = max((i for i in bounds if i < aside.start), default=-1)
    last = min((i for i in bounds if i >= aside.end), default=words[-1].i + 1)
    part = [word for word in words if first < word.i < last and not word.is_punct] or list(words)
    before = next((word for word in reversed(part) if word.i < aside.start), part[0])
    after = next((word for word in part if word.i >= aside.end), None)
    if after is None:
        return _climb(before, first, last)
    above = [after, *after.ancestors]
    common = next((word for word in [before, *before.ancestors] if word in above), before)
    return next((word for word in [common, *common.ancestors] if is_predicate(word)), common)


def _climb(word: Word, first: int, last: int) -> Word:
    """Give the head of a part of a sentence that a word stands in."""
    while word.head is not word and first < word.head.i < last:
        word = word.head
    return word


def _hang(aside: Parenthesis, above: Word, sentence: Stretch) -> None:
    """Hang a parenthesis on its clause and its own loose words on its head."""
    doc = sentence.doc
    head, inside = doc[aside.head], range(aside.start, aside.end)
    for i in inside:
        word = doc[i]
        if word is not head and (word.head.i not in inside or word.head is word):
            word.head, word.dep_ = head, _relation(word)
    head.head, head.dep_ = above, aside.dep
    if aside.name is not None:
        _name_subject(head, aside.name)
    for i in aside.list_gone(sentence).difference(inside):
        doc[i].head, doc[i].dep_ = head, "punct"


def _relation(word: Word) -> str:
    if word.is_punct:
        return "punct"
    return "prep" if word.pos_ == "ADP" else "npadvmod" if word.pos_ in _NAMES else "advmod"


def _name_subject(head: Word, name: tuple[int, int]) -> None:
    """Make the head of the speaker's name the verb's subject."""
    doc, inside = head.doc, range(*name)
    tops = [doc[i] for i in inside if doc[i].head.i not in inside]
    nouns = [word for word in tops if word.pos_ in _NAMES]
    subject = nouns[0] if nouns else doc[name[1] - 1]
    subject.head, subject.dep_ = head, "nsubj"
    for word in tops:
        if word is not subject:
            word.head, word.dep_ = subject, "compound" if word.i < subject.i else "prep"


def _collect(sentence: Stretch) -> None:
    """Find each word's children anew."""
    for word in sentence:
        word.children = []
    for word in sentence:
        if word.head is not word:
            word.head.children.append(word)
    sentence.doc.measure(sentence)
