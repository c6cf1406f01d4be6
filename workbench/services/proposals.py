"""The splitter's claims become proposals: rows of their own that wait for a person's yes or no."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from workbench import history
from workbench.domain.statements import ClaimKind, Manner, Modality
from workbench.domain.status import Origin
from workbench.models import Anchor, Appearance, ArticleVersion, Attribution, Claim
from workbench.queries.source_names import find_source
from workbench.services.quotes import cut_context
from workbench.splitting import records


def add_proposals(
    session: Session,
    version: ArticleVersion,
    proposals: Iterable[records.Claim],
    *,
    at: datetime,
    said_on: date | None,
) -> list[Claim]:
    """Write the splitter's claims as not yet accepted ones, in text order. Inside an open change only.

    Words that a claim stands on already in this version, accepted or dismissed, are not proposed again.
    """
    sources: dict[str, uuid.UUID | None] = {}
    known = _list_places(session, version)
    return [
        _add_proposal(session, version, proposal, at, said_on, sources)
        for proposal in proposals
        if tuple(proposal.slices) not in known
    ]


def _list_places(session: Session, version: ArticleVersion) -> set[tuple[tuple[int, int], ...]]:
    said = select(Appearance.slices).where(
        col(Appearance.article_version_id) == version.id, col(Appearance.withdrawn_at).is_(None)
    )
    carried = select(Anchor.slices).where(
        col(Anchor.article_version_id) == version.id, col(Anchor.decided_at).is_not(None)
    )
    found = [*session.exec(said), *session.exec(carried)]
    return {tuple((start, end) for start, end in slices) for slices in found}


def _add_proposal(
    session: Session,
    version: ArticleVersion,
    proposal: records.Claim,
    at: datetime,
    said_on: date | None,
    sources: dict[str, uuid.UUID | None],
) -> Claim:
    claim = Claim(
        number=history.next_number(session, Claim),
        title=proposal.title,
        statement=proposal.statement,
        origin=Origin.MACHINE,
        kind=ClaimKind(proposal.kind),
        negated=proposal.negated,
        check_worthiness=round(proposal.check_worthiness * 1000),
        reasons=list(proposal.reasons),
        additions=[addition.to_json() for addition in proposal.additions],
        created_at=at,
    )
    slices = [list(part) for part in proposal.slices]
    prefix, suffix = cut_context(version.text, slices)
    appearance = Appearance(
        claim_id=claim.id,
        article_version_id=version.id,
        start=slices[0][0],
        slices=slices,
        quote=proposal.quote,
        prefix=prefix,
        suffix=suffix,
        modality=Modality(proposal.modality),
        hedges=[hedge.to_json() for hedge in proposal.hedges],
        details=_read_details(proposal),
        said_on=said_on,
    )
    session.add_all([claim, appearance])
    for position, attribution in enumerate(proposal.attribution, start=1):
        session.add(_make_attribution(session, appearance, position, attribution, sources))
    return claim


def _make_attribution(
    session: Session,
    appearance: Appearance,
    position: int,
    attribution: records.Attribution,
    sources: dict[str, uuid.UUID | None],
) -> Attribution:
    claimant, cue = attribution.claimant, attribution.cue
    if claimant.name not in sources:
        # Only known sources are linked now; a new one is made when a person accepts the claim.
        known = find_source(session, claimant.name)
        sources[claimant.name] = known.id if known else None
    return Attribution(
        appearance_id=appearance.id,
        position=position,
        source_id=sources[claimant.name],
        name=claimant.name,
        name_slice=list(claimant.slice) if claimant.slice else None,
        cue=cue.text if cue else "",
        cue_slice=list(cue.slice) if cue else None,
        manner=Manner(attribution.manner),
    )


def _read_details(proposal: records.Claim) -> dict[str, Any]:
    """What the splitter read in the words; numbers as text, because the history holds no floats."""
    quantities = [
        {**quantity.to_json(), "value": format_number(quantity.value)} for quantity in proposal.quantities
    ]
    return {
        "quantities": quantities,
        "dates": [date.to_json() for date in proposal.dates],
        "places": [place.to_json() for place in proposal.places],
        "entities": [entity.to_json() for entity in proposal.entities],
    }


def format_number(value: float) -> str:
    """A quantity as decimal text: 30, 2.5."""
    return str(int(value)) if value == int(value) else repr(value)
