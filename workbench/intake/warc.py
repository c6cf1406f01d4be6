"""Way in: a web archive (WARC). The pages and documents in it that answered well, each as an article."""

import io
from collections.abc import Iterator
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from workbench.domain.arrivals import Find
from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft
from workbench.intake import html
from workbench.intake.facts import clean_line, clean_url
from workbench.intake.formats import ARTICLES, MEGABYTE, Format
from workbench.intake.left_out import count_things
from workbench.intake.web_page import MOST_PAGE_BYTES, READ_TYPES, read_body

FORMAT = Format(
    name="Web archive",
    reads="A web archive (WARC), also packed: you choose among the pages in it",
    gives=ARTICLES,
    extensions=(".warc", ".warc.gz"),
    most_bytes=25 * MEGABYTE,
)
LOADED_APART = html.LOADED_APART
MOST_RECORDS = 20_000
MOST_PAGES = 500
MOST_UNPACKED = 200_000_000  # bytes of all records together
_KINDS = frozenset({"response", "resource", "conversion"})


def read_all(name: str, data: bytes) -> tuple[Find, ...]:
    """Each page of the archive in its order; the same page twice is found twice. Raises BadInput."""
    try:
        finds = tuple(_read_records(data))
    except (ArchiveLoadFailed, ValueError, OSError, EOFError, AttributeError, IndexError) as error:
        raise BadInput(f"“{name[:80]}” is no web archive, or a damaged one: {_tell(error)}") from error
    if not finds:
        raise BadInput(
            f"“{name[:80]}” holds no page or document that can be read. It may hold pictures, scripts or "
            "pages that did not answer."
        )
    return finds


def _read_records(data: bytes) -> Iterator[Find]:
    unpacked = pages = 0
    for number, record in enumerate(ArchiveIterator(io.BytesIO(data)), start=1):
        if number > MOST_RECORDS or unpacked > MOST_UNPACKED:
            raise BadInput("This web archive unpacks to more than is read here. Take a part of it.")
        if record.rec_type not in _KINDS:
            continue
        url, media_type, charset = _describe(record)
        body, length = _read_content(record)
        unpacked += length
        if media_type not in READ_TYPES or not _answered(record):
            continue
        pages += 1
        if pages > MOST_PAGES:
            yield Find(
                what=url or f"record {number}", problem=f"An archive is read up to its page {MOST_PAGES}."
            )
        else:
            yield _read_page(url or f"record {number}", url, media_type, charset, body, length)


def _read_page(what: str, url: str, media_type: str, charset: str, body: bytes, length: int) -> Find:
    if length > MOST_PAGE_BYTES:
        return Find(what, url=url, problem=f"It is too large: {length:,} bytes.")
    try:
        draft: ArticleDraft = read_body(what, body, media_type, charset, url)
    except BadInput as error:
        return Find(what, url=url, problem=str(error))
    return Find(what, draft, url=draft.url, title=draft.title, published_on=draft.published_on)


def _describe(record: Any) -> tuple[str, str, str]:
    """Address, media type and charset of what a record holds."""
    url = clean_url(record.rec_headers.get_header("WARC-Target-URI"))
    headers = record.http_headers if record.http_headers else record.rec_headers
    kind, _, rest = clean_line(headers.get_header("Content-Type")).partition(";")
    charset = next((part.partition("=")[2] for part in rest.split(";") if "charset" in part.lower()), "")
    return url, kind.strip().lower(), charset.strip(" \"'")


def _answered(record: Any) -> bool:
    return record.http_headers is None or record.http_headers.get_statuscode() == "200"


def _read_content(record: Any) -> tuple[bytes, int]:
    """The body as the browser saw it, kept up to the largest page, and how long it is up to a little more."""
    stream, length = record.content_stream(), 0
    parts: list[bytes] = []
    while chunk := stream.read(1 << 16):
        length += len(chunk)
        if length <= MOST_PAGE_BYTES:
            parts.append(chunk)
        if length > MOST_UNPACKED:
            break
    return b"".join(parts), length


def _tell(error: Exception) -> str:
    if isinstance(error, AttributeError | IndexError):  # the reader stumbled: its words are about itself
        return "a record in it cannot be read."
    words = clean_line(str(error)).partition(", first line")[0].rstrip(".")  # a line of noise tells nothing
    return f"{words[:200]}." if words else count_things(1, "record") + " cannot be read."
