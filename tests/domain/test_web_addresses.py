"""Two spellings of one address meet, two pages do not."""

import pytest

from workbench.domain.web_addresses import fold_address

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


@pytest.mark.parametrize("url", NONE)
def test_what_is_no_web_address_folds_to_nothing(url: str) -> None:
    assert fold_address(url) == ""


@pytest.mark.parametrize(("url", "_other"), SAME + APART)
def test_a_folded_address_folds_to_itself(url: str, _other: str) -> None:
    assert fold_address(fold_address(url)) == fold_address(url)


def test_an_address_of_numbers_and_bytes_that_are_no_text() -> None:
    assert fold_address("http://[::1]:80/x") == "https://[::1]/x"
    assert fold_address("https://example.org/%ff?q=%ff") == "https://example.org/%FF?q=%FF"
