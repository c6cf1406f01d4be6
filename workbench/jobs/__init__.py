"""Work that takes time: the queue and its embedded consumer."""

from workbench.jobs.queue import Queue

__all__ = ["Queue"]
