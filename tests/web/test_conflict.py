"""Two people, or two tabs: the second to save sees both texts, and nothing typed is lost."""

import re

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX, read_hidden
from workbench.models import Claim, Evidence
from workbench.queries.articles import get_article

CLAIM = {"kind": "event", "claimant_kind": "person", "statement": "My long statement.", "title": "Mine"}


def test_an_article_changed_meanwhile(desk: RunningDesk) -> None:
    with desk.open() as session:
        article = factories.find_article(session, factories.make_article(session))
        url = f"/articles/A-{article.number}/edit"
        first = read_hidden(desk.checker.read(url), "article-form")
        second = read_hidden(desk.owner.read(url), "article-form")
        desk.checker.save(url, **first, title="Their new title", outlet="Their Outlet")
        mine = {"title": "My new title", "outlet": "My Outlet", "author": "My author", "url": ""}
        stale = desk.owner.post(url, **second, **mine)
    assert stale.status_code == 409
    for text in ("Their new title", "Their Outlet", "My new title", "My Outlet", "My author"):
        assert text in stale.text
    over = read_hidden(stale.text, "conflict-form")
    assert over["version"] == "2"
    assert all(f'name="{field}"' in stale.text for field in mine)
    desk.owner.save(url, **over | mine)
    with desk.open() as session:
        assert get_article(session, article.number).title == "My new title"


def test_a_claim_changed_in_ones_own_second_tab(desk: RunningDesk) -> None:
    with desk.open() as session:
        claim = factories.make_claim(session, claimant=factories.make_source(session, "First speaker"))
    url = f"/claims/C-{claim.number}/edit"
    first = read_hidden(desk.checker.read(url), "claim-form")
    second = read_hidden(desk.checker.read(url), "claim-form")
    desk.checker.save(url, **first, **CLAIM | {"title": claim.title}, claimant="Other speaker")
    stale = desk.checker.post(url, **second, **CLAIM, claimant="First speaker")
    assert stale.status_code == 409
    for text in ("My long statement.", "Other speaker", "First speaker", "Saved now", "Yours"):
        assert text in stale.text
    part = desk.checker.post(url, HTMX, **second, **CLAIM)
    assert (part.status_code, part.headers["HX-Retarget"]) == (409, "#notices")


def test_evidence_changed_meanwhile(desk: RunningDesk) -> None:
    with desk.open() as session:
        evidence = factories.make_evidence(session, source=factories.make_source(session, "Old giver"))
        claim = session.get_one(Claim, evidence.claim_id)
    url = f"/claims/C-{claim.number}/evidence/{evidence.id}/edit"
    fields = read_hidden(desk.checker.read(url), "evidence-form")
    with desk.open() as session:
        factories.edit(session, session.get_one(Evidence, evidence.id), note="Their note here.")
    mine = {"kind": "interview", "stance": "context", "source": "New giver", "source_kind": "person"}
    stale = desk.checker.post(url, **fields, **mine, note="My note here.")
    assert stale.status_code == 409
    for text in ("Their note here.", "My note here.", "Old giver", "New giver"):
        assert text in stale.text
    said = re.findall(r'class="said" dir="auto">([^<]*)<', stale.text)
    assert {"Interview", "Context"} <= set(said), "not the codes that the form sent"
    assert {"interview", "context"}.isdisjoint(said)


def test_a_verdict_a_step_and_a_signature_on_what_one_did_not_see(desk: RunningDesk) -> None:
    with desk.open() as session:
        claim = factories.make_claim(session)
        factories.edit(session, claim, title="Changed meanwhile")
    url = f"/claims/C-{claim.number}"
    verdict = {
        "rating": "true",
        "confidence": "low",
        "reasoning": "My typed reasoning.",
        "scale": "five-steps",
    }
    for path, fields in [
        ("verdict", verdict),
        ("status", {"status": "checking"}),
        ("sign", {"comment": "My typed comment."}),
        ("return", {"comment": "My typed comment."}),
        ("withdraw", {"reason": "My typed reason."}),
    ]:
        stale = desk.owner.post(f"{url}/{path}", version=1, **fields)
        assert stale.status_code == 409, path
        for typed in fields.values():
            assert typed in stale.text
        if path == "verdict":
            assert '<p class="said" dir="auto">True</p>' in stale.text
            assert '<p class="said" dir="auto">Low</p>' in stale.text
