"""Earlier claims beside the form and on the claim page; links; another look."""

import re
from collections.abc import Iterator

import pytest
from flask import render_template
from sqlmodel import Session

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX, read_hidden
from tests.web.test_query_counts import count_for
from workbench import history
from workbench.domain.links import LinkKind
from workbench.domain.memory.differences import Comparison, Difference, Differs, Nearness
from workbench.domain.status import Origin, Status
from workbench.models import Claim
from workbench.queries.claim_links import list_links
from workbench.queries.claim_memory import EarlierClaim
from workbench.queries.claims import get_claim, load_rows
from workbench.services.claim_links import flag_dependents
from workbench.web.claim_memory import DIFFERS_WORDS, NEARNESS_WORDS

FILLING = ("wheat", "barley", "maize", "rye", "oats", "rice", "potato", "onion", "carrot", "leek")
WORDS = "Heron colony holds 30 nests"
_LISTED = re.compile(r'data-nearness="(\w+)">\s*<p class="meta">.*?<span class="ref">(C-\d+)</span>', re.S)


@pytest.fixture
def rows(desk: RunningDesk) -> Iterator[Session]:
    with desk.open() as session:
        yield session


def make(session: Session, words: str, **values: object) -> Claim:
    return factories.make_claim(session, title=words, statement=words, **values)


def list_earlier(page: str) -> list[tuple[str, str]]:
    return [(found[2], found[1]) for found in _LISTED.finditer(page)]


def fill_desk(session: Session) -> None:
    """Claims about other things, so that a word can be rare."""
    for name in FILLING:
        make(session, f"{name} prices rose")


@pytest.fixture
def herons(rows: Session) -> Iterator[tuple[Claim, Claim]]:
    """A claim, and one that says another number; gone afterwards."""
    fill_desk(rows)
    found = make(rows, WORDS), make(rows, WORDS.replace("30", "20"))
    yield found
    for claim in found:
        rows.refresh(claim)
        factories.edit(rows, claim, status=Status.WITHDRAWN)


def test_what_is_typed_is_answered_with_what_there_is(desk: RunningDesk, herons: tuple[Claim, Claim]) -> None:
    same, conflicting = (f"C-{claim.number}" for claim in herons)
    answer = desk.checker.get("/claims/earlier?title=&statement=Heron+colonies+hold+30+nests", HTMX)
    assert list_earlier(answer.text) == [(same, "same"), (conflicting, "conflicting")]
    assert "<b>30 nests</b> here, <b>20 nests</b> there" in answer.text
    assert "<html" not in answer.text
    assert f"Earlier claims: {same} Says the same, {conflicting} Conflicting." in answer.text
    assert list_earlier(desk.viewer.read("/claims/earlier?statement=heron+colony+30+nests"))
    own = desk.checker.get(f"/claims/earlier?statement={WORDS}&own={same}", HTMX)
    assert list_earlier(own.text) == [(conflicting, "conflicting")]


def test_what_differs_is_shown_as_text_whatever_it_holds(desk: RunningDesk, rows: Session) -> None:
    """The facts come out of words that anybody may have written."""
    row = load_rows(rows, [make(rows, "An otter crossed the river")], sight=True)[0]
    differs = Difference(Differs.PLACE, "<img src=x onerror=alert(1)>", "</b><script>alert(2)</script>")
    earlier = [EarlierClaim(row, Comparison(Nearness.CONFLICTING, (differs,)))]
    words = {"nearness_words": NEARNESS_WORDS, "differs_words": DIFFERS_WORDS}
    with desk.app.test_request_context():
        page = render_template("claims/_earlier.html", earlier=earlier, link_from=None, **words)
    assert "<b>&lt;img src=x onerror=alert(1)&gt;</b> here" in page
    assert "<b>&lt;/b&gt;&lt;script&gt;alert(2)&lt;/script&gt;</b> there" in page


@pytest.mark.parametrize(
    "query",
    ["", "?statement=", "?statement=%00", "?own=C-999999&statement=heron", "?own=nothing", "?title=%22*"],
)
def test_nothing_and_nonsense_are_answered(desk: RunningDesk, query: str) -> None:
    assert desk.viewer.get(f"/claims/earlier{query}", HTMX).status_code == 200


def test_the_form_shows_them_at_once_and_again_by_its_button(
    desk: RunningDesk, rows: Session, herons: tuple[Claim, Claim]
) -> None:
    same, conflicting = (f"C-{claim.number}" for claim in herons)
    url = f"/claims/{same}/edit"
    page = desk.checker.read(url)
    assert list_earlier(page) == [(conflicting, "conflicting")]
    typed = {"title": "Heron nests", "statement": "A heron colony holds 20 nests", "kind": "event"}
    fields = read_hidden(page, "claim-form") | typed | {"claimant_kind": "person", "look": "1"}
    answer = desk.checker.post(url, **fields)
    assert answer.status_code == 422
    assert list_earlier(answer.text) == [(conflicting, "same")]
    assert "A heron colony holds 20 nests</textarea>" in answer.text
    assert "Nothing was saved yet" not in answer.text
    rows.expire_all()
    assert get_claim(rows, herons[0].number).title == WORDS


