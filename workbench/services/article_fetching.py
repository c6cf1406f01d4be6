"""Looking at an article's address again, by a job: a new version, nothing new, or why there is no answer."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlmodel import Session

from workbench import database
from workbench.domain.captures import GONE_STATUSES, CaptureOutcome
from workbench.domain.errors import BadInput, FetchFailed, FetchRefused, RuleBroken
from workbench.domain.outcomes import Item, Outcome
from workbench.domain.references import format_reference
from workbench.models import Article, Job
from workbench.queries.jobs import find_waiting
from workbench.services.article_versions import AddedVersion, add_version, tell_added
from workbench.services.article_visits import Visit, note_visit
from workbench.services.job_work import Work
from workbench.services.jobs import MOST_ATTEMPTS, add_job

FETCH_JOB = "fetch"


def ask_to_fetch(engine: Engine, article: Article, *, by: str) -> Job:
    """The job that looks at the article's address again; hand its id to the queue. One that waits or is at
    work already is that job. Raises RuleBroken for an article without an address, or a withdrawn one."""
    _check(article)
    with database.scratch(engine) as session:
        waiting = find_waiting(session, FETCH_JOB, article.id)
        return waiting or add_job(session, FETCH_JOB, article.id, by=by, total=1)


def run_fetch(work: Work) -> None:
    """The job: fetch the address, and add what it reads now as a version if its words changed. Every look is
    kept, with all that went over the line where there is something new, also one that failed for good."""
    with database.open_session(work.engine) as session:
        article = session.get_one(Article, work.subject_id)
        _check(article)
        last_attempt = session.get_one(Job, work.id).attempts >= MOST_ATTEMPTS
        url = article.url
        session.commit()  # an answer may take long: hold no transaction open meanwhile
        visit = Visit(url, datetime.now(UTC))
        try:
            answer = work.tools.fetcher.fetch(url)
            visit = Visit(url, answer.fetched_at, answer)
            draft = work.tools.readers.read_answer(answer)
        except FetchRefused as error:
            visit = replace(visit, exchanges=error.exchanges)
            _note(session, work, article, visit, CaptureOutcome.REFUSED, str(error))
            return
        except FetchFailed as error:
            if visit.answer is None and not last_attempt:
                raise  # tried again in a while
            visit = replace(visit, exchanges=error.exchanges)
            _note(session, work, article, visit, _judge(visit), str(error))
            return
        except BadInput as error:
            _note(session, work, article, visit, _judge(visit), str(error))
            return
        work.renew()  # somebody may have stopped it meanwhile

        def conclude(added: AddedVersion, at: datetime) -> None:
            outcome = Outcome.UPDATED if added.changed else Outcome.SKIPPED
            _end(session, work, article, Item(article.title, outcome, tell_added(added)), at)

        add_version(session, work.tools.files, article, draft, by=work.actor, visit=visit, conclude=conclude)


def _check(article: Article) -> None:
    if not article.url:
        raise RuleBroken("This article has no address. Add one to its details first.")
    if article.withdrawn_at is not None:
        raise RuleBroken("The article is withdrawn. Reinstate it first.")


def _judge(visit: Visit) -> CaptureOutcome:
    gone = visit.answer is not None and visit.answer.status in GONE_STATUSES
    return CaptureOutcome.GONE if gone else CaptureOutcome.FAILED


def _note(
    session: Session, work: Work, article: Article, visit: Visit, outcome: CaptureOutcome, message: str
) -> None:
    note_visit(
        session,
        work.tools.files,
        article,
        visit,
        outcome,
        by=work.actor,
        message=message,
        conclude=lambda at: _end(session, work, article, Item(article.title, Outcome.REFUSED, message), at),
    )


def _end(session: Session, work: Work, article: Article, item: Item, at: datetime) -> None:
    """Inside the change that keeps the look: the job is done with it."""
    reference = format_reference("A", article.number)
    work.result.add(Item(item.name, item.outcome, item.why, reference))
    work.end(session, at)
