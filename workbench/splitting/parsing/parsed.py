"""A parsed paragraph as plain words: what the rules read, quick to walk, and free to be mended.

spaCy makes a new object each time a word is asked for, so walking its trees costs more than parsing them.
Names are spaCy's
(`lemma_`, `dep_`, `tag_`: Penn tags; `dep_`: ClearNLP labels), so that its documentation holds here too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from workbench.splitting.parsing.forms import Form

_PLACES = ("", "I", "O", "B")  # of a word in a name: none known, inside, outside, at its beginning


class Word:
    """One word with its place in the sentence's tree. i: its position, idx: its offset in the paragraph."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_sent_start",
        "is_space",
        "is_stop",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "reach",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: Paragraph
    head: Word
    whitespace_: str
    ent_type_: str
    ent_iob_: str
    children: list[Word]  # in the order of the text
    reach: list[int]  # positions of the word and all that hangs on it, in order

    def __init__(self, form: Form, i: int, idx: int) -> None:
        self.text, self.lower_, self.lemma_, self.tag_, self.pos_, self.dep_ = form[:6]
        self.is_space, self.is_punct, self.like_num, self.is_stop = form[6:]
        self.i, self.idx = i, idx
        self.is_sent_start = False
        self.children = []
        self.reach = []

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag_}/{self.dep_}"

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def text_with_ws(self) -> str:
        return self.text + self.whitespace_

    @property
    def subtree(self) -> Iterator[Word]:
        words = self.doc.words
        return (words[i] for i in self.reach)

    @property
    def lefts(self) -> list[Word]:
        return [child for child in self.children if child.i < self.i]

    @property
    def left_edge(self) -> Word:
        return self.doc.words[self.reach[0]]

    @property
    def ancestors(self) -> Iterator[Word]:
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def nbor(self, step: int = 1) -> Word:
        """Give the word so many places on. Raises IndexError beyond the paragraph's ends."""
        place = self.i + step
        if place < 0:
            raise IndexError(place)
        return self.doc.words[place]


class Stretch:
    """Neighbouring words of a paragraph: a sentence, a name."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Paragraph, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __iter__(self) -> Iterator[Word]:
        return iter(self.doc.words[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, place: int) -> Word:
        return self.doc.words[self.start : self.end][place]

    @property
    def start_char(self) -> int:
        return self.doc.words[self.start].idx

    @property
    def end_char(self) -> int:
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def root(self) -> Word:
        """The first word whose head lies outside."""
        return next(word for word in self if word.head is word or not self.start <= word.head.i < self.end)


class Paragraph:
    """The words, sentences and names of one paragraph."""

    __slots__ = ("ents", "sents", "text", "words")

    def __init__(self, doc: Doc, forms: Sequence[Form], text: str | None = None) -> None:
        """text: the paragraph as it stands, if the document was made of it with fewer spaces."""
        self.text: str = doc.text if text is None else text
        self.words: list[Word] = []
        strings, offset = doc.vocab.strings, 0
        rows = doc.to_array(["SPACY", "HEAD", "ENT_TYPE", "ENT_IOB"]).astype("int64").tolist()
        for i, (form, (spaced, _, sort, place)) in enumerate(zip(forms, rows, strict=True)):
            word = Word(form, i, self.text.index(form.text, offset))
            offset = word.idx + len(form.text) + spaced
            word.doc, word.whitespace_ = self, " " if spaced else ""
            word.ent_type_, word.ent_iob_ = strings[sort] if sort else "", _PLACES[place]
            self.words.append(word)
        for word, (_, step, _, _) in zip(self.words, rows, strict=True):
            word.head = self.words[word.i + step]
            if step:
                word.head.children.append(word)
        self.sents = [Stretch(self, sent.start, sent.end) for sent in doc.sents]
        self.ents = [Stretch(self, ent.start, ent.end, ent.label_) for ent in doc.ents]
        for sentence in self.sents:
            self.words[sentence.start].is_sent_start = True
            self.measure(sentence)

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> Stretch: ...
    def __getitem__(self, place: int | slice) -> Word | Stretch:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.words))
            return Stretch(self, start, max(start, end))
        return self.words[place]

    def word_at(self, offset: int) -> Word | None:
        """Give the word that holds this character, None for the space between two."""
        place = bisect_right(self.words, offset, key=lambda word: word.idx) - 1
        word = self.words[place] if place >= 0 else None
        return word if word is not None and offset < word.idx + len(word.text) else None

    def measure(self, sentence: Stretch) -> None:
        """Note for each word of a sentence what hangs on it; again after its tree was mended."""
        waiting = [(sentence.root, False)]
        while waiting:
            word, seen = waiting.pop()
            if not seen:
                waiting.append((word, True))
                waiting += [(child, False) for child in word.children]
            else:
                word.reach = sorted([word.i, *(i for child in word.children for i in child.reach)])
