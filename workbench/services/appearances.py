"""Writes to where a claim is said: another place of it, and which words a place takes in."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.domain.status import Status
from workbench.models import Appearance, ArticleVersion, Attribution, Claim
from workbench.services.anchoring import carry_late
from workbench.services.blind_rules import refuse_sealed
from workbench.services.claim_rules import is_proposal, refuse_signed, require_accepted
from workbench.services.claim_status import move_claim
from workbench.services.quotes import cut_context, quote_slices

Slices = Sequence[tuple[int, int]]


def add_appearance(
    session: Session, claim: Claim, version: ArticleVersion, slices: Slices, *, by: str
) -> Appearance:
    """The claim is said in these words, too, by the one who says it elsewhere.

    Raises RuleBroken for slices outside the text, for words it stands on already, and for a proposal, a
    withdrawn, signed or sealed claim. A claim in review goes back to checking.
    """
    quote = quote_slices(version.text, slices)
    with history.change(session, by=by, action="appearance.added", reason=f"C-{claim.number}") as change:
        hold_claim(session, change, claim)
        before = list_places(session, claim)
        places = [place for place in before if place.article_version_id == version.id]
        if any(_pairs(place) == list(slices) for place in places):
            raise RuleBroken(f"C-{claim.number} stands on these words already.", field="quote")
        prefix, suffix = cut_context(version.text, slices)
        appearance = Appearance(
            claim_id=claim.id,
            article_version_id=version.id,
            position=_next_position(session, claim),
            start=slices[0][0],
            slices=[list(part) for part in slices],
            quote=quote,
            prefix=prefix,
            suffix=suffix,
        )
        session.add(appearance)
        if before:
            copy_attributions(session, before[0], appearance)
        carry_late(session, version, change.at)
        change.subject = appearance
    return appearance


def set_slices(
    session: Session, claim: Claim, appearance: Appearance, text: str, slices: Slices, *, by: str
) -> None:
    """Let an appearance take in exactly these words. Refuses what add_appearance() refuses; a proposal
    may be mended before it is accepted."""
    quote = quote_slices(text, slices)
    if list(slices) == _pairs(appearance):
        raise RuleBroken(f"C-{claim.number} stands on just these words already.", field="quote")
    with history.change(session, by=by, action="appearance.changed", reason=f"C-{claim.number}") as change:
        hold_claim(session, change, claim, proposals=True)
        put_slices(appearance, text, slices, quote)
        change.subject = appearance


def put_slices(appearance: Appearance, text: str, slices: Slices, quote: str) -> None:
    """Inside an open change: the columns that say where the words are."""
    appearance.slices = [list(part) for part in slices]
    appearance.start = slices[0][0]
    appearance.quote = quote
    appearance.prefix, appearance.suffix = cut_context(text, slices)


def hold_claim(
    session: Session,
    change: history.Change,
    claim: Claim,
    *,
    proposals: bool = False,
    seen: int | None = None,
) -> None:
    """Behind the lock: look at the claim as it is now, refuse one whose words stay, raise its version, and
    take it back from review: its verdict was given on other words. Raises StaleEdit where it is not the
    version `seen` any more."""
    session.refresh(claim)
    if seen is not None:
        history.check_version(claim, seen, ("title", "statement"))
    if not proposals or not is_proposal(claim):
        require_accepted(claim)
    refuse_judged(session, claim)
    if claim.status is Status.IN_REVIEW:
        move_claim(claim, Status.CHECKING)
    change.touch(claim)


def refuse_judged(session: Session, claim: Claim) -> None:
    """Raises RuleBroken for a claim whose verdict is signed, or sealed: it says what it was judged on."""
    refuse_signed(claim)
    refuse_sealed(session, claim)


def list_places(session: Session, claim: Claim) -> list[Appearance]:
    """Where the claim is said, the first place first."""
    query = (
        select(Appearance)
        .where(col(Appearance.claim_id) == claim.id, col(Appearance.withdrawn_at).is_(None))
        .order_by(col(Appearance.position))
    )
    return list(session.exec(query))


def copy_attributions(session: Session, before: Appearance, to: Appearance) -> None:
    """The same people say it in the other place; their names and speech words stand in other words there."""
    query = select(Attribution).where(
        col(Attribution.appearance_id) == before.id, col(Attribution.withdrawn_at).is_(None)
    )
    for row in session.exec(query.order_by(col(Attribution.position))):
        session.add(
            Attribution(
                appearance_id=to.id,
                position=row.position,
                source_id=row.source_id,
                name=row.name,
                manner=row.manner,
            )
        )


def _next_position(session: Session, claim: Claim) -> int:
    query = select(Appearance.position).where(col(Appearance.claim_id) == claim.id)
    return max(session.exec(query), default=0) + 1


def _pairs(appearance: Appearance) -> list[tuple[int, int]]:
    return [(start, end) for start, end in appearance.slices]
