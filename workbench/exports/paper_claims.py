"""A claim on paper: where it was said, its verdict, and what that stands on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.domain.context import trim_after, trim_before
from workbench.domain.records import (
    AppearanceRecord,
    ClaimRecord,
    EvidenceRecord,
    OtherVerdictRecord,
    ReplyRecord,
    ReportRecord,
    VerdictRecord,
)
from workbench.exports.dates import format_day, format_moment
from workbench.exports.directions import set_apart
from workbench.exports.paper_blocks import (
    Block,
    Run,
    make_address,
    make_block,
    make_heading,
    make_paragraphs,
    make_picture,
    make_words,
)
from workbench.exports.pictures import draw_published
from workbench.exports.wording import (
    describe_blind,
    describe_distance,
    describe_gaps,
    describe_giving,
    describe_position,
    describe_published,
    describe_reply,
    describe_scale,
    explain_confidence,
    explain_grade,
    find_label,
    group_evidence,
    join_claimants,
    list_marks,
    name_kind,
)


def build_claim(record: ReportRecord, number: int, claim: ClaimRecord) -> Iterator[Block]:
    """The blocks of one claim, with its verdict and all that it stands on."""
    yield make_heading(f"{number} · {claim.reference} {claim.title}", 2, claim.reference)
    first = next(iter(claim.appearances), None)
    languages = {article.reference: article.language for article in record.articles}
    language = languages.get(first.article, "") if first else ""
    yield Block("text", (Run(claim.statement),), language=language)
    for appearance in claim.appearances:
        yield from _build_appearance(appearance, languages.get(appearance.article, language))
    yield from _build_verdict(record, claim.verdict)
    yield from _build_published(record, claim)
    for gap in describe_gaps(claim):
        yield make_block("small", Run(gap))
    for title, entries in group_evidence(claim):
        yield make_heading(title, 3)
        for entry in entries:
            head, *rest = _build_evidence(record, claim, entry)
            yield head
            yield from (replace(block, inner=True) for block in rest)
    if claim.others:
        yield make_heading("Other fact-checkers’ verdicts", 3)
        yield from map(_build_other, claim.others)
    if claim.replies:
        yield make_heading("Asked for comment", 3)
        for reply in claim.replies:
            yield from _build_reply(reply)
    if claim.withheld_evidence:
        yield make_block("small", Run(f"Evidence withheld to protect its sources: {claim.withheld_evidence}"))


def _build_appearance(appearance: AppearanceRecord, language: str) -> Iterator[Block]:
    said = f"Said by {join_claimants(appearance.attributions)}"
    said += f" on {format_day(appearance.said_on)}" if appearance.said_on else ""
    where = f", {appearance.locator}:" if appearance.locator else ":"
    yield make_block(
        "lead", Run(f"{said} in "), Run(appearance.article, target=appearance.article), Run(where)
    )
    runs = (
        Run(trim_before(appearance.prefix), "muted"),
        Run(appearance.quote, "strong"),
        Run(trim_after(appearance.suffix), "muted"),
    )
    yield Block("quote", tuple(run for run in runs if run.text), language=language)


def _build_verdict(record: ReportRecord, verdict: VerdictRecord | None) -> Iterator[Block]:
    if verdict is None:
        badge = Run("Open", "badge", colour="none")
        yield make_block("verdict", Run("Verdict: "), badge, Run(" This claim has no verdict yet.", "muted"))
        return
    label = find_label(record, verdict)
    meaning = f" {label.definition}" if label else ""
    yield make_block(
        "verdict",
        Run("Verdict: "),
        Run(verdict.rating_text, "badge", colour=verdict.colour),
        Run(meaning, "muted"),
    )
    confidence = Run(verdict.confidence.capitalize(), "strong")
    meaning = explain_confidence(verdict.confidence)
    yield make_block("text", Run("Confidence: "), confidence, Run(f" {meaning}", "muted"))
    if verdict.conclusion:
        yield make_block("text", Run(verdict.conclusion, "strong"))
    yield from make_paragraphs("text", verdict.reasoning)
    yield make_block("small", Run(describe_giving(verdict, record.desk.time_zone)))
    if verdict.blind:
        yield make_block("small", Run(describe_blind(verdict)))


def _build_published(record: ReportRecord, claim: ClaimRecord) -> Iterator[Block]:
    picture = draw_published(claim, record.desk.time_zone, painted=True)
    if picture:
        yield make_picture(picture)
        yield make_block("small", Run(describe_published(claim, record.desk.time_zone)))


def _build_evidence(record: ReportRecord, claim: ClaimRecord, entry: EvidenceRecord) -> Iterator[Block]:
    zone = record.desk.time_zone
    meaning = explain_grade(entry.grade)
    yield make_block(
        "item",
        Run(entry.source, "strong"),
        Run(f" {name_kind(entry.kind)}, grade {entry.grade}" + (f" ({meaning})" if meaning else "")),
    )
    for mark in list_marks(claim, entry):
        yield make_block("small", Run(f"{mark[0].upper()}{mark[1:]}."))
    yield from make_paragraphs("quote", entry.excerpt)
    yield from make_paragraphs("text", entry.note)
    facts: dict[str, Sequence[Run]] = {
        "Where in it": make_words(entry.locator),
        "Address": [make_address(entry.url)] if entry.url else [],
        "Position": make_words(describe_position(entry)),
        "Distance": make_words(describe_distance(entry)),
        "Published": make_words(format_day(entry.published_on)),
        "Seen": make_words(format_moment(entry.accessed_at, zone) if entry.accessed_at else ""),
        "Kept": _make_hash(format_moment(entry.kept_at, zone) if entry.kept_at else "", entry.kept_sha256),
        "File": _make_hash(entry.file_name, entry.file_sha256),
    }
    for term, runs in facts.items():
        if runs:
            yield Block("fact", tuple(runs), term=term)


def _make_hash(words: str, sha256: str) -> list[Run]:
    """What is kept, with its digest where there is one."""
    return [Run(f"{words}, SHA-256 "), Run(sha256, "code")] if words and sha256 else make_words(words)


def _build_other(other: OtherVerdictRecord) -> Block:
    facts = [describe_scale(other), format_day(other.reviewed_on)]
    told = "".join(f"; {fact}" for fact in facts if fact)
    return make_block(
        "item",
        Run(other.publisher, "strong"),
        Run(f": {set_apart(other.rating)}{told}; "),
        make_address(other.url),
    )


def _build_reply(reply: ReplyRecord) -> Iterator[Block]:
    yield make_block("text", Run(describe_reply(reply)))
    yield from make_paragraphs("quote", reply.answer)
