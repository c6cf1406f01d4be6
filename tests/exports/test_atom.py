"""The feed as a reader of feeds takes it."""

import uuid
from datetime import UTC, datetime, timedelta, timezone

import feedparser
import pytest

from workbench.exports.atom import Entry, write_feed

AT = datetime(2026, 3, 1, 12, 30, 15, 400, tzinfo=timezone(timedelta(hours=2)))
FEED = uuid.UUID(int=1)


def make_entry(**values: object) -> Entry:
    given = {
        "id": uuid.UUID(int=2),
        "title": "C-9 is yours",
        "link": "http://desk/claims/C-9",
        "at": AT,
        "author": "Ann",
    }
    return Entry(**{**given, **values})  # type: ignore[arg-type]


def test_a_reader_finds_everything() -> None:
    read = feedparser.parse(write_feed(FEED, "News <of> Ann & Co", "http://desk/news", [make_entry()]))
    assert not read.bozo
    assert (read.version, read.feed.title, read.feed.link) == (
        "atom10",
        "News <of> Ann & Co",
        "http://desk/news",
    )
    assert (read.feed.id, read.feed.updated) == (FEED.urn, "2026-03-01T10:30:15Z")
    (entry,) = read.entries
    assert (entry.title, entry.link, entry.author) == ("C-9 is yours", "http://desk/claims/C-9", "Ann")
    assert (entry.id, entry.updated) == (uuid.UUID(int=2).urn, "2026-03-01T10:30:15Z")


def test_an_empty_feed_is_one() -> None:
    read = feedparser.parse(write_feed(FEED, "News", "http://desk/news", []))
    assert (read.bozo, read.entries, read.feed.updated) == (False, [], "1970-01-01T00:00:00Z")


@pytest.mark.parametrize("title", ["a\0b", "\x1b[31m", "\ud800", "\ufffe", "</title><script>", "😀 مرحبا"])
def test_any_title_makes_whole_xml(title: str) -> None:
    read = feedparser.parse(
        write_feed(FEED, title, "http://desk/news", [make_entry(title=title, at=AT.astimezone(UTC))])
    )
    assert not read.bozo
    assert len(read.entries) == 1
