"""Reads PolNeAR's files: text/*.txt and attributions/*.ann, offsets in code points."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.splitting.ours import Attributed
from benchmarks.splitting.words import Span


def read_texts(folder: Path) -> Iterator[tuple[Path, str]]:
    """Give the articles in the order of their names."""
    for path in sorted((folder / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            yield path, file.read()


def read_articles(folder: Path) -> Iterator[tuple[str, str, list[Attributed]]]:
    """Give each article's name and text with its attributions.

    An annotation's name ends in a mark for the annotator; where several did one article, the first counts.
    """
    annotations = sorted((folder / "attributions").glob("*.ann"), reverse=True)
    marked = {path.stem.rpartition("_")[0]: path for path in annotations}
    for path, text in read_texts(folder):
        yield path.stem, text, read_annotation(marked[path.stem].read_text(encoding="utf-8"))


def read_annotation(lines: str) -> list[Attributed]:
    """Read brat lines: T names spans, E ties a source, a cue and a content; without a cue it is none."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[str] = []
    for line in lines.split("\n"):
        fields = line.split("\t")
        if line.startswith("T"):
            spans[fields[0]] = _read_spans(fields[1].split(" ", 1)[1])
        elif line.startswith("E"):
            events.append(fields[1])
    found = []
    for event in events:
        roles: dict[str, tuple[Span, ...]] = {}
        for role, target in (part.split(":") for part in event.split()):
            role = role.rstrip("0123456789")
            roles[role] = roles.get(role, ()) + spans[target]
        if "Cue" in roles:
            found.append(Attributed(roles.get("Source", ()), roles["Cue"], list(roles.get("Content", ()))))
    return found


def _read_spans(written: str) -> tuple[Span, ...]:
    """Read "315 448;463 553"."""
    pairs = (piece.split() for piece in written.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)
