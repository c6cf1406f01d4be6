"""A real `workbench worker` that stands still at one step of its work, says so, and waits to be killed:
`python -m tests.jobs.held_worker STEP KIND PORT --data DIR`. Without a step it is a worker like any other.

KIND is the kind of job that it stands still in. With a PORT it may go out to a local site there, under any
name, and nowhere else: no setting allows that, so it is put in here.
"""

import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.local_site import make_rules
from workbench import jobs, workshop
from workbench.cli import main
from workbench.fetching import Fetcher, FetchRules
from workbench.jobs import running
from workbench.jobs.kinds import KINDS
from workbench.services import article_versions, articles, captures, imports
from workbench.services.job_work import Work

Which = Callable[[Callable[..., Any]], Callable[..., Any]]


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


def hold_at(owner: Any, name: str, which: Which) -> Callable[[str], None]:
    return lambda _kind: setattr(owner, name, which(getattr(owner, name)))


def hold_kind(which: Which) -> Callable[[str], None]:
    def put(kind: str) -> None:
        KINDS[kind] = replace(KINDS[kind], run=which(KINDS[kind].run))

    return put


def hold_stored(_kind: str) -> None:
    """Behind the files of a visit, before their rows."""
    for module, name in ((captures, "visit"), (article_versions, "keep_visit"), (articles, "keep_visit")):
        hold_at(module, name, after)("")


STEPS: dict[str, Callable[[str], None]] = {
    "before the claim": hold_at(running, "_claim", before),
    "after the claim": hold_kind(before),
    "at work": hold_at(Work, "report", after),
    "before the data's commit": hold_at(Work, "end", after),
    "after the data's commit": hold_kind(after),
    "in the sweep": hold_at(jobs, "sweep_jobs", after),
    "while handing over": hold_at(jobs.Queue, "hand_over", before),
    # Of jobs that go out, and that take several things in.
    "before the page": hold_at(Fetcher, "fetch", before),
    "after the page": hold_at(Fetcher, "fetch", after),
    "after its files": hold_stored,
    "before a thing's commit": hold_at(Work, "keep", after),
    "after a thing's commit": hold_at(imports, "take_find", after),
    "": lambda _kind: None,
}


def go_to(port: int) -> None:
    """Every name leads to this port of loopback; nothing is drawn."""
    rules: FetchRules = make_rules(port)
    workshop.make_fetch_rules = lambda _settings, _engine: rules
    workshop.find_browser = lambda _browser: None


if __name__ == "__main__":
    step, kind, port = (sys.argv.pop(1) for _ in range(3))
    if port:
        go_to(int(port))
    STEPS[step](kind)
    main(["worker", *sys.argv[1:]])
