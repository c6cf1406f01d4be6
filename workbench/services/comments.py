"""Writes to a claim's discussion: say something, settle it, bring it up again, take it back."""

from sqlmodel import Session

from workbench import history
from workbench.domain.comments import LONGEST_COMMENT, may_withdraw
from workbench.domain.errors import NotAllowed, RuleBroken
from workbench.domain.news import NewsKind
from workbench.domain.people import Person
from workbench.models import Claim, Comment, Evidence
from workbench.services.news import list_talking, tell


def add_comment(
    session: Session, claim: Claim, words: str, *, person: Person, evidence: Evidence | None = None
) -> Comment:
    """Say something about a claim, or about one piece of its evidence. The claim itself does not change, so
    nobody's form grows stale by it, and a signed claim can be talked about.

    Raises RuleBroken for no words, too many, or evidence of another claim.
    """
    words = words.strip()
    if not words:
        raise RuleBroken("Write what you want to say.", field="words")
    if len(words) > LONGEST_COMMENT:
        raise RuleBroken(f"A comment has at most {LONGEST_COMMENT:,} characters.", field="words")
    if evidence is not None and evidence.claim_id != claim.id:
        raise RuleBroken("This evidence belongs to another claim.", field="about")
    with history.change(session, by=person.actor, action="comment.made") as change:
        comment = Comment(
            claim_id=claim.id,
            evidence_id=evidence.id if evidence else None,
            author_id=person.id,
            words=words,
            made_at=change.at,
        )
        session.add(comment)
        tell(session, list_talking(session, claim), NewsKind.COMMENT, claim)
        change.subject = comment
    return comment


def resolve_comment(session: Session, comment: Comment, *, seen: int, by: str) -> None:
    """Settle a comment; anybody who writes here may. Raises StaleEdit or RuleBroken."""
    _check(comment, seen)
    if comment.resolved_at is not None:
        raise RuleBroken("This comment is resolved already.")
    with history.change(session, by=by, action="comment.resolved") as change:
        comment.resolved_at = change.at


def reopen_comment(session: Session, comment: Comment, *, seen: int, by: str) -> None:
    """Bring a settled comment up again. Raises StaleEdit or RuleBroken."""
    _check(comment, seen)
    if comment.resolved_at is None:
        raise RuleBroken("This comment is open already.")
    with history.change(session, by=by, action="comment.reopened"):
        comment.resolved_at = None


def withdraw_comment(session: Session, comment: Comment, *, seen: int, person: Person) -> None:
    """Take a comment back; what it said stays in the history. Raises NotAllowed for anybody but its author
    and the owners, StaleEdit or RuleBroken."""
    if not may_withdraw(comment.author_id, person):
        raise NotAllowed("Only the person who wrote a comment, or an owner, can withdraw it.")
    _check(comment, seen)
    with history.change(session, by=person.actor, action="comment.withdrawn") as change:
        comment.withdrawn_at = change.at


def _check(comment: Comment, seen: int) -> None:
    history.check_version(comment, seen)
    if comment.withdrawn_at is not None:
        raise RuleBroken("This comment was withdrawn.")
