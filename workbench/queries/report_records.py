"""From rows to a report record: everything an exporter may say, and nothing a reader may not see."""

import uuid
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import Row, select
from sqlmodel import Session, col

from workbench.domain import records
from workbench.domain.page_numbers import tell_pages
from workbench.domain.ratings import Scale
from workbench.domain.references import format_reference
from workbench.domain.status import SIGNED, Status
from workbench.models import Appearance, Claim, Revision
from workbench.queries.blind import find_pair_of, list_pairs
from workbench.queries.circularity import FileReader
from workbench.queries.claims import Claimant, load_claimants
from workbench.queries.desk import get_desk
from workbench.queries.report_articles import Versions, load_versions, make_article, name_text
from workbench.queries.report_evidence import (
    Grounds,
    load_grounds,
    make_evidence,
    make_others,
    make_replies,
)
from workbench.queries.report_rollups import count_articles
from workbench.queries.report_verdicts import load_signatures, load_verdicts, make_verdict
from workbench.queries.scales import Used, load_used

# The columns of a claim that a report tells. A long report reads these: whole rows cost three times as much.
REPORTED = (
    col(Claim.id),
    col(Claim.number),
    col(Claim.version),
    col(Claim.title),
    col(Claim.statement),
    col(Claim.status),
    col(Claim.kind),
    col(Claim.origin),
    col(Claim.verdict_id),
    col(Claim.claimant_unknown),
    col(Claim.one_sided_note),
)
Reported: TypeAlias = Claim | Row[Any]


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
        rollups=count_articles(session, [claim.id for claim in claims]) if claims else (),
    )


def build_claim(session: Session, claim: Claim, read: FileReader | None = None) -> records.ClaimRecord:
    """The record of one claim, as a report would hold it."""
    return make_claims(session, [claim], load_used(session), read=read)[0][0]


def is_reportable(claim: Claim) -> bool:
    """Whether a report may show the claim: a person stands behind it, and it was not withdrawn."""
    return claim.accepted_at is not None and claim.status is not Status.WITHDRAWN


def make_claims(
    session: Session,
    claims: Sequence[Reported],
    scales: Used,
    *,
    texts: bool = True,
    read: FileReader | None = None,
) -> tuple[tuple[records.ClaimRecord, ...], Versions]:
    """Records of these claims, and the article versions they appear in by id, their texts among them if they
    are asked for."""
    ids = [claim.id for claim in claims]
    said = _load_appearances(session, ids)
    places = [row for rows in said.values() for row in rows]
    versions = load_versions(session, {row.article_version_id for row in places}, texts=texts)
    claimants = load_claimants(session, [row.id for row in places], sight=False)
    grounds = load_grounds(session, ids, read)
    verdicts = load_verdicts(session, [claim.verdict_id for claim in claims if claim.verdict_id])
    pairs = list_pairs(session, ids)
    # A signature counts while the claim stands by it: re-opening the claim takes it back.
    stand = [claim.verdict_id for claim in claims if claim.verdict_id and claim.status in SIGNED]
    signatures = load_signatures(session, stand)

    def make(claim: Reported) -> records.ClaimRecord:
        rows = said.get(claim.id, [])
        given = verdicts.get(claim.verdict_id) if claim.verdict_id else None
        signed = signatures.get(given.id) if given else None
        pair = find_pair_of(pairs.get(claim.id, ()), given.id, given.blind_id) if given else None
        verdict = make_verdict(given, signed, pair, scales) if given else None
        graded = {entry["evidence"]: entry["grade"] for entry in given.grades} if given else {}
        appearances = tuple(_make_appearance(row, versions, claimants.get(row.id, ())) for row in rows)
        evidence = make_evidence(grounds, claim.id, graded=graded, said_on=_find_day(rows, versions))
        return _make_claim(claim, appearances, evidence, verdict, grounds)

    return tuple(map(make, claims)), versions


def _load_appearances(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Row[Any]]]:
    query = (
        select(
            col(Appearance.id),
            col(Appearance.claim_id),
            col(Appearance.article_version_id),
            col(Appearance.slices),
            col(Appearance.quote),
            col(Appearance.prefix),
            col(Appearance.suffix),
            col(Appearance.modality),
            col(Appearance.hedges),
            col(Appearance.said_on),
        )
        .where(col(Appearance.claim_id).in_(ids), col(Appearance.withdrawn_at).is_(None))
        .order_by(col(Appearance.position))
    )
    found: dict[uuid.UUID, list[Row[Any]]] = {}
    for row in session.execute(query):
        found.setdefault(row.claim_id, []).append(row)
    return found


def _make_claim(
    claim: Reported,
    appearances: tuple[records.AppearanceRecord, ...],
    evidence: tuple[records.EvidenceRecord, ...],
    verdict: records.VerdictRecord | None,
    grounds: Grounds,
) -> records.ClaimRecord:
    return records.ClaimRecord(
        reference=format_reference("C", claim.number),
        version=claim.version,
        title=claim.title,
        statement=claim.statement,
        status=claim.status.value,
        kind=claim.kind.value,
        origin=claim.origin.value,
        appearances=appearances,
        evidence=evidence,
        verdict=verdict,
        withheld_evidence=grounds.withheld.get(claim.id, 0),
        others=make_others(grounds, claim.id),
        replies=make_replies(grounds, claim.id),
        claimant_unknown=claim.claimant_unknown,
        one_sided_note=claim.one_sided_note,
    )


def _find_day(rows: Sequence[Row[Any]], versions: Versions) -> date | None:
    """When a claim was said first: as its words tell, or when an article that says it was published."""
    days = (row.said_on or versions[row.article_version_id][1].published_on for row in rows)
    return min((day for day in days if day is not None), default=None)


def _make_appearance(
    row: Row[Any], versions: Versions, claimants: tuple[Claimant, ...]
) -> records.AppearanceRecord:
    version, article = versions[row.article_version_id]
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


def make_scale(scale: Scale) -> records.ScaleRecord:
    """A scale as a report tells it."""
    labels = tuple(records.LabelRecord(**asdict(label)) for label in scale.labels)
    return records.ScaleRecord(
        code=scale.code,
        version=scale.version,
        name=scale.name,
        labels=labels,
        conclusion=scale.conclusion,
        about=scale.about,
    )
