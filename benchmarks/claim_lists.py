"""A page of 50 claims out of many must cost what it costs out of a few.

Seeds two desks, asks both for the same pages in turn, and prints the server's CPU time per page and the ratio
between the two desks. Run: python benchmarks/claim_lists.py [SMALL] [LARGE]   (1,000 and 100,000 claims)
"""

import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from flask.testing import FlaskClient
from seed import LOGIN, PASSWORD, seed_desk

from workbench.app import create_app

ROUNDS = 40
PAGES = {
    "newest 50": "/claims",
    "50 in the middle": "/claims?before={middle}",
    "oldest 50": "/claims?before=51",
    "by status": "/claims?status=new",
    "proposals (none)": "/claims?stage=proposed",
    "by claimant": "/claims?claimant=1",
    "rare word": "/claims?q=unit+77",
    "common word": "/claims?q=crossing",
}


def log_in(client: FlaskClient) -> None:
    page = client.get("/login").text
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert found is not None
    form = {"csrf_token": found.group(1), "login": LOGIN, "password": PASSWORD}
    answer = client.post("/login", data=form, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 303, answer.status_code


def open_client(data: Path, claims: int) -> FlaskClient:
    started = time.perf_counter()
    settings, engine = seed_desk(data, claims)
    print(f"{claims:>9,} claims written in {time.perf_counter() - started:.0f} s")
    client = create_app(settings, engine).test_client()
    log_in(client)
    return client


def measure(client: FlaskClient, address: str) -> float:
    """CPU milliseconds of this process for one page."""
    started = time.process_time()
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return (time.process_time() - started) * 1000


def main() -> None:
    small, large = (int(text) for text in [*sys.argv[1:3], "1000", "100000"][:2])
    with tempfile.TemporaryDirectory() as folder:
        clients = {size: open_client(Path(folder) / str(size), size) for size in (small, large)}
        heads = (f"of {small:,}", f"of {large:,}", "ratio")
        print("\nmedian CPU ms\n{:<20}{:>12}{:>14}{:>8}".format("page of 50 claims", *heads))
        for name, template in PAGES.items():
            times: dict[int, list[float]] = {small: [], large: []}
            for _ in range(ROUNDS):
                for size, client in clients.items():
                    times[size].append(measure(client, template.format(middle=size // 2)))
            few, many = (statistics.median(times[size][5:]) for size in (small, large))
            print(f"{name:<20}{few:>12.1f}{many:>14.1f}{many / few:>8.2f}")


if __name__ == "__main__":
    main()
