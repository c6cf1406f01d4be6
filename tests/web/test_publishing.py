"""Publishing claims of several articles, and what becomes of a chosen claim that can be published no more."""

import json
import re
from html import unescape

import pytest

from tests import factories
from tests.exports.reading import read_words
from tests.web.desk import RunningDesk
from tests.web.forms import read_hidden
from tests.web.test_reports import make_article
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.exports import list_formats
from workbench.models import Article, Claim
from workbench.queries.claims import find_claims
from workbench.services.articles import withdraw_article
from workbench.services.claim_steps import withdraw_claim


def withdraw(desk: RunningDesk, claim: Claim) -> None:
    with desk.open() as session:
        [row] = find_claims(session, [claim.number])
        withdraw_claim(session, row, reason="Twice", seen=row.version, person=desk.people[Role.REVIEWER])


def name(claim: Claim) -> str:
    return f"C-{claim.number}"


def test_claims_of_two_articles_become_one_report(desk: RunningDesk) -> None:
    one, (first,) = make_article(desk, "Said in the first")
    two, (second, proposed) = make_article(desk, "Said in the second", "Not signed yet")
    with desk.open() as session:
        [row] = find_claims(session, [proposed.number])
        factories.edit(session, row, status=Status.CHECKING)
    assert "work-publish" in desk.reviewer.read("/claims")
    assert "work-publish" not in desk.checker.read("/claims")
    to = desk.reviewer.save("/claims/publish/chosen", claim=[name(first), name(second), name(proposed)])
    page = desk.reviewer.read(to)
    for claim in (first, second):
        assert f'value="{name(claim)}" checked' in page
    assert f'value="{name(proposed)}"  disabled' in page
    assert all(f"A-{article.number}</span> <bdi>{article.title}" in page for article in (one, two))
    fields = read_hidden(page, "publish-form")
    report = desk.reviewer.save(to, **fields, title="Of two", claims=[name(first), name(second)])
    for code in list_formats():
        words = read_words(desk.viewer.get(f"{report}.{code}").data)
        assert all(text in words for text in ("Of two", first.title, second.title)), code
    made = json.loads(desk.viewer.get(f"{report}.json").data)
    assert [article["reference"] for article in made["articles"]] == [
        f"A-{one.number}",
        f"A-{two.number}",
    ]


def test_nothing_chosen_is_nothing_to_publish(desk: RunningDesk) -> None:
    assert desk.reviewer.post("/claims/publish/chosen").status_code == 422
    answer = desk.reviewer.post("/claims/publish", title="Mine")
    assert (answer.status_code, "at least one" in answer.text) == (422, True)


def test_further_claims_are_typed_and_what_names_none_is_told(desk: RunningDesk) -> None:
    _, (first,) = make_article(desk, "Ticked")
    _, (second,) = make_article(desk, "Typed")
    _, (withdrawn,) = make_article(desk, "Gone")
    withdraw(desk, withdrawn)
    url = f"/claims/publish?claim={name(first)}"
    wrong = {
        "everything": "“everything” is not a reference",
        "A-1": "“A-1” is not a reference",
        "C-99999": "C-99999 (there is no such claim)",
        name(withdrawn): f"{name(withdrawn)} (withdrawn)",
    }
    for typed, words in wrong.items():
        answer = desk.reviewer.post(url, title="t", claims=name(first), further=f"{name(second)}, {typed}")
        assert (answer.status_code, words in unescape(answer.text)) == (422, True), typed
        assert f'value="{name(second)}, {typed}"' in answer.text
    report = desk.reviewer.save(
        url, title="t", claims=name(first), further=f"{name(second).lower()},{name(first)}"
    )
    made = json.loads(desk.viewer.get(f"{report}.json").data)
    assert [claim["title"] for claim in made["claims"]] == ["Ticked", "Typed"]


def test_a_report_of_chosen_claims_takes_further_ones_in_its_correction(desk: RunningDesk) -> None:
    article, (first,) = make_article(desk, "Chosen first")
    _, (second,) = make_article(desk, "Came later")
    report = desk.reviewer.save(f"/claims/publish?claim={name(first)}", title="t", claims=name(first))
    page = desk.reviewer.read(f"{report}/change")
    assert f'value="{name(first)}" checked' in page
    assert f"A-{article.number}</span>" in page
    fields = {"kind": "update", "note": "More is known.", "title": "t", "claims": name(first)}
    answer = desk.reviewer.post(f"{report}/change", **fields, further="C-99999")
    assert (answer.status_code, "there is no such claim" in answer.text) == (422, True)
    later = desk.reviewer.save(f"{report}/change", **fields, further=name(second))
    made = json.loads(desk.viewer.get(f"{later}.json").data)
    assert [claim["title"] for claim in made["claims"]] == ["Chosen first", "Came later"]


