"""An act of saying that a claim comes from, and what was said."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.splitting.parsing.parsed import Word


@dataclass(frozen=True, slots=True)
class Report:
    """One act of saying, in token positions of its paragraph.

    speaker: the head of the speaker's noun phrase, or None when the text names nobody ("the claim that …").
    cue: positions of the words that say so. modality: what this verb makes of the claim, if anything.
    manner: one of records.MANNERS, where the layout shows it rather than the sentence.
    """

    speaker: Word | None
    cue: tuple[int, ...]
    modality: str | None = None
    past: bool = False
    manner: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What was said, and how its words must be restated to stand alone.

    form: clause (stands as it is), passive ("destroying X"), perfect ("of aiding X", needs `subject`),
    infinitive ("to have taken X"), amount ("put X at six"), exists (a bare noun), blame ("for X"), small
    ("were reported killed"), demand ("X to leave"), promise ("to leave"), naming ("(called) X a disgrace").
    Of bare nouns also: needed ("an inquiry"), coming ("aid"), absent ("any loss"), untrue ("the charge"),
    held ("responsibility"), received ("(promised) X shells"), faulted ("a shortage").
    """

    form: str
    node: Word
    subject: Word | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """inner: those whose words the speaker gives ("said, citing the service, that …"), outermost first."""

    report: Report
    content: Content
    inner: tuple[Report, ...] = ()
