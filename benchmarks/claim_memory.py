"""How well earlier claims are found, and what it costs as the desk grows.

Puts the fact-checked claims of a folder of posts and claims (verified_claims.docs.tsv; dev/ with queries and
qrels) onto a real SQLite desk, asks the product's own code for each post, and prints MAP@5 beside plain BM25
over every claim; then the CPU time of a question on desks of growing size. Beyond the folder's own claims a
desk is filled with claims made of halves of two of them, so that words are as common as in life.

Run: python benchmarks/claim_memory.py FOLDER [SIZE ...]   (1,000, 10,000 and 100,000 claims)
"""

import csv
import math
import random
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from workbench import database, history, schema
from workbench.domain.memory.words import split_words
from workbench.domain.statements import ClaimKind
from workbench.domain.status import Origin
from workbench.models import Claim
from workbench.queries.claim_memory import Wording, find_earlier, rank_earlier
from workbench.settings import Settings

SIZES = (1_000, 10_000, 100_000)
QUESTIONS = 60  # posts asked on each size of desk
AT_ONCE = 1_000
DEPTH = 5

Ranking = Callable[[str], Sequence[int]]


def main() -> None:
    if len(sys.argv) < 2 or not (Path(sys.argv[1]) / "verified_claims.docs.tsv").exists():
        sys.exit("Name the folder that holds verified_claims.docs.tsv and dev/.")
    folder = Path(sys.argv[1])
    sizes = [int(text) for text in sys.argv[2:]] or SIZES
    claims = read_claims(folder)
    posts, wanted = read_posts(folder / "dev")
    with tempfile.TemporaryDirectory() as data:
        measure_finding(Path(data) / "all", claims, posts, wanted)
        measure_growth(Path(data), claims, list(posts.values()), sizes)


def measure_finding(
    data: Path, claims: list[tuple[str, str]], posts: dict[int, str], wanted: dict[int, set[int]]
) -> None:
    """MAP@5 of the product and of plain BM25, over the same claims and posts."""
    engine = fill_desk(data, claims, len(claims))
    plain = PlainRanking([f"{title} {statement}" for title, statement in claims])
    with database.open_session(engine) as session:
        # Claims are numbered from 1 in the order of the file.
        ours = find_map(lambda post: [one.number - 1 for one in rank_earlier(session, post)], posts, wanted)
    theirs = find_map(plain.rank, posts, wanted)
    print(f"MAP@{DEPTH} of {len(posts)} posts among {len(claims):,} claims")
    print(f"  the product   {ours:.3f}")
    print(f"  plain BM25    {theirs:.3f}")


def measure_growth(data: Path, claims: list[tuple[str, str]], posts: list[str], sizes: Sequence[int]) -> None:
    """CPU milliseconds for one question, to rank and to compare, on desks of these sizes."""
    engines = {size: fill_desk(data / str(size), claims, size) for size in sizes}
    times: dict[int, list[float]] = defaultdict(list)
    # In turn, so that a busy machine slows all of them alike; the first questions warm caches.
    for place, post in enumerate(posts[: QUESTIONS + 10]):
        for size, engine in engines.items():
            with database.open_session(engine) as session:
                started = time.process_time()
                find_earlier(session, Wording("", post), sight=True)
                if place >= 10:
                    times[size].append((time.process_time() - started) * 1000)
    first = statistics.median(times[sizes[0]])
    print("\nCPU ms for one question\n{:>12}{:>10}{:>10}{:>8}".format("claims", "median", "95%", "ratio"))
    for size in sizes:
        median, high = statistics.median(times[size]), sorted(times[size])[int(len(times[size]) * 0.95)]
        print(f"{size:>12,}{median:>10.1f}{high:>10.1f}{median / first:>8.2f}")


def find_map(rank: Ranking, posts: dict[int, str], wanted: dict[int, set[int]]) -> float:
    """Mean average precision of the first DEPTH claims."""
    total = 0.0
    for number, post in posts.items():
        right, hits = 0.0, 0
        for place, claim in enumerate(rank(post)[:DEPTH], 1):
            if claim in wanted[number]:
                hits += 1
                right += hits / place
        total += right / min(len(wanted[number]), DEPTH)
    return total / len(posts)


class PlainRanking:
    """BM25 as it stands in textbooks: every word as written, over every claim."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.counts = [Counter(split_words(text)) for text in texts]
        self.lengths = [sum(counts.values()) for counts in self.counts]
        self.usual = statistics.fmean(self.lengths)
        self.holding: dict[str, list[int]] = defaultdict(list)
        for place, counts in enumerate(self.counts):
            for word in counts:
                self.holding[word].append(place)

    def rank(self, post: str) -> list[int]:
        scores: dict[int, float] = defaultdict(float)
        for word in set(split_words(post)):
            places = self.holding.get(word, [])
            weight = math.log(1 + (len(self.counts) - len(places) + 0.5) / (len(places) + 0.5))
            for place in places:
                count, length = self.counts[place][word], self.lengths[place] / self.usual
                scores[place] += weight * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length))
        return sorted(scores, key=lambda place: (-scores[place], place))


def read_claims(folder: Path) -> list[tuple[str, str]]:
    """Title and statement of each fact-checked claim, in the file's order."""
    with (folder / "verified_claims.docs.tsv").open(newline="", encoding="utf-8") as file:
        return [(row[2], row[1]) for row in list(csv.reader(file, delimiter="\t"))[1:]]


def read_posts(folder: Path) -> tuple[dict[int, str], dict[int, set[int]]]:
    """Posts by number, and the claims that each repeats."""
    with (folder / "tweets.queries.tsv").open(newline="", encoding="utf-8") as file:
        posts = {int(row[0]): row[1] for row in list(csv.reader(file, delimiter="\t"))[1:]}
    wanted: dict[int, set[int]] = defaultdict(set)
    for line in (folder / "tweet-vclaim-pairs.qrels").read_text("utf-8").splitlines():
        post, _, claim, _ = line.split()
        wanted[int(post)].add(int(claim))
    return posts, wanted


def fill_desk(data: Path, claims: list[tuple[str, str]], size: int) -> Engine:
    """A SQLite desk with this many accepted claims, written through the one door."""
    engine = database.open_engine(Settings(data=data))
    schema.upgrade(engine)
    now = datetime.now(UTC)
    made = make_claims(claims, size)
    for start in range(0, size, AT_ONCE):
        with (
            database.open_session(engine) as session,
            history.change(session, by="benchmark", action="claim.added"),
        ):
            for title, statement in (next(made) for _ in range(min(AT_ONCE, size - start))):
                claim = Claim(
                    number=history.next_number(session, Claim),
                    title=title,
                    statement=statement,
                    origin=Origin.IMPORT,
                    accepted_at=now,
                    kind=ClaimKind.EVENT,
                    created_at=now,
                )
                session.add(claim)
    return engine


def make_claims(claims: list[tuple[str, str]], size: int) -> Iterator[tuple[str, str]]:
    """The claims themselves, then ones made of the first half of one and the second half of another."""
    yield from claims[:size]
    chance = random.Random(1)  # noqa: S311 - the same desk each time
    while True:
        (one_title, one), (other_title, other) = chance.choice(claims), chance.choice(claims)
        yield _join(one_title, other_title), _join(one, other)


def _join(one: str, other: str) -> str:
    first, second = one.split(), other.split()
    return " ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])


if __name__ == "__main__":
    main()
