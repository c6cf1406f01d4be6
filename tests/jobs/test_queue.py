"""The queue: it carries ids, survives a restart, and loads nothing that it did not sign."""

import threading
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import install
from workbench.jobs import Queue
from workbench.jobs.storage import list_failures, open_huey
from workbench.settings import Settings


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def lain(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Where a queue may lie."""
    with install(request, tmp_path_factory.mktemp("queue") / "data") as settings:
        yield settings


@pytest.fixture
def place(lain: Settings, tmp_path: Path) -> Settings:
    """An empty queue."""
    settings = lain if lain.database_url else replace(lain, data=tmp_path)
    huey = open_huey(settings, "secret")
    huey.storage.flush_queue()
    huey.storage.close()
    return settings


class Seen:
    """A job's function that notes what it was given."""

    def __init__(self) -> None:
        self.ids: list[uuid.UUID] = []
        self.done = threading.Event()

    def __call__(self, job_id: uuid.UUID, _stopping: threading.Event) -> None:
        self.ids.append(job_id)
        self.done.set()


def make_queue(place: Settings, run: Seen, left: tuple[uuid.UUID, ...] = (), key: str = "secret") -> Queue:
    return Queue(lambda: open_huey(place, key), run, list_failures(place), lambda: left)


def test_a_job_handed_over_is_run_by_the_consumer(place: Settings) -> None:
    seen, job_id = Seen(), uuid.uuid4()
    queue = make_queue(place, seen)
    queue.start()
    try:
        queue.hand_over(job_id)
        assert seen.done.wait(10)
    finally:
        queue.stop()
    assert seen.ids == [job_id]


def test_a_waiting_job_survives_a_restart(place: Settings) -> None:
    seen, job_id = Seen(), uuid.uuid4()
    make_queue(place, seen).hand_over(job_id)
    again = make_queue(place, seen)
    task = again.huey.dequeue()
    assert task is not None
    again.huey.execute(task)
    again.stop()
    assert seen.ids == [job_id]


def test_a_queue_loads_only_what_was_signed_with_its_own_key(place: Settings) -> None:
    make_queue(place, Seen(), key="another key").hand_over(uuid.uuid4())
    queue = make_queue(place, Seen(), (uuid.uuid4(),))
    queue.sweep()  # hands over beside it
    with pytest.raises(ValueError, match="ignature"):
        queue.huey.dequeue()
    queue.stop()


def test_stopping_what_was_never_started_does_no_harm(place: Settings) -> None:
    make_queue(place, Seen()).stop()


def test_many_threads_end_without_a_word(place: Settings, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(3):
        queue = make_queue(place, Seen())
        queue.start(threads=8)
        queue.stop()
    assert "shutdown hook" not in caplog.text


def test_what_nobody_holds_is_handed_over_at_the_start_and_stands_in_the_queue_once(place: Settings) -> None:
    left = uuid.uuid4()
    seen = Seen()
    queue = make_queue(place, seen, (left,))
    queue.sweep()
    queue.sweep()
    assert queue.huey.pending_count() == 1
    queue.start()
    try:
        assert seen.done.wait(10)
    finally:
        queue.stop()
    assert set(seen.ids) == {left}


NOWHERE = "postgresql+psycopg://nobody@127.0.0.1:1/none"


@pytest.mark.parametrize("address", ["", NOWHERE], ids=["sqlite", "postgresql"])
def test_a_queue_that_cannot_be_written_stops_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, address: str
) -> None:
    nowhere = Settings(data=tmp_path / "missing", database_url=address)
    make_queue(nowhere, Seen()).hand_over(uuid.uuid4())
    assert "the next sweep does it" in caplog.text


def test_a_mistake_of_ours_is_not_taken_for_a_queue_that_is_away(
    place: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = make_queue(place, Seen())
    monkeypatch.setattr(queue.huey.storage, "enqueue", lambda *_values: {}["no such"])
    with pytest.raises(KeyError):
        queue.hand_over(uuid.uuid4())
    queue.stop()


def test_two_processes_may_make_the_tables_at_once(place: Settings) -> None:
    failures: list[Exception] = []

    def open_it() -> None:
        try:
            huey = open_huey(place, "secret")
            huey.storage.queue_size()
            huey.storage.close()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
