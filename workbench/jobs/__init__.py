"""Work that takes time: the table of kinds, the schedule, the queue and what does a job."""

import uuid

from workbench.jobs.queue import Queue
from workbench.jobs.running import run_job
from workbench.jobs.schedule import plan_jobs
from workbench.jobs.storage import list_failures, open_huey
from workbench.services.job_work import Tools
from workbench.services.jobs import sweep_jobs
from workbench.settings import Settings

__all__ = ["Queue", "make_queue", "run_job"]


def make_queue(settings: Settings, tools: Tools, secret: bytes | str) -> Queue:
    """The queue of an installation; nothing runs before its start()."""

    def sweep() -> list[uuid.UUID]:
        plan_jobs(tools.engine)
        return sweep_jobs(tools.engine)

    return Queue(
        lambda: open_huey(settings, secret),
        lambda job_id, stopping: run_job(tools, job_id, stopping=stopping),
        list_failures(settings),
        sweep,
    )
