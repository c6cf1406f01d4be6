"""How a published report may change: in the open, by a new report that says why and what."""

from dataclasses import replace
from datetime import UTC, datetime

from workbench.domain.names import fold_name
from workbench.domain.records import (
    ChangeRecord,
    ClaimRecord,
    EvidenceRecord,
    NoticeRecord,
    PublishedRecord,
    ReportRecord,
    VerdictRecord,
)
from workbench.domain.report_kinds import ReportKind
from workbench.domain.words import marked

# What each says to a reader; a person chooses among them by these words.
KIND_MEANINGS: dict[ReportKind, str] = {
    ReportKind.CORRECTION: marked("Something published was wrong: a fact, a rating, a name."),
    ReportKind.UPDATE: marked("Something new became known; what was published was right when it was made."),
    ReportKind.CLARIFICATION: marked(
        "What was published was right but could be misread: words change, nothing else."
    ),
    ReportKind.RETRACTION: marked("What was published should not have been: its verdicts hold no longer."),
}
# The words for a claim whose verdict was taken back without another one.
NO_VERDICT = "no verdict"
_NEVER = datetime(1, 1, 1, tzinfo=UTC)


def make_notice(before: ReportRecord, after: ReportRecord, kind: ReportKind, note: str) -> NoticeRecord:
    """What the later report, which takes the other's place, tells its readers of that."""
    texts = () if kind is ReportKind.RETRACTION else _list_texts(before, after)
    return NoticeRecord(kind.value, note, before.number or "", list_changes(before, after), texts)


def list_changes(before: ReportRecord, after: ReportRecord) -> tuple[ChangeRecord, ...]:
    """What the later report tells otherwise, claim after claim; first those of the earlier one."""
    old = {claim.reference: claim for claim in before.claims}
    new = {claim.reference: claim for claim in after.claims}
    found = (
        _compare(before, old.get(reference), after, new.get(reference))
        for reference in dict.fromkeys((*old, *new))
    )
    return tuple(change for change in found if change is not None)


def list_turned(before: ReportRecord, after: ReportRecord) -> frozenset[str]:
    """The claims of both reports that the later one tells otherwise, by their references ("C-3")."""
    return frozenset(one.claim for one in list_changes(before, after) if one.before and one.after)


def is_only_wording(before: ReportRecord, after: ReportRecord) -> bool:
    """Whether both say the same of their claims in other words: titles, statements and reasoning may read
    otherwise, as may the reports' own titles and summaries, of which a notice says that they do."""
    return list_changes(_leave_words(before), _leave_words(after)) == ()


def tell_published(before: ReportRecord | None, after: ReportRecord) -> ReportRecord:
    """The later report with what was published of each of its claims, itself included."""
    old = {claim.reference: claim for claim in before.claims} if before else {}
    claims = tuple(
        replace(claim, published=_list_published(before, old.get(claim.reference), after, claim))
        for claim in after.claims
    )
    return replace(after, claims=claims)


def list_names(record: ReportRecord) -> frozenset[str]:
    """What all sources of a report are called there: who says something, gave evidence, was asked, published
    the article, or has a verdict of their own. Folded names, and references ("S-4"), which outlive a name."""
    names, references = [article.outlet for article in record.articles], set[str | None]()
    for claim in record.claims:
        names += [one.name for appearance in claim.appearances for one in appearance.attributions]
        names += [one.source for one in claim.evidence]
        names += [one.asked for one in claim.replies]
        names += [one.publisher for one in claim.others]
        references |= {one.source for appearance in claim.appearances for one in appearance.attributions}
        references |= {one.source_reference for one in claim.evidence}
        references |= {one.source for one in claim.replies}
        references |= {one.publisher_reference for one in claim.others}
    return frozenset(fold_name(name) for name in names if name) | {one for one in references if one}


def _list_texts(before: ReportRecord, after: ReportRecord) -> tuple[str, ...]:
    pairs = {"title": (before.title, after.title), "summary": (before.summary, after.summary)}
    return tuple(what for what, (was, now) in pairs.items() if was != now)


def _list_published(
    before: ReportRecord | None, old: ClaimRecord | None, after: ReportRecord, new: ClaimRecord
) -> tuple[PublishedRecord, ...]:
    if before is None or old is None:
        return (_make_published(after, new, _name_rating(new)),)
    # Reports of before did not say.
    told = old.published or (_make_published(before, old, _name_rating(old)),)
    if _read_rating(old) == _read_rating(new):
        return told
    _, name = _name_turn(before, old, after, new)
    return (*told, _make_published(after, new, name))


def _make_published(report: ReportRecord, claim: ClaimRecord, name: str) -> PublishedRecord:
    return PublishedRecord(report.number or "", report.made_at, name, _name_colour(claim))


def _compare(
    before: ReportRecord, old: ClaimRecord | None, after: ReportRecord, new: ClaimRecord | None
) -> ChangeRecord | None:
    shown = new or old
    if old and new:
        old, new = _leave_unknown(old, new)
    if shown is None or (old and new and _tell(before, old) == _tell(after, new)):
        return None
    both = old is not None and new is not None
    was, now = _name_turn(before, old, after, new) if new else (_name_label(old), "")
    return ChangeRecord(
        claim=shown.reference,
        title=new.title if new else "",
        before=was,
        before_colour=_name_colour(old),
        after=now,
        after_colour=_name_colour(new),
        words=both and _tell_words(old) != _tell_words(new),
        reasoning=both and _tell_reasoning(old) != _tell_reasoning(new),
        said=both and _tell_said(before, old) != _tell_said(after, new),
        grounds=both and _tell_grounds(old) != _tell_grounds(new),
    )


