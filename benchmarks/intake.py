"""Taking in 100 pages by their address beside bare trafilatura on the same bytes, and the memory of both.

The pages are built here: an article of some 600 words between menus, teasers and a footer. Three ways in
turn: trafilatura alone (text and metadata), our reader in this process, and our reader as the desk runs it,
each page in a child of its own. Ratios are against trafilatura; the reader also keeps what trafilatura drops.
Memory is what this process holds more after the last page than after the first twenty.
Run: python benchmarks/intake.py [PAGES]
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from trafilatura import bare_extraction

from workbench.intake.apart import run_apart
from workbench.intake.web_page import read_body

ROUNDS = 3
WORDS = (
    *("army", "bridge", "city", "dam", "eight", "ferry", "grain", "harbour", "island", "judge", "king"),
    *("lake", "mayor", "north", "oil", "port", "quay", "river"),
)
URL = "https://courier.example/{number}"


def make_pages(count: int) -> list[tuple[str, bytes]]:
    chance = random.Random(7)  # noqa: S311 - words, no secrets
    return [(URL.format(number=number), _make_page(number, chance)) for number in range(count)]


def _make_page(number: int, chance: random.Random) -> bytes:
    def sentence(words: int) -> str:
        return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."

    menu = "".join(f"<li><a href='/{word}'>{word.title()}</a></li>" for word in WORDS)
    body = "".join(f"<p>{' '.join(sentence(12) for _ in range(5))}</p>" for _ in range(10))
    teasers = "".join(f"<div class='teaser'><a href='/t{n}'>{sentence(8)}</a></div>" for n in range(30))
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{sentence(6)} | Courier</title>"
        f"<link rel='canonical' href='{URL.format(number=number)}'>"
        "<meta property='og:site_name' content='Courier'>"
        "<meta property='article:published_time' content='2025-05-14T10:00:00Z'></head><body>"
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>{sentence(6)}</h1>"
        f"<p class='byline'>By Anna Holt</p>{body}</article><aside>{teasers}</aside></main>"
        f"<footer>© Courier {sentence(40)}</footer></body></html>"
    ).encode()


def read_bare(url: str, data: bytes) -> None:
    assert bare_extraction(data, url=url, with_metadata=True) is not None


def read_here(url: str, data: bytes) -> None:
    assert read_body(url, data, "text/html", "utf-8", url).author == "Anna Holt"


def read_in_child(url: str, data: bytes) -> None:
    assert run_apart(read_body, url, data, "text/html", "utf-8", url).author == "Anna Holt"


WAYS: dict[str, Callable[[str, bytes], None]] = {
    "trafilatura": read_bare,
    "reader": read_here,
    "reader, apart": read_in_child,
}


def measure_memory() -> int:
    """Bytes that this process holds, 0 where the system does not tell."""
    told = Path("/proc/self/status")
    lines = told.read_text().splitlines() if told.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS")), 0)


def main() -> None:
    pages = make_pages(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
    seconds: dict[str, list[float]] = {name: [] for name in WAYS}
    grown: dict[str, int] = {}
    for read in WAYS.values():
        read(*pages[0])  # what has to be loaded is
    for _ in range(ROUNDS):
        for name, read in WAYS.items():
            started, early = time.perf_counter(), 0
            for number, page in enumerate(pages):
                early = measure_memory() if number == 20 else early
                read(*page)
            seconds[name].append(time.perf_counter() - started)
            grown[name] = measure_memory() - early
    size = sum(len(data) for _, data in pages)
    print(f"{len(pages)} pages, {size / 1e6:.1f} MB, median of {ROUNDS} rounds in turn (by the clock)")
    bare = statistics.median(seconds["trafilatura"])
    for name, found in seconds.items():
        middle = statistics.median(found)
        each = f"{middle / len(pages) * 1000:6.1f} ms a page"
        print(f"{name:>14}  {each}  {middle / bare:5.2f} of trafilatura  memory {grown[name] / 1e6:+.1f} MB")


if __name__ == "__main__":
    main()
