"""Way in: the address of a page. The fetcher is handed in; what it brings is read by its media type."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from workbench.domain.errors import BadInput
from workbench.domain.fetched import Answer
from workbench.domain.records import ArticleDraft
from workbench.intake import docx, html, pdf, plain
from workbench.intake.apart import run_apart
from workbench.intake.formats import ARTICLE, MEGABYTE, Format

FORMAT = Format(
    name="Address",
    reads="A page on the web (or a PDF, Word or text file there), fetched now",
    gives=ARTICLE,
    by="an address that begins with https:// or http://",
)
LOADED_APART = (*html.LOADED_APART, *docx.LOADED_APART)
MOST_PAGE_BYTES = 25 * MEGABYTE
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_READERS: dict[str, Callable[[str, bytes], ArticleDraft]] = {
    pdf.MEDIA_TYPE: pdf.read,
    docx.MEDIA_TYPE: docx.read,
    plain.MEDIA_TYPE: plain.read,
}
READ_TYPES = _HTML | frozenset(_READERS)
FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/xml", "text/xml"})
_STATUS_WORDS = {
    401: "it asks for a login",
    402: "it asks for payment",
    403: "it refuses programs like this one",
    404: "there is no such page",
    410: "the page was taken down",
    429: "it asks to come back later",
    451: "it is blocked for legal reasons",
}
# Hosts that are one site: a page for telephones names the other as its canonical address.
_SAME_SITE = ("www.", "m.", "mobile.", "amp.")


def read_answer(answer: Answer) -> ArticleDraft:
    """The article in what a site answered. Raises BadInput."""
    check_status(answer)
    if answer.media_type in FEED_TYPES:
        raise BadInput(f"{answer.final_url} is a feed, not a page: choose “Feed” for it.")
    if answer.media_type not in READ_TYPES:
        kind = answer.media_type or "something without a type"
        raise BadInput(f"The site answers with {kind}, which is not read as an article.")
    url = answer.final_url
    draft = run_apart(read_body, url, answer.body, answer.media_type, answer.charset, url, what="The page")
    return replace(draft, received=answer.body)


def check_status(answer: Answer) -> None:
    """Refuse an answer that is no page. Raises BadInput naming the number and what it means."""
    if 200 <= answer.status < 300:
        return
    words = _STATUS_WORDS.get(
        answer.status, "something is wrong there" if answer.status >= 500 else "no page"
    )
    raise BadInput(f"{urlsplit(answer.final_url).hostname} answers {answer.status}: {words}.")


def read_body(what: str, body: bytes, media_type: str, charset: str, url: str) -> ArticleDraft:
    """Bytes that came from `url` as an article of that address. Raises BadInput."""
    draft = read_as_named(what, body, media_type, charset, url)
    return replace(draft, url=choose_address(url, draft.url))


def read_as_named(what: str, body: bytes, media_type: str, charset: str, url: str) -> ArticleDraft:
    """The same with the address that the page itself names, be it of another site: good for telling whose
    words it carries, and not for where it is. Raises BadInput."""
    if media_type in _HTML:
        draft = html.read_bytes(what, body, charset, url)
    else:
        draft = _READERS[media_type](what, body)
    return replace(draft, name=_name(url))


def choose_address(fetched: str, named: str) -> str:
    """The address a page names as its own, if that is of the same site; else the one it was fetched from.
    A page of one site may not pass for one of another."""
    return named if named and _fold_host(named) == _fold_host(fetched) else fetched


def _fold_host(url: str) -> str:
    try:
        host = (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""
    for prefix in _SAME_SITE:
        host = host.removeprefix(prefix)
    return host


def _name(url: str) -> str:
    """The last part of an address's path, as a file's name."""
    try:
        return urlsplit(url).path.rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""
