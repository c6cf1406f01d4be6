"""Work on claims from beside the text: words, order, many at once, splitting, merging, and undo of each."""

import re
from typing import Any

import pytest

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX, read_hidden
from tests.web.test_cards import find_undo, load
from workbench.domain.statements import ClaimKind, Modality
from workbench.domain.status import Origin, Status
from workbench.models import Article, Claim
from workbench.queries.history_check import check_history
from workbench.services.appearances import list_places

TEXT = factories.TEXT
WHOLE = "A sabotage unit was destroyed near the river"


def make(desk: RunningDesk, *claims: dict[str, Any]) -> tuple[Article, list[Claim]]:
    with desk.open() as session:
        version = factories.make_article(session)
        made = [factories.make_claim(session, version, WHOLE, **values) for values in claims]
        return factories.find_article(session, version), made


def select(words: str, **more: object) -> dict[str, object]:
    start = TEXT.index(words)
    end = start + len(words)
    around = {"prefix": TEXT[max(0, start - 9) : start], "suffix": TEXT[end : end + 9]}
    return {"start": start, "end": end, "quote": words, **around, **more}


def quotes(desk: RunningDesk, claim: Claim) -> list[str]:
    with desk.open() as session:
        return [place.quote for place in list_places(session, claim)]


def test_selected_words_become_a_place_are_taken_in_and_left_out(desk: RunningDesk) -> None:
    article, (claim,) = make(desk, {})
    url, ref = f"/articles/A-{article.number}/words", f"C-{claim.number}"
    part = desk.checker.post(f"{url}/add", HTMX, **select("according to the regional", claim=ref))
    assert part.status_code == 200
    assert len(part.data) < 20_000
    assert 'hx-swap-oob="true" data-start' in part.text
    assert "Troops are" not in part.text  # paragraphs whose marks stayed are not sent again
    assert quotes(desk, claim) == [WHOLE, "according to the regional"]
    desk.checker.save(f"{url}/extend", **select("regional office", claim=str(claim.number)))
    assert quotes(desk, claim) == [WHOLE, "according to the regional office"]
    desk.checker.save(f"{url}/trim", **select("near the river", claim=ref.lower()))
    assert quotes(desk, claim) == ["A sabotage unit was destroyed", "according to the regional office"]
    page = desk.checker.read(f"/articles/A-{article.number}")
    desk.checker.save(find_undo(page), back="/")
    assert quotes(desk, claim)[0] == WHOLE
    desk.checker.save(f"{url}/trim", quote="near the river", claim=ref)  # without a script: the words alone
    assert quotes(desk, claim)[0] == "A sabotage unit was destroyed"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"start": 0}, "not at that place"),
        ({"end": 10**7}, "not at that place"),
        ({"quote": "other words"}, "not at that place"),
        ({"prefix": "something else "}, "around the selection"),
        ({"suffix": "something else "}, "around the selection"),
        ({"quote": " "}, "Select some words"),
        ({"start": "", "quote": "the"}, "more than once"),
        ({"start": "", "quote": "no such words"}, "not in the text just so"),
        ({"claim": ""}, "Say which claim"),
    ],
)
def test_a_selection_that_does_not_fit_the_text_is_refused_in_words(
    desk: RunningDesk, changed: dict[str, object], words: str
) -> None:
    article, (claim,) = make(desk, {})
    fields = select("near the river", claim=f"C-{claim.number}") | changed
    for act in ("add", "extend", "trim"):
        answer = desk.checker.post(f"/articles/A-{article.number}/words/{act}", **fields)
        assert answer.status_code == 422
        assert words in answer.text
    assert quotes(desk, claim) == [WHOLE]


def test_a_claim_is_never_left_without_words(desk: RunningDesk) -> None:
    article, (claim,) = make(desk, {})
    fields = select(WHOLE, claim=f"C-{claim.number}")
    answer = desk.checker.post(f"/articles/A-{article.number}/words/trim", **fields)
    assert answer.status_code == 422
    assert "without words" in answer.text


def test_proposals_are_sorted_by_a_filter_and_the_act_is_undone(desk: RunningDesk) -> None:
    waiting = {"accepted_at": None, "origin": Origin.MACHINE}
    article, (low, high, opinion) = make(
        desk,
        {**waiting, "check_worthiness": 200},
        {**waiting, "check_worthiness": 800},
        {**waiting, "check_worthiness": 900, "kind": ClaimKind.CAUSAL},
    )
    url = f"/articles/A-{article.number}"
    desk.checker.save(f"{url}/sort", act="dismiss", below="0.3")
    assert [load(desk, one).status for one in (low, high)] == [Status.WITHDRAWN, Status.NEW]
    page = desk.checker.read(url)
    assert "1 proposal dismissed." in page
    desk.checker.save(find_undo(page), back=url)
    assert load(desk, low).status is Status.NEW
    with desk.open() as session:
        factories.edit(session, factories.find_appearance(session, opinion), modality=Modality.OPINION)
    desk.checker.save(f"{url}/sort", act="dismiss", kind="event", modality="opinion")
    assert load(desk, opinion).status is Status.NEW
    desk.checker.save(f"{url}/sort", act="dismiss", kind="causal", modality="opinion")
    assert load(desk, opinion).status is Status.WITHDRAWN
    part = desk.checker.post(f"{url}/sort", HTMX, act="accept", least=".5").text
    assert "1 claim accepted." in part
    assert "data-article-text" not in part
    assert load(desk, high).accepted_at is not None
    assert load(desk, low).accepted_at is None
    for wrong in ("nan", "x", "2"):
        assert desk.checker.post(f"{url}/sort", act="dismiss", below=wrong).status_code == 422


