"""Jobs on the web: the list, one job until it ends, stopping, trying again, and who sees what."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX
from tests.web.work import run_jobs
from workbench import database, history
from workbench.domain.outcomes import Counted, Item, Outcome
from workbench.models import Furniture, Job, JobState
from workbench.services.jobs import MOST_ATTEMPTS, cancel_job

TEXT = "El puerto fue cerrado el lunes por la tormenta.\n"


def make_job(desk: RunningDesk, *, broken: bool = False, **values: Any) -> Job:
    """A job that splits an article; `broken` makes it go wrong."""
    with desk.open() as session:
        version = factories.make_article(session, TEXT, title="Ports")
        if broken:
            with history.change(session, by="tests", action="tests.broken"):
                session.add(factories.build_furniture(version.id, 5, 10_000))
    wanted = {
        "kind": "split",
        "args": {"article_version": str(version.id)},
        "subject_id": version.article_id,
        "actor": "tests",
        "created_at": factories.NOON,
    }
    job = Job(**{**wanted, **values})
    with database.scratch(desk.engine) as session:
        session.add(job)
    return job


def read_job(desk: RunningDesk, job: Job) -> Job:
    with desk.open() as session:
        return session.get_one(Job, job.id)


def test_a_job_page_asks_again_until_the_job_has_ended(desk: RunningDesk) -> None:
    job = make_job(desk)
    waiting = desk.viewer.get(f"/jobs/{job.id}", HTMX)
    assert "<html" not in waiting.text
    assert "every 3s" in waiting.text
    assert "Look again" in waiting.text  # without JavaScript
    run_jobs(desk)
    done = desk.viewer.get(f"/jobs/{job.id}", HTMX).text
    assert "The article is split." in done
    assert "Show its claims" in done
    assert "every" not in done
    assert '<p id="job-said" hx-swap-oob="innerHTML">The article is split.</p>' in done
    assert "job-said" in desk.viewer.read(f"/jobs/{job.id}")


def test_the_bar_says_how_far_it_is(desk: RunningDesk) -> None:
    lease = factories.NOON + timedelta(days=400_000)
    job = make_job(
        desk, state=JobState.RUNNING, lease_until=lease, worker="w", done=30, total=1_200, attempts=2
    )
    part = desk.viewer.get(f"/jobs/{job.id}", HTMX).text
    for words in ('value="30" max="1200"', "30 of 1,200", "attempt 2", "every 1s"):
        assert words in part
    with database.scratch(desk.engine) as session:
        session.get_one(Job, job.id).cancel = True
    page = desk.checker.read(f"/jobs/{job.id}")
    assert "Stopping at the next safe point." in page
    assert ">Stop<" not in page


def test_what_failed_says_why_and_is_tried_again(desk: RunningDesk) -> None:
    job = make_job(desk, broken=True)
    for _attempt in range(MOST_ATTEMPTS):
        assert "furniture range" not in desk.viewer.read("/jobs").split(str(job.id))[0]
        run_jobs(desk)
    page = desk.viewer.read(f"/jobs/{job.id}")
    assert "this failed. Tried 3 times. ValueError: furniture range" in page
    assert "Try again" not in page  # a viewer may not
    assert desk.viewer.post(f"/jobs/{job.id}/retry").status_code == 403
    with desk.open() as session:
        beyond = session.exec(select(Furniture).where(Furniture.end == 10_000)).all()[-1]
        factories.edit(session, beyond, unmarked_at=factories.NOON)
    assert "Try again" in desk.checker.read(f"/jobs/{job.id}")
    assert desk.checker.save(f"/jobs/{job.id}/retry") == f"/jobs/{job.id}"
    assert desk.checker.post(f"/jobs/{job.id}/retry").status_code == 422  # it waits already
    run_jobs(desk)
    assert "The article is split." in desk.viewer.read(f"/jobs/{job.id}")


def test_a_job_that_waits_is_stopped_at_once_and_taken_up_again(desk: RunningDesk) -> None:
    job = make_job(desk)
    assert desk.viewer.post(f"/jobs/{job.id}/cancel").status_code == 403
    answer = desk.checker.post(f"/jobs/{job.id}/cancel", HTMX)
    assert "stopped. What was finished before stays." in answer.text
    assert desk.checker.post(f"/jobs/{job.id}/cancel").status_code == 422
    run_jobs(desk)
    assert read_job(desk, job).state is JobState.CANCELLED
    desk.checker.save(f"/jobs/{job.id}/retry")
    run_jobs(desk)
    assert read_job(desk, job).state is JobState.DONE


def test_a_job_that_runs_is_asked_to_stop(desk: RunningDesk) -> None:
    job = make_job(desk, state=JobState.RUNNING, lease_until=factories.NOON, worker="w", attempts=1)
    cancel_job(desk.engine, job)
    assert read_job(desk, job).cancel
    run_jobs(desk)  # its worker died before it heard: the sweep ends it
    assert read_job(desk, job).state is JobState.CANCELLED


def test_the_result_is_told_item_by_item(desk: RunningDesk) -> None:
    items = [
        Item("a.html", Outcome.ADDED, reference="A-1"),
        Item("<b>.pdf", Outcome.REFUSED, why="It holds no text."),
        Item("c.txt", Outcome.SKIPPED, why="It is here already."),
    ]
    told = Counted()
    for item in items:
        told.add(item)
    job = make_job(desk, state=JobState.DONE, result=told.to_plain())
    page = desk.viewer.read(f"/jobs/{job.id}")
    for words in (
        "1</span> added",
        "&lt;b&gt;.pdf",
        "It holds no text.",
        "It is here already.",
        "/articles/A-1",
    ):
        assert words.replace("1</span> added", "1 added") in page
    assert "1 refused" in desk.viewer.read("/jobs")


def test_a_job_about_a_withheld_source_is_not_there_for_who_may_not_see_it(desk: RunningDesk) -> None:
    with desk.open() as session:
        claim = factories.make_claim(session)
        secret = factories.make_source(session, "Informant", withheld=True)
        evidence = factories.make_evidence(session, claim, source=secret)
    about = [make_job(desk, subject_id=subject, kind="capture") for subject in (evidence.id, secret.id)]
    for job in about:
        assert desk.owner.get(f"/jobs/{job.id}").status_code == 200
        assert desk.viewer.get(f"/jobs/{job.id}").status_code == 404
        assert str(job.id) not in desk.viewer.read("/jobs")
        assert str(job.id) in desk.owner.read("/jobs")


def test_a_kind_of_an_older_version_and_a_subject_that_is_gone_still_have_a_page(desk: RunningDesk) -> None:
    job = make_job(desk, kind="mend-it", subject_id=uuid.uuid4(), state=JobState.DONE)
    assert "mend-it" in desk.viewer.read(f"/jobs/{job.id}")


def test_older_jobs_are_a_page_further(desk: RunningDesk) -> None:
    for day in range(60):
        make_job(desk, state=JobState.DONE, created_at=factories.NOON - timedelta(days=day + 1_000))
    first = desk.viewer.read("/jobs")
    assert "Older" in first
    assert desk.viewer.get("/jobs?before=nonsense").status_code == 200
    assert desk.viewer.read("/jobs?before=2020-01-01T00:00:00%2B00:00").count("<tr data-row") == 0


@pytest.mark.parametrize("address", [f"/jobs/{uuid.UUID(int=0)}", "/jobs/nonsense"])
def test_a_job_that_never_was_is_not_found(desk: RunningDesk, address: str) -> None:
    assert desk.viewer.get(address).status_code == 404
