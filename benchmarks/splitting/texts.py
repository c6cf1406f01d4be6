"""The texts that speed and memory are measured on."""

from itertools import cycle, islice

from benchmarks.splitting.figures import NotMeasured, Options
from benchmarks.splitting.polnear_files import read_texts
from tests.gold.reader import FOLDER, read_text

ARTICLE_WORDS = 750


def collect_articles(options: Options, count: int) -> list[str]:
    """Give so many articles: PolNeAR's where it is there, else our own, over and over."""
    folders = [options.data / "polnear" / part for part in ("train", "dev")] if options.data else []
    texts = [text for folder in folders for _, text in read_texts(folder)] or read_own()
    return list(islice(cycle(texts), count))


def read_own() -> list[str]:
    """Give the articles of tests/gold as they come off a page."""
    texts = [read_text(path) for path in sorted(FOLDER.glob("*.txt"))]
    if not texts:
        raise NotMeasured("not measured: there are no articles in tests/gold")
    return texts


def make_prose(words: int) -> str:
    """Give whole lines of our own articles, about so many words in all."""
    lines: list[str] = []
    total = 0
    for line in "\n\n".join(read_own()).split("\n"):
        if total + len(line.split()) / 2 > words:
            break
        lines.append(line)
        total += len(line.split())
    return "\n".join(lines)
