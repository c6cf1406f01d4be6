"""Forms that open in a part of a page answer with parts alone, keep what was typed, and work as pages too."""

import gzip
import json
import re
from html import unescape

import pytest
from sqlmodel import select

from tests import factories
from tests.web.desk import Browser, RunningDesk
from tests.web.forms import HTMX, SAME_ORIGIN, read_hidden
from tests.web.test_article_work import WHOLE, make, quotes
from tests.web.test_cards import find_undo, load
from tests.web.test_claim_parts import EVERY, TOLD, read_parts
from workbench.domain.status import Status
from workbench.models import Article, Claim, Evidence
from workbench.queries.claims import get_claim
from workbench.queries.history_check import check_history

EVIDENCE = {
    "kind": "interview",
    "stance": "refutes",
    "source": "Harbour Office",
    "source_kind": "organisation",
}
EVIDENCE |= {"credibility": "2", "excerpt": "It was open."}
SPLIT = {
    "words": "near the river",
    "new_title": "It was near the river",
    "new_statement": "The unit was near the river",
    "title": "Unit destroyed",
    "statement": "A sabotage unit was destroyed",
}
NEW = {"title": "An office said so", "statement": "An office said so.", "kind": "event"}
NEW |= {"claimant_kind": "organisation"}


@pytest.fixture
def two(desk: RunningDesk) -> tuple[Article, list[Claim]]:
    """Two claims on the same words of one article."""
    return make(desk, {"title": "The one"}, {"title": "The other"})


def open_form(browser: Browser, url: str, form: str) -> dict[str, str]:
    """Open a form as htmx does; its hidden fields."""
    answer = browser.get(url, HTMX)
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert 'data-slot="' in answer.text
    return read_hidden(answer.text, form)


def send(browser: Browser, url: str, fields: dict[str, str], code: int = 200) -> str:
    """Send a form as htmx does; the answer has to be parts, and small."""
    answer = browser.post(url, HTMX, **fields)
    assert answer.status_code == code, answer.text
    assert "HX-Redirect" not in answer.headers
    assert "<html" not in answer.text
    assert "data-article-text" not in answer.text
    assert len(gzip.compress(answer.data)) < 10_000  # as it travels; the budget of a part is 20 kB
    ids = re.findall(r'\bid="([^"]+)"', answer.text)
    assert sorted(ids) == sorted(set(ids))
    return answer.text


def test_evidence_is_added_mended_and_withdrawn_in_parts(
    desk: RunningDesk, two: tuple[Article, list[Claim]]
) -> None:
    claim = two[1][0]
    url = f"/claims/C-{claim.number}/evidence"
    hidden = open_form(desk.checker, f"{url}/new", "evidence-form")
    refused = send(desk.checker, f"{url}/new", {**hidden, **EVIDENCE, "source": ""}, 422)
    assert refused.lstrip().startswith('<div id="evidence-edit"')
    assert "It was open.</textarea>" in refused
    answer = send(desk.checker, f"{url}/new", {**hidden, **EVIDENCE})
    assert read_parts(answer) == (
        "evidence-edit",
        {"evidence", "verdict", "discussion", "work-status"} | TOLD,
    )
    assert "It was open." in answer
    assert "added evidence" in answer
    with desk.open() as session:
        one = str(session.exec(select(Evidence).where(Evidence.claim_id == claim.id)).one().id)

    hidden = open_form(desk.checker, f"{url}/{one}/edit", "evidence-form")
    answer = send(desk.checker, f"{url}/{one}/edit", {**hidden, **EVIDENCE, "excerpt": "It was shut."})
    assert "It was shut." in answer

    hidden = open_form(desk.checker, f"{url}/{one}/withdraw", "evidence-withdraw-form")
    send(desk.checker, f"{url}/{one}/withdraw", {**hidden, "reason": ""}, 422)
    answer = send(desk.checker, f"{url}/{one}/withdraw", {**hidden, "reason": "Wrong harbour"})
    assert "Withdrawn evidence: 1" in answer
    assert "Wrong harbour" in answer


