"""From rows to a report record: everything an exporter may say, and nothing a reader may not see."""

import uuid
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import defer
from sqlmodel import Session, col

from workbench.domain import records
from workbench.domain.page_numbers import tell_pages
from workbench.domain.ratings import Scale
from workbench.domain.references import format_reference
from workbench.domain.status import SIGNED, Status
from workbench.models import (
    Appearance,
    Article,
    ArticleVersion,
    Claim,
    Evidence,
    Furniture,
    ReviewOutcome,
    Revision,
    Snapshot,
)
from workbench.queries.articles import get_outlet
from workbench.queries.blind import OpenedPair, find_pair_of, list_pairs
from workbench.queries.captures import load_archives
from workbench.queries.circularity import FileReader
from workbench.queries.claims import Claimant, load_claimants
from workbench.queries.desk import get_desk
from workbench.queries.evidence import EvidenceRow, VerdictRow, list_evidence, list_verdicts
from workbench.queries.foreign_verdicts import ForeignVerdictRow, list_foreign_verdicts
from workbench.queries.replies import ReplyRow, list_replies
from workbench.queries.scales import Used, load_used


def build_record(
    session: Session,
    claims: Sequence[Claim],
    *,
    title: str,
    made_by: str,
    made_at: datetime,
    number: str | None = None,
    read: FileReader | None = None,
) -> records.ReportRecord:
    """The record of these claims, in their order. Withheld sources never stand in it, whoever asks. With
    `read`, which gives a kept file's bytes, evidence whose captured page is the checked article is told."""
    scales = load_used(session)
    made, versions = make_claims(session, claims, scales, read=read)
    head = session.execute(select(Revision).order_by(col(Revision.seq).desc()).limit(1)).scalar_one_or_none()
    return records.ReportRecord(
        title=title,
        number=number,
        made_at=made_at,
        made_by=made_by,
        desk=_make_desk(session),
        articles=tuple(make_article(session, version, article) for version, article in versions.values()),
        claims=made,
        scales=tuple(
            make_scale(scales[version])
            for version in sorted({(c.verdict.scale, c.verdict.scale_version) for c in made if c.verdict})
        ),
        history_seq=head.seq if head else 0,
        history_hash=head.hash if head else "",
    )


def build_claim(session: Session, claim: Claim, read: FileReader | None = None) -> records.ClaimRecord:
    """The record of one claim, as a report would hold it."""
    return make_claims(session, [claim], load_used(session), read=read)[0][0]


def is_reportable(claim: Claim) -> bool:
    """Whether a report may show the claim: a person stands behind it, and it was not withdrawn."""
    return claim.accepted_at is not None and claim.status is not Status.WITHDRAWN


def make_claims(
    session: Session,
    claims: Sequence[Claim],
    scales: Used,
    *,
    texts: bool = True,
    read: FileReader | None = None,
) -> tuple[tuple[records.ClaimRecord, ...], dict[uuid.UUID, tuple[ArticleVersion, Article]]]:
    """Records of these claims, and the article versions they appear in by id, their texts among them if they
    are asked for."""
    ids = [claim.id for claim in claims]
    appearances = _load_appearances(session, ids)
    versions = _load_versions(session, [row for rows in appearances.values() for row in rows], texts=texts)
    claimants = load_claimants(
        session, [row.id for rows in appearances.values() for row in rows], sight=False
    )
    shown = _group_evidence(list_evidence(session, ids, sight=False, read=read))
    everything = _count_evidence(session, ids)
    verdicts, pairs = list_verdicts(session, ids), list_pairs(session, ids)
    others = list_foreign_verdicts(session, ids, sight=False)
    archives = load_archives(session, [row.evidence.id for rows in shown.values() for row in rows])
    replies: dict[uuid.UUID, list[ReplyRow]] = {}
    for asked in list_replies(session, ids, sight=False):
        replies.setdefault(asked.reply.claim_id, []).append(asked)
    made = tuple(
        _make_claim(
            claim,
            [
                (row, *versions[row.article_version_id], claimants.get(row.id, ()))
                for row in appearances.get(claim.id, [])
            ],
            shown.get(claim.id, []),
            next((row for row in verdicts.get(claim.id, []) if row.verdict.id == claim.verdict_id), None),
            archives,
            replies.get(claim.id, []),
            scales,
            pairs=pairs.get(claim.id, []),
            withheld=everything.get(claim.id, 0) - len(shown.get(claim.id, [])),
            others=others.get(claim.id, []),
        )
        for claim in claims
    )
    return made, versions


def _load_appearances(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Appearance]]:
    query = (
        select(Appearance)
        .where(col(Appearance.claim_id).in_(ids), col(Appearance.withdrawn_at).is_(None))
        .order_by(col(Appearance.position))
    )
    found: dict[uuid.UUID, list[Appearance]] = {}
    for row in session.execute(query).scalars():
        found.setdefault(row.claim_id, []).append(row)
    return found


