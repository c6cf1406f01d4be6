"""Claims, where they stand, and what hangs on them."""

from typing import Any

from sqlmodel import Session, col, select

from tests.factories.articles import QUOTE, find_article, make_article
from tests.factories.desk import make_user
from tests.factories.rows import ACTOR, NOON, edit, refuse_missing, save_row
from workbench import history
from workbench.domain.anchors import AnchorOutcome
from workbench.domain.links import LinkKind
from workbench.domain.statements import CONTEXT_LENGTH, ClaimKind, Manner
from workbench.domain.status import Origin
from workbench.models import (
    Anchor,
    Appearance,
    ArticleVersion,
    Attribution,
    Claim,
    ClaimLink,
    ClaimTag,
    Comment,
    Source,
    User,
)


def make_claim(
    session: Session,
    article_version: ArticleVersion | None = None,
    quote: str = QUOTE,
    claimant: Source | None = None,
    **values: Any,
) -> Claim:
    """An accepted claim with its appearance at the first place of `quote`, said by `claimant` if any.

    Pass `accepted_at=None, origin=Origin.MACHINE` for a proposal.
    """
    version = article_version or make_article(session)
    start = version.text.index(quote)
    end = start + len(quote)
    with history.change(session, by=ACTOR, action="claim.created"):
        defaults: dict[str, Any] = {
            "number": history.next_number(session, Claim),
            "title": quote[:75],
            "statement": f"{quote}.",
            "origin": Origin.PERSON,
            "kind": ClaimKind.EVENT,
            "accepted_at": NOON,
            "created_at": NOON,
        }
        claim = Claim(**{**defaults, **values})
        appearance = Appearance(
            claim_id=claim.id,
            article_version_id=version.id,
            start=start,
            slices=[[start, end]],
            quote=quote,
            prefix=version.text[max(0, start - CONTEXT_LENGTH) : start],
            suffix=version.text[end : end + CONTEXT_LENGTH],
        )
        session.add_all([claim, appearance])
        if claimant is not None:
            session.add(
                Attribution(
                    appearance_id=appearance.id,
                    position=1,
                    source_id=claimant.id,
                    name=claimant.name,
                    cue="said",
                    manner=Manner.INDIRECT,
                )
            )
    return claim


def find_appearance(session: Session, claim: Claim) -> Appearance:
    """The claim's first appearance."""
    query = select(Appearance).where(Appearance.claim_id == claim.id).order_by(col(Appearance.position))
    return session.exec(query).first() or refuse_missing("appearance")


def make_anchor(session: Session, appearance: Appearance, version: ArticleVersion, **values: Any) -> Anchor:
    """The appearance's own words found in `version`, in the same place."""
    defaults: dict[str, Any] = {
        "outcome": AnchorOutcome.KEPT,
        "slices": appearance.slices,
        "quote": appearance.quote,
        "decided_at": NOON,
        "taken": True,
    }
    row = Anchor(appearance_id=appearance.id, article_version_id=version.id, **{**defaults, **values})
    return save_row(session, row)


def make_tag(session: Session, claim: Claim | None = None, name: str = "border") -> ClaimTag:
    claim = claim or make_claim(session)
    return save_row(session, ClaimTag(claim_id=claim.id, name=name))


def make_link(
    session: Session,
    claim: Claim | None = None,
    other: Claim | None = None,
    kind: LinkKind = LinkKind.DEPENDS,
) -> ClaimLink:
    """`claim` depends on `other`."""
    claim = claim or make_claim(session)
    other = other or make_claim(session)
    return save_row(session, ClaimLink(claim_id=claim.id, other_id=other.id, kind=kind, made_at=NOON))


def make_comment(
    session: Session, claim: Claim | None = None, author: User | None = None, **values: Any
) -> Comment:
    claim = claim or make_claim(session)
    author = author or make_user(session)
    defaults: dict[str, Any] = {"words": "Which map is this?", "made_at": NOON}
    return save_row(session, Comment(claim_id=claim.id, author_id=author.id, **{**defaults, **values}))


def make_claimant(session: Session, claim: Claim) -> None:
    """An author who stands behind what the claim's article says itself."""
    version = session.get_one(ArticleVersion, find_appearance(session, claim).article_version_id)
    edit(session, find_article(session, version), author="Staff reporter")
