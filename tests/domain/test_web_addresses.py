"""Two spellings of one address meet, two pages do not."""

import pytest

from workbench.domain.web_addresses import fold_address, fold_page

SAME = [
    ("http://Example.org:80/a/", "https://example.org/a"),
    ("HTTPS://EXAMPLE.ORG/a#part", "https://example.org/a"),
    ("https://example.org:443/a?utm_source=x&UTM_Medium=y&fbclid=z", "https://example.org/a"),
    ("https://example.org/", "https://example.org"),
    ("https://example.org./a", "https://example.org/a"),
    ("https://reader:secret@example.org/a", "https://example.org/a"),
    ("https://exämple.org/a", "https://xn--exmple-cua.org/a"),
    ("https://example.org/%7ejo/%c3%a4", "https://example.org/~jo/ä"),
    ("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"),
    (" https://example.org/a ", "https://example.org/a"),
]
APART = [
    ("https://example.org/a", "https://example.org/A"),
    ("https://example.org/a?id=1", "https://example.org/a?id=2"),
    ("https://example.org/a?ref=1", "https://example.org/a"),
    ("https://example.org/a?page=2&page=1", "https://example.org/a?page=1&page=2"),
    ("https://www.example.org/a", "https://example.org/a"),
    ("https://example.org:8443/a", "https://example.org/a"),
    ("https://example.org/#!/a", "https://example.org/#!/b"),
    ("https://example.org/a%2Fb", "https://example.org/a/b"),
]
ONE_PAGE = [
    ("https://www.example.org/a", "https://example.org/a"),
    ("https://m.example.org/a", "https://www.example.org/a?utm_source=x"),
    ("https://en.m.wikipedia.org/wiki/Dam", "https://en.wikipedia.org/wiki/Dam"),
    ("https://amp.example.co.uk/a/amp/", "https://example.co.uk/a"),
    ("https://example.org/amp/2026/a", "https://example.org/2026/a"),
    ("https://example.org/a.amp.html", "https://example.org/a.html"),
    ("https://example.org/a?amp&id=1", "https://example.org/a?id=1"),
    ("https://example.org/a?outputType=amp", "https://example.org/a"),
    (
        "https://web.archive.org/web/20260501120000/https://www.example.org/a?id=1#b",
        "https://example.org/a?id=1",
    ),
    ("http://web.archive.org/web/20260501120000id_/http:/example.org:80/a", "https://example.org/a"),
    ("https://web.archive.org/web/2026/example.org/a", "https://example.org/a"),
    ("https://web.archive.org/web/2026/https%3A%2F%2Fexample.org%2Fa", "https://example.org/a"),
    ("https://web.archive.org/web/2026/https://ex\u00e4mple.org/a", "https://xn--exmple-cua.org/a"),
    ("https://archive.ph/20260501120000/https://example.org/a", "https://example.org/a"),
    ("https://archive.today/newest/https://example.org/a", "https://example.org/a"),
    ("https://archive.is/o/AbC12/https://example.org/a", "https://example.org/a"),
    (
        "https://archive.ph/2026/https://web.archive.org/web/2025/https://m.example.org/a",
        "https://example.org/a",
    ),
    ("https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a.amp", "https://example.org/a"),
    ("https://www.google.co.uk/amp/s/example.org/a/amp", "https://example.org/a"),
]
TWO_PAGES = [
    ("https://news.example.org/a", "https://example.org/a"),
    ("https://m.co.uk/a", "https://amp.co.uk/a"),
    ("https://example.org/amplifiers", "https://example.org/lifiers"),
    ("https://example.org/a?amp=2", "https://example.org/a"),
    ("https://archive.ph/AbC12", "https://archive.ph/AbC13"),
    ("https://web.archive.org/about/faq.html", "https://about/faq.html"),
    ("https://elsewhere.example/web/2026/https://example.org/a", "https://example.org/a"),
]
NONE = [
    "",
    "mailto:a@example.org",
    "ftp://example.org/a",
    "example.org/a",
    "https://",
    "http://[::1",
    "https://a:b/",
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_address_meet(one: str, other: str) -> None:
    assert fold_address(one) == fold_address(other) != ""


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_pages_stay_two(one: str, other: str) -> None:
    assert fold_address(one) != fold_address(other)


@pytest.mark.parametrize(("one", "other"), SAME + ONE_PAGE)
def test_one_page_under_two_addresses_counts_as_one(one: str, other: str) -> None:
    assert fold_page(one) == fold_page(other) != ""


@pytest.mark.parametrize(("one", "other"), TWO_PAGES)
def test_pages_that_only_look_alike_count_as_two(one: str, other: str) -> None:
    assert fold_page(one) != fold_page(other)


@pytest.mark.parametrize("url", NONE)
def test_what_is_no_web_address_folds_to_nothing(url: str) -> None:
    assert fold_address(url) == fold_page(url) == ""


@pytest.mark.parametrize(("url", "_other"), SAME + APART + ONE_PAGE + TWO_PAGES)
def test_a_folded_address_folds_to_itself(url: str, _other: str) -> None:
    assert fold_address(fold_address(url)) == fold_address(url)
    assert fold_page(fold_page(url)) == fold_page(fold_address(url)) == fold_page(url)


def test_an_address_of_numbers_and_bytes_that_are_no_text() -> None:
    assert fold_address("http://[::1]:80/x") == "https://[::1]/x"
    assert fold_address("https://example.org/%ff?q=%ff") == "https://example.org/%FF?q=%FF"
