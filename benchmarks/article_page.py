"""A long article with many claims must stay usable: drawing, page sizes, and what an act costs.

Prints the time to draw 400 overlapping claims on 100,000 characters, the sizes of the article page with its
assets and of the answers to acts (gzip -6, as a proxy would send them), and CPU beside a bare Flask page that
reads one row. Run: PYTHONPATH=. python benchmarks/article_page.py [CLAIMS]   (600)
"""

import gzip
import re
import sqlite3
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path

import seed
from flask import Flask
from flask.testing import FlaskClient
from seed import LOGIN, PASSWORD, seed_desk

from workbench.app import create_app
from workbench.domain.status import Status
from workbench.queries.article_claims import ArticleClaim
from workbench.web.article_text import draw_text

ROUNDS = 15
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
PART = {**SAME_ORIGIN, "HX-Request": "true"}


def time_cpu(act: Callable[[], object]) -> float:
    """Median CPU milliseconds of this process."""
    times = []
    for _ in range(ROUNDS):
        started = time.process_time()
        act()
        times.append((time.process_time() - started) * 1000)
    return statistics.median(times)


def draw_overlapping() -> float:
    text = ("word " * 19 + "end.\n") * 1_000
    rows = [make_claim(n, n * 240, min(n * 240 + 9_000, len(text))) for n in range(1, 401)]
    return time_cpu(lambda: draw_text(text, rows, []))


def make_claim(number: int, start: int, end: int) -> ArticleClaim:
    return ArticleClaim(
        id=uuid.UUID(int=number),
        number=number,
        title="t",
        status=Status.NEW,
        accepted=True,
        look_again=False,
        rating=None,
        has_claimant=False,
        slices=((start, end),),
    )


def log_in(client: FlaskClient) -> str:
    """Returns a token for forms."""
    token = find_token(client.get("/login").text)
    form = {"csrf_token": token, "login": LOGIN, "password": PASSWORD}
    assert client.post("/login", data=form, headers=SAME_ORIGIN).status_code == 303
    return find_token(client.get("/account").text)


def find_token(page: str) -> str:
    found = re.search(r'name="csrf[-_]token"[^>]*(?:value|content)="([^"]+)"', page)
    assert found is not None
    return found.group(1)


def weigh(client: FlaskClient, address: str) -> tuple[int, int, int]:
    """Bytes of a page, compressed, and compressed with every asset that it names."""
    page = client.get(address)
    assert page.status_code == 200, (address, page.status_code)
    names = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text)) | {
        "/static/vendor/pico/pico.fluid.classless.min.css"
    }
    assets = sum(len(gzip.compress(client.get(name).data, 6)) for name in names)
    packed = len(gzip.compress(page.data, 6))
    return len(page.data), packed, packed + assets


def time_bare(folder: Path) -> float:
    """A bare Flask page that reads one row of SQLite."""
    path = folder / "bare.db"
    with sqlite3.connect(path) as made:
        made.execute("create table claim (id integer primary key, title text)")
        made.execute("insert into claim values (1, 'One')")
    app = Flask("bare")

    @app.get("/")
    def show() -> str:
        with sqlite3.connect(path) as opened:
            return str(opened.execute("select title from claim where id = 1").fetchone()[0])

    client = app.test_client()
    return time_cpu(lambda: client.get("/"))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    seed.CLAIMS_PER_ARTICLE = count
    print(f"400 overlapping claims on 100,000 characters drawn in {draw_overlapping():.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        settings, engine = seed_desk(Path(folder), count)
        client = create_app(settings, engine).test_client()
        token = log_in(client)
        size, packed, whole = weigh(client, "/articles/A-1")
        print(f"page of {count} claims: {size:,} bytes, {packed:,} compressed, {whole:,} with assets")
        bare = time_bare(Path(folder))
        fields = {"csrf_token": token, "quote": "Forces of unit 6 are", "claim": "C-7"}
        acts: dict[str, Callable[[], object]] = {
            "open a card": lambda: client.get("/claims/C-7/card?in=A-1", headers=PART),
            "glance": lambda: client.get("/articles/A-1/glance", headers=PART),
            "the whole page": lambda: client.get("/articles/A-1"),
        }
        print(f"{'act':<20}{'CPU ms':>8}{'to bare':>9}{'bytes':>10}{'packed':>9}")
        for name, act in acts.items():
            answer = act()
            data: bytes = answer.data  # type: ignore[attr-defined]
            spent = time_cpu(act)
            packed = len(gzip.compress(data, 6))
            print(f"{name:<20}{spent:>8.1f}{spent / bare:>9.1f}{len(data):>10,}{packed:>9,}")
        for name, address in (("move a claim", "claims/C-7/up"), ("leave words out", "words/trim")):
            made = client.post(f"/articles/A-1/{address}", data=fields, headers=PART)
            assert made.status_code == 200, (name, made.status_code)
            print(f"{name:<20}{'':>17}{len(made.data):>10,}{len(gzip.compress(made.data, 6)):>9,}")


if __name__ == "__main__":
    main()
