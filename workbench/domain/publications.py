"""How a published report may change: in the open, by a new report that says why and what."""

from dataclasses import replace

from workbench.domain.names import fold_name
from workbench.domain.records import ChangeRecord, ClaimRecord, PublishedRecord, ReportRecord
from workbench.domain.report_kinds import ReportKind
from workbench.domain.words import marked

# What each says to a reader; a person chooses among them by these words.
KIND_MEANINGS: dict[ReportKind, str] = {
    ReportKind.CORRECTION: marked("Something published was wrong: a fact, a rating, a name."),
    ReportKind.UPDATE: marked("Something new became known; what was published was right when it was made."),
    ReportKind.CLARIFICATION: marked("What was published was right but could be misread; the ratings stay."),
    ReportKind.RETRACTION: marked("What was published should not have been: its verdicts hold no longer."),
}
# The words for a claim whose verdict was taken back without another one.
NO_VERDICT = "no verdict"


def list_changes(before: ReportRecord, after: ReportRecord) -> tuple[ChangeRecord, ...]:
    """What the later report tells otherwise, claim after claim; first those of the earlier one."""
    old = {claim.reference: claim for claim in before.claims}
    new = {claim.reference: claim for claim in after.claims}
    pairs = ((old.get(reference), new.get(reference)) for reference in dict.fromkeys((*old, *new)))
    return tuple(change for change in (_compare(*pair) for pair in pairs) if change is not None)


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


def _list_published(
    before: ReportRecord | None, old: ClaimRecord | None, after: ReportRecord, new: ClaimRecord
) -> tuple[PublishedRecord, ...]:
    told: tuple[PublishedRecord, ...] = ()
    if before is not None and old is not None:
        told = old.published or (_make_published(before, old),)  # reports of before did not say
    now = _make_published(after, new)
    same = told and (told[-1].rating_text, told[-1].colour) == (now.rating_text, now.colour)
    return told if same else (*told, now)


def _make_published(report: ReportRecord, claim: ClaimRecord) -> PublishedRecord:
    return PublishedRecord(report.number or "", report.made_at, _name_rating(claim), _name_colour(claim))


def _compare(before: ClaimRecord | None, after: ClaimRecord | None) -> ChangeRecord | None:
    shown = after or before
    if shown is None or (before and after and _tell(before) == _tell(after)):
        return None
    both = before is not None and after is not None
    return ChangeRecord(
        claim=shown.reference,
        title=shown.title,
        before=_name_rating(before),
        before_colour=_name_colour(before),
        after=_name_rating(after),
        after_colour=_name_colour(after),
        words=both and _tell_words(before) != _tell_words(after),
        reasoning=both and _tell_reasoning(before) != _tell_reasoning(after),
    )


def _tell(claim: ClaimRecord) -> tuple[object, ...]:
    """What a reader learns of a claim; its evidence counts, its row's version and status do not."""
    return (_name_rating(claim), _tell_words(claim), _tell_reasoning(claim), claim.evidence, claim.replies)


def _tell_words(claim: ClaimRecord | None) -> tuple[str, str]:
    return (claim.title, claim.statement) if claim else ("", "")


def _tell_reasoning(claim: ClaimRecord | None) -> tuple[str, str]:
    verdict = claim.verdict if claim else None
    return (verdict.reasoning, verdict.confidence) if verdict else ("", "")


def _name_rating(claim: ClaimRecord | None) -> str:
    if claim is None:
        return ""
    return claim.verdict.rating_text if claim.verdict else NO_VERDICT


def _name_colour(claim: ClaimRecord | None) -> str:
    return claim.verdict.colour if claim and claim.verdict else "none"
