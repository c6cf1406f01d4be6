"""Read parsed English paragraphs in order, remembering who spoke, and give their claims."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.splitting.claims import Findings, make_claim, make_slices
from workbench.splitting.clauses import Draft, read_clauses
from workbench.splitting.dates import find_dates
from workbench.splitting.entities import find_entities
from workbench.splitting.modality import find_hedges
from workbench.splitting.pronouns import Frame
from workbench.splitting.quantities import find_quantities
from workbench.splitting.quotations import find_quoted, is_quoted
from workbench.splitting.records import Claim
from workbench.splitting.reporting import Report
from workbench.splitting.sentences import TOO_LONG, make_sentence_claim
from workbench.splitting.speakers import Memory, Speaker, read_speaker
from workbench.splitting.statements import make_statement
from workbench.splitting.tree import is_finite, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LONGEST_SENTENCE = 300  # tokens; beyond it a sentence is kept whole
_FEWEST_WORDS = 2


@dataclass(slots=True)
class Reader:
    """Holds what one paragraph must know of those before it."""

    published_on: datetime.date | None
    memory: Memory = field(default_factory=Memory)
    quoting: Speaker | None = None  # who speaks in a quotation the last paragraph left open
    _earlier: Speaker | None = None

    def read_paragraph(self, doc: Doc, base: int) -> Iterator[Claim]:
        """Give the claims of a paragraph that begins at offset `base`."""
        findings = self._find(doc, base)
        quoted, open_at_end = find_quoted(doc)
        self._earlier = None
        speaking = self.quoting if quoted and min(quoted) <= 1 else None
        for sentence in doc.sents:
            if len(sentence) > LONGEST_SENTENCE:
                claim = make_sentence_claim(sentence.text, base + sentence.start_char, TOO_LONG)
                if claim is not None:
                    yield claim
                continue
            drafts = read_clauses(sentence)
            for draft in drafts:
                speaking = self._note_speaker(draft, quoted) or speaking
            if not _is_question(sentence):
                for draft in drafts:
                    yield from self._read_draft(draft, quoted, speaking, findings, base)
            self._earlier = _main_subject(sentence.root) or self._earlier
        self.quoting = speaking if open_at_end else None

    def _find(self, doc: Doc, base: int) -> Findings:
        dates = find_dates(doc.text, base, self.published_on)
        return Findings(
            hedges=find_hedges(doc, base),
            quantities=find_quantities(doc, base, [date.slice for date in dates]),
            dates=dates,
            entities=find_entities(doc, base),
        )

    def _note_speaker(self, draft: Draft, quoted: set[int]) -> Speaker | None:
        """Remember who speaks; give the speaker when it is a quotation, which may run on."""
        if not draft.chain or draft.chain[-1].speaker is None:
            return None
        speaker = self._speaker(draft.chain[-1])
        return speaker if is_quoted(draft.keep, quoted) else None

    def _speaker(self, report: Report) -> Speaker | None:
        if report.speaker is None:
            return None
        speaker = self.memory.resolve(read_speaker(report.speaker))
        return speaker

    def _read_draft(
        self, draft: Draft, quoted: set[int], speaking: Speaker | None, findings: Findings, base: int
    ) -> Iterator[Claim]:
        if not make_slices(draft.head.doc, draft, base):
            return
        direct = is_quoted(draft.keep, quoted)
        speakers = [self._speaker(report) for report in draft.chain]
        if direct and not draft.chain and speaking is not None:  # the quotation goes on without another "said"
            draft.chain, speakers = (Report(draft.head, ()),), [speaking]
        speaker = speakers[-1] if speakers else None
        pieces = make_statement(draft, Frame(speaker, direct, self._earlier))
        if sum(any(sign.isalpha() for sign in piece.text) for piece in pieces) < _FEWEST_WORDS:
            return
        yield make_claim(draft, pieces, speakers, "direct" if direct else "indirect", findings, base)
        for known in speakers:
            if known is not None and not known.read_from and known.name.lower() not in {"it", "they", "he", "she"}:
                self.memory.add(known)
        subject = _main_subject(draft.head)
        if subject is not None and not draft.chain:
            self._earlier = subject


def _main_subject(head: Token) -> Speaker | None:
    """Give a finite verb's subject as something a later pronoun can mean."""
    subject = own_subject(head)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or not is_finite(head):
        return None
    return read_speaker(subject)


def _is_question(sentence: Span) -> bool:
    return sentence.text.rstrip("\"'”’»)] \t").endswith("?")
