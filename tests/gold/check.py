"""`python -m tests.gold.check FILE…`: what is wrong with an annotation, and where."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.gold.reader import GoldError, read_annotation


def main(names: list[str]) -> int:
    """Print the faults of each file; 1 if there were any."""
    faulty = 0
    for name in names:
        try:
            article = read_annotation(Path(name))
        except GoldError as error:
            print(error)
            faulty = 1
        else:
            print(
                f"{article.name}: {len(article.claims)} claims, {len(article.furniture)} pieces of furniture"
            )
    return faulty


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