def test_claims_are_moved_in_the_list(desk: RunningDesk) -> None:
    article, claims = make(desk, {"title": "One"}, {"title": "Two"})
    url = f"/articles/A-{article.number}"
    desk.checker.save(f"{url}/claims/C-{claims[1].number}/up")
    page = desk.checker.read(url)
    assert re.findall(r'data-claim-card="(C-\d+)"', page) == [f"C-{one.number}" for one in reversed(claims)]
    assert desk.checker.post(f"{url}/claims/C-{claims[1].number}/up").status_code == 422
    other, _ = make(desk)
    assert desk.checker.post(f"/articles/A-{other.number}/claims/C-{claims[1].number}/up").status_code == 404


def test_a_claim_is_split_by_its_form(desk: RunningDesk) -> None:
    _, (claim,) = make(desk, {})
    url = f"/claims/C-{claim.number}/split"
    fields = read_hidden(desk.checker.read(url), "split-form") | {
        "words": "near the river",
        "new_title": "It was near the river",
        "new_statement": "The unit was near the river",
        "title": "Unit destroyed",
        "statement": "A sabotage unit was destroyed",
    }
    wrong = desk.checker.post(url, **{**fields, "words": "near the sea"})
    assert wrong.status_code == 422
    assert "near the sea" in wrong.text
    page = desk.checker.read(desk.checker.save(url, **fields))
    assert "It was near the river" in page
    assert "The unit was near the river" in page  # the new one is open
    assert quotes(desk, claim) == ["A sabotage unit was destroyed"]
    desk.checker.save(find_undo(page), back="/")
    assert quotes(desk, claim) == [WHOLE]


def test_claims_are_merged_by_the_form_and_lead_to_each_other(desk: RunningDesk) -> None:
    _, (gone, kept) = make(desk, {"title": "The gone"}, {"title": "The kept"})
    with desk.open() as session:
        factories.make_verdict(session, session.get_one(Claim, gone.id), reasoning="As the map shows.")
    url = f"/claims/C-{gone.number}"
    fields = read_hidden(desk.checker.read(f"{url}/merge"), "merge-form")
    for other in ("C-999999", f"C-{gone.number}", "nonsense"):
        assert desk.checker.post(f"{url}/merge", **fields, other=other, stays="other").status_code in {
            404,
            422,
        }
    to = desk.checker.save(f"{url}/merge", **fields, other=f"C-{kept.number}", stays="other")
    assert desk.checker.read(to).count("data-claim-card") == 1
    page = desk.viewer.read(url)
    assert "The kept" in page
    assert "As the map shows." in page
    assert "Reinstate" not in desk.checker.read(url)
    assert "The gone" in desk.viewer.read(f"/claims/C-{kept.number}")
    with desk.open() as session:
        version = session.get_one(Claim, gone.id).version
    assert desk.checker.post(f"{url}/reinstate", version=version).status_code == 422


def test_a_withdrawal_is_undone(desk: RunningDesk) -> None:
    _, (claim,) = make(desk, {})
    url = f"/claims/C-{claim.number}"
    desk.checker.save(f"{url}/withdraw", version=1, reason="Said of another unit")
    desk.checker.save(find_undo(desk.checker.read(url)), back=url)
    assert load(desk, claim).status is Status.NEW
    with desk.open() as session:
        assert check_history(session) == []


def test_at_a_glance_stands_what_blocks_a_report(desk: RunningDesk) -> None:
    article, (bare, weak) = make(desk, {"title": "Bare"}, {"title": "Weak"})
    with desk.open() as session:
        source = factories.make_source(session, "A rumour", reliability="E")
        factories.make_evidence(session, session.get_one(Claim, weak.id), source)
    part = desk.viewer.get(f"/articles/A-{article.number}/glance", HTMX).text
    assert "<html" not in part
    text = read_words(desk, f"/articles/A-{article.number}/glance")
    assert f"1 without evidence: C-{bare.number}" in text
    assert f"1 without a verdict: C-{weak.number}" in text
    assert f"Weakest sourced: C-{weak.number} (1 source, E)" in text
    assert "2 claims without a named claimant" in text
    assert f'href="/claims/C-{bare.number}"' in part


def test_proposals_are_told_apart_from_claims_that_are_not_ready(desk: RunningDesk) -> None:
    article, _claims = make(desk, {"accepted_at": None}, {"accepted_at": None})
    glance = f"/articles/A-{article.number}/glance"
    assert "Before a report: 2 proposals are not decided" in read_words(desk, glance)
    article, _claims = make(desk, {"accepted_at": None}, {})
    glance = f"/articles/A-{article.number}/glance"
    assert "Before a report: 1 claim is not ready, 1 proposal is not decided" in read_words(desk, glance)


def read_words(desk: RunningDesk, url: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", desk.viewer.get(url, HTMX).text).split())