def test_no_id_stands_twice_when_both_slots_hold_a_form(
    desk: RunningDesk, two: tuple[Article, list[Claim]]
) -> None:
    url = f"/claims/C-{two[1][0].number}"
    page = desk.checker.read(url)
    for slot, forms in {
        "claim-edit": ("edit", "split", "merge", "withdraw"),
        "evidence-edit": ("evidence/new",),
    }.items():
        assert f'<div id="{slot}" data-slot' in page
        page = page.replace(f'id="{slot}"', "")
        for form in forms:
            both = page + desk.checker.get(f"{url}/{form}", HTMX).text
            if slot == "claim-edit":
                both += desk.checker.get(f"{url}/evidence/new", HTMX).text
            ids = re.findall(r'\bid="([^"]+)"', both.replace('id="evidence-edit"', "", 1))
            assert sorted(ids) == sorted(set(ids)), form


def test_a_claim_is_split_on_its_page_and_the_split_undone_there(
    desk: RunningDesk, two: tuple[Article, list[Claim]]
) -> None:
    claim = two[1][0]
    url = f"/claims/C-{claim.number}"
    hidden = open_form(desk.checker, f"{url}/split", "split-form")
    refused = send(desk.checker, f"{url}/split", {**hidden, **SPLIT, "words": "near the sea"}, 422)
    assert "near the sea</textarea>" in refused
    answer = send(desk.checker, f"{url}/split", {**hidden, **SPLIT})
    assert read_parts(answer) == ("claim-edit", EVERY)
    assert re.search(r'href="/claims/C-\d+">Show C-', answer)
    assert quotes(desk, claim) == ["A sabotage unit was destroyed"]
    undone = send(desk.checker, find_undo(answer), {"in": f"C-{claim.number}", "back": url})
    assert read_parts(undone) == ("claim-head", EVERY - {"claim-head"} | {"discussion", "others"})
    assert "Undone." in undone
    assert quotes(desk, claim) == [WHOLE]


def test_a_claim_is_merged_and_withdrawn_on_its_page(
    desk: RunningDesk, two: tuple[Article, list[Claim]]
) -> None:
    claim, other = two[1]
    url = f"/claims/C-{claim.number}"
    hidden = open_form(desk.checker, f"{url}/merge", "merge-form")
    for wrong in ("C-999999", f"C-{claim.number}", "nonsense"):
        refused = send(desk.checker, f"{url}/merge", {**hidden, "other": wrong, "stays": "other"}, 422)
        assert f'value="{wrong}"' in refused
    answer = send(desk.checker, f"{url}/merge", {**hidden, "other": f"C-{other.number}", "stays": "this"})
    assert read_parts(answer) == ("claim-edit", EVERY | {"discussion"})
    assert load(desk, other).merged_into_id == claim.id

    hidden = open_form(desk.checker, f"{url}/withdraw", "withdraw-form")
    send(desk.checker, f"{url}/withdraw", {**hidden, "reason": ""}, 422)
    answer = send(desk.checker, f"{url}/withdraw", {**hidden, "reason": "Said of another unit"})
    assert 'id="reinstate"' in answer
    assert load(desk, claim).status is Status.WITHDRAWN


def test_what_stands_open_is_told_the_version_of_ones_own_act(
    desk: RunningDesk, two: tuple[Article, list[Claim]]
) -> None:
    claim = two[1][0]
    url, hidden = f"/claims/C-{claim.number}/assign", {"to": "checker", "version": str(claim.version)}
    answer = desk.checker.post(url, HTMX, **hidden)
    assert answer.headers["HX-Trigger"] == '{"version-moved": {"seen": 1, "now": 2}}'


def test_a_link_brings_the_history_with_it(desk: RunningDesk, two: tuple[Article, list[Claim]]) -> None:
    claim, other = two[1]
    url = f"/claims/C-{claim.number}"
    answer = send(
        desk.checker, f"{url}/links", {"kind": "repeats", "other": f"C-{other.number}", "note": "See."}
    )
    assert read_parts(answer) == ("related", {"history", "claim-said"})
    assert "linked two claims" in answer
    [unlink] = re.findall(r'action="(/claims/[^"]+/withdraw)"', answer)
    answer = send(desk.checker, unlink, {"version": "1"})
    assert "took a link back" in answer


def test_having_looked_again_is_answered_in_parts(
    desk: RunningDesk, two: tuple[Article, list[Claim]]
) -> None:
    claim = two[1][0]
    with desk.open() as session:
        factories.edit(
            session, session.get_one(Claim, claim.id), look_again="C-1, which this depends on, was re-opened."
        )
    answer = send(
        desk.checker, f"/claims/C-{claim.number}/looked-again", {"version": "2", "note": "Still so."}
    )
    assert read_parts(answer) == ("look-again", TOLD)
    assert 'id="look-again-form"' not in answer
    assert "Still so." in answer


