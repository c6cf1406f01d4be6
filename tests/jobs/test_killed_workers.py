"""kill -9 of a worker at every step of its work: nothing is lost, nothing is done twice."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, func, select, update

from tests import factories
from tests.jobs.held_worker import STEPS
from tests.local_site import LocalSite, respond
from workbench import database
from workbench.domain.captures import CaptureOutcome, CustodyAct, FileRole
from workbench.files import FileStore
from workbench.intake import read_paste
from workbench.jobs import make_queue
from workbench.login.secret import load_key
from workbench.models import (
    Article,
    ArticleVersion,
    Capture,
    Claim,
    Custody,
    Job,
    JobState,
    Revision,
    Snapshot,
)
from workbench.queries.history_check import check_history
from workbench.services.article_fetching import ask_to_fetch
from workbench.services.articles import ArticleValues, add_article
from workbench.services.captures import request_capture
from workbench.services.imports import Order, ask_to_import
from workbench.services.jobs import MOST_ATTEMPTS
from workbench.settings import Settings
from workbench.workshop import make_tools

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SENTENCES = 301
TEXT = "".join(
    f"El puerto número {n} fue cerrado el lunes por la tormenta del norte. " for n in range(SENTENCES)
)
WAIT_SECONDS = 60


@contextmanager
def worker(
    settings: Settings, step: str = "", kind: str = "split", site: LocalSite | None = None
) -> Iterator["subprocess.Popen[str]"]:
    """A worker that stands still at `step` of a job of this kind; killed at the end, whatever happens. It may
    go out to `site`."""
    asked = [step, kind, str(site.port) if site else ""]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.jobs.held_worker", *asked, "--data", settings.data, "--threads", "1"],
        cwd=ROOT,
        env={**os.environ, "WORKBENCH_DATABASE_URL": settings.database_url},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def kill_at(settings: Settings, step: str, kind: str = "split", site: LocalSite | None = None) -> None:
    """Start a worker, wait until it stands at this step, and kill it."""
    with worker(settings, step, kind, site) as process:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        assert any(line == "held\n" for line in lines), f"it never came to “{step}”"
        process.send_signal(signal.SIGKILL)
        assert process.wait(WAIT_SECONDS) == -signal.SIGKILL


def ask_to_split(settings: Settings, session: Session) -> Job:
    """A long article with its job committed and handed over, as the web process does it."""
    factories.make_desk(session)
    values = ArticleValues(title="Ports")
    added = add_article(session, FileStore(settings.files_path), read_paste(TEXT), values, by="tests")
    assert added.job is not None
    hand_over(settings, added.job)
    return added.job


def hand_over(settings: Settings, job: Job) -> None:
    engine = database.open_engine(settings)
    make_queue(settings, make_tools(settings, engine), read_key(settings)).hand_over(job.id)
    engine.dispose()


def read_key(settings: Settings) -> bytes:
    return load_key(settings.data / "secret.key")


def run_out(engine: Engine) -> None:
    """What time does to the lease of a dead worker."""
    with database.scratch(engine) as session:
        past = datetime.now(UTC) - timedelta(seconds=1)
        session.execute(update(Job).where(col(Job.lease_until).is_not(None)).values(lease_until=past))


def wait_for(engine: Engine, state: JobState, kind: str = "split") -> Job:
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        with database.open_session(engine) as session:
            job = session.exec(select(Job).where(Job.kind == kind)).first()
        if job is not None and job.state is state:
            return job
        assert time.monotonic() < deadline, f"the job is {job}"
        time.sleep(0.05)


def check_done_once(engine: Engine) -> None:
    """Every claim once, one act in the history, nothing left open."""
    with database.open_session(engine) as session:
        claims = session.exec(select(Claim)).all()
        assert len({claim.statement for claim in claims}) == len(claims) == SENTENCES
        acts = select(func.count()).where(Revision.entity == "article", Revision.action == "article.split")
        assert session.exec(acts).one() == 1
        assert session.exec(select(Article)).one().version == 2
        assert check_history(session) == []


STEPS_OF_A_JOB = list(STEPS)[:5]


@pytest.mark.parametrize("step", STEPS_OF_A_JOB)
def test_a_worker_killed_at_any_step_loses_and_doubles_nothing(
    settings: Settings, engine: Engine, session: Session, step: str
) -> None:
    ask_to_split(settings, session)
    kill_at(settings, step)
    run_out(engine)
    with worker(settings):
        job = wait_for(engine, JobState.DONE)
    check_done_once(engine)
    # Killed before it held the job, or after the job had ended, it used up no attempt of another's.
    assert job.attempts == (1 if step in {"before the claim", "after the data's commit"} else 2)


@pytest.mark.parametrize("step", ["in the sweep", "while handing over"])
def test_a_worker_killed_while_it_sweeps_leaves_it_to_the_next(
    settings: Settings, engine: Engine, session: Session, step: str
) -> None:
    ask_to_split(settings, session)
    kill_at(settings, "at work")
    run_out(engine)
    kill_at(settings, step)
    with worker(settings):
        wait_for(engine, JobState.DONE)
    check_done_once(engine)


def test_what_kills_every_worker_is_given_up_and_says_so(
    settings: Settings, engine: Engine, session: Session
) -> None:
    ask_to_split(settings, session)
    for _attempt in range(MOST_ATTEMPTS):
        kill_at(settings, "at work")
        run_out(engine)
    with worker(settings):
        job = wait_for(engine, JobState.FAILED)
    assert job.message == "Tried 3 times, and each time the worker stopped without a word."
    with database.open_session(engine) as session:
        assert session.exec(select(func.count()).select_from(Claim)).one() == 0


def test_several_workers_share_the_work_and_do_each_job_once(
    settings: Settings, engine: Engine, session: Session
) -> None:
    factories.make_desk(session)
    read_key(settings)
    files = FileStore(settings.files_path)
    for number in range(8):
        values = ArticleValues(title=f"Ports {number}")
        add_article(session, files, read_paste(f"{number}. {TEXT}"), values, by="tests")
    with worker(settings), worker(settings):
        deadline = time.monotonic() + 2 * WAIT_SECONDS
        while count_done(engine) < 8:
            assert time.monotonic() < deadline
            time.sleep(0.1)
    with database.open_session(engine) as session:
        jobs = session.exec(select(Job).where(Job.kind == "split")).all()
        assert {(job.state, job.attempts) for job in jobs} == {(JobState.DONE, 1)}
        acts = select(func.count()).where(Revision.entity == "article", Revision.action == "article.split")
        assert session.exec(acts).one() == 8
        # One job of each stretch of the schedule, though both planned it.
        assert len(session.exec(select(Job).where(Job.kind == "tidy")).all()) == 1


def test_a_worker_that_is_told_to_stop_gives_its_job_back(
    settings: Settings, engine: Engine, session: Session
) -> None:
    job = ask_to_split(settings, session)
    with worker(settings) as process:
        wait_for_some(engine, job)
        process.send_signal(signal.SIGTERM)
        assert process.wait(WAIT_SECONDS) == 0
    found = wait_any(engine)
    assert (found.state, found.attempts) in {(JobState.QUEUED, 0), (JobState.DONE, 1)}
    with worker(settings):
        wait_for(engine, JobState.DONE)
    check_done_once(engine)


PAGE = "<!doctype html><title>Bridge</title><body><main><p>{words}</p></main>"
OPEN, CLOSED = "The bridge at Vell stood open on Monday.", "The bridge at Vell stood closed on Monday."
STEPS_OF_A_VISIT = [
    "after the claim",
    "before the page",
    "after the page",
    "after its files",
    "before the data's commit",
    "after the data's commit",
]


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with LocalSite() as site:
        site.pages["/bridge"] = respond(PAGE.format(words=OPEN))
        site.pages["/ferry"] = respond(PAGE.format(words="The ferry at Vell left on Monday in the rain."))
        yield site


def finish_after_kill(
    settings: Settings, engine: Engine, site: LocalSite, step: str, kind: str, job: Job
) -> Job:
    """Kill a worker at this step, and let the next one end the job."""
    hand_over(settings, job)
    kill_at(settings, step, kind, site)
    run_out(engine)
    with worker(settings, site=site):
        return wait_for(engine, JobState.DONE, kind)


def check_files(settings: Settings, session: Session) -> None:
    """Every file that a row names is there, as collected, and named by one link in its chain."""
    files = FileStore(settings.files_path)
    for snapshot in session.exec(select(Snapshot)):
        assert files.check(snapshot.sha256) == snapshot.size
        collected = select(Custody).where(
            Custody.snapshot_id == snapshot.id, Custody.act == CustodyAct.COLLECTED
        )
        assert len(session.exec(collected).all()) == 1
    assert check_history(session) == []


@pytest.mark.parametrize("step", STEPS_OF_A_VISIT)
def test_a_capture_killed_at_any_step_is_kept_once(
    settings: Settings, engine: Engine, session: Session, site: LocalSite, step: str
) -> None:
    factories.make_desk(session)
    evidence = factories.make_evidence(session, url=site.url("/bridge"))
    job = request_capture(engine, evidence, by="tests")
    job = finish_after_kill(settings, engine, site, step, "capture", job)

    session.commit()  # what the workers wrote is seen in a new transaction
    session.expire_all()
    [capture] = session.exec(select(Capture)).all()
    assert (capture.outcome, capture.status_code) == (CaptureOutcome.CAPTURED, 200)
    kept = session.exec(select(Snapshot).where(Snapshot.capture_id == capture.id)).all()
    assert sorted(file.role for file in kept) == sorted([FileRole.FILE, FileRole.TEXT, FileRole.WARC])
    check_files(settings, session)
    assert job.attempts == (1 if step == "after the data's commit" else 2)


@pytest.mark.parametrize("step", STEPS_OF_A_VISIT)
def test_an_article_fetched_again_by_a_worker_killed_at_any_step_has_one_new_version(
    settings: Settings, engine: Engine, session: Session, site: LocalSite, step: str
) -> None:
    factories.make_desk(session)
    article = factories.find_article(
        session, factories.make_article(session, CLOSED, url=site.url("/bridge"))
    )
    job = finish_after_kill(settings, engine, site, step, "fetch", ask_to_fetch(engine, article, by="tests"))

    session.commit()  # what the workers wrote is seen in a new transaction
    session.expire_all()
    versions = session.exec(select(ArticleVersion).where(ArticleVersion.article_id == article.id)).all()
    assert sorted(version.ordinal for version in versions) == [1, 2]
    [capture] = session.exec(select(Capture)).all()
    assert capture.outcome is CaptureOutcome.CHANGED
    check_files(settings, session)
    assert job.result["counts"] == {"updated": 1}
    assert job.attempts == (1 if step == "after the data's commit" else 2)


@pytest.mark.parametrize(
    "step", ["after the page", "after its files", "before a thing's commit", "after a thing's commit"]
)
def test_what_a_killed_import_took_in_is_told_as_added(
    settings: Settings, engine: Engine, session: Session, site: LocalSite, step: str
) -> None:
    """What came of a thing is written down with it: whoever takes over never finds it to be here already."""
    factories.make_desk(session)
    order = Order(addresses=f"{site.url('/bridge')}\n{site.url('/ferry')}\n")
    job = finish_after_kill(settings, engine, site, step, "import", ask_to_import(engine, order, by="tests"))

    session.commit()  # what the workers wrote is seen in a new transaction
    session.expire_all()
    assert job.result["counts"] == {"added": 2}
    assert len(session.exec(select(Article)).all()) == len(session.exec(select(Capture)).all()) == 2
    check_files(settings, session)


def count_done(engine: Engine) -> int:
    with database.open_session(engine) as session:
        done = select(func.count()).where(Job.kind == "split", Job.state == JobState.DONE)
        return int(session.exec(done).one())


def wait_for_some(engine: Engine, job: Job) -> None:
    _wait_until(engine, lambda found: found.state is not JobState.QUEUED)


def wait_any(engine: Engine) -> Job:
    return _wait_until(engine, lambda _found: True)


def _wait_until(engine: Engine, holds: Callable[[Job], bool]) -> Job:
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        with database.open_session(engine) as session:
            job = session.exec(select(Job).where(Job.kind == "split")).one()
        if holds(job):
            return job
        assert time.monotonic() < deadline
        time.sleep(0.02)
