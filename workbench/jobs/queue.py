"""The queue and its consumer, inside the web process or in a worker of its own."""

import logging
import threading
import uuid
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from huey import Huey, crontab
from huey.consumer import Consumer, Scheduler, Worker

THREADS = 2  # so that a long job does not hold up a short one
STOP_SECONDS = 1.0  # how long a running job may take to come to its next safe point when the process ends
IDLE_SECONDS = 0.5  # the longest a worker sleeps while another process may put something into the file

log = logging.getLogger(__name__)


class WakingWorker(Worker):  # type: ignore[misc]  # Huey has no types
    """Huey's worker, woken as soon as its own process hands something over."""

    wake: threading.Event

    def sleep(self) -> None:
        self.wake.wait(min(self.delay, self.max_delay))
        self.delay *= self.backoff
        if not self.stop_flag.is_set():
            self.wake.clear()


class ClosingScheduler(Scheduler):  # type: ignore[misc]
    """Huey's scheduler, which would leave its connection open when it ends."""

    close: Callable[[], None]

    def shutdown(self) -> None:
        self.close()


class QuietConsumer(Consumer):  # type: ignore[misc]
    """Huey's consumer without its signal handlers: signals belong to the process it lives in."""

    worker_class = WakingWorker
    scheduler_class = ClosingScheduler

    def __init__(self, huey: Huey, wake: threading.Event, close: Callable[[], None], **options: Any) -> None:
        self.wake = wake
        self.close = close
        super().__init__(huey, **options)

    def _create_scheduler(self) -> Scheduler:
        scheduler = super()._create_scheduler()
        scheduler.close = self.close
        return scheduler

    def _create_worker(self) -> Worker:
        worker = super()._create_worker()
        worker.wake = self.wake
        return worker

    def _set_signal_handlers(self) -> None:
        pass


class Queue:
    """`run` does a job, given its id and an event that asks it to give the job back; it must be harmless
    when run twice. `failures` are what the queue's own database raises when it is busy, full or away.
    `sweep` names the jobs that nobody holds: they are handed over at the start and every minute, so that
    what a dead worker left is taken up again.
    """

    def __init__(
        self,
        open_huey: Callable[[], Huey],
        run: Callable[[uuid.UUID, threading.Event], object],
        failures: tuple[type[Exception], ...],
        sweep: Callable[[], Sequence[uuid.UUID]] = tuple,
    ) -> None:
        self._open_huey = open_huey
        self._run = run
        self._failures = failures
        self._list_left = sweep
        self._stopping = threading.Event()
        self._wake = threading.Event()
        self._closing = threading.Lock()
        self._consumer: QuietConsumer | None = None

    @cached_property
    def huey(self) -> Huey:
        """Opened when it is first needed: a command that hands nothing over leaves no queue behind."""
        huey = self._open_huey()
        self._task = huey.task(name="run_job")(lambda job_id: self._run(uuid.UUID(job_id), self._stopping))
        huey.periodic_task(crontab(minute="*"), name="sweep")(self.sweep)
        huey.on_shutdown(name="close")(self._close)  # each thread has a connection that listens
        return huey

    def hand_over(self, job_id: uuid.UUID) -> None:
        """Put a committed job in the queue. Handing it over twice does no harm, and a queue that cannot be
        written now does none either: the next sweep finds the job."""
        try:
            self.huey  # noqa: B018 - opens it, and with it the task
            self._task(str(job_id))
        except self._failures:
            log.exception("Job %s was not handed over; the next sweep does it.", job_id)
        self._wake.set()
        self._close_unused()

    def sweep(self) -> None:
        """Hand over what nobody holds and what is not in the queue already."""
        left = self._list_left()
        queued = self._list_queued() if left else set()
        for job_id in left:
            if str(job_id) not in queued:
                self.hand_over(job_id)
        self._close_unused()

    def start(self, threads: int = THREADS) -> None:
        """Start the consumer's threads in this process."""
        self._stopping.clear()
        self.sweep()
        self._consumer = QuietConsumer(
            self.huey,
            self._wake,
            self._close,
            workers=threads,
            max_delay=IDLE_SECONDS,
            check_worker_health=False,
            shutdown_timeout=STOP_SECONDS,
        )
        self._consumer.start()

    def stop(self) -> None:
        """Stop the consumer. A running job is given back at its next safe point; one that comes to none in
        STOP_SECONDS is left to its lease."""
        self._stopping.set()
        if self._consumer is not None:
            self._consumer.stop_flag.set()
            self._wake.set()
            self._consumer.stop(graceful=True)
            self._consumer = None
        self._close_unused()

    def _close_unused(self) -> None:
        """A process that only hands over keeps no connection open."""
        if self._consumer is None and "huey" in vars(self):
            self._close()

    def _close(self) -> None:
        with self._closing:  # Huey looks whether it is open before it takes its own lock
            self.huey.storage.close()

    def _list_queued(self) -> set[str]:
        try:
            return {task.args[0] for task in self.huey.pending() if task.args}
        except ValueError:  # somebody else's signature among them: a worker drops it
            return set()
