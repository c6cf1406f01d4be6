"""A report as a sequence of blocks, for formats that are laid out on pages. Not a format of its own.

A block is a kind and runs of words; how each looks is the format's own affair. Nothing here is markup: the
text of a run is what a reader sees.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.domain.context import trim_after, trim_before
from workbench.domain.pictures import Picture
from workbench.domain.records import (
    AppearanceRecord,
    ArticleRecord,
    ClaimRecord,
    EvidenceRecord,
    OtherVerdictRecord,
    ReplyRecord,
    ReportRecord,
    VerdictRecord,
)
from workbench.exports.dates import format_day, format_moment
from workbench.exports.links import find_contact_link, find_link
from workbench.exports.marked_text import Mark, Piece, build_blocks
from workbench.exports.notices import describe_change, describe_notice
from workbench.exports.pictures import draw_mix, draw_published
from workbench.exports.tally import count_ratings, list_open, summarise
from workbench.exports.wording import (
    describe_blind,
    describe_distance,
    describe_gaps,
    describe_position,
    describe_published,
    describe_reply,
    describe_scale,
    describe_signing,
    explain_confidence,
    explain_grade,
    find_label,
    group_evidence,
    join_claimants,
    list_marks,
    name_kind,
    name_report,
    name_signature,
)


@dataclass(frozen=True, slots=True)
class Run:
    """Some words. `link` leads out, `target` to a block's `anchor`; `look` is strong, muted, code, badge or
    empty; `colour` a rating's token; `marks` the colours of the claims on the words of an article, outermost
    first; `note` is the text of a footnote that stands behind the words."""

    text: str
    look: str = ""
    link: str = ""
    target: str = ""
    colour: str = ""
    marks: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """`kind`: title, heading, text, small, lead (stands before a quote), quote, item, fact, article, aside,
    verdict or picture. `level` is a heading's, `term` a fact's name, `language` that of foreign words;
    `inner` blocks belong to the item before them; `picture` is what a picture shows, and then the runs say it
    in words."""

    kind: str
    runs: tuple[Run, ...]
    level: int = 0
    anchor: str = ""
    term: str = ""
    language: str = ""
    picture: Picture | None = None
    inner: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def right_to_left(self) -> bool:
        return starts_right_to_left(self.text)


def starts_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left, as browsers decide it."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind in {"R", "AL"} for kind in kinds if kind in {"L", "R", "AL"}), False)


def build_paper(record: ReportRecord) -> Iterator[Block]:
    """The blocks of the whole report. Raises ValueError for a slice outside its article's text."""
    yield from _build_head(record)
    yield from _build_summary(record)
    for article in record.articles:
        yield from _build_article(record, article)
    if record.claims:
        yield _heading("Claims and verdicts", 1)
        for number, claim in enumerate(record.claims, 1):
            yield from _build_claim(record, number, claim)
    yield from _build_foot(record)


def _build_head(record: ReportRecord) -> Iterator[Block]:
    yield _block("small", Run(record.desk.name, "strong"))
    yield _block("title", Run(record.title))
    made = f"made {format_moment(record.made_at, record.desk.time_zone)} by {record.made_by}"
    yield _block("small", Run(name_report(record), "strong"), Run(f" {made}"))
    if record.notice:
        yield _block("verdict", Run(describe_notice(record.notice), "strong"))
        yield from _paragraphs("text", record.notice.note)
        for change in record.notice.changes:
            yield _block("item", Run(describe_change(change)))


def _build_summary(record: ReportRecord) -> Iterator[Block]:
    yield _heading("Summary", 1)
    yield _block("text", Run(summarise(record)))
    picture = draw_mix(record, painted=True)
    if picture:
        yield _picture(picture)
    for count in count_ratings(record):
        yield _block("item", Run(count.text, "badge", colour=count.colour), Run(f" {count.claims}"))
    unrated = list_open(record)
    if unrated:
        names = [Run(claim.reference, target=claim.reference) for claim in unrated]
        yield _block("text", Run("Open, no verdict yet: "), *_join(names))


