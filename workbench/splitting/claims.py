"""Turn a clause into a claim: slices, quote, statement, title and everything found in its words."""
# ruff: noqa: RUF001 - typographic quotation marks are data here

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.findings.hedges import EVIDENTIALS, HEDGE_WORDS, choose_hedges, is_musing
from workbench.splitting.judgement.kinds import judge_kind
from workbench.splitting.judgement.modality import judge_modality
from workbench.splitting.judgement.negation import is_denied
from workbench.splitting.judgement.signs import read_signs
from workbench.splitting.judgement.worthiness import weigh
from workbench.splitting.parsing.parsed import Paragraph
from workbench.splitting.parsing.tree import own_subject, spans
from workbench.splitting.records import (
    QUOTE_JOINER,
    Attribution,
    Claim,
    Claimant,
    DateMention,
    Entity,
    Mention,
    Quantity,
    Slice,
)
from workbench.splitting.statements.pieces import Piece, join, list_additions
from workbench.splitting.statements.silence import find_inner_connectives, find_silent
from workbench.splitting.statements.titles import make_title

_EDGE_MARKS = "\"'“”„«»‘’,;:–—-()[]*•"


class _Placed(Protocol):
    @property
    def slice(self) -> Slice: ...


_Found = TypeVar("_Found", bound=_Placed)


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a paragraph, in article offsets."""

    hedges: Sequence[Mention]
    quantities: Sequence[Quantity]
    dates: Sequence[DateMention]
    entities: Sequence[Entity]


def make_claim(
    draft: Draft,
    pieces: list[Piece],
    speakers: Sequence[Speaker | None],
    manner: str,
    findings: Findings,
    base: int,
) -> Claim:
    """Assemble a claim; `base` is the paragraph's offset and `speakers` go with the draft's chain."""
    doc = draft.head.doc
    slices = make_slices(doc, draft, base)
    attribution = _make_attribution(doc, draft, speakers, manner, base)
    hedges = choose_hedges(draft, _inside(findings.hedges, slices), base)
    hedges = tuple(sorted({*hedges, *_cue_hedges(doc, draft, base)}, key=lambda hedge: hedge.slice))
    quantities, dates = _inside(findings.quantities, slices), _inside(findings.dates, slices)
    entities = _inside(findings.entities, slices)
    places = tuple(entity for entity in entities if entity.label == "place")
    modality = judge_modality(draft, bool(hedges), manner == "direct")
    kind = judge_kind(draft, modality, quantities, base)
    statement = join(pieces)
    score, reasons = weigh(
        read_signs(draft, statement, entities, quantities, dates, attribution, modality, kind)
    )
    return Claim(
        title=make_title(pieces, draft.head),
        statement=statement,
        slices=slices,
        quote=QUOTE_JOINER.join(doc.text[start - base : end - base] for start, end in slices),
        claimant=attribution[-1].claimant if attribution else None,
        attribution=attribution,
        modality=modality,
        negated=is_denied(draft),
        hedges=hedges,
        quantities=quantities,
        dates=dates,
        places=places,
        entities=tuple(entity for entity in entities if entity.label != "place"),
        kind=kind,
        check_worthiness=score,
        reasons=reasons + _note_resolved(speakers),
        additions=list_additions(pieces),
    )


def make_slices(doc: Paragraph, draft: Draft, base: int) -> tuple[Slice, ...]:
    """Give the runs of a draft's words as offsets, without loose marks at their ends."""
    bridged = _trim_silent(doc, draft)
    for i in range(min(bridged), max(bridged) + 1):
        if i - 1 in bridged and (doc[i].is_space or (doc[i].text == "," and i + 1 in bridged)):
            bridged.add(i)
    found = []
    for first, last in spans(bridged):
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        trimmed = _trim(doc.text, start, end)
        if trimmed is not None:
            found.append((base + trimmed[0], base + trimmed[1]))
    return tuple(found)


def _trim_silent(doc: Paragraph, draft: Draft) -> set[int]:
    """Leave "that" or "however" off the ends of a quote; a hedge there ("Reportedly, …") is kept."""
    silent = {i for i in find_silent(draft) if doc[i].lower_ not in EVIDENTIALS}
    silent -= {i for n in draft.keep if is_musing(doc[n]) for i in doc[n].reach}
    kept = sorted(draft.keep)
    pronoun = own_subject(draft.head)
    if draft.subject is not None and pronoun is not None:
        silent.add(pronoun.i)  # "which"
    while len(kept) > 1 and kept[0] in silent:
        kept.pop(0)
    return {*kept, *draft.shared} - find_inner_connectives(draft)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    opening = piece.lstrip(" \t\xa0" + _EDGE_MARKS)
    closing = piece.rstrip(" \t\xa0.!…" + _EDGE_MARKS)
    left, right = start + len(piece) - len(opening), start + len(closing)
    if text[right:end].startswith(")") and text.count("(", left, right) > text.count(")", left, right):
        right += 1
    return (left, right) if right > left and any(sign.isalnum() for sign in text[left:right]) else None


def _inside(found: Iterable[_Found], slices: Sequence[Slice]) -> tuple[_Found, ...]:
    return tuple(
        item
        for item in found
        if any(start <= item.slice[0] and item.slice[1] <= end for start, end in slices)
    )


def _make_attribution(
    doc: Paragraph, draft: Draft, speakers: Sequence[Speaker | None], manner: str, base: int
) -> tuple[Attribution, ...]:
    steps = []
    for index, (report, speaker) in enumerate(zip(draft.chain, speakers, strict=True)):
        if speaker is None:
            continue
        place = (base + speaker.start, base + speaker.end) if speaker.end > speaker.start else None
        claimant = Claimant(speaker.name, place)
        last = index == len(draft.chain) - 1
        how = report.manner or (manner if last else "indirect")
        steps.append(Attribution(claimant, _cue(doc, report.cue, base), how))
    return tuple(steps)


def _cue(doc: Paragraph, cue: tuple[int, ...], base: int) -> Mention | None:
    """Give the cue's words in one stretch; of a broken one its longest part."""
    if not cue:
        return None
    first, last = max(
        spans(cue), key=lambda span: doc[span[1] - 1].idx + len(doc[span[1] - 1]) - doc[span[0]].idx
    )
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    return Mention(doc.text[start:end], (base + start, base + end))


def _cue_hedges(doc: Paragraph, draft: Draft, base: int) -> list[Mention]:
    """A verb like "suspects" hedges what it reports, and so does a speaker unnamed or "unconfirmed"."""
    hedging = [report for report in draft.chain if report.modality == "hedged" or report.speaker is None]
    cues = [cue for report in hedging if (cue := _cue(doc, report.cue, base)) is not None]
    speakers = [report.speaker for report in draft.chain if report.speaker is not None]
    unsure = [word.i for speaker in speakers for word in speaker.lefts if word.lower_ in HEDGE_WORDS]
    return cues + [cue for i in unsure if (cue := _cue(doc, (i,), base)) is not None]


def _note_resolved(speakers: Sequence[Speaker | None]) -> tuple[str, ...]:
    return tuple(
        f"speaker read from “{speaker.read_from}”"
        for speaker in speakers
        if speaker is not None and speaker.read_from
    )
