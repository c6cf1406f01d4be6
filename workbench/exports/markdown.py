"""Way out: the report as CommonMark, for a content system or a repository. What people wrote stays text."""

from workbench.domain.context import trim_after, trim_before
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
from workbench.exports.directions import set_apart
from workbench.exports.markdown_text import (
    emphasise_within,
    escape_block,
    escape_line,
    format_address,
    format_contact,
    indent_block,
    quote_block,
    write_with_notes,
)
from workbench.exports.marked_text import build_blocks
from workbench.exports.notices import describe_change, describe_notice, describe_text
from workbench.exports.tally import count_ratings, list_open, summarise
from workbench.exports.wording import (
    describe_blind,
    describe_distance,
    describe_gaps,
    describe_giving,
    describe_history,
    describe_label,
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
)

CODE = "markdown"
LABEL = "Markdown (text with headings)"
MEDIA_TYPE = "text/markdown; charset=utf-8"
EXTENSION = "md"


def render(record: ReportRecord) -> bytes:
    """The report as Markdown in UTF-8: CommonMark, with footnotes from the articles to the verdicts."""
    parts = [
        *_render_head(record),
        *_render_notice(record),
        *_render_summary(record),
        *_render_articles(record),
        *(["## Claims"] if record.claims else []),
        *(part for claim in record.claims for part in _render_claim(record, claim)),
        *_render_foot(record),
        *_render_notes(record),
    ]
    return ("\n\n".join(parts) + "\n").encode()


def _render_head(record: ReportRecord) -> list[str]:
    made = f"Made {format_moment(record.made_at, record.desk.time_zone)} by {record.made_by}"
    lines = [name_report(record), record.desk.name, made]
    return [f"# {escape_line(record.title)}", _list_lines(lines)]


def _render_summary(record: ReportRecord) -> list[str]:
    if not record.claims:
        return ["## Summary", *map(escape_line, summarise(record))]
    rows = [(count.text, count.claims) for count in count_ratings(record)]
    rows.append(("Open, no verdict yet", len(list_open(record))))
    table = [f"| {escape_line(text)} | {claims} |" for text, claims in rows]
    return [
        "## Summary",
        *map(escape_line, summarise(record)),
        "\n".join(["| Rating | Claims |", "| --- | --: |", *table]),
    ]


def _render_articles(record: ReportRecord) -> list[str]:
    parts = ["## Articles"] if record.articles else []
    for article in record.articles:
        facts = [article.outlet, article.author, format_day(article.published_on)]
        lines = [escape_line(fact) for fact in facts if fact]
        lines += [format_address(article.url)] if article.url else []
        lines.append(f"SHA-256 of the text: {escape_line(article.text_sha256)}")
        title = f"**{escape_line(article.reference)}** {escape_line(article.title)}"
        parts.append("\\\n".join([title, *lines]))
        parts += _render_text(record, article)
    return parts


def _render_text(record: ReportRecord, article: ArticleRecord) -> list[str]:
    """The article's words. Page furniture stays out, unless a claim was made of it."""
    blocks = build_blocks(article, record.claims)
    lines = (
        write_with_notes((piece.text, piece.ended) for piece in paragraph)
        for block in blocks
        if block.marked or not block.furniture
        for paragraph in block.paragraphs
    )
    return [quote_block(line) for line in lines if line]


def _render_notes(record: ReportRecord) -> list[str]:
    """What the notes in the articles' words lead to, for every claim that is said in one."""
    shown = {article.reference for article in record.articles}
    return [
        f"[^{number}]: {escape_line(f'Claim {claim.reference}, {claim.title}')}: {_name_outcome(claim)}."
        for number, claim in enumerate(record.claims, 1)
        if any(appearance.article in shown and appearance.slices for appearance in claim.appearances)
    ]


def _name_outcome(claim: ClaimRecord) -> str:
    return f"**{escape_line(claim.verdict.rating_text)}**" if claim.verdict else "open, no verdict yet"


def _render_notice(record: ReportRecord) -> list[str]:
    if record.notice is None:
        return []
    kind = record.notice.kind
    words = [describe_text(text) for text in record.notice.texts]
    words += [describe_change(change, kind) for change in record.notice.changes]
    changes = [f"- {escape_line(line)}" for line in words]
    told = [f"## {escape_line(describe_notice(record.notice))}", escape_block(record.notice.note)]
    return [*told, "\n".join(changes)] if changes else told


