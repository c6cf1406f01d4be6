"""Many things taken in one after the other: by a job, or straight from the command line."""

import logging
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session, col, select

from workbench import database
from workbench.domain.arrivals import Find
from workbench.domain.errors import FetchError, NotFound, WorkbenchError
from workbench.domain.outcomes import Counted, Item, Outcome
from workbench.models import Job, JobState
from workbench.queries.desk import get_desk
from workbench.services import arrivals
from workbench.services.arrivals import Taken, Terms, take_article
from workbench.services.arriving import DAYS, forget_arriving
from workbench.services.article_visits import Visit
from workbench.services.claim_documents import JSON_TYPE, TABLE_TYPES, Named, TableFile
from workbench.services.claim_imports import Keep, Told, keep_nothing, take_claims
from workbench.services.job_work import JobLost, Tools, Work
from workbench.services.jobs import add_job

IMPORT_JOB = "import"
Report = Callable[[int, int], None]  # how many of how many are done

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Order:
    """What to take in. `files` are names and where their bytes lie in the store of what arrives; `addresses`
    is a text with one a line. `columns` belong to a table of claims. `chosen` are the places of the finds to
    take, None for all. `fetch`: entries of a feed are fetched, not taken from the feed's own words. `leads`:
    it is one thing, and whoever brought it goes on to what became of it."""

    files: tuple[tuple[str, str], ...] = ()
    addresses: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    chosen: tuple[int, ...] | None = None
    fetch: bool = True
    granularity: str = "clause"
    leads: bool = False


def ask_to_import(engine: Engine, order: Order, *, by: str, job_id: uuid.UUID | None = None) -> Job:
    """The job that takes these things in; hand its id to the queue. Asked for twice by one `job_id`, it is
    the job that is there: a double click makes one."""
    try:
        with database.scratch(engine) as session:
            known = session.get(Job, job_id) if job_id is not None else None
            desk = get_desk(session)
            return known or add_job(session, IMPORT_JOB, desk.id, by=by, job_id=job_id, **asdict(order))
    except IntegrityError:
        if job_id is None:
            raise
        with database.open_session(engine) as session:
            return session.get_one(Job, job_id)  # the other click was quicker


def run_import(work: Work) -> Counted:
    """The job's function. What came of each thing is written down in the change that takes it in, so that a
    worker that takes over begins behind what the dead one took in."""
    order = _read_order(work.args)
    finds, files = find_all(work.tools, order)
    terms = Terms(by=work.actor, granularity=order.granularity)
    if any(find.claim for find in finds):
        _run_claims(work, finds, files, terms)
        return work.result
    before = work.result.counts.total()
    with database.open_session(work.engine) as session:
        for number, find in enumerate(finds[before:], start=before):
            work.report(number, len(finds))
            taken = take_find(session, work.tools, find, terms, fetch=order.fetch, keep=work.keep)
            if not taken.kept:
                with database.scratch(work.engine) as writing:
                    work.keep(writing, taken.item)
    return work.result


def forget_files(tools: Tools, job: Job) -> None:
    """Behind an import that is done: nobody needs its files any more, unless they were brought once more or
    another job is still to take them in."""
    order = _read_order(job.args)
    waiting = select(Job).where(
        col(Job.kind) == IMPORT_JOB, col(Job.state).in_([JobState.QUEUED, JobState.RUNNING])
    )
    with database.open_session(tools.engine) as session:
        others = [_read_order(other.args) for other in session.exec(waiting)]
    needed = {sha256 for other in others for _name, sha256 in other.files}
    for _name, sha256 in order.files:
        if sha256 not in needed:
            forget_arriving(tools.arriving, sha256, since=job.created_at.timestamp())


def _run_claims(work: Work, finds: Sequence[Find], files: Sequence[TableFile], terms: Terms) -> None:
    """What came of each claim is kept in the change that writes it: whatever stops the job, it is told."""

    def keep(writing: Session | None, told: Told) -> None:
        if writing is not None:
            work.keep_at(writing, told)
            return
        with database.scratch(work.engine) as alone:
            work.keep_at(alone, told)

    left = [(place, find) for place, find in enumerate(finds) if not work.result.has(place)]
    for _item in _take_claims(work.tools, left, files, terms, keep):
        work.report(work.result.counts.total(), len(finds))


def import_now(tools: Tools, order: Order, terms: Terms, report: Report) -> Iterator[Taken]:
    """The same for whoever waits for it. The jobs that split long articles are left to the caller."""
    finds, files = find_all(tools, order)
    if any(find.claim for find in finds):
        for done, item in enumerate(_take_claims(tools, list(enumerate(finds)), files, terms), start=1):
            report(done, len(finds))
            yield Taken(item)
        return
    with database.open_session(tools.engine) as session:
        for number, find in enumerate(finds):
            report(number, len(finds))
            yield take_find(session, tools, find, terms, fetch=order.fetch)
    report(len(finds), len(finds))