def test_a_draft_is_discarded_in_place(desk: RunningDesk, two: tuple[Article, list[Claim]]) -> None:
    url = f"/claims/C-{two[1][0].number}/split"
    hidden = open_form(desk.checker, url, "split-form")
    hidden.pop("csrf_token")
    desk.checker.post("/drafts", **{**hidden, **SPLIT, "words": "half a thought"})
    found = desk.checker.get(f"{url}?in=A-{two[0].number}", HTMX).text
    assert "half a thought" in found
    [again] = re.findall(r'name="again" value="([^"]+)"', found)
    answer = desk.checker.post("/drafts/discard", HTMX, draft=hidden["draft"], again=again)
    assert (answer.status_code, answer.location) == (303, f"{url}?in=A-{two[0].number}")
    assert "half a thought" not in desk.checker.get(answer.location, HTMX).text
    elsewhere = desk.checker.post("/drafts/discard", HTMX, draft=hidden["draft"], again="//example.org")
    assert "example.org" not in (elsewhere.location or "") + elsewhere.headers.get("HX-Redirect", "")


def test_beside_the_text_a_split_answers_two_cards_and_their_paragraph(
    desk: RunningDesk, two: tuple[Article, list[Claim]]
) -> None:
    article, (claim, _) = two
    url = f"/claims/C-{claim.number}/split"
    hidden = open_form(desk.checker, f"{url}?in=A-{article.number}", "split-form")
    assert hidden["in"] == f"A-{article.number}"
    answer = desk.checker.post(url, HTMX, **hidden, **SPLIT)
    assert answer.headers["HX-Retarget"] == f"#claim-C-{claim.number}"
    assert re.findall(r'data-claim-card="(C-\d+)"', answer.text)[0] == f"C-{claim.number}"
    assert f'hx-swap-oob="afterend:li:has(> #claim-C-{claim.number})"' in answer.text
    assert "It was near the river" in answer.text
    assert 'hx-swap-oob="true" data-start' in answer.text
    assert "Troops are" not in answer.text  # paragraphs whose marks stayed are not sent again
    assert len(answer.data) < 20_000


@pytest.mark.parametrize("stays", ["this", "other"])
def test_beside_the_text_a_merge_leaves_the_card_that_stays(
    desk: RunningDesk, two: tuple[Article, list[Claim]], stays: str
) -> None:
    article, (claim, other) = two
    kept = claim if stays == "this" else other
    url = f"/claims/C-{claim.number}/merge"
    hidden = open_form(desk.checker, f"{url}?in=A-{article.number}", "merge-form")
    answer = desk.checker.post(url, HTMX, **{**hidden, "other": f"C-{other.number}", "stays": stays})
    assert answer.headers["HX-Retarget"] == f"#claim-C-{claim.number}"
    events = json.loads(answer.headers["HX-Trigger"])
    assert events == {"claims-changed": {}, "claim-gone": {"claim": f"C-{other.number}"}}
    assert re.findall(r'data-claim-card="(C-\d+)"', answer.text) == [f"C-{kept.number}"]
    assert len(answer.data) < 20_000


@pytest.mark.parametrize("verb", ["edit", "withdraw"])
def test_beside_the_text_one_card_is_answered(
    desk: RunningDesk, two: tuple[Article, list[Claim]], verb: str
) -> None:
    article, (claim, _) = two
    url = f"/claims/C-{claim.number}/{verb}"
    values = {
        "title": "Another title",
        "statement": "Another one.",
        "kind": "event",
        "claimant_kind": "person",
    }
    form = "claim-form" if verb == "edit" else "withdraw-form"
    for headers in (HTMX, {}):
        page = desk.checker.get(f"{url}?in=A-{article.number}", headers).text
        fields = {**read_hidden(page, form), **values, "reason": "Misread"}
        answer = desk.checker.post(url, headers, **fields)
        if not headers:
            assert answer.location.startswith(f"/articles/A-{article.number}?claim=C-{claim.number}")
            continue
        assert answer.headers["HX-Retarget"] == f"#claim-C-{claim.number}"
        assert answer.headers["HX-Trigger"] == '{"claims-changed": {}}'
        assert re.findall(r'data-claim-card="(C-\d+)"', answer.text) == [f"C-{claim.number}"]
        if verb == "withdraw":
            return


