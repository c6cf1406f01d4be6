"""One imported claim, written: a new claim, or one more place and verdict of a claim that is here."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, col, func, select

from workbench import history
from workbench.domain.arrivals import ClaimDraft
from workbench.domain.errors import CameMeanwhile, RuleBroken
from workbench.domain.evidence import SourceKind
from workbench.domain.outcomes import Item, Outcome
from workbench.domain.statements import ClaimKind, Manner
from workbench.domain.status import Origin
from workbench.domain.tags import read_tags
from workbench.domain.web_addresses import fold_address
from workbench.models import Appearance, ArticleVersion, Attribution, Claim, ClaimTag
from workbench.queries.said_already import Place, Said
from workbench.services.appearances import hold_claim
from workbench.services.articles import LONGEST_FACT
from workbench.services.claim_documents import Named
from workbench.services.foreign_verdicts import set_foreign_verdict
from workbench.services.quotes import cut_context
from workbench.services.sources import take_source
from workbench.splitting.statements.titles import cut_title


def is_place(place: Place, claim: ClaimDraft) -> bool:
    """Whether the claim is said in these words in this place already."""
    if place.quote != claim.words:
        return False
    if claim.url:
        return place.article.canonical_url == fold_address(claim.url) or place.article.url == ""
    return not claim.article or place.article.title == claim.article[:LONGEST_FACT]


def write_row(
    session: Session,
    row: Named,
    note: str,
    version: ArticleVersion,
    claims: dict[str, Claim],
    said: Mapping[str, Said],
    change: history.Change,
) -> Item:
    """Inside a change: the claim of one row, or one more place of a claim that is here. `claims` are those
    written in this change so far, by their statements; `said` those that were here."""
    draft = row.claim
    known = said.get(draft.statement)
    claim = claims.get(draft.statement) or (known.claim if known else None)
    outcome, why = (
        (Outcome.ADDED, note) if claim is None else (Outcome.UPDATED, f"It is said here, too. {note}")
    )
    place = None if known is None else next((one for one in known.places if is_place(one, draft)), None)
    if claim is None:
        claim = _make_claim(session, draft, change.at)
    elif place is None and draft.statement not in claims:
        _hold(session, change, claim)
    elif known is not None:
        change.touch(claim)
    claims[draft.statement] = claim
    if place is None:
        _add_appearance(session, claim, draft, version)
    if draft.verdict is not None:
        replaced = set_foreign_verdict(session, claim, draft.verdict, change.at)
        if place is not None:
            why = (
                "Their verdict is another one now."
                if replaced is Outcome.UPDATED
                else "It has their verdict now."
            )
    return Item(row.name, outcome, why.strip(), f"C-{claim.number}")


def _hold(session: Session, change: history.Change, claim: Claim) -> None:
    try:
        hold_claim(session, change, claim)
    except RuleBroken as error:
        raise CameMeanwhile from error  # it could be added to when these rows were looked up


def _make_claim(session: Session, draft: ClaimDraft, at: datetime) -> Claim:
    claim = Claim(
        number=history.next_number(session, Claim),
        title=draft.title or cut_title(" ".join(draft.statement.split())),
        statement=draft.statement,
        origin=Origin.IMPORT,
        accepted_at=at,
        kind=ClaimKind.EVENT,
        created_at=at,
    )
    session.add(claim)
    for tag in read_tags(", ".join(draft.tags)):
        session.add(ClaimTag(claim_id=claim.id, name=tag))
    return claim


def _add_appearance(session: Session, claim: Claim, draft: ClaimDraft, version: ArticleVersion) -> None:
    start = version.text.index(draft.words)
    slices = [[start, start + len(draft.words)]]
    prefix, suffix = cut_context(version.text, slices)
    appearance = Appearance(
        claim_id=claim.id,
        article_version_id=version.id,
        position=_next_position(session, claim),
        start=start,
        slices=slices,
        quote=draft.words,
        prefix=prefix,
        suffix=suffix,
        said_on=draft.said_on,
    )
    session.add(appearance)
    if draft.claimant:
        kind = SourceKind.PERSON if draft.claimant_is_person else SourceKind.ORGANISATION
        source = take_source(session, draft.claimant, kind)
        session.add(
            Attribution(
                appearance_id=appearance.id,
                position=1,
                source_id=source.id,
                name=source.name,
                manner=Manner.INDIRECT,
            )
        )


def _next_position(session: Session, claim: Claim) -> int:
    session.flush()
    last = session.exec(
        select(func.max(Appearance.position)).where(col(Appearance.claim_id) == claim.id)
    ).one()
    return (last or 0) + 1
