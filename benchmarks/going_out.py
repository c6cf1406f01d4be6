"""What the guard and the process apart cost, each beside the same work without it, in one run.

The guard: fetching one page from a site on loopback, beside bare httpx with a client of its own each time.
The process apart: reading web pages, PDF and Word files through run_apart, beside the same function called
here, and beside a fresh interpreter for each file.
Run: python benchmarks/going_out.py
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import httpx

from tests.intake.documents import make_docx, make_pdf
from tests.local_site import LocalSite, respond
from workbench.fetching import Fetcher
from workbench.intake import docx, html, pdf
from workbench.intake.apart import run_apart

ROUNDS = 40
PAGE = "<html><body>" + "<p>Two bridges over the river were closed on Monday, the council said.</p>" * 300


def measure(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median milliseconds of one call, after one that warms up."""
    work()
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def measure_guard() -> None:
    with LocalSite() as site:
        site.pages["/"] = respond(PAGE)
        fetcher = Fetcher(site.rules())

        def get_bare() -> bytes:
            with httpx.Client(trust_env=False, verify=False) as client:  # noqa: S501 - plain http, no TLS
                return client.get(site.url(host="127.0.0.1")).content

        with httpx.Client(trust_env=False, verify=False) as kept:  # noqa: S501 - as above
            again = measure(lambda: kept.get(site.url(host="127.0.0.1"), headers={"Connection": "close"}))
        guarded, bare = measure(lambda: fetcher.fetch(site.url())), measure(get_bare)
    print(
        f"fetch: {guarded:.1f} ms guarded and recorded; {guarded / bare:.2f} of a new httpx client "
        f"({bare:.1f} ms), {guarded / again:.2f} of one that is kept ({again:.1f} ms)"
    )


def measure_apart() -> None:
    text = "Two bridges over the river were closed on Monday, the council said. " * 20
    for name, read, data in (
        ("page of 20 kB", html.read, PAGE.encode()),
        ("PDF of 30 pages", pdf.read, make_pdf(*[text[:80]] * 30)),
        ("Word of 200 paragraphs", docx.read, make_docx(*[text] * 200)),
    ):
        here = measure(partial(read, "a", data))
        apart = measure(partial(run_apart, read, "a", data))
        command = [
            sys.executable,
            "-c",
            f"import {read.__module__} as reader; getattr(reader, 'prepare', int)()",
        ]
        fresh = measure(partial(subprocess.run, command, check=True), rounds=5)
        more = apart - here
        print(
            f"{name}: {here:.1f} ms here, {apart:.1f} ms apart (x{apart / here:.1f}, +{more:.1f} ms); "
            f"a fresh interpreter would add {fresh:.0f} ms (x{fresh / more:.0f} of that)"
        )


if __name__ == "__main__":
    measure_guard()
    measure_apart()
