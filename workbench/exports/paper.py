"""A report as a sequence of blocks, for formats that are laid out on pages. Not a format of its own.

A block is a kind and runs of words; how each looks is the format's own affair. Nothing here is markup: the
text of a run is what a reader sees.
"""

from collections.abc import Iterator

from workbench.domain.records import (
    ArticleRecord,
    ReportRecord,
)
from workbench.exports.dates import format_day, format_moment
from workbench.exports.directions import set_apart
from workbench.exports.links import find_contact_link
from workbench.exports.marked_text import Mark, Piece, build_blocks
from workbench.exports.notices import describe_change, describe_notice, describe_text
from workbench.exports.paper_blocks import (
    Block,
    Run,
    join_runs,
    make_address,
    make_block,
    make_heading,
    make_paragraphs,
    make_picture,
)
from workbench.exports.paper_claims import build_claim
from workbench.exports.pictures import draw_mix
from workbench.exports.tally import count_ratings, list_open, summarise
from workbench.exports.wording import (
    describe_history,
    describe_label,
    describe_signing,
    name_report,
)


def build_paper(record: ReportRecord) -> Iterator[Block]:
    """The blocks of the whole report. Raises ValueError for a slice outside its article's text."""
    yield from _build_head(record)
    yield from _build_summary(record)
    for article in record.articles:
        yield from _build_article(record, article)
    if record.claims:
        yield make_heading("Claims and verdicts", 1)
        for number, claim in enumerate(record.claims, 1):
            yield from build_claim(record, number, claim)
    yield from _build_foot(record)


def _build_head(record: ReportRecord) -> Iterator[Block]:
    yield make_block("small", Run(record.desk.name, "strong"))
    yield make_block("title", Run(record.title))
    made = f"made {format_moment(record.made_at, record.desk.time_zone)} by {record.made_by}"
    yield make_block("small", Run(name_report(record), "strong"), Run(f" {made}"))
    if record.notice:
        yield make_block("verdict", Run(describe_notice(record.notice), "strong"))
        yield from make_paragraphs("text", record.notice.note)
        for text in record.notice.texts:
            yield make_block("item", Run(describe_text(text)))
        for change in record.notice.changes:
            yield make_block("item", Run(describe_change(change, record.notice.kind)))


def _build_summary(record: ReportRecord) -> Iterator[Block]:
    yield make_heading("Summary", 1)
    for paragraph in summarise(record):
        yield make_block("text", Run(paragraph))
    picture = draw_mix(record, painted=True)
    if picture:
        yield make_picture(picture)
    for count in count_ratings(record):
        yield make_block(
            "item", Run(set_apart(count.text), "badge", colour=count.colour), Run(f" {count.claims}")
        )
    unrated = list_open(record)
    if unrated:
        names = [Run(claim.reference, target=claim.reference) for claim in unrated]
        yield make_block("text", Run("Open, no verdict yet: "), *join_runs(names))


def _build_article(record: ReportRecord, article: ArticleRecord) -> Iterator[Block]:
    yield make_heading(f"{article.reference} {article.title}", 1, article.reference)
    facts = (article.outlet, article.author, format_day(article.published_on))
    yield make_block("small", Run(" · ".join(set_apart(fact) for fact in facts if fact)))
    if article.url:
        yield make_block("small", make_address(article.url))
    for block in build_blocks(article, record.claims):
        if block.furniture:
            yield make_block("small", Run("Page furniture, not part of the article:", "muted"))
        for paragraph in block.paragraphs:
            runs = tuple(run for piece in paragraph for run in _read_piece(record, piece))
            yield Block("aside" if block.furniture else "article", runs, language=article.language)
    yield make_block("small", Run("SHA-256 of this text: "), Run(article.text_sha256, "code"))


def _read_piece(record: ReportRecord, piece: Piece) -> Iterator[Run]:
    yield Run(piece.text, marks=tuple(_name_colour(mark) for mark in piece.marks))
    for number in piece.ended:
        claim = record.claims[number - 1]
        rating = claim.verdict.rating_text if claim.verdict else "open, no verdict yet"
        note = f"{claim.reference} {claim.title}: {rating}"
        yield Run(str(number), "number", target=claim.reference, note=note)


def _name_colour(mark: Mark) -> str:
    return mark.claim.verdict.colour if mark.claim.verdict else "none"


def _build_foot(record: ReportRecord) -> Iterator[Block]:
    if record.scales:
        yield make_heading("What the ratings mean", 1)
    for scale in record.scales:
        yield make_heading(f"{scale.name}, version {scale.version}", 2)
        for label in scale.labels:
            badge = Run(label.text, "badge", colour=label.colour)
            yield make_block("item", badge, Run(f" {describe_label(label)}", "muted"))
    method = "\n\n".join(part for part in (record.desk.method, describe_signing(record)) if part)
    for title, text in (("Method", method), ("Corrections", record.desk.corrections)):
        if text.strip():
            yield make_heading(title, 1)
            yield from make_paragraphs("text", text)
    if record.desk.contact:
        yield make_heading("Contact", 1)
        shown = record.desk.contact.removeprefix("mailto:")
        yield make_block("text", Run(shown, link=find_contact_link(record.desk.contact) or ""))
    yield make_heading("History", 1)
    yield make_block("text", Run(f"{describe_history(record)} "), Run(record.history_hash, "code"))
