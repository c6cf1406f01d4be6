"""What a list of claims is narrowed to."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select
from sqlmodel import col

from workbench.domain.statements import ClaimKind
from workbench.domain.status import OPEN, Status
from workbench.models import (
    Appearance,
    Article,
    ArticleVersion,
    Attribution,
    Claim,
    ClaimTag,
    Evidence,
    Source,
    Verdict,
)
from workbench.queries.source_names import list_ids_of

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Everything left at its default does not narrow.

    `stage` is proposed, accepted or withdrawn; `rating` a key of a scale or "none"; `claimant` and `outlet`
    numbers of sources, `article` that of an article; `assignee` a person's id or NOBODY; `published_from` and
    `published_to` days of the article, both included; `worth_from` and `worth_below` in thousandths, the
    second not included; `evidence` whether there is any; `look_again` those that need another look;
    `recheck_by` those with evidence that is to be looked at again by that day; `due_from` and
    `due_to` are bounds, both included, of the day by which an open claim should be checked.
    """

    words: str = ""
    stage: str = "accepted"
    status: Status | None = None
    rating: str = ""
    kind: ClaimKind | None = None
    claimant: int | None = None
    article: int | None = None
    outlet: int | None = None
    tag: str = ""
    assignee: uuid.UUID | str | None = None
    published_from: date | None = None
    published_to: date | None = None
    worth_from: int | None = None
    worth_below: int | None = None
    evidence: bool | None = None
    look_again: bool = False
    recheck_by: date | None = None
    due_from: date | None = None
    due_to: date | None = None


STAGES: dict[str, ColumnElement[bool]] = {
    "accepted": and_(col(Claim.accepted_at).is_not(None), col(Claim.status) != Status.WITHDRAWN),
    "proposed": and_(col(Claim.accepted_at).is_(None), col(Claim.status) != Status.WITHDRAWN),
    "withdrawn": col(Claim.status) == Status.WITHDRAWN,
}


def narrow(query: Select[Any], wanted: ClaimFilter, *, sight: bool) -> Select[Any]:
    """The query of claims with everything but the words as conditions."""
    query = query.where(STAGES.get(wanted.stage, STAGES["accepted"]))
    for condition in (*_own_conditions(wanted), *_conditions_around(wanted, sight=sight)):
        query = query.where(condition)
    return query


def _own_conditions(wanted: ClaimFilter) -> list[ColumnElement[bool]]:
    """Conditions on the claim's own columns."""
    worth = col(Claim.check_worthiness)
    conditions: list[ColumnElement[bool]] = []
    if wanted.status is not None:
        conditions.append(col(Claim.status) == wanted.status)
    if wanted.kind is not None:
        conditions.append(col(Claim.kind) == wanted.kind)
    if wanted.rating == "none":
        conditions.append(col(Claim.verdict_id).is_(None))
    if wanted.assignee == NOBODY:
        conditions.append(col(Claim.assignee_id).is_(None))
    elif wanted.assignee is not None:
        conditions.append(col(Claim.assignee_id) == wanted.assignee)
    if wanted.worth_from is not None:
        conditions.append(worth >= wanted.worth_from)
    if wanted.worth_below is not None:
        conditions.append(worth < wanted.worth_below)
    if wanted.due_to is not None:
        conditions.append(is_due(wanted.due_from, wanted.due_to))
    if wanted.look_again:
        conditions.append(col(Claim.look_again) != "")
    return conditions


def is_due(first: date | None, last: date) -> ColumnElement[bool]:
    """Open claims that should be checked between these days, both included; from ever without a first."""
    due = and_(col(Claim.due_on) <= last, col(Claim.status).in_(OPEN))
    return and_(due, col(Claim.due_on) >= first) if first else due


def _conditions_around(wanted: ClaimFilter, *, sight: bool) -> list[ColumnElement[bool]]:
    """Conditions on what hangs on the claim, each a list of ids that starts from the one named: it costs what
    that one has, where EXISTS for each claim would cost every claim.
    """
    conditions: list[ColumnElement[bool]] = []
    if wanted.rating not in {"", "none"}:
        rated = select(col(Verdict.id)).where(col(Verdict.rating) == wanted.rating)
        conditions.append(col(Claim.verdict_id).in_(rated))
    if wanted.claimant is not None:
        conditions.append(_said_by(wanted.claimant, sight=sight))
    if wanted.tag:
        tagged = select(col(ClaimTag.claim_id)).where(
            col(ClaimTag.name) == wanted.tag, col(ClaimTag.withdrawn_at).is_(None)
        )
        conditions.append(col(Claim.id).in_(tagged))
    if wanted.evidence is not None:
        conditions.append(_has_evidence(sight=sight) if wanted.evidence else ~_has_evidence(sight=sight))
    if wanted.recheck_by is not None:
        conditions.append(has_recheck(wanted.recheck_by, sight=sight))
    articles = _articles(wanted, sight=sight)
    if articles is not None:
        version = select(col(ArticleVersion.id)).where(col(ArticleVersion.article_id).in_(articles))
        found = select(col(Appearance.claim_id)).where(
            col(Appearance.article_version_id).in_(version), col(Appearance.withdrawn_at).is_(None)
        )
        conditions.append(col(Claim.id).in_(found))
    return conditions


def _articles(wanted: ClaimFilter, *, sight: bool) -> Select[Any] | None:
    """The ids of the articles that are meant; None where any will do."""
    query = select(col(Article.id))
    bounds = (wanted.article, wanted.outlet, wanted.published_from, wanted.published_to)
    if bounds == (None, None, None, None):
        return None
    if wanted.article is not None:
        query = query.where(col(Article.number) == wanted.article)
    if wanted.outlet is not None:
        query = query.where(col(Article.outlet_id).in_(list_ids_of(wanted.outlet, sight=sight)))
    if wanted.published_from is not None:
        query = query.where(col(Article.published_on) >= wanted.published_from)
    if wanted.published_to is not None:
        query = query.where(col(Article.published_on) <= wanted.published_to)
    return query


def _said_by(source_number: int, *, sight: bool) -> ColumnElement[bool]:
    said = (
        select(col(Appearance.claim_id))
        .join(Attribution, col(Attribution.appearance_id) == col(Appearance.id))
        .where(
            col(Attribution.source_id).in_(list_ids_of(source_number, sight=sight)),
            col(Attribution.withdrawn_at).is_(None),
        )
    )
    return col(Claim.id).in_(said)


def _has_evidence(*, sight: bool) -> ColumnElement[bool]:
    given = select(col(Evidence.claim_id)).where(
        col(Evidence.claim_id) == col(Claim.id), col(Evidence.withdrawn_at).is_(None)
    )
    return _shown(given, sight=sight).exists()


def has_recheck(by: date, *, sight: bool) -> ColumnElement[bool]:
    """Claims with evidence that is to be looked at again by that day."""
    due = select(col(Evidence.claim_id)).where(
        col(Evidence.recheck_on) <= by, col(Evidence.withdrawn_at).is_(None)
    )
    return col(Claim.id).in_(_shown(due, sight=sight))


def _shown(given: Select[Any], *, sight: bool) -> Select[Any]:
    """A query of evidence without what comes from sources that the reader may not see."""
    if sight:
        return given
    shown = select(col(Source.id)).where(col(Source.withheld).is_(False))
    return given.where(col(Evidence.source_id).in_(shown))