def _leave_unknown(old: ClaimRecord, new: ClaimRecord) -> tuple[ClaimRecord, ClaimRecord]:
    """Both claims without what records of the older one's time could not tell: that is no change."""
    if old.verdict and new.verdict and not old.verdict.definition:
        old, new = (replace(one, verdict=_leave_meaning(one.verdict)) for one in (old, new))
    if any(not one.origin for one in old.evidence):
        old, new = (replace(one, evidence=tuple(map(_leave_weight, one.evidence))) for one in (old, new))
    return old, new


def _leave_meaning(verdict: VerdictRecord | None) -> VerdictRecord | None:
    """A verdict without what its rating means: its definition, and where other scales have it."""
    return replace(verdict, definition="", rollup="", averitec="") if verdict else None


def _leave_weight(evidence: EvidenceRecord) -> EvidenceRecord:
    """A piece of evidence without what is found by weighing it beside the others."""
    return replace(
        evidence,
        grade_then="",
        origin=0,
        origin_note="",
        days_after=None,
        unconfirmed=False,
        conflicts="",
        circular=False,
    )


def _leave_words(report: ReportRecord) -> ReportRecord:
    return replace(report, claims=tuple(map(_leave_words_of, report.claims)))


def _leave_words_of(claim: ClaimRecord) -> ClaimRecord:
    verdict = replace(claim.verdict, reasoning="") if claim.verdict else None
    return replace(claim, title="", statement="", verdict=verdict)


def _tell(report: ReportRecord, claim: ClaimRecord) -> tuple[object, ...]:
    """What a reader learns of a claim: all of it but who signed when, what its row is at, and which copy of a
    page was kept last. Only what is named here may change unsaid, so that a fact which reports learn to tell
    is compared from then on."""
    verdict = claim.verdict
    if verdict is not None:
        verdict = replace(verdict, at=_NEVER, author="", signed=None, blind=None)
    evidence = tuple(map(_leave_copy, claim.evidence))
    told = replace(claim, version=0, status="", published=(), verdict=verdict, evidence=evidence)
    return told, _tell_articles(report, claim)


def _tell_words(claim: ClaimRecord | None) -> tuple[str, str]:
    return (claim.title, claim.statement) if claim else ("", "")


def _tell_reasoning(claim: ClaimRecord | None) -> tuple[str, str]:
    verdict = claim.verdict if claim else None
    return (verdict.reasoning, verdict.confidence) if verdict else ("", "")


def _tell_said(report: ReportRecord, claim: ClaimRecord | None) -> tuple[object, ...]:
    """Who says it, in which words and where."""
    return (claim.appearances, claim.claimant_unknown, _tell_articles(report, claim)) if claim else ()


def _tell_grounds(claim: ClaimRecord | None) -> tuple[object, ...]:
    """What the verdict stands on, and the notes on that."""
    if claim is None:
        return ()
    evidence = tuple(map(_leave_copy, claim.evidence))
    return (evidence, claim.withheld_evidence, claim.others, claim.replies, claim.one_sided_note)


def _leave_copy(evidence: EvidenceRecord) -> EvidenceRecord:
    """Pages are visited again by themselves; a further copy changes nothing of what a person read."""
    return replace(evidence, kept_at=None, kept_sha256="")


def _tell_articles(report: ReportRecord, claim: ClaimRecord) -> tuple[object, ...]:
    """The facts of the articles that say it; their author is who claims what an article says itself."""
    inside = {appearance.article for appearance in claim.appearances}
    return tuple(
        (one.reference, one.title, one.outlet, one.url, one.author, one.published_on)
        for one in report.articles
        if one.reference in inside
    )


def _read_rating(claim: ClaimRecord | None) -> tuple[str, ...]:
    """What makes a rating another one: "False" of another scale may mean something else, and where no rating
    is given the conclusion is what was found."""
    verdict = claim.verdict if claim else None
    return (verdict.scale, verdict.rating, verdict.rating_text, verdict.conclusion) if verdict else ()


def _name_turn(
    before: ReportRecord, old: ClaimRecord | None, after: ReportRecord, new: ClaimRecord | None
) -> tuple[str, str]:
    """Both ratings in words, with their scales where nothing else tells them apart."""
    was, now = _name_rating(old), _name_rating(new)
    if was == now and _read_rating(old) != _read_rating(new):
        return f"{was} ({_name_scale(before, old)})", f"{now} ({_name_scale(after, new)})"
    return was, now


def _name_rating(claim: ClaimRecord | None) -> str:
    if claim is None:
        return ""
    return claim.verdict.name if claim.verdict else NO_VERDICT


def _name_label(claim: ClaimRecord | None) -> str:
    """The rating without the sentence of a scale that asks for one: what is told no more is not repeated."""
    return claim.verdict.rating_text if claim and claim.verdict else NO_VERDICT


def _name_scale(report: ReportRecord, claim: ClaimRecord | None) -> str:
    verdict = claim.verdict if claim else None
    if verdict is None:
        return ""
    return next((scale.name for scale in report.scales if scale.code == verdict.scale), verdict.scale)


def _name_colour(claim: ClaimRecord | None) -> str:
    return claim.verdict.colour if claim and claim.verdict else "none"
