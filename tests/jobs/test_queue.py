"""The queue: it carries ids, survives a restart, and loads nothing that it did not sign."""

import threading
import uuid
from pathlib import Path

import pytest

from workbench.jobs import Queue


def test_a_job_handed_over_is_run_by_the_embedded_consumer(tmp_path: Path) -> None:
    done, seen = threading.Event(), []

    def run(job_id: uuid.UUID) -> None:
        seen.append(job_id)
        done.set()

    queue, job_id = Queue(tmp_path / "queue.db", "secret", run), uuid.uuid4()
    queue.hand_over(job_id)
    queue.start()
    try:
        assert done.wait(10)
    finally:
        queue.stop()
    assert seen == [job_id]


def test_a_waiting_job_survives_a_restart(tmp_path: Path) -> None:
    seen: list[uuid.UUID] = []
    job_id = uuid.uuid4()
    Queue(tmp_path / "queue.db", "secret", seen.append).hand_over(job_id)
    again = Queue(tmp_path / "queue.db", "secret", seen.append)
    task = again.huey.dequeue()
    assert task is not None
    again.huey.execute(task)
    assert seen == [job_id]


def test_a_queue_loads_only_what_was_signed_with_its_own_key(tmp_path: Path) -> None:
    Queue(tmp_path / "queue.db", "another key", lambda _job: None).hand_over(uuid.uuid4())
    queue = Queue(tmp_path / "queue.db", "secret", lambda _job: None)
    with pytest.raises(ValueError, match="ignature"):
        queue.huey.dequeue()


def test_stopping_what_was_never_started_does_no_harm(tmp_path: Path) -> None:
    Queue(tmp_path / "queue.db", "secret", lambda _job: None).stop()


def test_what_nobody_holds_is_handed_over_at_the_start(tmp_path: Path) -> None:
    left, done = uuid.uuid4(), threading.Event()
    seen: list[uuid.UUID] = []

    def run(job_id: uuid.UUID) -> None:
        seen.append(job_id)
        done.set()

    queue = Queue(tmp_path / "queue.db", "secret", run, lambda: [left])
    queue.start()
    try:
        assert done.wait(10)
    finally:
        queue.stop()
    assert seen == [left]