def _build_article(record: ReportRecord, article: ArticleRecord) -> Iterator[Block]:
    yield _heading(f"{article.reference} {article.title}", 1, article.reference)
    facts = (article.outlet, article.author, format_day(article.published_on))
    yield _block("small", Run(" · ".join(fact for fact in facts if fact)))
    if article.url:
        yield _block("small", _address(article.url))
    for block in build_blocks(article, record.claims):
        if block.furniture:
            yield _block("small", Run("Page furniture, not part of the article:", "muted"))
        for paragraph in block.paragraphs:
            runs = tuple(run for piece in paragraph for run in _read_piece(record, piece))
            yield Block("aside" if block.furniture else "article", runs, language=article.language)
    yield _block("small", Run("SHA-256 of this text: "), Run(article.text_sha256, "code"))


def _read_piece(record: ReportRecord, piece: Piece) -> Iterator[Run]:
    yield Run(piece.text, marks=tuple(_name_colour(mark) for mark in piece.marks))
    for number in piece.ended:
        claim = record.claims[number - 1]
        rating = claim.verdict.rating_text if claim.verdict else "open, no verdict yet"
        note = f"{claim.reference} {claim.title}: {rating}"
        yield Run(str(number), "number", target=claim.reference, note=note)


def _name_colour(mark: Mark) -> str:
    return mark.claim.verdict.colour if mark.claim.verdict else "none"


def _build_claim(record: ReportRecord, number: int, claim: ClaimRecord) -> Iterator[Block]:
    yield _heading(f"{number} · {claim.reference} {claim.title}", 2, claim.reference)
    first = next(iter(claim.appearances), None)
    languages = {article.reference: article.language for article in record.articles}
    language = languages.get(first.article, "") if first else ""
    yield Block("text", (Run(claim.statement),), language=language)
    for appearance in claim.appearances:
        yield from _build_appearance(appearance, languages.get(appearance.article, language))
    yield from _build_verdict(record, claim.verdict)
    yield from _build_published(record, claim)
    for gap in describe_gaps(claim):
        yield _block("small", Run(gap))
    for title, entries in group_evidence(claim):
        yield _heading(title, 3)
        for entry in entries:
            head, *rest = _build_evidence(record, claim, entry)
            yield head
            yield from (replace(block, inner=True) for block in rest)
    if claim.others:
        yield _heading("Other fact-checkers’ verdicts", 3)
        yield from map(_build_other, claim.others)
    if claim.replies:
        yield _heading("Asked for comment", 3)
        for reply in claim.replies:
            yield from _build_reply(reply)
    if claim.withheld_evidence:
        yield _block("small", Run(f"Evidence withheld to protect its sources: {claim.withheld_evidence}"))


def _build_appearance(appearance: AppearanceRecord, language: str) -> Iterator[Block]:
    said = f"Said by {join_claimants(appearance.attributions)}"
    said += f" on {format_day(appearance.said_on)}" if appearance.said_on else ""
    where = f", {appearance.locator}:" if appearance.locator else ":"
    yield _block("lead", Run(f"{said} in "), Run(appearance.article, target=appearance.article), Run(where))
    runs = (
        Run(trim_before(appearance.prefix), "muted"),
        Run(appearance.quote, "strong"),
        Run(trim_after(appearance.suffix), "muted"),
    )
    yield Block("quote", tuple(run for run in runs if run.text), language=language)


def _build_verdict(record: ReportRecord, verdict: VerdictRecord | None) -> Iterator[Block]:
    if verdict is None:
        badge = Run("Open", "badge", colour="none")
        yield _block("verdict", Run("Verdict: "), badge, Run(" This claim has no verdict yet.", "muted"))
        return
    label = find_label(record, verdict)
    meaning = f" {label.definition}" if label else ""
    yield _block(
        "verdict",
        Run("Verdict: "),
        Run(verdict.rating_text, "badge", colour=verdict.colour),
        Run(meaning, "muted"),
    )
    confidence = Run(verdict.confidence.capitalize(), "strong")
    meaning = explain_confidence(verdict.confidence)
    yield _block("text", Run("Confidence: "), confidence, Run(f" {meaning}", "muted"))
    if verdict.conclusion:
        yield _block("text", Run(verdict.conclusion, "strong"))
    yield from _paragraphs("text", verdict.reasoning)
    zone = record.desk.time_zone
    signed = f", {format_moment(verdict.signed.at, zone)}" if verdict.signed else ""
    given = f"Given by {verdict.author}, {format_moment(verdict.at, zone)}; {name_signature(verdict.signed)}"
    yield _block("small", Run(f"{given}{signed}."))
    if verdict.blind:
        yield _block("small", Run(describe_blind(verdict)))