def find_all(tools: Tools, order: Order) -> tuple[Sequence[Find], Sequence[TableFile]]:
    """Everything that the order names, in its order, and the files it stands in. A file that can't be read is
    a find with its problem."""
    finds: list[Find] = list(tools.readers.read_addresses(order.addresses)) if order.addresses else []
    files: list[TableFile] = []
    for name, sha256 in order.files:
        try:
            data = tools.arriving.read(sha256)
        except NotFound:
            finds.append(
                Find(name, problem=f"It waited longer than {DAYS} days and is gone. Bring it again.")
            )
            continue
        media_type = next(
            (kind for end, kind in TABLE_TYPES.items() if name.lower().endswith(end)), JSON_TYPE
        )
        files.append(TableFile(name, data, media_type))
        try:
            finds.extend(tools.readers.read_finds(name, data, dict(order.columns) or None))
        except WorkbenchError as error:
            finds.append(Find(name, problem=str(error)))
    if order.chosen is not None:
        finds = [finds[place] for place in order.chosen if 0 <= place < len(finds)]
    return finds, files


def take_find(
    session: Session,
    tools: Tools,
    find: Find,
    terms: Terms,
    *,
    fetch: bool = True,
    keep: arrivals.Keep | None = None,
) -> Taken:
    """Take in one article: fetched, if it is an address; whatever refuses it is said. What `keep` wrote down
    with it is told by `kept`."""
    try:
        if find.problem:
            return Taken(Item(find.what, Outcome.REFUSED, find.problem))
        if find.article is not None and not (fetch and find.is_address):
            terms = replace(terms, excerpt=find.is_address)
            return take_article(session, tools.files, find.article, find.what, terms, keep=keep)
        return _take_fetched(session, tools, find, terms, keep)
    except WorkbenchError as error:
        session.rollback()
        return Taken(Item(find.what, Outcome.REFUSED, str(error)))
    except (JobLost, OperationalError):
        raise  # another worker goes on with it, or this one later: the database is busy or away
    except Exception as error:
        # Nobody thought of it; what comes behind it is taken in all the same.
        log.exception("“%s” could not be taken in.", find.what)
        session.rollback()
        told = f"It could not be taken in ({type(error).__name__}); the server's log says more."
        return Taken(Item(find.what, Outcome.REFUSED, told))


def _take_fetched(
    session: Session, tools: Tools, find: Find, terms: Terms, keep: arrivals.Keep | None
) -> Taken:
    session.commit()  # the network may take long: hold no reading transaction meanwhile
    try:
        answer = tools.fetcher.fetch(find.url)
        draft = tools.readers.read_answer(answer)
    except WorkbenchError as error:
        if find.article is None or not isinstance(error, FetchError):
            raise
        why = f"The page was not reached ({error}): these are the feed's own words."

        def tell(item: Item) -> Item:
            return replace(item, why=f"{why} {item.why}".strip())

        keep_told = (lambda writing, item: keep(writing, tell(item))) if keep else None
        own = replace(terms, excerpt=True)
        taken = take_article(session, tools.files, find.article, find.what, own, keep=keep_told)
        return replace(taken, item=tell(taken.item))
    visit = Visit(find.url, answer.fetched_at, answer)
    return take_article(session, tools.files, draft, find.what, terms, visit, keep)


def _take_claims(
    tools: Tools,
    finds: Sequence[tuple[int, Find]],
    files: Sequence[TableFile],
    terms: Terms,
    keep: Keep = keep_nothing,
) -> Iterator[Item]:
    """Claims of one file; a file of claims among others is refused by the page and the command before."""
    rows = [Named(find.what, find.claim, place) for place, find in finds if find.claim]
    refused = [
        (place, Item(find.what, Outcome.REFUSED, find.problem)) for place, find in finds if not find.claim
    ]
    if refused:
        keep(None, refused)
    yield from (item for _place, item in refused)
    with database.open_session(tools.engine) as session:
        yield from take_claims(session, tools.files, rows, files[0], by=terms.by, keep=keep)


def _read_order(args: Mapping[str, Any]) -> Order:
    """The order as a job's row keeps it: lists where it had tuples."""
    chosen = args.get("chosen")
    return Order(
        files=tuple((name, sha256) for name, sha256 in args.get("files", ())),
        addresses=args.get("addresses", ""),
        columns=args.get("columns", {}),
        chosen=None if chosen is None else tuple(chosen),
        fetch=args.get("fetch", True),
        granularity=args.get("granularity", "clause"),
    )
