"""What a word is apart from its place: its part of speech, its base form, whether it is a number.

The model finds parts of speech and base forms by matching lists of patterns against every word again, a
third of its time; but they follow from the word, its tag and its relation alone (in a handful of pairs from
the word beside it too). So each such word is asked for once and remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import re2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Token

ASKED = ("attribute_ruler", "lemmatizer")  # the parts of the model that this stands for
MOST = 30_000  # words remembered, some 12 MB; then it begins anew
# First words of the pairs in the ruler's patterns: "gon na", "let 's". An expletive too: "there ’s".
PAIRING = ("ai", "gon", "got", "let", "c'm", "y", "y'")
_COMMA = (",", ",", "punct")
# One short syllable doubles its consonant before "-ed" and "-ing"; "-es" is for what hisses.
_DOUBLED = re2.compile(r"^[^aeiou]*[aeiou][bdgklmnprtvz]$")
_HISSING = ("s", "x", "z", "ch", "sh", "o")

Key = tuple[int, int, int]


class Form(NamedTuple):
    """The strings and flags of a word under spaCy's names."""

    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    is_space: bool
    is_punct: bool
    like_num: bool
    is_stop: bool


class Forms:
    """Remembers the form of every word met; one a model, used by one thread at a time."""

    def __init__(self, model: Language) -> None:
        self._model = model
        self._known: dict[Key, Form] = {}
        strings = model.vocab.strings
        self._expletive = strings["expl"]
        written = [(word, word.capitalize(), word.upper()) for word in PAIRING]
        self._pairing = {strings.add(form) for forms in written for form in forms}

    def read(self, doc: Doc) -> list[Form]:
        """Give the form of each word of a document that the parts in ASKED have not seen."""
        if len(self._known) > MOST:
            self._known.clear()
        keys = [(orth, tag, dep) for orth, tag, dep in doc.to_array(["ORTH", "TAG", "DEP"]).tolist()]
        firsts = [i for i, key in enumerate(keys[:-1]) if self._pairs(key)]
        paired = {place for i in firsts for place in (i, i + 1)}
        new = {key: i for i, key in enumerate(keys) if key not in self._known and i not in paired}
        if new:
            self._known.update(zip(new, self._ask(doc, list(new.values())), strict=True))
        beside = {i: self._ask_beside(doc, i) for i in paired}
        return [beside.get(i) or self._known[key] for i, key in enumerate(keys)]

    def _pairs(self, key: Key) -> bool:
        return key[2] == self._expletive or key[0] in self._pairing

    def _ask(self, doc: Doc, places: Sequence[int]) -> list[Form]:
        """Ask for words one by one: a comma between two keeps them from being read as a pair."""
        rows = [row for i in places for row in (_describe(doc[i]), _COMMA)]
        return [_read_form(token) for token in self._run(doc, rows)[::2]]

    def _ask_beside(self, doc: Doc, place: int) -> Form:
        """Ask for a word between its neighbours."""
        first = max(place - 1, 0)
        rows = [_describe(token) for token in doc[first : place + 2]]
        return _read_form(self._run(doc, rows)[place - first])

    def _run(self, like: Doc, rows: Sequence[tuple[str, str, str]]) -> list[Token]:
        words, tags, deps = (list(column) for column in zip(*rows, strict=True))
        heads = list(range(len(words)))
        doc = type(like)(like.vocab, words=words, tags=tags, deps=deps, heads=heads)
        for name in ASKED:
            doc = self._model.get_pipe(name)(doc)
        return list(doc)


def _describe(token: Token) -> tuple[str, str, str]:
    return token.text, token.tag_, token.dep_


def _read_form(token: Token) -> Form:
    strings = (
        token.text,
        token.lower_,
        mend_base(token.lower_, token.lemma_, token.tag_),
        token.tag_,
        token.pos_,
        token.dep_,
    )
    return Form(*strings, token.is_space, token.is_punct, token.like_num, token.is_stop)


def mend_base(form: str, base: str, tag: str) -> str:
    """Give "hope" for "hoped", which the model's lists trace to "hop": that would be "hopped"."""
    if tag in {"VBD", "VBN", "VBG"} and form in {base + "ed", base + "ing"} and _DOUBLED.match(base):
        return base + "e"
    if tag == "VBZ" and form == base + "es" and not base.endswith(_HISSING):
        return base + "e"
    return base
