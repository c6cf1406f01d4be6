"""What a report on paper is made of: blocks and runs of words. How each looks is a format's own affair."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.pictures import Picture
from workbench.exports.directions import starts_right_to_left
from workbench.exports.links import find_link

# Kinds whose words are somebody's.
_WRITTEN = frozenset({"title", "text", "quote", "article", "aside"})


@dataclass(frozen=True, slots=True)
class Run:
    """Some words. `link` leads out, `target` to a block's `anchor`; `look` is strong, muted, code, badge or
    empty; `colour` a rating's token; `marks` the colours of the claims on the words of an article, outermost
    first; `note` is the text of a footnote that stands behind the words."""

    text: str
    look: str = ""
    link: str = ""
    target: str = ""
    colour: str = ""
    marks: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """`kind`: title, heading, text, small, lead (stands before a quote), quote, item, fact, article, aside,
    verdict or picture. `level` is a heading's, `term` a fact's name, `language` that of foreign words;
    `inner` blocks belong to the item before them; `picture` is what a picture shows, and then the runs say it
    in words."""

    kind: str
    runs: tuple[Run, ...]
    level: int = 0
    anchor: str = ""
    term: str = ""
    language: str = ""
    picture: Picture | None = None
    inner: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def right_to_left(self) -> bool:
        """Lines that the report words itself run from left to right, whoever they name first."""
        return self.kind in _WRITTEN and starts_right_to_left(self.text)


def make_picture(picture: Picture) -> Block:
    """A picture, with what it shows in words."""
    return Block("picture", (Run(picture.words),), picture=picture)


def make_heading(text: str, level: int, anchor: str = "") -> Block:
    """A heading of a level; others lead to it by `anchor`."""
    return Block("heading", (Run(text),), level=level, anchor=anchor)


def make_block(kind: str, *runs: Run) -> Block:
    """A block of these words; empty runs are left out."""
    return Block(kind, tuple(run for run in runs if run.text))


def make_paragraphs(kind: str, text: str) -> Iterator[Block]:
    """A block for each line of a text."""
    for line in text.splitlines():
        if line.strip():
            yield make_block(kind, Run(line))


def make_words(text: str) -> list[Run]:
    """A fact's words; none for an empty one."""
    return [Run(text)] if text else []


def make_address(url: str) -> Run:
    """A web address that leads to itself, where it may."""
    return Run(url, link=find_link(url) or "")


def join_runs(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs with commas between them."""
    for place, run in enumerate(runs):
        if place:
            yield Run(", ")
        yield run
