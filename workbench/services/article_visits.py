"""Looks at an article's address as rows: what was found, and all that went over the line kept beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from workbench import history
from workbench.domain.captures import CaptureOutcome
from workbench.domain.fetched import Answer, Exchange
from workbench.domain.wording import digest_words
from workbench.files import FileStore
from workbench.models import Article, Capture
from workbench.queries.users import name_actor
from workbench.services.snapshots import add_snapshots
from workbench.services.visits import TOOL, Piece, keep_answer, keep_broken, keep_warc

NEW_FILES = frozenset({CaptureOutcome.CAPTURED, CaptureOutcome.CHANGED})


@dataclass(frozen=True, slots=True)
class Visit:
    """How a text came from its address: what was asked for and when, and what answered, None for nothing;
    `exchanges` are what went over the line then all the same."""

    url: str
    at: datetime
    answer: Answer | None = None
    exchanges: tuple[Exchange, ...] = ()


def keep_visit(
    session: Session, files: FileStore, visit: Visit, outcome: CaptureOutcome, *, by: str
) -> tuple[Piece, ...]:
    """Before the change that records it: store what answered. An unchanged page is kept already; one that is
    gone, that cannot be read or that was not reached is kept as the archive alone."""
    if outcome is CaptureOutcome.UNCHANGED:
        return ()
    who, about = name_actor(session, by), f"the article at {visit.url}"
    if visit.answer is None:
        return tuple(keep_broken(files, visit.exchanges, who, about))
    archive = keep_warc(files, visit.answer, who, about)
    return (archive, keep_answer(files, visit.answer)) if outcome in NEW_FILES else (archive,)


def record_visit(
    session: Session,
    article: Article,
    visit: Visit,
    outcome: CaptureOutcome,
    pieces: Sequence[Piece],
    *,
    words: Sequence[str] = (),
    message: str = "",
) -> Capture:
    """Inside a change: the visit and its files."""
    capture = Capture(
        article_id=article.id,
        url=visit.url,
        final_url=visit.answer.final_url if visit.answer else "",
        status_code=visit.answer.status if visit.answer else None,
        outcome=outcome,
        message=message,
        words_sha256=digest_words(words) if words else "",
        tool=TOOL,
        captured_at=visit.at,
    )
    session.add(capture)
    add_snapshots(session, capture, pieces)
    return capture


def note_visit(
    session: Session,
    files: FileStore,
    article: Article,
    visit: Visit,
    outcome: CaptureOutcome,
    *,
    by: str,
    words: Sequence[str] = (),
    message: str = "",
    conclude: Callable[[datetime], None] | None = None,
) -> Capture:
    """Keep that the article's address was looked at and brought no new text. `conclude` writes what belongs
    into the same transaction."""
    pieces = keep_visit(session, files, visit, outcome, by=by)
    with history.change(session, by=by, action="article.visited", reason=message) as change:
        capture = record_visit(session, article, visit, outcome, pieces, words=words, message=message)
        change.subject = capture
        if conclude is not None:
            conclude(change.at)
    return capture
