"""Huey with its consumer inside the web process: the queue carries a job's id and nothing else."""

import uuid
from collections.abc import Callable, Sequence
from pathlib import Path

from huey import SqliteHuey, crontab
from huey.consumer import Consumer
from huey.serializer import SignedSerializer


class EmbeddedConsumer(Consumer):  # type: ignore[misc]
    """Huey's consumer without its signal handlers: signals belong to the web server it lives in."""

    def _set_signal_handlers(self) -> None:
        pass


class Queue:
    """A queue in its own SQLite file. `run` does a job, given its id; it must be harmless when run twice.

    `list_waiting` names the jobs that nobody holds: they are handed over at the start and every minute, so
    that what a dead worker left is taken up again.
    """

    def __init__(
        self,
        path: Path,
        secret: str,
        run: Callable[[uuid.UUID], object],
        list_waiting: Callable[[], Sequence[uuid.UUID]] = tuple,
    ) -> None:
        serializer = SignedSerializer(secret=secret)  # Huey pickles: only what we signed is ever loaded
        self.huey = SqliteHuey("workbench", filename=str(path), results=False, serializer=serializer)
        self._consumer: EmbeddedConsumer | None = None

        def run_job(job_id: str) -> None:
            run(uuid.UUID(job_id))

        def sweep() -> None:
            for job_id in list_waiting():
                self.hand_over(job_id)

        self._sweep = sweep
        self._task = self.huey.task()(run_job)
        self.huey.periodic_task(crontab(minute="*"))(sweep)

    def hand_over(self, job_id: uuid.UUID) -> None:
        """Put a committed job in the queue. Handing it over twice does no harm."""
        self._task(str(job_id))

    def start(self) -> None:
        """Start the consumer's threads in this process."""
        self._sweep()
        self._consumer = EmbeddedConsumer(self.huey, workers=1, periodic=True, check_worker_health=False)
        self._consumer.start()

    def stop(self) -> None:
        """Stop the consumer; a job that is running is left to its lease."""
        if self._consumer is not None:
            self._consumer.stop(graceful=False)
            self._consumer = None
