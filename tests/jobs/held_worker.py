"""A real `workbench worker` that stands still at one step of its work, says so, and waits to be killed:
`python -m tests.jobs.held_worker STEP --data DIR`. Without a step it is a worker like any other."""

import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from workbench import jobs
from workbench.cli import main
from workbench.jobs import running
from workbench.jobs.kinds import KINDS
from workbench.services import splitting
from workbench.services.job_work import Work

SPLIT = KINDS["split"]


def hold() -> None:
    print("held", flush=True)
    threading.Event().wait()


def before(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, once the worker is let go: never."""

    def held(*given: Any, **named: Any) -> Any:
        hold()
        return function(*given, **named)

    return held


def after(function: Callable[..., Any]) -> Callable[..., Any]:
    def held(*given: Any, **named: Any) -> Any:
        answer = function(*given, **named)
        hold()
        return answer

    return held


def hold_splitting(which: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
    KINDS["split"] = replace(SPLIT, run=which(SPLIT.run))


STEPS: dict[str, Callable[[], None]] = {
    "before the claim": lambda: setattr(running, "_claim", before(running._claim)),
    "after the claim": lambda: hold_splitting(before),
    "at work": lambda: setattr(Work, "report", after(Work.report)),
    "before the data's commit": lambda: setattr(Work, "end", after(Work.end)),
    "after the data's commit": lambda: hold_splitting(after),
    "in the sweep": lambda: setattr(jobs, "sweep_jobs", after(jobs.sweep_jobs)),
    "while handing over": lambda: setattr(jobs.Queue, "hand_over", before(jobs.Queue.hand_over)),
    "": lambda: None,
}

if __name__ == "__main__":
    assert splitting.split_stored is SPLIT.run
    STEPS[sys.argv.pop(1)]()
    main(["worker", *sys.argv[1:]])
