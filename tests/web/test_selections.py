"""A claim from words of the article: by the script's offsets, or by the words alone."""

from urllib.parse import urlencode

import pytest

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import read_hidden
from workbench.queries.claims import get_claim

TEXT = (
    "👩‍👩‍👧 The port, the port and the port were shut.\nCafe\u0301 \u202eאבג\u202c owners\nlost 30 crates.\n"
)
FIELDS = {"kind": "event", "claimant_kind": "person", "title": "t", "statement": "s"}


@pytest.fixture
def url(desk: RunningDesk) -> str:
    with desk.open() as session:
        version = factories.make_article(session, TEXT)
        return f"/articles/A-{factories.find_article(session, version).number}/claims"


def ask(url: str, **query: object) -> str:
    return f"{url}/new?{urlencode(query)}"


@pytest.mark.parametrize(
    "quote", ["owners\r\nlost 30 crates", "Cafe\u0301 \u202eאבג", "👩‍👩‍👧 The port,", " shut. "]
)
def test_words_that_stand_once_become_a_claim(desk: RunningDesk, url: str, quote: str) -> None:
    page = desk.checker.read(ask(url, quote=quote))
    fields = read_hidden(page, "claim-form")
    words = quote.replace("\r\n", "\n").strip()
    assert TEXT[int(fields["start"]) : int(fields["end"])] == words
    claim = desk.checker.save(url, **fields, **FIELDS)
    with desk.open() as session:
        found = get_claim(session, int(claim.rsplit("-", 1)[1]))
        assert factories.find_appearance(session, found).quote == words


def test_words_that_stand_several_times_are_asked_after(desk: RunningDesk, url: str) -> None:
    page = desk.checker.read(ask(url, quote="the port"))
    assert "more than once" in page
    second = TEXT.rindex("the port")
    assert f"start={second}&amp;end={second + 8}" in page
    fields = read_hidden(
        desk.checker.read(ask(url, quote="the port", start=second, end=second + 8)), "claim-form"
    )
    assert (fields["start"], fields["end"]) == (str(second), str(second + 8))


@pytest.mark.parametrize("quote", ["", "  ", "the airport", "Café", "PORT", "<script>alert(1)</script>"])
def test_words_that_are_not_there_are_kept_in_the_form(desk: RunningDesk, url: str, quote: str) -> None:
    answer = desk.checker.get(ask(url, quote=quote))
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text
    assert not quote.strip() or "not in the text just so" in answer.text


@pytest.mark.parametrize(
    ("start", "end"), [(0, 5), (-5, 3), (5, 2), (10**6, 10**6 + 8), ("x", "y"), ("9" * 30, "9" * 31)]
)
def test_offsets_that_do_not_hold_the_words_are_not_believed(
    desk: RunningDesk, url: str, start: object, end: object
) -> None:
    page = desk.checker.read(ask(url, quote="lost 30 crates", start=start, end=end))
    fields = read_hidden(page, "claim-form")
    assert TEXT[int(fields["start"]) : int(fields["end"])] == "lost 30 crates"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("0", "999"),
        ("-1", "3"),
        ("7", "7"),
        ("8", "2"),
        ("", ""),
        ("x", "3"),
        ("9" * 30, "9"),
        ("-999", "-1"),
    ],
)
def test_a_claim_on_offsets_outside_the_text_is_refused_and_kept(
    desk: RunningDesk, url: str, start: str, end: str
) -> None:
    answer = desk.checker.post(url, start=start, end=end, **FIELDS | {"statement": "Typed statement"})
    assert answer.status_code == 422
    assert "Typed statement" in answer.text


def test_a_form_sent_twice_makes_one_claim(desk: RunningDesk, url: str) -> None:
    fields = read_hidden(desk.checker.read(ask(url, quote="lost 30 crates")), "claim-form") | FIELDS
    assert desk.checker.save(url, **fields) == desk.checker.save(url, **fields)


def test_a_long_quote_is_cut_at_a_word_for_a_first_title(desk: RunningDesk) -> None:
    with desk.open() as session:
        version = factories.make_article(session, "word " * 40 + "\n" + "w" * 200)
        url = f"/articles/A-{factories.find_article(session, version).number}/claims"
    for quote in (("word " * 40).strip(), "w" * 200):
        page = desk.checker.read(ask(url, quote=quote))
        title = page.split('name="title"')[1].split('value="')[1].split('"')[0]
        assert title.endswith("…")
        assert len(title) <= 75
