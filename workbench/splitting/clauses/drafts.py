"""One clause on its way to a claim."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.splitting.attributions.content import Report
from workbench.splitting.clauses.loose import Placed
from workbench.splitting.parsing.parsed import Word


@dataclass(slots=True)
class Draft:
    """One clause on its way to a claim; numbers are token positions in its paragraph.

    keep: its own words. shared: words of another clause that belong to its quote too: a subject,
    an auxiliary, a place. subject: the head of a subject that stands elsewhere, subject_words all of it.
    helpers: auxiliaries that stand elsewhere. placed: other words that do. chain: the acts of saying,
    outermost first. form: see reporting.Content; besides "participle" and "apposition".
    background: no verb of saying denies or doubts it.
    """

    head: Word
    form: str
    keep: set[int]
    chain: tuple[Report, ...] = ()
    subject: Word | None = None
    subject_words: tuple[int, ...] = ()
    helpers: tuple[int, ...] = ()
    placed: tuple[Placed, ...] = ()
    shared: frozenset[int] = frozenset()
    background: bool = False

    @property
    def quoted(self) -> set[int]:
        return self.keep | self.shared

    @property
    def stance(self) -> str | None:
        """What the innermost verb of saying makes of it: a denial, an opinion."""
        return self.chain[-1].modality if self.chain and not self.background else None