def test_beside_the_text_selected_words_become_a_card_and_marks(
    desk: RunningDesk, two: tuple[Article, list[Claim]]
) -> None:
    url = f"/articles/A-{two[0].number}/claims"
    ask = f"{url}/new?quote=according+to+the+regional+office"
    hidden = open_form(desk.checker, ask, "claim-form")
    form = desk.checker.get(ask, HTMX).text
    assert f'hx-post="{url}"' in form
    assert 'id="earlier"' in form
    assert 'class="hints-box"' in form
    send(desk.checker, url, NEW | hidden | {"statement": ""}, 422)
    answer = desk.checker.post(url, HTMX, **NEW | hidden)
    assert answer.headers["HX-Retarget"] == "#cards"
    ref = json.loads(answer.headers["HX-Trigger"])["claim-made"]["claim"]
    cards = re.findall(r'data-claim-card="(C-\d+)"', answer.text)
    assert cards == [*(f"C-{claim.number}" for claim in two[1]), ref]
    assert re.search(rf'data-claims="{ref}"', answer.text)
    assert "Troops are" not in answer.text  # paragraphs whose marks stayed are not sent again
    for part in ("claim-counts", "glance", "claim-looks", "slot-new"):
        assert re.search(rf'id="{part}"[^>]*hx-swap-oob', answer.text), part
    assert (
        '<div id="slot-new" data-slot="claim" data-home="#article-text" hx-swap-oob="true"></div>'
        in answer.text
    )
    assert len(answer.data) < 20_000
    undone = desk.checker.post(find_undo(answer.text), HTMX, **{"in": f"A-{two[0].number}", "back": "/"})
    assert undone.status_code == 200
    assert ref not in re.findall(r'data-claim-card="(C-\d+)"', undone.text)
    assert f'data-claims="{ref}"' not in undone.text
    with desk.open() as session:
        assert get_claim(session, int(ref[2:])).status is Status.WITHDRAWN
        assert check_history(session) == []


def test_the_draft_of_a_new_claim_waits_beside_the_text(
    desk: RunningDesk, two: tuple[Article, list[Claim]]
) -> None:
    url = f"/articles/A-{two[0].number}/claims"
    ask = f"{url}/new?quote=according+to+the+regional+office"
    hidden = open_form(desk.checker, ask, "claim-form")
    desk.checker.post("/drafts", **hidden | NEW | {"title": "half a thought"})
    found = desk.checker.get(ask, HTMX).text
    assert "half a thought" in found
    [again] = re.findall(r'name="again" value="([^"]+)"', found)
    answer = desk.checker.post("/drafts/discard", HTMX, draft=hidden["draft"], again=unescape(again))
    assert answer.status_code == 303
    fresh = desk.checker.get(answer.location, HTMX).text
    assert "half a thought" not in fresh
    assert read_hidden(fresh, "claim-form")["start"] == hidden["start"]


def test_a_new_claim_sent_without_a_login_is_told_and_stays_typed(
    desk: RunningDesk, two: tuple[Article, list[Claim]]
) -> None:
    url = f"/articles/A-{two[0].number}/claims"
    client = desk.app.test_client()
    client.get("/login")
    with client.session_transaction() as session:
        session["person"] = "somebody who was logged in"
    answer = client.post(url, data=NEW | {"start": "0", "end": "6"}, headers=SAME_ORIGIN | HTMX)
    assert (answer.status_code, answer.headers["HX-Retarget"]) == (401, "#notices")
    assert "data-slot" not in answer.text


def test_words_for_a_new_claim_that_stand_twice_or_nowhere(
    desk: RunningDesk, two: tuple[Article, list[Claim]]
) -> None:
    url = f"/articles/A-{two[0].number}/claims/new"
    part = desk.checker.get(f"{url}?quote=the", HTMX).text
    assert 'id="slot-new" data-slot="claim"' in part
    [first, *_] = re.findall(r'hx-get="([^"]+)"', part)
    assert 'id="claim-form"' in desk.checker.get(unescape(first), HTMX).text
    nowhere = desk.checker.get(f"{url}?quote=no+such+words", HTMX)
    assert (nowhere.status_code, nowhere.headers["HX-Retarget"]) == (422, "#notices")
    assert "not in the text just so" in nowhere.text


def test_a_form_names_no_other_page_to_lead_back_to(
    desk: RunningDesk, two: tuple[Article, list[Claim]]
) -> None:
    url = f"/claims/C-{two[1][0].number}/withdraw"
    for wrong in ("//example.org", "C-1", "A-0"):
        assert desk.checker.get(f"{url}?in={wrong}").status_code == 404