def test_a_new_claim_shows_them_and_the_button_saves_nothing(
    desk: RunningDesk, rows: Session, herons: tuple[Claim, Claim]
) -> None:
    version = factories.make_article(rows, text=f"{WORDS}.\n")
    ref = f"A-{factories.find_article(rows, version).number}"
    page = desk.checker.read(f"/articles/{ref}/claims/new?quote={WORDS}")
    assert list_earlier(page)[0] == (f"C-{herons[0].number}", "same")
    fields = read_hidden(page, "claim-form") | {"title": WORDS, "statement": WORDS, "look": "1"}
    assert desk.checker.post(f"/articles/{ref}/claims", **fields).status_code == 422
    assert desk.checker.read(f"/claims?article={ref.removeprefix('A-')}").count('class="ref">C-') == 0


def test_a_claim_is_linked_from_its_page_and_leaves_the_earlier_ones(
    desk: RunningDesk, rows: Session, herons: tuple[Claim, Claim]
) -> None:
    one, other = (f"C-{claim.number}" for claim in herons)
    page = desk.checker.read(f"/claims/{one}")
    assert list_earlier(page) == [(other, "conflicting")]
    assert desk.viewer.post(f"/claims/{one}/links", other=other, kind="contradicts").status_code == 403
    fields = {"other": other, "kind": "contradicts"}
    assert desk.checker.save(f"/claims/{one}/links", **fields) == f"/claims/{one}#related"
    assert list_earlier(desk.checker.read(f"/claims/{one}")) == []
    for ref in (one, other):
        assert "Take the link back" in desk.checker.read(f"/claims/{ref}")
        assert "Take the link back" not in desk.viewer.read(f"/claims/{ref}")
        assert "linked two claims" in desk.viewer.read(f"/claims/{ref}")
    link = list_links(rows, herons[1], sight=True)[0].link
    part = desk.checker.post(f"/claims/{other}/links/{link.id}/withdraw", HTMX, version=1)
    assert part.status_code == 200
    assert part.text.lstrip().startswith('<section id="related"')
    assert "None linked yet." in part.text
    assert "took a link back" in desk.viewer.read(f"/claims/{one}")


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("", "Name the other claim"),
        ("C-999999", "no claim C-999999"),
        ("A-1", "not a reference"),
        (None, "itself"),
    ],
)
def test_what_cannot_be_linked_is_refused_with_a_reason(
    desk: RunningDesk, herons: tuple[Claim, Claim], other: str | None, words: str
) -> None:
    ref = f"C-{herons[0].number}"
    fields = {"other": ref if other is None else other, "kind": "depends on", "note": "Kept words"}
    answer = desk.checker.post(f"/claims/{ref}/links", **fields)
    assert answer.status_code == 422
    assert words in answer.text
    assert "Kept words" in answer.text
    part = desk.checker.post(f"/claims/{ref}/links", HTMX, **fields)
    assert (part.status_code, part.text.count("<html")) == (422, 0)


def test_a_link_of_another_claim_and_an_unknown_kind_are_refused(
    desk: RunningDesk, rows: Session, herons: tuple[Claim, Claim]
) -> None:
    one, other = (f"C-{claim.number}" for claim in herons)
    third = make(rows, "Somebody else's claim")
    link = factories.make_link(rows, third, herons[0])
    assert desk.checker.post(f"/claims/{other}/links/{link.id}/withdraw", version=1).status_code == 404
    assert desk.checker.post(f"/claims/{one}/links", other=other, kind="adores").status_code == 422


def test_a_proposal_offers_no_link(desk: RunningDesk, rows: Session, herons: tuple[Claim, Claim]) -> None:
    proposal = make(rows, WORDS, accepted_at=None, origin=Origin.MACHINE)
    page = desk.checker.read(f"/claims/C-{proposal.number}")
    assert list_earlier(page)
    assert 'id="link-form"' not in page
    assert "link-action" not in page


def test_another_look_is_asked_for_on_the_page_and_in_lists_and_cleared_by_a_person(
    desk: RunningDesk, rows: Session
) -> None:
    base, dependent = make(rows, "The tide gauge works"), make(rows, "The tide rose & fell")
    factories.make_link(rows, dependent, base, LinkKind.DEPENDS)
    with history.change(rows, by="tests", action="claim.status.changed"):
        flag_dependents(rows, base, "has another verdict: False")
    url = f"/claims/C-{dependent.number}"
    page = desk.viewer.read(url)
    assert f'<a href="/claims/C-{base.number}">C-{base.number}</a>, which this depends on' in page
    assert "Looked again" not in page
    assert "look again" in desk.viewer.read("/claims?q=tide")
    assert desk.checker.post(f"{url}/looked-again", version=1).status_code == 409
    desk.checker.save(f"{url}/looked-again", version=dependent.version, note="Still so.")
    page = desk.checker.read(url)
    assert "Needs another look</b>" not in page
    assert "looked again" in page
    assert "Still so." in page


def test_the_page_asks_as_often_for_many_links_and_earlier_claims_as_for_one(
    desk: RunningDesk, rows: Session
) -> None:
    few, many = make(rows, "Stork ring read 12 times"), make(rows, "Crane ring read 14 times")
    for number in range(30):
        make(rows, f"Crane ring read {number} times")
        factories.make_link(rows, many, make(rows, f"Gull {number}"))
    make(rows, "Stork ring read 13 times")
    factories.make_link(rows, few, make(rows, "Gull alone"))
    assert count_for(desk, f"/claims/C-{few.number}") == count_for(desk, f"/claims/C-{many.number}")
    asked = [count_for(desk, f"/claims/earlier?statement={word}+ring+read") for word in ("Stork", "Crane")]
    assert asked[0] == asked[1]
