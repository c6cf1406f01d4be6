from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.documents import make_rss
from tests.intake.fuzz import read_or_refuse
from workbench.domain.errors import BadInput
from workbench.intake import feed, read_finds

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour blog</title>
<entry><title type="html">Ships &amp;amp; &lt;b&gt;boats&lt;/b&gt;</title><link href="https://example.org/1"/>
<published>2025-05-14T23:30:00+02:00</published><author><name>A. Holt</name></author>
<content type="html">&lt;p onclick="x()"&gt;Thirty ships waited.&lt;/p&gt;
&lt;script&gt;no&lt;/script&gt;&lt;p&gt;They left.</content>
</entry></feed>"""


def test_entries_of_rss_are_addresses_with_the_feeds_own_words_beside_them() -> None:
    data = make_rss(
        ("Dam stands", "https://example.org/dam", "The dam <b>stands</b>."), ("No link", "", "Words.")
    )

    first, second = read_finds("news.rss", data)

    assert (first.what, first.url, first.title) == (
        "https://example.org/dam",
        "https://example.org/dam",
        "Dam stands",
    )
    assert first.published_on == date(2025, 5, 14)
    assert first.article is not None
    assert (first.article.text, first.article.outlet) == ("The dam stands.", "Coast Courier")
    assert (second.what, second.url, second.problem) == ("entry 2", "", "")


def test_atom_is_read_and_its_html_is_only_words() -> None:
    (entry,) = read_finds("blog.atom", ATOM.encode())

    assert entry.article is not None
    assert entry.title == "Ships & boats"
    assert entry.article.text == "Thirty ships waited.\n\nThey left."
    assert entry.article.author == "A. Holt"


def test_an_entry_with_neither_address_nor_words_has_its_problem() -> None:
    (entry,) = read_finds("a.xml", make_rss(("Only a title", "", "")))

    assert "no address, and no words" in entry.problem


def test_the_entries_beyond_the_limit_are_named() -> None:
    finds = read_finds("a.xml", make_rss(*[("T", f"https://example.org/{n}", "Words.") for n in range(503)]))

    assert [bool(find.problem) for find in finds] == [False] * 500 + [True] * 3


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"just words", "is no RSS or Atom feed"),
        (b"<html><body><p>A page</p></body></html>", "is no RSS or Atom feed"),
        (make_rss(), "has no entries"),
        (b"", "is empty"),
        (b"%PDF-1.4", "a PDF document"),
    ],
)
def test_what_is_no_feed_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        read_finds("a.xml", data)


def test_nothing_outside_is_read_and_no_entity_grows() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    outside = '<!DOCTYPE a [<!ENTITY j SYSTEM "file:///etc/hostname">'
    for head in (bomb, outside):
        title = "<title>&j;</title>"
        data = f"<?xml version='1.0'?>{head}]><rss><channel>{title}<item>{title}</item></channel></rss>"
        [found] = read_finds("a.xml", data.encode())
        assert found.title in {"&j;", ""}
        assert "no words" in found.problem


def test_a_date_that_is_none_is_left_out() -> None:
    entry = "<item><title>A</title><description>Words.</description><pubDate>soon</pubDate></item>"
    [found] = feed.read_all("a.xml", f"<rss version='2.0'><channel>{entry}</channel></rss>".encode())
    assert (found.title, found.published_on) == ("A", None)


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_a_feed_or_refused(data: bytes) -> None:
    whole = make_rss(("A", "https://example.org/a", "Words."))
    for content in (data, whole[:150] + data + whole[150:], b"<rss><channel><item>" + data):
        read_or_refuse(feed.read_all, "a.xml", content)
