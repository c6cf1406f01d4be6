import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.documents import make_pdf, make_warc
from tests.intake.fuzz import read_or_refuse
from workbench.domain.errors import BadInput
from workbench.intake import read_finds, warc

PAGE = b"<html><head><title>Dam stands</title></head><body><p>The dam stands.</p></body></html>"
HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize("packed", [True, False])
def test_pages_and_documents_are_offered_and_the_rest_is_passed_over(packed: bool) -> None:
    data = make_warc(
        ("https://example.org/dam", HTML, PAGE),
        ("https://example.org/x.png", "image/png", b"\x89PNG"),
        ("https://example.org/report.pdf", "application/pdf", make_pdf("Troops are near.")),
        packed=packed,
    )

    finds = read_finds("crawl.warc.gz" if packed else "crawl.warc", data)

    assert [find.what for find in finds] == ["https://example.org/dam", "https://example.org/report.pdf"]
    page, document = (find.article for find in finds)
    assert page is not None
    assert document is not None
    assert (page.text, page.title, page.url) == ("The dam stands.", "Dam stands", "https://example.org/dam")
    assert page.received == PAGE
    assert document.text == "Troops are near."


def test_a_page_that_cannot_be_read_has_its_problem_and_the_others_go_on() -> None:
    data = make_warc(("https://example.org/1", HTML, b"<p>12"), ("https://example.org/2", HTML, PAGE))

    bad, good = read_finds("a.warc.gz", data)

    assert "no words" in bad.problem
    assert good.article is not None


def test_the_encoding_that_the_site_declared_is_used() -> None:
    (find,) = read_finds(
        "a.warc",
        make_warc(("https://e.org/", "text/html; charset=windows-1251", "<p>Слово".encode("cp1251"))),
    )

    assert find.article is not None
    assert find.article.text == "Слово"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"words", "no web archive"),
        (b"", "is empty"),
        (gzip.compress(b"words", mtime=0), "no web archive"),
        (make_warc(("https://example.org/x.png", "image/png", b"\x89PNG")), "holds no page"),
        (make_warc(("https://example.org/x", HTML, PAGE), status="404 Not Found"), "holds no page"),
    ],
    ids=range(5),
)
def test_what_is_no_archive_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        read_finds("a.warc", data)


def test_an_archive_that_unpacks_without_end_is_refused() -> None:
    record = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"
    size = 250_000_000
    bomb = gzip.compress(record % size + b"\0" * size + b"\r\n\r\n", 1)

    with pytest.raises(BadInput, match="unpacks to more"):
        read_finds("a.warc.gz", bomb + make_warc(("https://example.org/", HTML, PAGE)))


@given(st.binary(max_size=200), st.integers(0, 400))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_an_archive_or_refused(data: bytes, place: int) -> None:
    whole = make_warc(("https://example.org/", HTML, PAGE), packed=False)
    for content in (data, whole[:place] + data + whole[place:], gzip.compress(data), b"WARC/1.0\r\n" + data):
        read_or_refuse(warc.read_all, "a.warc", content)


def test_a_record_that_ends_before_it_began_is_told_in_words() -> None:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n"
    with pytest.raises(BadInput, match="damaged one: a record in it cannot be read"):
        read_finds("a.warc.gz", gzip.compress(head))