@pytest.mark.parametrize("way", ["article", "chosen", "change"])
def test_a_chosen_claim_that_was_withdrawn_meanwhile_is_named(desk: RunningDesk, way: str) -> None:
    article, (stays, goes) = make_article(desk, "It stays", "It goes")
    url = f"/articles/A-{article.number}/publish"
    typed = {"title": "Typed", "kind": "update", "note": "More is known."}
    if way == "chosen":
        url = f"/claims/publish?claim={name(stays)}&claim={name(goes)}"
    elif way == "change":
        url = desk.reviewer.save(url, title="t", claims=name(stays)) + "/change"
    fields = read_hidden(desk.reviewer.read(url), "change-form" if way == "change" else "publish-form")
    withdraw(desk, goes)
    answer = desk.reviewer.post(url, **fields, **typed, claims=[name(stays), name(goes)])
    assert answer.status_code == 422
    assert f"These cannot be in the report: {name(goes)} (withdrawn)." in answer.text
    assert 'value="Typed"' in answer.text
    again = read_hidden(answer.text, "change-form" if way == "change" else "publish-form")
    report = desk.reviewer.save(url, **again, **typed, claims=name(stays))
    assert "It stays" in desk.viewer.read(report)


@pytest.mark.parametrize("way", ["article", "chosen"])
def test_a_claim_that_was_withdrawn_before_the_form_opens_is_named(desk: RunningDesk, way: str) -> None:
    article, (stays, goes) = make_article(desk, "It stays here", "It went before")
    withdraw(desk, goes)
    url = "/claims/publish" if way == "chosen" else f"/articles/A-{article.number}/publish"
    page = desk.reviewer.read(f"{url}?claim={name(stays)}&claim={name(goes)}")
    assert f"{name(goes)} (withdrawn)" in page


def test_claims_of_a_withdrawn_article_come_into_no_report(desk: RunningDesk) -> None:
    article, (claim,) = make_article(desk, "Of a withdrawn article")
    _, (other,) = make_article(desk, "Of another one")
    url = f"/claims/publish?claim={name(claim)}&claim={name(other)}"
    kept = desk.reviewer.save(url, title="t", claims=[name(claim)])
    with desk.open() as session:
        row = session.get_one(Article, article.id)
        withdraw_article(
            session, row, reason="Not ours", seen=row.version, by=desk.people[Role.REVIEWER].actor
        )
    answer = desk.reviewer.post(url, title="t", claims=[name(claim), name(other)])
    assert answer.status_code == 422
    assert f"A-{article.number} is withdrawn" in answer.text
    # What was published of it can still be corrected.
    fields = {"kind": "update", "note": "Withdrawn since.", "title": "t", "claims": name(claim)}
    desk.reviewer.save(f"{kept}/change", **fields)


def test_a_claim_that_changed_while_the_form_was_open_is_looked_at_again(desk: RunningDesk) -> None:
    article, (claim, other) = make_article(desk, "Judged anew", "As it was")
    url = f"/articles/A-{article.number}/publish"
    page = desk.reviewer.read(url)
    values = {"title": "Two", "claims": [name(claim), name(other)]}
    with desk.open() as session:
        [row] = find_claims(session, [claim.number])
        factories.edit(session, row, title="Judged anew, otherwise")
    answer = desk.reviewer.post(url, **values, seen=list_seen(page))
    assert answer.status_code == 422
    assert f"Changed since you opened this form: {name(claim)}." in unescape(answer.text)
    assert "Judged anew, otherwise" in answer.text
    assert desk.reviewer.post(url, **values, seen=["C-1"]).status_code == 422
    assert desk.reviewer.save(url, **values, seen=list_seen(answer.text)).startswith("/reports/R-")


def test_a_correction_offers_what_was_not_told_without_a_tick(desk: RunningDesk) -> None:
    article, (told, left_out) = make_article(desk, "Told", "Left out")
    url = f"/articles/A-{article.number}/publish"
    report = desk.reviewer.save(url, title="One", claims=name(told))
    page = desk.reviewer.read(f"{report}/change")
    assert f'value="{name(told)}" checked' in page
    assert f'value="{name(left_out)}" >' in page


def list_seen(page: str) -> list[str]:
    return re.findall(r'name="seen" value="(C-\d+ \d+)"', page)
