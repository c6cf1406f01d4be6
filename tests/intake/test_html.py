from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft
from workbench.intake import read_file

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Dam stands | The Orel Gazette</title>
<style>p{color:red}</style></head>
<body>
<div id="cookie-banner">We use cookies. <button>Agree</button></div>
<header>The Orel Gazette</header>
<nav><ul><li><a href="/">Home</a><li>News</ul></nav>
<article>
  <header><h1>Dam near Orel Bridge
    still stands</h1></header>
  <p>The ministry <b>said</b> on&nbsp;Monday that the dam stands.<br>It holds.
  <p hidden>Not shown.
  <p style="display: none">Not shown either.
  <div class="ad-slot">Advertisement</div>
  <figure><img src="https://example.org/x.png" alt="x"><figcaption>The dam in May</figcaption></figure>
  <table><tr><th>Day<th>Metres<tr><td>Monday<td>4</table>
  <aside>Read also: the flood</aside>
  <script>document.write("no")</script><noscript>no</noscript><template>no</template>
</article>
<form><label>Newsletter</label><select><option>Daily</select></form>
<footer>© Gazette</footer>
</body></html>
<p>After the end
"""


def read(source: str | bytes) -> ArticleDraft:
    return read_file("page.html", source.encode() if isinstance(source, str) else source)


def refuse(source: str | bytes) -> str:
    with pytest.raises(BadInput) as refused:
        read(source)
    return str(refused.value)


def list_furniture(draft: ArticleDraft) -> list[tuple[str, str]]:
    return [(draft.text[mark.start : mark.end], mark.reason) for mark in draft.furniture]


def test_reads_a_page_as_paragraphs_and_cuts_nothing_that_is_shown() -> None:
    assert read(PAGE).text == (
        "We use cookies.\nAgree\n\nThe Orel Gazette\n\nHome\nNews\n\n"
        "Dam near Orel Bridge still stands\n\n"
        "The ministry said on\u00a0Monday that the dam stands.\nIt holds.\n\n"
        "Advertisement\n\nThe dam in May\n\nDay\tMetres\nMonday\t4\n\nRead also: the flood\n\n"
        "Newsletter\nDaily\n\n© Gazette\n\nAfter the end"
    )


def test_marks_page_furniture_and_says_why() -> None:
    assert list_furniture(read(PAGE)) == [
        ("We use cookies.\nAgree", "Cookie notice"),
        ("The Orel Gazette", "Page header"),
        ("Home\nNews", "Navigation"),
        ("Advertisement", "Advertisement"),
        ("The dam in May", "Caption"),
        ("Read also: the flood", "Aside"),
        ("Newsletter\nDaily", "Form"),
        ("© Gazette", "Page footer"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "<body class=cookie><p>The dam stands.",
        "<form><p>The dam stands.</form>",
        "<div class='has-no-ads with-sidebar'><p>The dam stands.</div><p>Short.",
        "<div class=sidebar><p>The dam stands, as the ministry said.</div><p>Short.",
        "<nav>The dam stands.</nav>",
    ],
)
def test_an_article_is_not_taken_for_furniture(source: str) -> None:
    assert read(source).furniture == ()


def test_white_space_collapses_as_a_browser_does_it_but_not_in_pre() -> None:
    source = "<p> a <b> b</b>c\n\t d\u00a0 </p>\r\n<pre>\r\n x  y\r\n\tz\n</pre><p>e<br><br>f<span>g</span>"

    assert read(source).text == "a bc d\u00a0\n\n x  y\n\tz\n\ne\n\nfg"


def test_reads_the_facts_from_meta_tags() -> None:
    draft = read(
        "<title>No</title><meta property='og:title' content=' Dam\nstands '>"
        "<meta name=author content='R. Invented'>"
        "<meta property=og:site_name content=Gazette><link rel=canonical href=https://example.org/dam>"
        "<meta property=article:published_time content=2024-08-20T23:30:00+03:00><p>Words"
    )

    assert (draft.title, draft.author, draft.outlet) == ("Dam stands", "R. Invented", "Gazette")
    assert (draft.url, draft.published_on) == ("https://example.org/dam", date(2024, 8, 20))


def test_reads_the_facts_from_json_ld_and_the_headline() -> None:
    draft = read(
        '<script type="application/ld+json">{broken</script>'
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],'
        '"author": [{"name": "Desk A"}, "Desk B", {"name": 3}], "publisher": {"name": "Gazette"},'
        '"datePublished": "2024-08-20", "url": "javascript:alert(1)"}]}</script>'
        "<h1>Dam <i>stands</i></h1>Words"
    )

    assert (draft.title, draft.author, draft.outlet) == ("Dam stands", "Desk A, Desk B", "Gazette")
    assert (draft.url, draft.published_on) == ("", date(2024, 8, 20))


def test_hostile_facts_are_left_out() -> None:
    draft = read(
        "<meta name=date content=2024-13-45><link rel=canonical href='javascript:alert(1)'>"
        '<script type="application/ld+json">{"@type": "Article", "headline": "a\\ud800", "author": '
        + "[" * 5000
        + "]" * 5000
        + '}</script><script type="application/ld+json">{"@type": "Article", "headline":"\\u0000 x"}</script>'
        "Words<p>"
    )

    assert (draft.title, draft.author, draft.url, draft.published_on) == ("x", "", "", None)


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=windows-1251><p>Привет".encode("cp1251"),
        "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>Привет".encode("koi8-r"),
        "<?xml version='1.0' encoding='iso-8859-5'?><p>Привет".encode("iso8859-5"),
        "<meta charset=windows-1251><p>Привет".encode(),
        "<p>Привет".encode("utf-8-sig"),
        "<meta charset=utf-16><p>Привет".encode("utf-16"),
    ],
)
def test_reads_the_declared_encoding_and_utf8_before_it(data: bytes) -> None:
    draft = read(data)

    assert draft.text == "Привет"
    assert draft.received == data


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"<meta charset=utf-8><p>caf\xe9", "not in UTF-8: byte 27 (line 1) is 0xE9"),
        (b"<p>caf\xe9", "not in UTF-8"),
        (b"<meta charset=rot13><p>caf\xe9", "declares the encoding “rot13”"),
        (b"<meta charset=windows-1252><p>\x81", "not in windows-1252: byte 31"),
        ("Just words, no page", "there is no HTML in it"),
        ("<p>12 !</p>", "holds no words"),
        ("<script>words</script><p></p>", "is empty"),
        ("<p>a\0b</p>", "NUL character"),
        ("<p>a&#1;b</p>", "control character U+0001"),
        ("<div>" * 300 + "words", "more than 250 deep"),
        ("<b>" * 100_000 + "words", "more than 250 deep"),
    ],
)
def test_says_what_is_wrong_with_a_page(source: str | bytes, message: str) -> None:
    assert message in refuse(source)


@pytest.mark.parametrize("tag", ["main", "article", "section", "div"])
def test_words_right_after_the_title_are_read_without_a_body_tag(tag: str) -> None:
    words = f"<{tag}><p>It holds.</p></{tag}><p>It is old.</p>"
    page = f"<!doctype html><meta charset=utf-8><title>Dam</title>{words}"
    draft = read_file("page.html", page.encode())
    assert draft.text.split("\n\n") == ["It holds.", "It is old."]
    assert draft.title == "Dam"


def test_words_after_the_end_and_in_a_second_page_are_kept() -> None:
    assert read("<body>one</body></html><html><body>two</body></html> three").text == "one\n\ntwo\n\nthree"


TAGS = "<p> </p> <div> </div> <nav> </nav> <pre> </pre> <br> <td> <button> </button> <article> </html>"
FRAGMENTS = st.sampled_from(
    [*TAGS.split(), "<div class=ads>", "<p hidden>", " a ", "b\n", " \n ", "é", "&amp;", "🙂"]
)


@given(st.lists(FRAGMENTS, max_size=25))
def test_furniture_ranges_lie_in_the_text_in_order_and_start_and_end_with_words(parts: list[str]) -> None:
    draft = read("<body>words<p>" + "".join(parts))

    place = 0
    for mark in draft.furniture:
        assert place <= mark.start < mark.end <= len(draft.text)
        assert draft.text[mark.start : mark.end].strip(" ")
        place = mark.end
