"""The cards beside an article's text, what an act answers there, and taking it back."""

import re

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX
from workbench.domain.status import Origin, Status
from workbench.models import Article, Claim
from workbench.queries.history_check import check_history


def make(desk: RunningDesk, count: int = 2) -> tuple[Article, list[Claim]]:
    """An article and proposals on its words."""
    with desk.open() as session:
        version = factories.make_article(session)
        speaker = factories.make_source(session, f"Speaker of A {version.number}")
        claims = [
            factories.make_claim(session, version, claimant=speaker, accepted_at=None, origin=Origin.MACHINE)
            for _ in range(count)
        ]
        return factories.find_article(session, version), claims


def find_undo(page: str) -> str:
    """The way back from the last act that a page or a part tells of."""
    found = re.findall(r'action="(/acts/\d+/undo)"', page)
    assert found, page
    return str(found[-1])


def load(desk: RunningDesk, claim: Claim) -> Claim:
    with desk.open() as session:
        return session.get_one(Claim, claim.id)


def test_a_card_is_light_and_opens_in_its_place(desk: RunningDesk) -> None:
    article, (claim, other) = make(desk)
    url, ref = f"/articles/A-{article.number}", f"C-{claim.number}"
    page = desk.checker.read(url)
    assert page.count(claim.statement) == 0
    part = desk.checker.get(f"/claims/{ref}/card?in=A-{article.number}", HTMX).text
    assert "<html" not in part
    assert claim.statement in part
    assert f"Speaker of A {article.number}" in part
    assert f'id="dismiss-{ref}"' in part
    closed = desk.checker.get(f"/claims/{ref}/card?in=A-{article.number}&open=no", HTMX).text
    assert claim.statement not in closed
    to = desk.viewer.get(f"/claims/{ref}/card?in=A-{article.number}").location
    assert to == f"{url}?claim={ref}#claim-{ref}"
    assert desk.viewer.read(to).count(claim.statement) == 1
    assert f'id="dismiss-{ref}"' not in desk.viewer.read(to)
    assert load(desk, other).accepted_at is None


def test_one_form_serves_all_cards(desk: RunningDesk) -> None:
    article, claims = make(desk, 3)
    page = desk.checker.read(f"/articles/A-{article.number}")
    assert page.count('form="card-form"') == 2 * len(claims)
    assert page.count('id="card-form"') == 1


def test_an_open_card_stays_open_after_an_act(desk: RunningDesk) -> None:
    article, (claim, _) = make(desk)
    ref = f"C-{claim.number}"
    fields = {"version": 1, "back": "article", "in": f"A-{article.number}"}
    part = desk.checker.post(f"/claims/{ref}/accept?open={ref}", HTMX, **fields).text
    assert claim.statement in part
    assert "1 claim" in part
    assert load(desk, claim).accepted_at is not None


def test_an_act_is_undone_by_its_own_person_while_nothing_has_changed(desk: RunningDesk) -> None:
    article, (claim, other) = make(desk)
    fields = {"version": 1, "back": "article", "in": f"A-{article.number}"}
    undo = find_undo(desk.checker.post(f"/claims/C-{claim.number}/dismiss", HTMX, **fields).text)
    assert load(desk, claim).status is Status.WITHDRAWN
    assert desk.reviewer.post(undo).status_code == 422
    assert desk.viewer.post(undo).status_code == 403
    part = desk.checker.post(undo, HTMX, **{"in": f"A-{article.number}"}).text
    assert "<html" not in part
    assert 'id="cards"' not in part  # the card alone comes back
    assert f'id="claim-C-{claim.number}" hx-swap-oob="true"' in part
    assert 'id="glance"' in part
    assert load(desk, claim).status is Status.NEW
    assert desk.checker.post(undo).status_code == 422  # once
    undo = find_undo(desk.checker.post(f"/claims/C-{other.number}/accept", HTMX, **fields).text)
    with desk.open() as session:
        factories.edit(session, session.get_one(Claim, other.id), title="Edited since")
    answer = desk.checker.post(undo)
    assert answer.status_code == 422
    assert "changed since" in answer.text


def test_undoing_leaves_the_card_open_that_was(desk: RunningDesk) -> None:
    article, claims = make(desk, 2)
    ref, back = f"C-{claims[1].number}", f"A-{article.number}"
    undo = find_undo(desk.checker.post(f"/articles/{back}/accept-all", HTMX).text)
    part = desk.checker.post(undo, HTMX, **{"in": back, "open": ref}).text
    assert 'id="cards"' in part
    assert f'id="unfold-{ref}" aria-expanded="true"' in part


def test_accept_all_is_undone_at_once(desk: RunningDesk) -> None:
    article, claims = make(desk, 3)
    to = f"/articles/A-{article.number}"
    desk.checker.save(f"{to}/accept-all")
    assert all(load(desk, claim).accepted_at for claim in claims)
    undo = find_undo(desk.checker.read(to))
    assert desk.checker.save(undo, back=to) == to
    assert not any(load(desk, claim).accepted_at for claim in claims)
    assert "Accept all" in desk.checker.read(to)
    part = desk.checker.post(f"{to}/accept-all", HTMX).text
    assert "<html" not in part
    assert "data-article-text" not in part
    with desk.open() as session:
        assert check_history(session) == []


def test_undo_of_what_is_no_such_act_is_refused(desk: RunningDesk) -> None:
    article, _ = make(desk)
    assert desk.checker.post("/acts/999999/undo").status_code == 404
    assert desk.checker.post(f"/acts/{10**12}/undo").status_code == 404
    assert desk.checker.post("/acts/1/undo").status_code == 422
    assert article.number


def test_the_colours_are_switched_without_a_script(desk: RunningDesk) -> None:
    article, _ = make(desk)
    url = f"/articles/A-{article.number}"
    assert 'data-colour-by="rating"' in desk.viewer.read(url)
    assert 'data-colour-by="status"' in desk.viewer.read(f"{url}?colour=status")
    assert 'data-colour-by="rating"' in desk.viewer.read(f"{url}?colour=nonsense")
