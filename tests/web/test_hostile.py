"""Hostile words come out as words: in text, in attributes, as addresses."""

import re

import pytest

from tests import factories
from tests.web.desk import RunningDesk
from workbench.domain.statements import Manner
from workbench.exports import render
from workbench.history import change
from workbench.models import Attribution
from workbench.queries.report_records import build_record

# Refused or escaped before any database sees it: a second engine would only take time.
pytestmark = pytest.mark.parametrize("shared", ["sqlite"], indirect=True, scope="module")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}{% raw %}${7*7}"
ADDRESSES = [
    "javascript:alert(1)",
    "data:text/html,<script>",
    "http://[",
    "JaVaScRiPt://x/%0aalert(1)",
    "//evil",
]


def find_pages(desk: RunningDesk, words: str, address: str) -> list[str]:
    """Pages of a desk on which every field says these words, and every address is this one."""
    with desk.open() as session:
        source = factories.make_source(
            session, words, description=words, url=address, reliability_reason=words, name_key=words
        )
        text = f"{words} Troops are 30 km from the border {words}\n"
        version = factories.make_article(
            session, text, title=words, author=words, url=address, outlet_id=source.id
        )
        claim = factories.make_claim(session, version, title=words, statement=words, reasons=[words])
        with change(session, by=words, action="tests.attributed", reason=words):
            appearance = factories.find_appearance(session, claim)
            said = {"source_id": source.id, "name": words, "cue": words, "manner": Manner.DIRECT}
            session.add(Attribution(appearance_id=appearance.id, position=1, **said))
        snapshot = factories.make_snapshot(session, original_name=words)
        more = {"excerpt": words, "note": words, "locator": words, "method": words}
        more |= {"latitude": "1", "longitude": "1"}
        factories.make_evidence(session, claim, source, url=address, snapshot_id=snapshot.id, **more)
        verdict = factories.make_verdict(session, claim, reasoning=words)
        factories.make_review(session, verdict, comment=words)
        record = build_record(
            session, [claim], title=words, made_by=words, made_at=factories.NOON, number="R-1"
        )
        sha256 = desk.app.extensions["workbench"].files.put(render("json", record))
        report = factories.make_report(session, claim, title=words, record_sha256=sha256)
        article = factories.find_article(session, version)
    text, ref = f"/articles/A-{article.number}", f"/claims/C-{claim.number}"
    return [
        *(text, f"{text}/history", f"{text}/edit", f"{text}/withdraw", f"{text}/report", f"{text}/publish"),
        *(ref, f"{ref}/edit", f"{ref}/withdraw", f"{ref}/evidence/new", f"/reports/R-{report.number}"),
        *(f"/sources/S-{source.number}", f"/sources/S-{source.number}/edit"),
        *(
            "/articles",
            "/claims",
            "/sources",
            "/reports",
            f"/articles/A-{article.number}/claims/new?quote=km",
        ),
    ]


def test_words_never_become_markup(desk: RunningDesk) -> None:
    for url in find_pages(desk, HOSTILE, "https://example.org/"):
        page = desk.owner.read(url)
        assert "<script>alert" not in page, url
        assert "<img src=x" not in page, url
        assert "onerror=alert(1)>{{7*7}}" not in page.replace("&gt;", ""), url


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none_never_becomes_a_link(desk: RunningDesk, address: str) -> None:
    for url in find_pages(desk, f"Words of {address[:7]}", address):
        page = desk.owner.read(url)
        links = re.findall(r'\b(?:href|src|action|formaction)="([^"]*)"', page)
        assert links
        assert [link for link in links if not re.match(r"(/[^/]|/$|[#?]|https?://[a-z])", link)] == [], url


@pytest.mark.parametrize("address", ADDRESSES)
def test_neither_does_it_in_an_export(desk: RunningDesk, address: str) -> None:
    ref = find_pages(desk, f"More of {address[:7]}", address)[0]
    page = desk.viewer.read(f"{ref}/report.html")
    links = re.findall(r'\bhref="([^"]*)"', page)
    assert links
    assert [link for link in links if not re.match(r"(#|https?://[a-z]|mailto:|data:,$)", link)] == []
