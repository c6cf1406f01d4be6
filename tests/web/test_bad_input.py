"""Bad input: an answer in the form, in plain words, with everything that was typed still there."""

import re
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pytest

from tests import factories
from tests.web.desk import Browser, RunningDesk
from tests.web.forms import SAME_ORIGIN
from workbench.models import Claim
from workbench.queries.desk import get_desk

# Refused or escaped before any database sees it: a second engine would only take time.
pytestmark = pytest.mark.parametrize("shared", ["sqlite"], indirect=True, scope="module")
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
KEPT = {"title": "My own title", "author": "Kept author", "outlet": "Kept outlet"}


@pytest.fixture
def claim(desk: RunningDesk) -> Claim:
    with desk.open() as session:
        return factories.make_claim(session)


def refuse(browser: Browser, url: str, words: str, /, **fields: Any) -> str:
    """A form that has to be refused with these words; answers the page."""
    answer = browser.post(url, **fields)
    answer.request.environ["wsgi.input"].close()  # what the test client wrote a large form into
    assert answer.status_code == 422, (answer.status_code, fields)
    assert words in answer.text.replace("&#39;", "'"), re.findall(r"alert.*?</div>", answer.text, re.S)
    return answer.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The text is empty"),
        (" \r\n ", "The text is empty"),
        ("... !!! ---", "no words"),
        ("half a NUL\0 in it", "NUL"),
        ("x" * 1_000_001, "at most 1,000,000 (1 MB)"),
    ],
)
def test_a_text_that_is_none_is_refused_and_all_else_kept(desk: RunningDesk, text: str, words: str) -> None:
    page = refuse(desk.checker, "/articles", words, text=text, **KEPT)
    for typed in KEPT.values():
        assert f'value="{typed}"' in page
    assert text.strip().replace("\0", "")[:10] in page


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", PNG, "a PNG picture"),
        ("latin.txt", "Café closed".encode("latin-1"), "not in UTF-8: byte 4"),
        ("nul.txt", b"words\0words", "NUL"),
        ("plain.html", b"no markup at all", "no web page"),
        ("page.txt", b"<!doctype html><p>Words.", "a web page"),
        ("program.exe", b"MZ", "not a kind of file"),
        ("noname", b"words", "not a kind of file"),
        ("big.txt", b"word " * 200_001, "1 MB"),
        ("half.html", b"<p>&#xD800;</p>", "no words"),
        ("signs.md", b"***\n---\n", "no words"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(
    desk: RunningDesk, name: str, data: bytes, words: str
) -> None:
    page = refuse(desk.checker, "/articles", words, file=(BytesIO(data), name), **KEPT)
    assert 'value="My own title"' in page


def test_a_text_and_a_file_at_once_are_not_half_taken(desk: RunningDesk) -> None:
    page = refuse(desk.checker, "/articles", "Choose one", text="My text.", file=(BytesIO(b"Words"), "a.txt"))
    assert "My text." in page


def test_half_characters_from_a_form_arrive_as_the_signs_that_they_are(desk: RunningDesk) -> None:
    body = (
        urlencode({"csrf_token": desk.checker.token, "title": "t"})
        + "&text=%ED%A0%80+y+%FF+el+puerto+fue+cerrado+por+la+tormenta+del+norte"
    )
    answer = desk.checker.client.post(
        "/articles", data=body, headers=SAME_ORIGIN, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code in {303, 422}
    if answer.status_code == 303:
        assert desk.checker.get(answer.location).status_code == 200


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "t" * 2_001, "at most 2,000 characters"),
        ("title", "a\0b", "NUL"),
        ("outlet", "o" * 2_001, "at most 2,000 characters"),
        ("published_on", "0000-00-00", "Not a valid date"),
        ("published_on", "2026-02-30", "Not a valid date"),
        ("url", "javascript:alert(1)", "not a web address"),
        ("url", "data:text/html,x", "not a web address"),
        ("url", "http://[", "not a web address"),
        ("url", "https://example.org:port/", "not a web address"),
        ("url", "https://example.org/" + "п" * 1_500, "too long"),
    ],
)
def test_each_detail_of_an_article_is_refused_at_its_field(
    desk: RunningDesk, field: str, value: str, words: str
) -> None:
    page = refuse(desk.checker, "/articles", words, **{"text": "Some words.", **KEPT, field: value})
    assert "Some words." in page
    with desk.open() as session:
        number = factories.find_article(session, factories.make_article(session)).number
    edit = {"version": 1, **KEPT, field: value}
    page = refuse(desk.checker, f"/articles/A-{number}/edit", words, **edit)
    assert "Kept author" in page


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "", "Give the claim a title"),
        ("title", "t" * 76, "75"),
        ("statement", " ", "Write the statement"),
        ("statement", "s" * 100_001, "at most 100,000 characters"),
        ("statement", "a\0b", "NUL"),
        ("kind", "nonsense", "Not a valid choice"),
        ("claimant_kind", "nonsense", "Not a valid choice"),
        ("claimant", "c" * 2_001, "at most 2,000 characters"),
        ("version", "", "form is incomplete"),
        ("version", "9" * 30, "too large"),
    ],
)
def test_the_claim_form_keeps_what_was_typed(
    desk: RunningDesk, claim: Claim, field: str, value: str, words: str
) -> None:
    fields = {"title": "Typed title", "statement": "Typed statement", "kind": "event"}
    fields |= {"claimant_kind": "person", "claimant": "Typed claimant", "version": "1"}
    page = refuse(desk.checker, f"/claims/C-{claim.number}/edit", words, **{**fields, field: value})
    for name in {"title", "statement", "claimant"} - {field}:
        assert fields[name] in page


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("source", " ", "Name the source"),
        ("source", "s" * 2_001, "at most 2,000 characters"),
        ("kind", "nonsense", "Not a valid choice"),
        ("stance", "nonsense", "Not a valid choice"),
        ("source_kind", "nonsense", "Not a valid choice"),
        ("credibility", "7", "Not a valid choice"),
        ("credibility", "x", "Invalid Choice"),
        ("url", "javascript:alert(1)", "not a web address"),
        ("url", "example.org/page", "starts with https://"),
        ("latitude", "91", "between -90 and 90"),
        ("longitude", "1e-999999999", "decimal degrees"),
        ("precision_m", "-5", "distance in metres"),
        ("precision_m", "9" * 20, "too large"),
        ("precision_m", "far", "Not a valid integer"),
        ("published_on", "0000-00-00", "Not a valid date"),
        ("accessed_at", "0001-01-01T00:00", "no such moment"),
        ("accessed_at", "9999-12-31T23:59", "no such moment"),
        ("accessed_at", "2999-01-01T00:00", "lies in the future"),
        ("accessed_at", "yesterday", "Not a valid datetime"),
        ("excerpt", "a\0b", "NUL"),
    ],
)
def test_the_evidence_form_keeps_what_was_typed(
    desk: RunningDesk, claim: Claim, field: str, value: str, words: str
) -> None:
    fields = {"source": "Typed source", "kind": "interview", "stance": "refutes", "credibility": "2"}
    fields |= {"source_kind": "person", "excerpt": "Typed excerpt", "note": "Typed note"}
    url = f"/claims/C-{claim.number}/evidence/new"
    page = refuse(desk.checker, url, words, **{**fields, field: value})
    assert "Typed note" in page


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("rating", "truest", "Not a valid choice"),
        ("rating", "", "Choose a rating"),
        ("confidence", "", "Say how sure you are"),
        ("reasoning", " ", "Say how the evidence"),
        ("scale", "ten-steps", "no rating scale"),
    ],
)
def test_the_verdict_form_keeps_what_was_typed(
    desk: RunningDesk, claim: Claim, field: str, value: str, words: str
) -> None:
    fields = {"scale": "five-steps", "rating": "true", "confidence": "low", "reasoning": "Typed reasoning"}
    url = f"/claims/C-{claim.number}/verdict"
    page = refuse(desk.checker, url, words, **{"version": "1", **fields, field: value})
    assert field == "reasoning" or "Typed reasoning" in page


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", " ", "A source needs a name"),
        ("kind", "nonsense", "Not a valid choice"),
        ("reliability", "Z", "Not a valid choice"),
        ("url", "javascript:alert(1)", "not a web address"),
        ("description", "d" * 100_001, "at most 100,000 characters"),
    ],
)
def test_the_source_form_keeps_what_was_typed(desk: RunningDesk, field: str, value: str, words: str) -> None:
    fields = {"name": "Typed name", "kind": "person", "reliability": "B", "reliability_reason": "Typed why"}
    assert "Typed why" in refuse(desk.checker, "/sources/new", words, **{**fields, field: value})


