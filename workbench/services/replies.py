"""Writes to the right of reply: who was asked about a claim, when, and what they said."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.models import Claim, Reply
from workbench.queries.source_names import find_source
from workbench.services.claim_rules import require_accepted


@dataclass(frozen=True, slots=True)
class ReplyValues:
    """`asked` is whom, in words; where a source has that name, the reply belongs to it. Without `answer`
    nobody has answered yet."""

    asked: str
    asked_on: date
    question: str = ""
    answer: str = ""
    answered_on: date | None = None


def add_reply(session: Session, claim: Claim, values: ReplyValues, *, by: str) -> Reply:
    """Note that somebody was asked. The claim itself does not change: it may be signed already."""
    require_accepted(claim)
    _check_values(values)
    with history.change(session, by=by, action="reply.added") as change:
        reply = Reply(claim_id=claim.id, asked_on=values.asked_on, asked="", added_at=change.at)
        _set_values(session, reply, values)
        session.add(reply)
        change.subject = reply
    return reply


def edit_reply(session: Session, reply: Reply, values: ReplyValues, *, seen: int, by: str) -> None:
    """Note an answer, or mend what was noted. Raises StaleEdit or RuleBroken."""
    names = ("asked", "asked_on", "question", "answer", "answered_on")
    history.check_version(reply, seen, names)
    _refuse_withdrawn(reply)
    _check_values(values)
    action = "reply.answered" if values.answer.strip() and not reply.answer else "reply.edited"
    with history.change(session, by=by, action=action) as change:
        _set_values(session, reply, values)
        change.subject = reply


def withdraw_reply(session: Session, reply: Reply, *, seen: int, by: str) -> None:
    """Take it out of the claim and of reports; it stays in the history."""
    history.check_version(reply, seen)
    _refuse_withdrawn(reply)
    with history.change(session, by=by, action="reply.withdrawn") as change:
        reply.withdrawn_at = change.at


def reinstate_reply(session: Session, reply: Reply, *, seen: int, by: str) -> None:
    """Bring a withdrawn one back."""
    history.check_version(reply, seen)
    if reply.withdrawn_at is None:
        raise RuleBroken("The question is not withdrawn.")
    with history.change(session, by=by, action="reply.reinstated"):
        reply.withdrawn_at = None


def _set_values(session: Session, reply: Reply, values: ReplyValues) -> None:
    source = find_source(session, values.asked)
    reply.source_id = source.id if source else None
    reply.asked = " ".join(values.asked.split())
    reply.asked_on = values.asked_on
    reply.question = values.question.strip()
    reply.answer = values.answer.strip()
    reply.answered_on = values.answered_on if values.answer.strip() else None


def _check_values(values: ReplyValues) -> None:
    if not values.asked.strip():
        raise RuleBroken("Say who was asked.", field="asked")
    if values.asked_on > _latest():
        raise RuleBroken("This day lies in the future.", field="asked_on")
    if values.answered_on is not None and not values.answer.strip():
        raise RuleBroken("Write what they answered.", field="answer")
    if values.answered_on is not None and values.answered_on < values.asked_on:
        raise RuleBroken("They cannot have answered before they were asked.", field="answered_on")
    if values.answered_on is not None and values.answered_on > _latest():
        raise RuleBroken("This day lies in the future.", field="answered_on")


def _latest() -> date:
    """Today where the day begins first."""
    return (datetime.now(UTC) + timedelta(hours=14)).date()


def _refuse_withdrawn(reply: Reply) -> None:
    if reply.withdrawn_at is not None:
        raise RuleBroken("The question is withdrawn. Reinstate it first.")
