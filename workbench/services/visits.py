"""One visit to an address: fetched, judged against what was kept before, and stored. Writes no row."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from urllib.parse import urlsplit

from workbench.domain.captures import (
    SHOWS_PAGE,
    CaptureOutcome,
    FileRole,
    Seen,
    describe_status,
    digest_words,
    judge_visit,
)
from workbench.domain.errors import BadInput, FetchError, FetchRefused
from workbench.domain.fetched import Answer, Exchange, PageRead
from workbench.domain.names import clean_file_name
from workbench.fetching import Fetcher
from workbench.fetching.pictures import Browser, Pictures
from workbench.files import FileStore
from workbench.files.warc import MEDIA_TYPE, write_warc

TOOL = f"claim-workbench {version('claim-workbench')}"
TEXT_TYPE = "text/plain; charset=utf-8"
UNTYPED = "application/octet-stream"
FETCHED = "fetched by the workbench"
_HTML = frozenset({"text/html", "application/xhtml+xml"})

# An answer's readable words, its page furniture left out, and its own address; raises BadInput for no words.
WordsReader = Callable[[Answer], PageRead]


@dataclass(frozen=True, slots=True)
class Visitor:
    """What a visit is made with. `browser` is None where Chromium is not installed."""

    files: FileStore
    fetcher: Fetcher
    read_words: WordsReader
    browser: Browser | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A file that is stored already and waits for its row."""

    role: FileRole
    sha256: str
    size: int
    media_type: str
    name: str
    method: str


@dataclass(frozen=True, slots=True)
class Visit:
    """What was found. `final_url` is where redirects ended, `canonical_url` the address by which the page
    wants to be known, `words_sha256` names the readable words."""

    outcome: CaptureOutcome
    message: str = ""
    final_url: str = ""
    canonical_url: str = ""
    status: int | None = None
    words_sha256: str = ""
    pieces: tuple[Piece, ...] = ()


def visit(
    visitor: Visitor, url: str, before: Seen | None, *, who: str, about: str, robots: bool = False
) -> Visit:
    """Go to `url`, and store what is worth keeping. `who` and `about` stand in the archive; `robots` asks the
    site's robots.txt first, and those of its parts' sites. Raises FetchFailed when no answer came: another
    time it may."""
    try:
        answer = visitor.fetcher.fetch(url, robots=robots)
    except FetchRefused as error:
        return end_badly(visitor.files, error, who=who, about=about)
    read, unread = _read_words(visitor, answer)
    words = read.words
    now = Seen(digest_words(words), hashlib.sha256(answer.body).hexdigest())
    outcome = judge_visit(answer.status, now, before)
    found = Visit(outcome, unread, answer.final_url, read.url, answer.status)
    if outcome not in SHOWS_PAGE:
        host = urlsplit(answer.final_url).hostname or answer.final_url
        pieces = (keep_warc(visitor.files, answer, who, about),)
        return replace(found, message=describe_status(host, answer.status), pieces=pieces)
    found = replace(found, words_sha256=now.words_sha256)
    if outcome is CaptureOutcome.UNCHANGED:
        return found  # what is kept already is not kept twice
    pictures = _draw(visitor, answer, robots)
    return _keep_page(visitor, answer, found, words, pictures, who=who, about=about)


def end_badly(files: FileStore, error: FetchError, *, who: str, about: str) -> Visit:
    """What is kept where no page was brought in: what went over the line until then, if anything came."""
    refused = isinstance(error, FetchRefused)
    pieces = keep_broken(files, error.exchanges, who, about)
    return Visit(
        CaptureOutcome.REFUSED if refused else CaptureOutcome.FAILED, str(error), pieces=tuple(pieces)
    )


def _read_words(visitor: Visitor, answer: Answer) -> tuple[PageRead, str]:
    """The words, and why there are none."""
    try:
        return visitor.read_words(answer), ""
    except BadInput as error:
        return PageRead(""), f"No readable words: {error}"


def _keep_page(
    visitor: Visitor, answer: Answer, found: Visit, words: str, pictures: Pictures, *, who: str, about: str
) -> Visit:
    files, name = visitor.files, name_file(answer)
    pieces = [keep_warc(files, answer, who, about, pictures.exchanges), keep_answer(files, answer)]
    if words:
        data = words.encode()
        pieces.append(
            _keep(files, FileRole.TEXT, data, TEXT_TYPE, f"{name}.txt", "words read by the workbench")
        )
    pieces += _keep_pictures(files, pictures, name)
    return replace(found, message=_join(found.message, pictures.message), pieces=tuple(pieces))


def keep_answer(files: FileStore, answer: Answer) -> Piece:
    """The decoded bytes of the page as a file."""
    return _keep(files, FileRole.FILE, answer.body, _name_type(answer), name_file(answer), FETCHED)


def _name_type(answer: Answer) -> str:
    """The media type as the site declares it, with the charset that its words are in."""
    kind = answer.media_type or UNTYPED
    return f"{kind}; charset={answer.charset}" if answer.charset else kind


def _draw(visitor: Visitor, answer: Answer, robots: bool) -> Pictures:
    if answer.media_type not in _HTML:
        return Pictures()
    if visitor.browser is None:
        return Pictures(message="No screenshot: Chromium is not installed here.")
    return visitor.browser.draw(answer, visitor.fetcher, robots=robots)


def _keep_pictures(files: FileStore, pictures: Pictures, name: str) -> Iterator[Piece]:
    if pictures.screenshot:
        yield _keep(
            files, FileRole.SCREENSHOT, pictures.screenshot, "image/png", f"{name}.png", pictures.method
        )
    if pictures.pdf:
        yield _keep(files, FileRole.PDF, pictures.pdf, "application/pdf", f"{name}.pdf", pictures.method)


def _keep(files: FileStore, role: FileRole, data: bytes, media_type: str, name: str, method: str) -> Piece:
    return Piece(role, files.put(data), len(data), media_type, name, method)


def keep_warc(
    files: FileStore, answer: Answer, who: str, about: str, parts: Sequence[Exchange] = ()
) -> Piece:
    """The page's own exchanges, and those of the styles and images that it was drawn with."""
    return _keep_exchanges(files, [*answer.exchanges, *parts], answer.final_url, who, about)


def keep_broken(files: FileStore, exchanges: Sequence[Exchange], who: str, about: str) -> Iterator[Piece]:
    """The archive of a visit that came to no answer; none where nothing came at all."""
    if exchanges:
        yield _keep_exchanges(files, exchanges, exchanges[-1].url, who, about)


def _keep_exchanges(
    files: FileStore, exchanges: Sequence[Exchange], final_url: str, who: str, about: str
) -> Piece:
    info = {
        "software": TOOL,
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "operator": who,
        "description": about,
    }
    facts = {"capturedBy": who, "capturedFor": about, "tool": TOOL, "finalAddress": final_url}
    with files.receive() as incoming:
        write_warc(incoming, exchanges, info, facts)
    name = f"{_name_address(final_url)}.warc.gz"
    return Piece(FileRole.WARC, incoming.sha256, incoming.size, MEDIA_TYPE, name, FETCHED)


def name_file(answer: Answer) -> str:
    """A name to show and to save under: the host, and the address's last part that is not empty."""
    return _name_address(answer.final_url)


def _name_address(url: str) -> str:
    parts = urlsplit(url)
    last = next((part for part in reversed(parts.path.split("/")) if part), "")
    return clean_file_name(f"{parts.hostname or 'page'} {last}".strip())[:100]


def _join(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
