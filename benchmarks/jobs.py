"""What keeping jobs safe costs: jobs a second and pick-up time beside bare Huey, on files in the same folder.

1,000 jobs that do nothing go through the whole of it: inserted and committed, handed over, claimed, done and
ended in the job table. Then 1,000 tasks that do nothing through Huey alone, with as many threads. Then the
time from handing over to the function's first line, one job at a time, on an idle desk.

Run: python benchmarks/jobs.py [JOBS]
"""

import statistics
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from huey.consumer import Consumer

from workbench import database, schema
from workbench.jobs import make_queue
from workbench.jobs.kinds import KINDS
from workbench.jobs.queue import THREADS, Queue
from workbench.jobs.storage import open_huey
from workbench.models import Article
from workbench.services.desk import ensure_desk
from workbench.services.job_work import JobKind, Tools, Work
from workbench.services.jobs import add_job
from workbench.settings import Settings
from workbench.workshop import make_tools

KEY = "benchmark"
PICKED_UP = 30  # jobs whose pick-up is timed
PAUSE = 0.7  # seconds between them: longer than any worker sleeps, so that it has fallen asleep


class Counter:
    """Counts calls; `all_done` is set at the last one, `last` is when it came."""

    def __init__(self, wanted: int) -> None:
        self.wanted, self.count, self.last = wanted, 0, 0.0
        self.all_done, self._lock = threading.Event(), threading.Lock()

    def note(self) -> None:
        with self._lock:
            self.count, self.last = self.count + 1, time.perf_counter()
            if self.count == self.wanted:
                self.all_done.set()


def main(jobs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder) / "desk")
        engine = database.open_engine(settings)
        schema.upgrade(engine)
        with database.open_session(engine) as session:
            ensure_desk(session, by=KEY)
        tools = make_tools(settings, engine)
        bare = Settings(data=Path(folder))
        ours, ours_pick_up = run_ours(settings, tools, jobs)
        theirs, theirs_pick_up = run_bare(bare, jobs)
        engine.dispose()
    print(f"{'':14}{'jobs/s':>10}{'pick-up, ms (median, worst)':>32}")
    print(f"{'job table':14}{ours:>10.0f}{describe(ours_pick_up):>32}")
    print(f"{'bare Huey':14}{theirs:>10.0f}{describe(theirs_pick_up):>32}")
    print(f"{'ratio':14}{ours / theirs:>10.2f}")


def run_ours(settings: Settings, tools: Tools, jobs: int) -> tuple[float, list[float]]:
    counter = Counter(jobs)

    def do_nothing(_work: Work) -> None:
        counter.note()

    KINDS[KEY] = JobKind(do_nothing, "", "", "", Article)
    queue = make_queue(settings, tools, KEY)
    rate = time_all(queue.start, lambda: ask(queue, tools), counter, jobs)

    def pick_up() -> float:
        nonlocal counter
        counter = Counter(1)
        job_id = insert(tools)
        return time_one(lambda: queue.hand_over(job_id), counter)

    try:
        return rate, time_pick_ups(pick_up)
    finally:
        queue.stop()


def run_bare(settings: Settings, jobs: int) -> tuple[float, list[float]]:
    counter = Counter(jobs)
    huey = open_huey(settings, KEY)
    task = huey.task(name="nothing")(lambda: counter.note())
    consumer = Consumer(huey, workers=THREADS, check_worker_health=False)
    consumer._set_signal_handlers = lambda: None
    rate = time_all(consumer.start, task, counter, jobs)

    def pick_up() -> float:
        nonlocal counter
        counter = Counter(1)
        return time_one(task, counter)

    try:
        return rate, time_pick_ups(pick_up)
    finally:
        consumer.stop(graceful=True)
        huey.storage.close()


def time_all(start: Callable[[], object], add: Callable[[], object], counter: Counter, jobs: int) -> float:
    """Jobs a second from the first that is asked for to the last that is done."""
    start()
    began = time.perf_counter()
    for _ in range(jobs):
        add()
    counter.all_done.wait()
    return jobs / (counter.last - began)


def time_pick_ups(pick_up: Callable[[], float]) -> list[float]:
    found = []
    for _ in range(PICKED_UP):
        time.sleep(PAUSE)
        found.append(pick_up())
    return found


def time_one(add: Callable[[], object], counter: Counter) -> float:
    began = time.perf_counter()
    add()
    counter.all_done.wait()
    return (counter.last - began) * 1_000


def ask(queue: Queue, tools: Tools) -> None:
    queue.hand_over(insert(tools))


def insert(tools: Tools) -> uuid.UUID:
    with database.scratch(tools.engine) as session:
        return add_job(session, KEY, uuid.UUID(int=1), by=KEY).id


def describe(times: list[float]) -> str:
    return f"{statistics.median(times):.1f}, {max(times):.1f}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
