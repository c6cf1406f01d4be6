"""A claim as one row of a table: the columns of the CSV file, in their lasting order.

A report in place of another one has rows for the claims that it holds no more, too: what it takes back is
told in its file, and a retraction's file says what it is.
"""

from collections.abc import Callable, Iterator, Sequence

from workbench.domain.evidence import Stance
from workbench.domain.records import (
    ArticleRecord,
    ChangeRecord,
    ClaimRecord,
    ReportRecord,
    ReviewRecord,
    VerdictRecord,
)
from workbench.domain.report_kinds import ReportKind
from workbench.exports.dates import format_utc
from workbench.exports.directions import join_again
from workbench.exports.notices import describe_text, describe_turn
from workbench.exports.wording import (
    describe_other,
    describe_position,
    describe_reply,
    first_appearance,
    join_claimants,
)

# Where a claim has several appearances, the row shows the first one.
_CLAIM: dict[str, Callable[[ClaimRecord], str]] = {
    "claim": lambda c: c.reference,
    "claim_version": lambda c: str(c.version),
    "title": lambda c: c.title,
    "statement": lambda c: c.statement,
    "status": lambda c: c.status,
    "kind": lambda c: c.kind,
    "origin": lambda c: c.origin,
    "claimant": lambda c: c.claimant,
    "attribution": lambda c: join_again(join_claimants(a.attributions)) if (a := first_appearance(c)) else "",
    "quote": lambda c: a.quote if (a := first_appearance(c)) else "",
    "said_on": lambda c: a.said_on.isoformat() if (a := first_appearance(c)) and a.said_on else "",
    "modality": lambda c: a.modality if (a := first_appearance(c)) else "",
    "hedges": lambda c: "\n".join(a.hedges) if (a := first_appearance(c)) else "",
    "appearances": lambda c: str(len(c.appearances)),
}
_ARTICLE: dict[str, Callable[[ArticleRecord], str]] = {
    "article": lambda a: a.reference,
    "article_title": lambda a: a.title,
    "article_outlet": lambda a: a.outlet,
    "article_author": lambda a: a.author,
    "article_published_on": lambda a: a.published_on.isoformat() if a.published_on else "",
    "article_url": lambda a: a.url,
}
_VERDICT: dict[str, Callable[[VerdictRecord], str]] = {
    "rating": lambda v: v.rating_text,
    "rating_key": lambda v: v.rating,
    "rating_number": lambda v: "" if v.number is None else str(v.number),
    "scale": lambda v: v.scale,
    "scale_version": lambda v: str(v.scale_version),
    "confidence": lambda v: v.confidence,
    "reasoning": lambda v: v.reasoning,
    "verdict_by": lambda v: v.author,
    "verdict_at": lambda v: format_utc(v.at),
}
_SIGNED: dict[str, Callable[[ReviewRecord], str]] = {
    "signed_by": lambda r: r.reviewer,
    "signed_at": lambda r: format_utc(r.at),
    "signed_own_verdict": lambda r: "yes" if r.own_verdict else "no",
}
_EVIDENCE: dict[str, Callable[[ClaimRecord], str]] = {
    "evidence_supports": lambda c: _count_stance(c, Stance.SUPPORTS),
    "evidence_refutes": lambda c: _count_stance(c, Stance.REFUTES),
    "evidence_context": lambda c: _count_stance(c, Stance.CONTEXT),
    "evidence_withheld": lambda c: str(c.withheld_evidence),
    "evidence_sources": lambda c: "\n".join(e.source for e in c.evidence),
    "evidence_links": lambda c: "\n".join(e.url for e in c.evidence if e.url),
}
_REPORT: dict[str, Callable[[ReportRecord], str]] = {
    "report": lambda r: r.number or "",
    "report_title": lambda r: r.title,
    "desk": lambda r: r.desk.name,
    "made_at": lambda r: format_utc(r.made_at),
    "history_seq": lambda r: str(r.history_seq),
    "history_hash": lambda r: r.history_hash,
}
# Columns are lasting: what came later stands at the end.
_LATER: dict[str, Callable[[ClaimRecord], str]] = {
    "origins_supporting": lambda c: str(c.count_origins(Stance.SUPPORTS)),
    "origins_refuting": lambda c: str(c.count_origins(Stance.REFUTES)),
    "grades": lambda c: "\n".join(e.grade for e in c.evidence),
    "asked_for_comment": lambda c: join_again("\n".join(describe_reply(r).rstrip(":") for r in c.replies)),
    "page": lambda c: a.locator if (a := first_appearance(c)) else "",
    "others_verdicts": lambda c: "\n".join(describe_other(other) for other in c.others),
    "evidence_locators": lambda c: "\n".join(e.locator for e in c.evidence),
    "positions": lambda c: "\n".join(words for e in c.evidence if (words := describe_position(e))),
    "archives_sha256": lambda c: "\n".join(e.kept_sha256 for e in c.evidence if e.kept_sha256),
    "conclusion": lambda c: c.verdict.conclusion if c.verdict else "",
    "rating_rollup": lambda c: c.verdict.rollup if c.verdict else "",
    "averitec_label": lambda c: c.verdict.averitec if c.verdict else "",
}
_NOTICE: dict[str, Callable[[ReportRecord], str]] = {
    "report_kind": lambda r: r.notice.kind if r.notice else ReportKind.REPORT.value,
    "report_note": lambda r: r.notice.note if r.notice else "",
    "report_replaces": lambda r: r.notice.replaces if r.notice else "",
    "report_texts": lambda r: "\n".join(map(describe_text, r.notice.texts)) if r.notice else "",
}
_CHANGE: dict[str, Callable[[ChangeRecord, str], str]] = {
    "verdict_before": lambda c, _: c.before,
    "verdict_now": lambda c, _: c.after,
    "change": describe_turn,
}
COLUMNS = (
    *(*_CLAIM, *_ARTICLE, *_VERDICT, *_SIGNED, *_EVIDENCE, *_REPORT, *_LATER),
    *(*_NOTICE, *_CHANGE),
)