def _load_versions(
    session: Session, appearances: Sequence[Appearance], *, texts: bool
) -> dict[uuid.UUID, tuple[ArticleVersion, Article]]:
    query = (
        select(ArticleVersion, Article)
        .join(Article, col(Article.id) == col(ArticleVersion.article_id))
        .where(col(ArticleVersion.id).in_({row.article_version_id for row in appearances}))
        .order_by(col(Article.number), col(ArticleVersion.ordinal))
    )
    if not texts:
        query = query.options(defer(col(ArticleVersion.text), raiseload=True))  # type: ignore[arg-type]
    return {version.id: (version, article) for version, article in session.execute(query)}


def _group_evidence(rows: Sequence[EvidenceRow]) -> dict[uuid.UUID, list[EvidenceRow]]:
    found: dict[uuid.UUID, list[EvidenceRow]] = {}
    for row in rows:
        found.setdefault(row.evidence.claim_id, []).append(row)
    return found


def _count_evidence(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    """How many pieces each claim stands on, those of withheld sources too."""
    query = (
        select(col(Evidence.claim_id), func.count())
        .where(col(Evidence.claim_id).in_(ids), col(Evidence.withdrawn_at).is_(None))
        .group_by(col(Evidence.claim_id))
    )
    return {row[0]: row[1] for row in session.execute(query)}


def _make_claim(
    claim: Claim,
    appearances: Sequence[tuple[Appearance, ArticleVersion, Article, tuple[Claimant, ...]]],
    evidence: Sequence[EvidenceRow],
    verdict: VerdictRow | None,
    archives: dict[uuid.UUID, Snapshot],
    replies: Sequence[ReplyRow],
    scales: Used,
    *,
    pairs: Sequence[OpenedPair],
    withheld: int,
    others: Sequence[ForeignVerdictRow],
) -> records.ClaimRecord:
    said_on = min((day for day in map(_find_day, appearances) if day is not None), default=None)
    origins = list(dict.fromkeys(row.origin for row in evidence))
    grades = {entry["evidence"]: entry["grade"] for entry in verdict.verdict.grades} if verdict else {}
    return records.ClaimRecord(
        reference=format_reference("C", claim.number),
        version=claim.version,
        title=claim.title,
        statement=claim.statement,
        status=claim.status.value,
        kind=claim.kind.value,
        origin=claim.origin.value,
        appearances=tuple(_make_appearance(*entry) for entry in appearances),
        evidence=tuple(
            _make_evidence(
                row,
                archives.get(row.evidence.id),
                origin=origins.index(row.origin) + 1,
                then=grades.get(str(row.evidence.id), ""),
                said_on=said_on,
            )
            for row in evidence
        ),
        verdict=_make_verdict(verdict, claim, scales, pairs) if verdict else None,
        withheld_evidence=withheld,
        others=tuple(_make_other(row) for row in others),
        replies=tuple(_make_reply(row) for row in replies),
        claimant_unknown=claim.claimant_unknown,
        one_sided_note=claim.one_sided_note,
    )


def _make_other(row: ForeignVerdictRow) -> records.OtherVerdictRecord:
    verdict = row.verdict
    return records.OtherVerdictRecord(
        publisher=row.publisher.name,
        publisher_reference=format_reference("S", row.publisher.number),
        url=verdict.url,
        rating=verdict.rating,
        rating_value=verdict.rating_value,
        best=verdict.best,
        worst=verdict.worst,
        reviewed_on=verdict.reviewed_on,
    )


def _find_day(
    entry: tuple[Appearance, ArticleVersion, Article, tuple[Claimant, ...]],
) -> date | None:
    """When a claim was said in one place: as its words tell, or when the article was published."""
    appearance, _, article, _ = entry
    return appearance.said_on or article.published_on


def _make_reply(row: ReplyRow) -> records.ReplyRecord:
    reply, source = row.reply, row.source
    return records.ReplyRecord(
        asked=source.name if source else reply.asked,
        source=format_reference("S", source.number) if source else None,
        asked_on=reply.asked_on,
        question=reply.question,
        answer=reply.answer,
        answered_on=reply.answered_on,
    )


def _make_appearance(
    row: Appearance, version: ArticleVersion, article: Article, claimants: tuple[Claimant, ...]
) -> records.AppearanceRecord:
    return records.AppearanceRecord(
        article=name_text(version, article),
        slices=tuple((part[0], part[1]) for part in row.slices),
        quote=row.quote,
        prefix=row.prefix,
        suffix=row.suffix,
        attributions=tuple(_make_attribution(claimant) for claimant in claimants),
        modality=row.modality.value,
        hedges=tuple(hedge["text"] for hedge in row.hedges),
        said_on=row.said_on,
        locator=tell_pages(version.pages, row.slices),
    )


def _make_attribution(claimant: Claimant) -> records.AttributionRecord:
    if claimant.withheld:
        return records.AttributionRecord(name="", source=None, cue="", manner=claimant.manner, withheld=True)
    number = claimant.source_number
    source = format_reference("S", number) if number else None
    return records.AttributionRecord(
        name=claimant.name, source=source, cue=claimant.cue, manner=claimant.manner
    )


def _make_evidence(
    row: EvidenceRow,
    archive: Snapshot | None,
    *,
    origin: int,
    then: str,
    said_on: date | None,
) -> records.EvidenceRecord:
    evidence, snapshot = row.evidence, row.snapshot
    late = (evidence.published_on - said_on).days if evidence.published_on and said_on else 0
    return records.EvidenceRecord(
        source=row.source.name,
        source_reference=format_reference("S", row.source.number),
        kind=evidence.kind.value,
        stance=evidence.stance.value,
        grade=row.grade,
        url=evidence.url,
        excerpt=evidence.excerpt,
        locator=evidence.locator,
        published_on=evidence.published_on,
        accessed_at=evidence.accessed_at,
        note=evidence.note,
        latitude=evidence.latitude,
        longitude=evidence.longitude,
        precision_m=evidence.precision_m,
        method=evidence.method,
        file_name=snapshot.original_name if snapshot else "",
        file_sha256=snapshot.sha256 if snapshot else "",
        point_name=evidence.point_name,
        point_latitude=evidence.point_latitude,
        point_longitude=evidence.point_longitude,
        kept_at=archive.captured_at if archive else None,
        kept_sha256=archive.sha256 if archive else "",
        grade_then=then,
        origin=origin,
        # What a piece shares with one that is not shown may tell of that one.
        origin_note=evidence.origin_note if row.repeats else "",
        days_after=late if late > 0 else None,
        unconfirmed=row.unconfirmed,
        conflicts=row.source.conflicts,
        circular=row.circle is not None,
    )


def _make_blind(pair: OpenedPair) -> records.BlindRecord:
    settled = pair.settled
    first, second = (
        records.BlindHalfRecord(
            half.author, half.verdict.rating, half.verdict.rating_text, half.verdict.given_at
        )
        for half in (pair.first, pair.second)
    )
    return records.BlindRecord(
        first=first,
        second=second,
        closeness=pair.closeness.value,
        was_open=pair.was_open,
        settled_by=settled.by if settled else "",
        settled_at=settled.adjudication.decided_at if settled else None,
        followed=settled.adjudication.followed.value if settled else "",
        settling=settled.adjudication.reasoning if settled else "",
        settler_is_author=settled.own if settled else False,
    )


def _make_verdict(
    row: VerdictRow, claim: Claim, scales: Used, pairs: Sequence[OpenedPair]
) -> records.VerdictRecord:
    """A signature counts while the claim stands by it: re-opening the claim takes it back."""
    verdict = row.verdict
    label = scales[verdict.scale, verdict.scale_version].label(verdict.rating)
    pair = find_pair_of(pairs, verdict.id, verdict.blind_id)
    in_force = claim.status in SIGNED
    reviews = row.reviews if in_force else ()
    signed = next((entry for entry in reviews if entry[0].outcome is ReviewOutcome.SIGNED), None)
    return records.VerdictRecord(
        scale=verdict.scale,
        scale_version=verdict.scale_version,
        rating=verdict.rating,
        rating_text=verdict.rating_text,
        number=label.number,
        colour=verdict.rating_colour,
        confidence=verdict.confidence.value,
        reasoning=verdict.reasoning,
        conclusion=verdict.conclusion,
        definition=verdict.rating_definition,
        rollup=verdict.rollup,
        averitec=label.averitec,
        blind=_make_blind(pair) if pair else None,
        author=row.author,
        at=verdict.given_at,
        signed=records.ReviewRecord(
            reviewer=signed[1],
            at=signed[0].reviewed_at,
            comment=signed[0].comment,
            own_verdict=signed[0].own_verdict,
        )
        if signed
        else None,
    )


def _make_desk(session: Session) -> records.DeskRecord:
    desk = get_desk(session)
    return records.DeskRecord(
        name=desk.name,
        contact=desk.contact,
        method=desk.method,
        corrections=desk.corrections,
        time_zone=desk.time_zone,
        alone=desk.alone,
    )


def name_text(version: ArticleVersion, article: Article) -> str:
    """A claim is shown in the version in which it was said: "A-3", and "A-3-v2" for a later one."""
    reference = format_reference("A", article.number)
    return reference if version.ordinal == 1 else f"{reference}-v{version.ordinal}"


def make_article(session: Session, version: ArticleVersion, article: Article) -> records.ArticleRecord:
    outlet = get_outlet(session, article, sight=False)
    marks = select(Furniture).where(
        col(Furniture.article_version_id) == version.id, col(Furniture.unmarked_at).is_(None)
    )
    return records.ArticleRecord(
        reference=name_text(version, article),
        title=article.title,
        outlet=outlet.name if outlet else "",
        url=article.url,
        author=article.author,
        published_on=article.published_on,
        language=version.language,
        text=version.text,
        text_sha256=version.text_sha256,
        furniture=tuple(
            (row.start, row.end) for row in session.execute(marks.order_by(col(Furniture.start))).scalars()
        ),
    )


def make_scale(scale: Scale) -> records.ScaleRecord:
    labels = tuple(records.LabelRecord(**asdict(label)) for label in scale.labels)
    return records.ScaleRecord(
        code=scale.code,
        version=scale.version,
        name=scale.name,
        labels=labels,
        conclusion=scale.conclusion,
        about=scale.about,
    )
