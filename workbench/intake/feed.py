"""Way in: an RSS or Atom feed. Each entry is an address, and beside it the words in the feed."""

import io
from calendar import timegm
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from workbench.domain.arrivals import Find
from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft
from workbench.intake.facts import Facts, clean_line, clean_url
from workbench.intake.file_kinds import check_kind, has_markup
from workbench.intake.formats import ARTICLES, MEGABYTE, Format
from workbench.intake.html import Page, read_page
from workbench.intake.limits import check_text_size
from workbench.intake.text_rules import check_characters, check_words, unify_newlines

FORMAT = Format(
    name="Feed",
    reads="An RSS or Atom feed, from its address or a file; you choose among its entries",
    gives=ARTICLES,
    extensions=(".rss", ".atom", ".xml"),
    most_bytes=5 * MEGABYTE,
)
LOADED_APART = ("feedparser",)
MEDIA_TYPE = "text/html"
MOST_ENTRIES = 500


def read_all(name: str, data: bytes) -> tuple[Find, ...]:
    """The feed's entries, newest first as it has them. Raises BadInput when it is no feed or has none."""
    check_kind(name, data)
    # A stream: a text or a file name would be opened or fetched. Nothing in the feed is altered.
    import feedparser  # noqa: PLC0415 - slow to load, for feeds alone

    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    entries = list(feed.get("entries", ()))
    if not feed.get("version") and not entries:
        raise BadInput(
            f"“{name[:80]}” is no RSS or Atom feed. Look on the site for a link "
            "that says RSS, and give that one."
        )
    if not entries:
        raise BadInput("This feed has no entries at the moment.")
    outlet = clean_line(feed.get("feed", {}).get("title"))
    return tuple(_read_entry(entry, number, outlet) for number, entry in enumerate(entries, start=1))


def _read_entry(entry: Any, number: int, outlet: str) -> Find:
    title, url = clean_line(_strip(entry.get("title"))), clean_url(entry.get("link"))
    day = _read_day(entry)
    what = url or f"entry {number}"
    found = Find(what, url=url, title=title, published_on=day, is_address=bool(url))
    if number > MOST_ENTRIES:
        return replace(found, problem=f"A feed is read up to its entry {MOST_ENTRIES}.")
    try:
        return replace(found, article=_read_words(entry, outlet, found))
    except BadInput as error:
        return found if url else replace(found, problem=f"It has no address, and no words: {error}")


def _read_words(entry: Any, outlet: str, found: Find) -> ArticleDraft:
    """The words that the feed itself carries: the whole article or a summary. Raises BadInput for none."""
    source = next((clean for clean in map(_get_value, _list_bodies(entry)) if clean.strip()), "")
    check_characters(source, "The entry")
    page = read_page(source) if has_markup(source) else Page(source, (), Facts())
    text = page.text
    check_words(text, "The entry")
    check_text_size(text, "The entry")
    return ArticleDraft(
        text=text,
        received=source.encode(),
        media_type=MEDIA_TYPE,
        title=found.title,
        url=found.url,
        author=clean_line(entry.get("author")),
        outlet=outlet,
        published_on=found.published_on,
        furniture=page.furniture,
        left_out=("what the feed itself leaves out: these are the feed's words, not the page's",),
    )


def _list_bodies(entry: Any) -> list[Any]:
    return [*entry.get("content", ()), entry.get("summary_detail"), entry.get("summary")]


def _get_value(body: Any) -> str:
    value = body.get("value") if isinstance(body, dict) else body
    return unify_newlines(value) if isinstance(value, str) else ""


def _strip(title: Any) -> str:
    """A title's words: many feeds write them as HTML."""
    words = title if isinstance(title, str) else ""
    try:
        return read_page(words).text if has_markup(words) or "&" in words else words
    except BadInput:
        return words


def _read_day(entry: Any) -> date | None:
    # feedparser warns where it would give the one for the other.
    moments = [entry[name] for name in ("published_parsed", "updated_parsed") if name in entry]
    moment = next(filter(None, moments), None)
    if moment is None:
        return None
    try:
        return datetime.fromtimestamp(timegm(moment), UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
