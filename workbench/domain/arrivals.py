"""What an import finds in the things it is given. What became of them is counted in outcomes.py."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from workbench.domain.fetched import Answer
from workbench.domain.records import ArticleDraft


@dataclass(frozen=True, slots=True)
class VerdictDraft:
    """Another fact-checker's published verdict. `rating` is their label as printed; the numbers are text."""

    publisher: str
    url: str
    rating: str
    rating_value: str = ""
    best: str = ""
    worst: str = ""
    reviewed_on: date | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim that arrives ready made. `words` is its quote; without one the statement stands for it.

    `url`, `article` and `outlet` name what it was said in. `details` are lines of what else is told about
    it: they are kept beside the words and are no part of them.
    """

    statement: str
    words: str
    title: str = ""
    claimant: str = ""
    claimant_is_person: bool = False
    said_on: date | None = None
    url: str = ""
    article: str = ""
    outlet: str = ""
    tags: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    verdict: VerdictDraft | None = None


@dataclass(frozen=True, slots=True)
class Find:
    """One thing in what arrived: an entry of a feed, a row of a table, a page of a web archive.

    `what` names it for a person ("row 3"). It holds an article or a claim; `is_address` says that
    the page at `url` is the better article, if it can be fetched. `problem` says why it can't be taken in.
    """

    what: str
    article: ArticleDraft | None = None
    claim: ClaimDraft | None = None
    url: str = ""
    title: str = ""
    published_on: date | None = None
    problem: str = ""
    is_address: bool = False


@dataclass(frozen=True, slots=True)
class Readers:
    """The ways in, handed to services, which may not know them: everything in a file of this name and these
    bytes (a table of claims with its columns), every address of a list, the article in what a site answered.
    Each raises BadInput."""

    read_finds: Callable[[str, bytes, dict[str, str] | None], tuple[Find, ...]]
    read_addresses: Callable[[str], tuple[Find, ...]]
    read_answer: Callable[[Answer], ArticleDraft]
