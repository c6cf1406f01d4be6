"""`workbench verify-files` beside plain sha256 over the same bytes: how much of the plain rate is left.

Fills a store with files of captures' sizes, each named by a record, and reads all of it both ways in turn.
The last figure is the ratio of the rates; at 1.0 verifying costs nothing but the hashing.
Run: python benchmarks/verify_files.py [FILES]   (6,000 files, about 2 GB)
"""

import hashlib
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from sqlmodel import Session

from workbench import database, history, schema
from workbench.files import FileStore
from workbench.models import Snapshot
from workbench.services.file_checks import FileTally, find_faults
from workbench.settings import Settings

ROUNDS = 5
SIZES = ((0.55, 20_000), (0.30, 250_000), (0.14, 1_500_000), (0.01, 5_000_000))  # share of files, bytes
BATCH = 500


def fill(session: Session, files: FileStore, count: int) -> None:
    chance = random.Random(7)  # noqa: S311 - sizes, no secrets
    for start in range(0, count, BATCH):
        with history.change(session, by="benchmark", action="files.made") as change:
            for _ in range(min(BATCH, count - start)):
                size = chance.choices([size for _, size in SIZES], [share for share, _ in SIZES])[0]
                size = max(1, int(size * chance.uniform(0.5, 1.5)))
                with files.receive() as incoming:
                    incoming.write(os.urandom(size))
                session.add(
                    Snapshot(
                        sha256=incoming.sha256, size=size, media_type="text/html", method="benchmark",
                        captured_at=change.at,
                    )
                )  # fmt: skip
        session.expunge_all()


def hash_plainly(root: Path) -> int:
    """The floor: nothing but reading and hashing, each file whole."""
    size = 0
    for folder in sorted(root.glob("[0-9a-f][0-9a-f]")):
        for path in sorted(folder.iterdir()):
            data = path.read_bytes()
            assert hashlib.sha256(data).hexdigest() == folder.name + path.name
            size += len(data)
    return size


def verify(session: Session, files: FileStore) -> int:
    tally = FileTally()
    assert list(find_faults(session, files, tally)) == []
    return tally.size


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 6000
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder))
        engine, files = database.open_engine(settings), FileStore(settings.files_path)
        schema.upgrade(engine)
        rates: dict[str, list[float]] = {"plain sha256": [], "verify-files": []}
        with database.open_session(engine) as session:
            fill(session, files, count)
            hash_plainly(files.root)  # once before: both find the bytes in memory
            for _ in range(ROUNDS):
                for name, run in (
                    ("plain sha256", lambda: hash_plainly(files.root)),
                    ("verify-files", lambda: verify(session, files)),
                ):
                    started = time.process_time()
                    size = run()
                    rates[name].append(size / (time.process_time() - started) / 1e6)
        engine.dispose()
    print(f"{count:,} files, {size / 1e6:,.0f} MB, median of {ROUNDS} rounds in turn (CPU time)")
    medians = {name: statistics.median(found) for name, found in rates.items()}
    for name, rate in medians.items():
        print(f"{name:>14}  {rate:7,.0f} MB/s  (lowest {min(rates[name]):,.0f})")
    print(f"{'ratio':>14}  {medians['verify-files'] / medians['plain sha256']:7.2f}")


if __name__ == "__main__":
    main()