def _render_claim(record: ReportRecord, claim: ClaimRecord) -> list[str]:
    parts = [f"### {escape_line(claim.reference)}: {escape_line(claim.title)}", escape_block(claim.statement)]
    parts += [part for appearance in claim.appearances for part in _render_appearance(appearance)]
    parts += _render_verdict(record, claim.verdict)
    published = describe_published(claim, record.desk.time_zone)
    parts += [escape_line(published)] if published else []
    for title, entries in group_evidence(claim):
        parts += [f"**{title}**", "\n".join(_render_evidence(record, claim, entry) for entry in entries)]
    parts.extend(escape_line(gap) for gap in describe_gaps(claim))
    if claim.withheld_evidence:
        parts.append(f"Withheld evidence, not shown here: {claim.withheld_evidence}")
    if claim.others:
        parts += [
            "**Other fact-checkers’ verdicts**",
            "\n".join(_render_other(other) for other in claim.others),
        ]
    if claim.replies:
        parts += ["**Asked for comment**", *(_render_reply(reply) for reply in claim.replies)]
    return parts


def _render_appearance(appearance: AppearanceRecord) -> list[str]:
    said = (
        f"Said by {escape_line(join_claimants(appearance.attributions))} in {escape_line(appearance.article)}"
    )
    said += f", {escape_line(appearance.locator)}" if appearance.locator else ""
    if appearance.said_on:
        said += f" on {format_day(appearance.said_on)}"
    quote = emphasise_within(trim_before(appearance.prefix), appearance.quote, trim_after(appearance.suffix))
    return [f"{said}:", quote_block(quote)]


def _render_verdict(record: ReportRecord, verdict: VerdictRecord | None) -> list[str]:
    if verdict is None:
        return ["**Verdict: none yet.** This claim is open."]
    label = find_label(record, verdict)
    meaning = f" – {escape_line(label.definition)}" if label else ""
    confidence = (
        f"Confidence: {escape_line(verdict.confidence)}. {explain_confidence(verdict.confidence)}".strip()
    )
    given = escape_line(describe_giving(verdict, record.desk.time_zone))
    head = f"**Verdict: {escape_line(verdict.name)}**{meaning}"
    twice = [escape_line(words) for words in [describe_blind(verdict)] if words]
    return [f"{head}\\\n{confidence}", escape_block(verdict.reasoning), given, *twice]


def _render_reply(reply: ReplyRecord) -> str:
    told = escape_line(describe_reply(reply))
    return f"{told}\n\n{quote_block(escape_block(reply.answer))}" if reply.answer else told


def _render_evidence(record: ReportRecord, claim: ClaimRecord, entry: EvidenceRecord) -> str:
    meaning = explain_grade(entry.grade)
    facts = [
        f"**{escape_line(entry.source)}** ({escape_line(name_kind(entry.kind))})",
        f"grade {escape_line(entry.grade)}" + (f" ({meaning})" if meaning else ""),
        escape_line(entry.locator),
        escape_line(describe_position(entry)),
        escape_line(describe_distance(entry)),
        format_address(entry.url),
        f"published {format_day(entry.published_on)}" if entry.published_on else "",
        f"seen {format_moment(entry.accessed_at, record.desk.time_zone)}" if entry.accessed_at else "",
        f"kept {format_moment(entry.kept_at, record.desk.time_zone)}" if entry.kept_at else "",
        f"SHA-256 of what was kept {escape_line(entry.kept_sha256)}" if entry.kept_sha256 else "",
        f"file {escape_line(entry.file_name)}, SHA-256 {escape_line(entry.file_sha256)}"
        if entry.file_sha256
        else "",
        *(escape_line(mark) for mark in list_marks(claim, entry)),
    ]
    blocks = ["; ".join(fact for fact in facts if fact)]
    blocks += [quote_block(escape_block(entry.excerpt))] if entry.excerpt else []
    blocks += [escape_block(entry.note)] if entry.note else []
    return indent_block("\n\n".join(blocks), "- ")


def _render_other(other: OtherVerdictRecord) -> str:
    facts = [
        f"**{escape_line(other.publisher)}**: {escape_line(set_apart(other.rating))}",
        escape_line(describe_scale(other)),
        format_day(other.reviewed_on) if other.reviewed_on else "",
        format_address(other.url),
    ]
    return indent_block("; ".join(fact for fact in facts if fact), "- ")


def _render_foot(record: ReportRecord) -> list[str]:
    parts = ["## What the ratings mean"] if record.scales else []
    for scale in record.scales:
        labels = (f"- **{escape_line(v.text)}**: {escape_line(describe_label(v))}" for v in scale.labels)
        parts += [f"### {escape_line(scale.name)}, version {scale.version}", "\n".join(labels)]
    method = "\n\n".join(part for part in (record.desk.method, describe_signing(record)) if part)
    for title, text in (("Method", method), ("Corrections", record.desk.corrections)):
        parts += [f"## {title}", escape_block(text)] if text else []
    if record.desk.contact:
        parts += ["## Contact", format_contact(record.desk.contact)]
    return [*parts, "## History", f"{describe_history(record)} {escape_line(record.history_hash)}"]


def _list_lines(lines: list[str]) -> str:
    return "\\\n".join(escape_line(line) for line in lines if line)
