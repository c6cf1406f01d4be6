"""Looking at an article's address again: a new version, nothing new, or why there is no answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session

from workbench.domain.captures import CaptureOutcome
from workbench.domain.errors import BadInput, FetchFailed, FetchRefused, RuleBroken
from workbench.domain.fetched import Answer
from workbench.domain.records import ArticleDraft
from workbench.files import FileStore
from workbench.models import Article
from workbench.services.article_versions import AddedVersion, Visit, add_version, note_visit

GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Visited:
    """What a look at the address came to. `added` is set when a page was read; `message` says why not."""

    outcome: CaptureOutcome
    message: str = ""
    added: AddedVersion | None = None


def fetch_again(
    session: Session,
    files: FileStore,
    article: Article,
    fetch: Callable[[str], Answer],
    read: Callable[[Answer], ArticleDraft],
    *,
    tool: str,
    by: str,
) -> Visited:
    """Fetch the article's address and add what it reads now as a version, if its words changed. Every look
    is kept, also one that failed.

    Raises RuleBroken for an article without an address, or a withdrawn one.
    """
    if not article.url:
        raise RuleBroken("This article has no address. Add one to its details first.")
    if article.withdrawn_at is not None:
        raise RuleBroken("The article is withdrawn. Reinstate it first.")
    session.commit()  # an answer may take long: hold no transaction open meanwhile
    visit = Visit(article.url, article.url, 0, tool, datetime.now(UTC))
    try:
        answer = fetch(article.url)
        visit = Visit(article.url, answer.final_url, answer.status, tool, answer.fetched_at)
        draft = read(answer)
    except FetchRefused as error:
        return _note(session, article, visit, CaptureOutcome.REFUSED, str(error), by)
    except (FetchFailed, BadInput) as error:
        outcome = CaptureOutcome.GONE if visit.status in GONE else CaptureOutcome.FAILED
        return _note(session, article, visit, outcome, str(error), by)
    added = add_version(session, files, article, draft, by=by, visit=visit)
    return Visited(CaptureOutcome.CHANGED if added.changed else CaptureOutcome.UNCHANGED, added=added)


def _note(
    session: Session, article: Article, visit: Visit, outcome: CaptureOutcome, message: str, by: str
) -> Visited:
    note_visit(session, article, visit, outcome, by=by, message=message)
    return Visited(outcome, message)
