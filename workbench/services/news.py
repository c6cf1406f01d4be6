"""Telling people what others did that concerns them: rows beside the act, in its own transaction."""

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, delete, update
from sqlmodel import Session, col, select

from workbench import database, history
from workbench.domain.news import NEWS_LINES, NewsKind
from workbench.domain.references import format_reference
from workbench.models import Claim, Comment, Notification, Verdict

KEPT_FOR = timedelta(days=90)


def tell(session: Session, people: Iterable[uuid.UUID | None], kind: NewsKind, claim: Claim) -> None:
    """Inside an open change: a line for each of these people but the one who acts.

    Nothing but the claim's own title stands in it: who reads it may not be allowed to see more.
    """
    act, ref = history.open_change(session), format_reference("C", claim.number)
    due = f"{claim.due_on.day} {claim.due_on:%b %Y}" if claim.due_on else ""
    line = NEWS_LINES[kind].format(ref=ref, due=due)
    for person in dict.fromkeys(people):
        if person is None or str(person) == act.by:
            continue
        session.add(
            Notification(
                user_id=person,
                kind=kind,
                words=f"{line}: {claim.title}",
                path=f"/claims/{ref}",
                subject_id=claim.id,
                actor=act.by,
                at=act.at,
            )
        )


def list_concerned(session: Session, claim: Claim) -> list[uuid.UUID | None]:
    """Who looks after a claim: who has it in hand, and whose verdict is in force."""
    verdict = session.get(Verdict, claim.verdict_id) if claim.verdict_id else None
    return [claim.assignee_id, verdict.author_id if verdict else None]


def list_talking(session: Session, claim: Claim) -> list[uuid.UUID | None]:
    """Who looks after a claim, and who has said something about it."""
    spoke = select(Comment.author_id).where(col(Comment.claim_id) == claim.id).distinct()
    return [*list_concerned(session, claim), *session.exec(spoke)]


def ask_for_look(session: Session, claim: Claim, subject: str, words: str) -> None:
    """Inside an open change: bring a claim back to those who look after it. `subject` begins the line, and an
    older line about the same subject, which is out of date, goes."""
    others = [line for line in claim.look_again.splitlines() if not line.startswith(subject)]
    claim.look_again = "\n".join([*others, f"{subject} {words}"])
    tell(session, list_concerned(session, claim), NewsKind.LOOK, claim)


def mark_read(engine: Engine, user_id: uuid.UUID, news_id: uuid.UUID | None = None) -> None:
    """One line of a person's news, or all of it, is read."""
    unread = [col(Notification.user_id) == user_id, col(Notification.read_at).is_(None)]
    if news_id is not None:
        unread.append(col(Notification.id) == news_id)
    with database.scratch(engine) as session:
        session.execute(update(Notification).where(*unread).values(read_at=datetime.now(UTC)))


def forget_old_news(session: Session) -> None:
    """Throw away what was told long ago, read or not; the history keeps all of it."""
    session.execute(delete(Notification).where(col(Notification.at) < datetime.now(UTC) - KEPT_FOR))
