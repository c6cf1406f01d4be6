"""A withheld source: a viewer meets it nowhere, and nobody's export names it."""

import pytest

from tests import factories
from tests.web.desk import Browser, RunningDesk
from tests.web.forms import read_hidden
from tests.web.test_published import publish
from workbench.domain.statements import Manner
from workbench.domain.status import Status
from workbench.history import change
from workbench.models import Attribution, Evidence, Source

SECRET = "Quiet Witness"


@pytest.fixture
def places(desk: RunningDesk) -> dict[str, str]:
    """Every page that would name the source, once it is withheld; each use of it by its own source."""
    with desk.open() as session:
        made = []
        for use in ("speaker", "giver", "outlet"):
            made.append(factories.make_source(session, f"{SECRET} {use} {id(session)}", withheld=True))
        speaker, giver, outlet = made
        version = factories.make_article(session, outlet_id=outlet.id)
        claim = factories.make_claim(session, version, claimant=speaker)
        evidence = factories.make_evidence(session, claim, giver, excerpt="Seen from a window.")
        article = factories.find_article(session, version)
    ref, text = f"/claims/C-{claim.number}", f"/articles/A-{article.number}"
    return {
        "source": f"/sources/S-{speaker.number}",
        "sources": "/sources?q=Quiet",
        "claim": ref,
        "claim text": f"{ref}/text",
        "claims": "/claims",
        "claims of it": f"/claims?claimant={speaker.number}",
        "article": text,
        "articles": "/articles",
        "articles of it": f"/articles?outlet={outlet.number}",
        "article history": f"{text}/history",
        "choosing": f"{text}/report",
        "file": f"{ref}/evidence/{evidence.id}/file",
    }


def names_it(browser: Browser, url: str) -> bool:
    text = browser.get(url).text
    return SECRET in text or "Seen from a window." in text


def test_a_viewer_meets_it_on_no_page(desk: RunningDesk, places: dict[str, str]) -> None:
    assert [place for place, url in places.items() if names_it(desk.viewer, url)] == []
    assert desk.viewer.get(places["source"]).status_code == 404
    assert desk.viewer.get(places["file"]).status_code == 404
    told = {place for place, url in places.items() if names_it(desk.checker, url)}
    assert told >= {"source", "sources", "claim", "claims", "claims of it", "article", "articles"}


def test_filters_do_not_tell_a_viewer_what_it_said_or_published(
    desk: RunningDesk, places: dict[str, str]
) -> None:
    assert "No claim fits this" in desk.viewer.read(places["claims of it"])
    assert "No article fits this" in desk.viewer.read(places["articles of it"])


def test_nobodys_export_names_it(desk: RunningDesk, places: dict[str, str]) -> None:
    for browser in (desk.viewer, desk.owner):
        assert SECRET not in browser.read(places["claim text"])
        for code in ("html", "markdown", "json", "csv"):
            ref = places["claim"].rsplit("/", 1)[1]
            for url in (f"{places['article']}/report.{code}", f"/claims/report.{code}?claim={ref}"):
                answer = browser.get(url)
                assert answer.status_code == 200, url
                assert SECRET not in answer.text
                assert "from a window" not in answer.text


def test_the_past_of_a_claim_does_not_give_it_away_either(desk: RunningDesk) -> None:
    with desk.open() as session:
        source = factories.make_source(session, "Silent Caller")
        claim = factories.make_claim(session)
        with change(session, by="tests", action="tests.attributed"):
            appearance = factories.find_appearance(session, claim)
            row = Attribution(
                appearance_id=appearance.id, position=1, name="Silent Caller", manner=Manner.INDIRECT
            )
            session.add(row)  # as the splitter proposes it: a name without a source
        factories.edit(session, row, source_id=source.id)
        evidence = factories.make_evidence(session, claim, source, note="Heard by telephone.")
        factories.edit(session, evidence, locator="Minute 5")
        factories.edit(session, source, withheld=True, withheld_reason="In danger")
    url = f"/claims/C-{claim.number}"
    assert "Silent Caller" in desk.checker.read(url)
    for secret in ("Silent Caller", "Heard by telephone.", "Minute 5"):
        assert secret not in desk.viewer.read(url)
    with desk.open() as session:  # and it stays so after claimant and evidence got other sources
        other = factories.make_source(session, "Open Office")
        factories.edit(session, session.get_one(Attribution, row.id), source_id=other.id, name="Open Office")
        factories.edit(
            session, session.get_one(Evidence, evidence.id), source_id=other.id, note="In writing."
        )
    page = desk.viewer.read(url)
    assert "Open Office" in page
    assert "Silent Caller" not in page
    assert "Heard by telephone." not in page


def test_withholding_needs_a_reason_and_is_told_to_those_who_see_it(desk: RunningDesk) -> None:
    with desk.open() as session:
        source = factories.make_source(session, "Careful Clerk")
    url = f"/sources/S-{source.number}"
    fields = read_hidden(desk.checker.read(f"{url}/edit"), "source-form")
    fields |= {"name": "Careful Clerk", "kind": "person", "reliability": "F", "withheld": "y"}
    refused = desk.checker.post(f"{url}/edit", **fields)
    assert refused.status_code == 422
    assert "Say why this source is withheld" in refused.text
    desk.checker.save(f"{url}/edit", **fields, withheld_reason="In danger")
    assert "In danger" in desk.checker.read(url)
    assert desk.viewer.get(url).status_code == 404


def test_who_withholds_is_told_what_the_desk_cannot_take_back(desk: RunningDesk) -> None:
    with desk.open() as session:
        source = factories.make_source(session, "Talkative Helper")
        said, unsaid = factories.make_claim(session, claimant=source), factories.make_claim(session)
        for claim in (said, unsaid):
            factories.make_review(session, factories.make_verdict(session, claim))
            factories.edit(session, claim, status=Status.CHECKED)
        named = factories.make_claim(session, title="As the TALKATIVE helper said")
    report, other = publish(desk, said), publish(desk, unsaid)
    with desk.open() as session:
        row = session.get_one(Source, source.id)
        factories.edit(session, row, withheld=True, withheld_reason="In danger")
    page = desk.checker.read(f"/sources/S-{source.number}")
    notice = page.split("In danger")[1].split("columns")[0]
    assert f">{report}<" in notice
    assert f">{other}<" not in notice
    assert f"C-{named.number}" in notice
    assert f"C-{said.number}" not in notice