def _build_published(record: ReportRecord, claim: ClaimRecord) -> Iterator[Block]:
    picture = draw_published(claim, painted=True)
    if picture:
        yield _picture(picture)
        yield _block("small", Run(describe_published(claim, record.desk.time_zone)))


def _build_evidence(record: ReportRecord, claim: ClaimRecord, entry: EvidenceRecord) -> Iterator[Block]:
    zone = record.desk.time_zone
    meaning = explain_grade(entry.grade)
    yield _block(
        "item",
        Run(entry.source, "strong"),
        Run(f" {name_kind(entry.kind)}, grade {entry.grade}" + (f" ({meaning})" if meaning else "")),
    )
    for mark in list_marks(claim, entry):
        yield _block("small", Run(f"{mark[0].upper()}{mark[1:]}."))
    yield from _paragraphs("quote", entry.excerpt)
    yield from _paragraphs("text", entry.note)
    facts: dict[str, Sequence[Run]] = {
        "Where in it": _words(entry.locator),
        "Address": [_address(entry.url)] if entry.url else [],
        "Position": _words(describe_position(entry)),
        "Distance": _words(describe_distance(entry)),
        "Published": _words(format_day(entry.published_on)),
        "Seen": _words(format_moment(entry.accessed_at, zone) if entry.accessed_at else ""),
        "Kept": [Run(format_moment(entry.kept_at, zone) + ", SHA-256 "), Run(entry.kept_sha256, "code")]
        if entry.kept_at
        else [],
        "File": [Run(f"{entry.file_name}, SHA-256 "), Run(entry.file_sha256, "code")]
        if entry.file_sha256
        else [],
    }
    for term, runs in facts.items():
        if runs:
            yield Block("fact", tuple(runs), term=term)


def _build_other(other: OtherVerdictRecord) -> Block:
    facts = [describe_scale(other), format_day(other.reviewed_on)]
    told = "".join(f"; {fact}" for fact in facts if fact)
    return _block(
        "item", Run(other.publisher, "strong"), Run(f": {other.rating}{told}; "), _address(other.url)
    )


def _build_reply(reply: ReplyRecord) -> Iterator[Block]:
    yield _block("text", Run(describe_reply(reply)))
    yield from _paragraphs("quote", reply.answer)


def _build_foot(record: ReportRecord) -> Iterator[Block]:
    for scale in record.scales:
        yield _heading("What the ratings mean", 1)
        yield _block("small", Run(f"{scale.name}, version {scale.version}"))
        for label in scale.labels:
            yield _block(
                "item", Run(label.text, "badge", colour=label.colour), Run(f" {label.definition}", "muted")
            )
    method = "\n\n".join(part for part in (record.desk.method, describe_signing(record)) if part)
    for title, text in (("Method", method), ("Corrections", record.desk.corrections)):
        if text.strip():
            yield _heading(title, 1)
            yield from _paragraphs("text", text)
    if record.desk.contact:
        yield _heading("Contact", 1)
        shown = record.desk.contact.removeprefix("mailto:")
        yield _block("text", Run(shown, link=find_contact_link(record.desk.contact) or ""))
    yield _heading("History", 1)
    told = "When this report was made, the newest entry of the desk’s history was number "
    yield _block("text", Run(f"{told}{record.history_seq}: "), Run(record.history_hash, "code"))


def _picture(picture: Picture) -> Block:
    return Block("picture", (Run(picture.words),), picture=picture)


def _heading(text: str, level: int, anchor: str = "") -> Block:
    return Block("heading", (Run(text),), level=level, anchor=anchor)


def _block(kind: str, *runs: Run) -> Block:
    return Block(kind, tuple(run for run in runs if run.text))


def _paragraphs(kind: str, text: str) -> Iterator[Block]:
    for line in text.splitlines():
        if line.strip():
            yield _block(kind, Run(line))


def _words(text: str) -> list[Run]:
    return [Run(text)] if text else []


def _address(url: str) -> Run:
    return Run(url, link=find_link(url) or "")


def _join(runs: Sequence[Run]) -> Iterator[Run]:
    for place, run in enumerate(runs):
        if place:
            yield Run(", ")
        yield run