class ReportCells:
    """What is the same in each row of a report, and what the report changes of the one before."""

    def __init__(self, record: ReportRecord) -> None:
        self.told = [read(record) for read in _REPORT.values()]
        self.notice = [read(record) for read in _NOTICE.values()]
        self.kind = record.notice.kind if record.notice else ""
        self.changes = {change.claim: change for change in record.notice.changes} if record.notice else {}

    def list_cells(self, claim: ClaimRecord, article: ArticleRecord | None) -> list[str]:
        """The claim's values in the order of COLUMNS; empty where there is nothing to tell. `article` is that
        of its first appearance."""
        signed = claim.verdict.signed if claim.verdict else None
        return [
            *(read(claim) for read in _CLAIM.values()),
            *(read(article) if article else "" for read in _ARTICLE.values()),
            *(read(claim.verdict) if claim.verdict else "" for read in _VERDICT.values()),
            *(read(signed) if signed else "" for read in _SIGNED.values()),
            *(read(claim) for read in _EVIDENCE.values()),
            *self.told,
            *(read(claim) for read in _LATER.values()),
            *self.notice,
            *self._list_change(claim.reference),
        ]

    def list_left_out(self) -> Iterator[list[str]]:
        """A row for each claim that the report before held and this one does not."""
        for change in self.changes.values():
            if not change.after:
                yield self._list_bare(change)

    def _list_bare(self, change: ChangeRecord) -> list[str]:
        known = {"claim": change.claim}
        known |= dict(zip((*_REPORT, *_NOTICE), (*self.told, *self.notice), strict=True))
        known |= dict(zip(_CHANGE, self._list_change(change.claim), strict=True))
        return [known.get(column, "") for column in COLUMNS]

    def _list_change(self, reference: str) -> Sequence[str]:
        change = self.changes.get(reference)
        return [read(change, self.kind) for read in _CHANGE.values()] if change else _UNCHANGED


_UNCHANGED = ("",) * len(_CHANGE)


def _count_stance(claim: ClaimRecord, stance: Stance) -> str:
    return str(sum(entry.stance == stance for entry in claim.evidence))
