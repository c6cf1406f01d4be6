"""A part of a sentence that says something of its own, on its way to become a clause."""

from __future__ import annotations

from dataclasses import dataclass, field
from sys import maxsize

from workbench.splitting.attributions.content import Reported
from workbench.splitting.parsing.parsed import Word

AT_END = maxsize
SET_OFF = frozenset({",", "–", "—", "-", "(", ";", ":"})


@dataclass(frozen=True, slots=True)
class Placed:
    """Words that stand elsewhere in the sentence and where a statement puts them: after this position.

    head: the word they hang on. before: a preposition to go with them. owner: they stand for "whose".
    """

    words: tuple[int, ...]
    head: Word
    after: int = AT_END
    before: tuple[int, ...] = ()
    owner: bool = False


@dataclass(slots=True)
class Loose:
    """A part to be read apart from the clause it stands in.

    node: its head. subject: the head of its subject, when that stands elsewhere. helpers: auxiliaries
    that do. placed: other words that do. drop: its words that only join it to the rest ("which").
    around: words beside it that do.
    repeated: words of the clause around it that it repeats.
    stays: the clause around it needs its words too. background: no verb of saying denies or doubts it.
    """

    node: Word
    subject: Word | None = None
    helpers: tuple[int, ...] = ()
    placed: tuple[Placed, ...] = ()
    form: str = "clause"
    around: set[int] = field(default_factory=set)
    drop: set[int] = field(default_factory=set)
    repeated: tuple[int, ...] = ()
    report: Reported | None = None
    read: bool = False  # its claim has been made already
    stays: bool = False
    background: bool = False


def is_set_off(first: Word) -> bool:
    """Tell whether a comma, dash or bracket stands before this word."""
    return first.text in SET_OFF or (first.i > 0 and first.doc[first.i - 1].text in SET_OFF)
