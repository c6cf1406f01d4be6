"""Which kept pages are due, and how politely they are visited."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from tests import factories
from tests.visiting import make_visiting_tools
from workbench import database
from workbench.domain.captures import CaptureOutcome
from workbench.domain.status import Status
from workbench.fetching import Fetcher, FetchRules
from workbench.files import FileStore
from workbench.jobs.running import run_job
from workbench.models import Capture, Claim, Desk, Evidence, Job, JobState, Source
from workbench.queries.desk import get_desk
from workbench.services.captures import CAPTURE_JOB, SCHEDULE
from workbench.services.jobs import add_job
from workbench.services.rechecks import RECHECK_JOB, SPACING


@pytest.fixture
def desk(session: Session) -> Desk:
    factories.make_desk(session, recheck_days=7)
    return get_desk(session)


def plan(engine: Engine, desk: Desk, tmp_path: Path) -> None:
    """What the schedule has a worker do every hour."""
    files, fetcher = FileStore(tmp_path / "files"), Fetcher(FetchRules(offline=True))
    with database.scratch(engine) as session:
        job = add_job(session, RECHECK_JOB, desk.id, by=SCHEDULE)
    assert run_job(make_visiting_tools(engine, files, fetcher), job.id)


def make(session: Session, url: str, outcome: CaptureOutcome = CaptureOutcome.CAPTURED) -> Evidence:
    claim = factories.make_claim(session)
    source = factories.make_source(session, f"Source of {url} {id(claim)}")
    evidence = factories.make_evidence(session, claim, source, url=url)
    factories.make_capture(session, evidence, outcome=outcome)
    return evidence


def read_jobs(session: Session) -> dict[str, list[Job]]:
    """Planned visits by host."""
    session.commit()
    found: dict[str, list[Job]] = {}
    query = select(Job).where(col(Job.kind) == CAPTURE_JOB).order_by(col(Job.not_before))
    for job in session.exec(query):
        url = session.get_one(Evidence, job.subject_id).url
        found.setdefault(urlsplit(url).hostname or "", []).append(job)
    return found


def test_what_is_due_is_asked_for_once_with_a_minute_between_visits_to_one_host(
    session: Session, engine: Engine, desk: Desk, tmp_path: Path
) -> None:
    for number in range(3):
        make(session, f"https://one.example/{number}")
    make(session, "https://two.example/", CaptureOutcome.GONE)
    for _ in range(2):
        plan(engine, desk, tmp_path)
    jobs = read_jobs(session)
    assert {host: len(found) for host, found in jobs.items()} == {"one.example": 3, "two.example": 1}
    starts = [job.not_before for job in jobs["one.example"]]
    assert [later - first for first, later in pairwise(starts)] == [SPACING, SPACING]
    assert {job.actor for found in jobs.values() for job in found} == {SCHEDULE}
    assert {job.state for found in jobs.values() for job in found} == {JobState.QUEUED}


def test_what_nobody_waits_for_is_left_in_peace(
    session: Session, engine: Engine, desk: Desk, tmp_path: Path
) -> None:
    make(session, "https://refused.example/", CaptureOutcome.REFUSED)
    withdrawn = make(session, "https://withdrawn.example/")
    factories.edit(session, withdrawn, withdrawn_at=factories.NOON)
    gone = make(session, "https://claim.example/")
    factories.edit(session, session.get_one(Claim, gone.claim_id), status=Status.WITHDRAWN)
    fresh = make(session, "https://fresh.example/")
    factories.make_capture(
        session, fresh, outcome=CaptureOutcome.REFUSED, captured_at=datetime.now(UTC) - timedelta(days=1)
    )
    factories.make_evidence(session, url="https://never.example/")
    plan(engine, desk, tmp_path)
    assert read_jobs(session) == {}


def test_a_desk_that_does_not_want_it_visits_nothing(
    session: Session, engine: Engine, tmp_path: Path
) -> None:
    factories.make_desk(session)
    make(session, "https://one.example/")
    plan(engine, get_desk(session), tmp_path)
    assert read_jobs(session) == {}


def test_nothing_of_a_withheld_source_is_visited_by_itself(
    session: Session, engine: Engine, desk: Desk, tmp_path: Path
) -> None:
    """Neither what would be planned from now on, nor what was planned before it was withheld."""
    evidence = make(session, "https://witness.example/")
    plan(engine, desk, tmp_path)
    [planned] = read_jobs(session)["witness.example"]
    factories.edit(session, session.get_one(Source, evidence.source_id), withheld=True)
    with database.scratch(engine) as writing:
        writing.get_one(Job, planned.id).not_before = None
    tools = make_visiting_tools(engine, FileStore(tmp_path / "files"), Fetcher(FetchRules(offline=True)))
    assert run_job(tools, planned.id)
    session.expire_all()
    assert session.get_one(Job, planned.id).state is JobState.DONE
    assert len(session.exec(select(Capture).where(Capture.evidence_id == evidence.id)).all()) == 1
    plan(engine, desk, tmp_path)
    assert [job.id for job in read_jobs(session)["witness.example"]] == [planned.id]
