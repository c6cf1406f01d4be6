"""Writes to claims: make one from words, edit it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.evidence import SourceKind
from workbench.domain.statements import TITLE_LENGTH, ClaimKind
from workbench.domain.status import Origin, Status
from workbench.models import Appearance, ArticleVersion, Claim
from workbench.services.acceptance import accept_in_change
from workbench.services.anchoring import carry_late
from workbench.services.blind_rules import refuse_sealed
from workbench.services.claim_rules import is_proposal, refuse_signed, refuse_withdrawn
from workbench.services.claim_status import move_claim
from workbench.services.claimants import make_attribution, name_claimant, set_claimant
from workbench.services.quotes import cut_context, quote_slices


@dataclass(frozen=True, slots=True)
class ClaimValues:
    """What a person may set in the claim form. An empty `claimant` is the article's own voice."""

    title: str
    statement: str
    kind: ClaimKind
    claimant: str = ""
    claimant_kind: SourceKind = SourceKind.ORGANISATION


def edit_claim(
    session: Session, claim: Claim, values: ClaimValues, *, seen: int, by: str, reason: str = ""
) -> bool:
    """Change title, statement, kind and claimant; returns whether the claimant is another one now. Saving a
    proposal accepts it: a person stands behind it. A claim in review goes back to checking: its verdict was
    given on other words.

    Raises StaleEdit, or RuleBroken, also for a signed claim: re-open it first.
    """
    _check_seen(session, claim, seen)
    _check_values(values)
    refuse_withdrawn(claim)
    refuse_signed(claim)
    refuse_sealed(session, claim)
    with history.change(session, by=by, action="claim.edited", reason=reason) as change:
        claim.title = values.title.strip()
        claim.statement = values.statement.strip()
        claim.kind = values.kind
        # The claimant first: accepting makes sources of the names that are left, not of one just corrected.
        moved = set_claimant(session, claim, values, change.at)
        if moved:
            change.touch(claim)
        if is_proposal(claim):
            accept_in_change(session, claim, change.at)
        if claim.status is Status.IN_REVIEW:
            move_claim(claim, Status.CHECKING)
        change.subject = claim
    return moved


def add_claim(
    session: Session,
    version: ArticleVersion,
    slices: Sequence[tuple[int, int]],
    values: ClaimValues,
    *,
    by: str,
) -> Claim:
    """A claim of a person's own from words of the article. Raises RuleBroken for slices outside it."""
    _check_values(values)
    quote = quote_slices(version.text, slices)
    with history.change(session, by=by, action="claim.added") as change:
        claim = Claim(
            number=history.next_number(session, Claim),
            title=values.title.strip(),
            statement=values.statement.strip(),
            origin=Origin.PERSON,
            accepted_at=change.at,
            kind=values.kind,
            created_at=change.at,
        )
        prefix, suffix = cut_context(version.text, slices)
        appearance = Appearance(
            claim_id=claim.id,
            article_version_id=version.id,
            start=slices[0][0],
            slices=[list(part) for part in slices],
            quote=quote,
            prefix=prefix,
            suffix=suffix,
        )
        session.add_all([claim, appearance])
        if values.claimant.strip():
            session.add(make_attribution(session, appearance, values))
        carry_late(session, version, change.at)
        change.subject = claim
    return claim


def _check_seen(session: Session, claim: Claim, seen: int) -> None:
    """Raises StaleEdit that names the claimant, too, who is no column of the claim."""
    try:
        history.check_version(claim, seen, ("title", "statement", "kind"))
    except StaleEdit as stale:
        raise StaleEdit(stale.current, {**stale.now, "claimant": name_claimant(session, claim)}) from None


def _check_values(values: ClaimValues) -> None:
    if not values.title.strip():
        raise RuleBroken("Give the claim a title.", field="title")
    if len(values.title.strip()) > TITLE_LENGTH:
        raise RuleBroken(f"Keep the title within {TITLE_LENGTH} characters.", field="title")
    if not values.statement.strip():
        raise RuleBroken("Write the statement that is to be checked.", field="statement")
