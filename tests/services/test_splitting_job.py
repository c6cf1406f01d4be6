"""The job that splits a long article: done once, whatever happens to its worker."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from tests import factories
from workbench import database, history
from workbench.domain.errors import RuleBroken
from workbench.files import FileStore
from workbench.intake import read_paste
from workbench.jobs.running import run_job
from workbench.models import Appearance, Article, ArticleVersion, Claim, Furniture, Job, JobState
from workbench.queries.article_claims import list_all
from workbench.queries.articles import get_version
from workbench.queries.claims import list_article_claims
from workbench.queries.history_check import check_history
from workbench.queries.jobs import list_unfinished
from workbench.services.article_versions import add_version
from workbench.services.articles import ArticleValues, add_article
from workbench.services.job_work import Progress
from workbench.services.jobs import retry_job, sweep_jobs
from workbench.settings import Settings
from workbench.workshop import make_tools

TEXT = "El puerto fue cerrado el lunes por la tormenta.\n\nLa alcaldesa abrió el puente el viernes.\n"


def make_job(engine: Engine, text: str = TEXT, **values: Any) -> tuple[ArticleVersion, Job]:
    with database.open_session(engine) as session:
        version = factories.make_article(session, text)
    job = Job(
        kind="split",
        args={"article_version": str(version.id)},
        subject_id=version.article_id,
        actor="tests",
        created_at=factories.NOON,
        **values,
    )
    with database.scratch(engine) as session:
        session.add(job)
    return version, job


def run(engine: Engine, job: Job, progress: Progress | None = None) -> bool:
    return run_job(make_tools(Settings(data=Path("unused")), engine), job.id, progress)


def read_job(engine: Engine, job: Job) -> Job:
    with database.open_session(engine) as session:
        return session.get_one(Job, job.id)


def set_job(engine: Engine, job: Job, **values: Any) -> None:
    with database.scratch(engine) as session:
        found = session.get_one(Job, job.id)
        for name, value in values.items():
            setattr(found, name, value)


def count_claims(engine: Engine, version: ArticleVersion) -> int:
    with database.open_session(engine) as session:
        query = select(Claim).join(Appearance, col(Appearance.claim_id) == col(Claim.id))
        return len(session.exec(query.where(col(Appearance.article_version_id) == version.id)).all())


def test_running_it_twice_makes_its_claims_once(store: Engine) -> None:
    version, job = make_job(store)
    steps: list[tuple[int, int]] = []
    run(store, job, lambda done, total: steps.append((done, total)))
    made = count_claims(store, version)
    assert made > 0
    assert steps == [(1, 2), (2, 2)]
    run(store, job)
    assert count_claims(store, version) == made
    done = read_job(store, job)
    assert (done.state, done.done == done.total, done.finished_at is None) == (JobState.DONE, True, False)


def test_of_several_workers_at_once_one_does_it(store: Engine) -> None:
    version, job = make_job(store)
    gate = threading.Barrier(4)

    def work() -> None:
        gate.wait()
        run(store, job)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other, again = make_job(store)
    run(store, again)
    assert count_claims(store, version) == count_claims(store, other)
    assert read_job(store, job).state is JobState.DONE


def test_what_goes_wrong_thrice_is_given_up_in_words_until_a_person_asks_again(store: Engine) -> None:
    version, job = make_job(store)
    with database.open_session(store) as session:
        with history.change(session, by="tests", action="tests.broken"):
            beyond = factories.build_furniture(version.id, 5, 10_000)
            session.add(beyond)
        for attempt in (1, 2, 3):
            assert run(store, job)
            found = read_job(store, job)
            assert (found.attempts, count_claims(store, version)) == (attempt, 0)
            assert "ValueError: furniture range 5-10000" in found.message
            if attempt < 3:
                assert found.state is JobState.QUEUED
                assert found.not_before is not None
                assert found.not_before > datetime.now(UTC)
                assert not run(store, job)  # not due yet
                set_job(store, job, not_before=None)
        assert (found.state, found.message[:15]) == (JobState.FAILED, "Tried 3 times. ")
        assert not run(store, job)  # a failed job waits for a person
        factories.edit(session, session.get_one(Furniture, beyond.id), unmarked_at=factories.NOON)
    retry_job(store, found)
    assert run(store, job)
    assert (read_job(store, job).state, read_job(store, job).message) == (JobState.DONE, "")
    with pytest.raises(RuleBroken, match="already"):
        retry_job(store, found)


def test_a_job_is_taken_over_only_from_a_worker_that_fell_silent(store: Engine) -> None:
    now = datetime.now(UTC)
    busy = make_job(store, state=JobState.RUNNING, lease_until=now + timedelta(seconds=30))
    dead = make_job(store, state=JobState.RUNNING, lease_until=now - timedelta(seconds=1))
    waiting = sweep_jobs(store)
    assert dead[1].id in waiting
    assert busy[1].id not in waiting
    for version, job in (busy, dead):
        assert run(store, job) is (job is dead[1])
        assert (count_claims(store, version) > 0) is (job is dead[1])


def test_a_worker_that_was_given_up_adds_nothing_and_spoils_nothing(store: Engine) -> None:
    version, job = make_job(store)

    def fall_silent(done: int, _total: int) -> None:
        # While this worker parses its second paragraph, its lease runs out and another one does the job.
        if done == 2:
            set_job(store, job, lease_until=datetime.now(UTC) - timedelta(seconds=1))
            run(store, job)

    run(store, job, fall_silent)
    assert read_job(store, job).state is JobState.DONE
    other, again = make_job(store)
    run(store, again)
    assert count_claims(store, version) == count_claims(store, other)


def test_a_long_article_shows_its_job_until_it_is_done(
    rows: Session, store: Engine, files: FileStore
) -> None:
    text = "El puerto fue cerrado el lunes por la tormenta del norte. " * 300
    added = add_article(rows, files, read_paste(text), ArticleValues("Port"), by="tests")
    assert added.job is not None
    [found] = list_unfinished(rows, added.article.id, sight=True)
    assert found.job.id == added.job.id
    rows.commit()  # its picture of the database ends here
    run(store, added.job)
    assert list_unfinished(rows, added.article.id, sight=True) == []
    rows.refresh(added.article)
    assert added.article.version == 2


def test_the_history_of_all_this_is_whole(rows: Session) -> None:
    assert check_history(rows) == []


def test_mending_the_article_while_it_is_split_loses_nothing(engine: Engine) -> None:
    version, job = make_job(engine)

    def mend(_done: int, _total: int) -> None:
        with database.open_session(engine) as session:
            article = session.get_one(Article, version.article_id)
            if article.title != "Mended":
                factories.edit(session, article, title="Mended")

    run(engine, job, mend)
    assert read_job(engine, job).state is JobState.DONE
    assert count_claims(engine, version) == 2


def test_a_long_article_is_split_as_finely_as_asked(rows: Session, store: Engine, files: FileStore) -> None:
    text = "The troops took Orlen on Monday and captured a gun. " * 400
    values = ArticleValues("Gun")
    added = add_article(rows, files, read_paste(text), values, by="tests", granularity="sentence")
    assert added.job is not None
    assert get_version(rows, added.article).granularity == "sentence"
    rows.commit()
    run(store, added.job)
    [row] = list_article_claims(rows, get_version(rows, added.article), sight=True)
    assert row.claim.statement == "The troops took Orlen on Monday and captured a gun"


def test_claims_found_after_a_newer_text_came_stand_in_that_one_too(store: Engine, files: FileStore) -> None:
    first, job = make_job(store)
    with database.open_session(store) as session:
        article = session.get_one(Article, first.article_id)
        draft = read_paste(TEXT + "\nLa feria empieza el domingo.\n")
        add_version(session, files, article, draft, by="tests")
    assert run(store, job)
    with database.open_session(store) as session:
        article = session.get_one(Article, first.article_id)
        said = set(session.exec(select(Appearance.claim_id).where(Appearance.article_version_id == first.id)))
        shown = {row.id for row in list_all(session, get_version(session, article))}
    assert said
    assert shown > said, "beside the claim that is new in it"