def test_status_and_buttons_without_sense_are_refused(desk: RunningDesk, claim: Claim) -> None:
    url = f"/claims/C-{claim.number}"
    for status, words in [
        ("published", "cannot become"),
        ("nonsense", "Not a valid choice"),
        ("new", "cannot"),
    ]:
        refuse(desk.checker, f"{url}/status", words, version=1, status=status, reason="Typed why")
    refuse(desk.checker, f"{url}/accept", "not a proposal", version=1)
    refuse(desk.checker, f"{url}/reinstate", "not withdrawn", version=1)
    refuse(desk.checker, f"{url}/dismiss", "form is incomplete", version="nonsense")


def test_a_far_away_desk_meets_no_moment_it_cannot_tell(desk: RunningDesk, claim: Claim) -> None:
    with desk.open() as session:
        factories.edit(session, get_desk(session), time_zone="Pacific/Kiritimati")
    fields = {"source": "S", "kind": "interview", "note": "n", "source_kind": "person", "stance": "context"}
    url = f"/claims/C-{claim.number}/evidence/new"
    refuse(desk.checker, url, "no such moment", **fields, accessed_at="0001-01-01T00:00")
    refuse(desk.checker, url, "from 1970 on", **fields, accessed_at="1969-01-01T00:00")
    desk.checker.save(url, **fields, accessed_at="2026-05-02T01:00")
    assert "seen 2 May 2026, 01:00" in desk.viewer.read(f"/claims/C-{claim.number}")
