"""What a reviewer and a first reader found broken once: each promise with the step that broke it."""

from sqlmodel import Session

from tests import factories
from tests.web.conftest import PASSWORD
from tests.web.desk import Browser, RunningDesk
from tests.web.forms import find_token, submit
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.models import Claim, User
from workbench.queries.history import MOST_ENTRIES
from workbench.services import users

VERDICT = {"scale": "five-steps", "rating": "true", "confidence": "high"}


def make_claim(desk: RunningDesk, **values: object) -> Claim:
    with desk.open() as session:
        return factories.make_claim(session, **values)


def test_a_conflict_of_verdicts_shows_both(desk: RunningDesk) -> None:
    ref = f"/claims/C-{make_claim(desk).number}"
    desk.checker.save(f"{ref}/verdict", version="1", reasoning="Theirs: the map.", **VERDICT)
    answer = desk.reviewer.post(f"{ref}/verdict", version="1", reasoning="Mine: the log.", **VERDICT)
    assert answer.status_code == 409
    assert "Theirs: the map." in answer.text
    assert "Mine: the log." in answer.text


def test_a_long_text_sent_after_a_logout_in_another_tab_is_kept(desk: RunningDesk) -> None:
    client = desk.app.test_client()
    submit(client, "/login", login=Role.CHECKER.value, password=PASSWORD)
    browser = Browser(client, find_token(client))
    browser.post("/logout")
    text = "A long day of work. " * 8_000  # 160 kB
    answer = browser.post("/articles", text=text, title="T")
    assert answer.status_code in {400, 401}
    assert text.strip()[-200:] in answer.text


def test_the_history_goes_on_past_its_first_page(desk: RunningDesk) -> None:
    claim = make_claim(desk)
    with desk.open() as session:
        row = session.get_one(Claim, claim.id)
        for number in range(MOST_ENTRIES + 5):
            factories.edit(session, row, title=f"Title {number:03}")
    newest = desk.viewer.read(f"/claims/C-{claim.number}")
    assert "Title 204" in newest
    assert "Title 190" not in newest
    page = desk.viewer.read(f"/claims/C-{claim.number}?history=all")
    assert "Title 190" in page
    assert "Title 000" not in page
    older = page.partition("history_before=")[2].partition("#")[0]
    assert "Title 000" in desk.viewer.read(f"/claims/C-{claim.number}?history_before={older}")


def test_a_redaction_names_the_other_entries_with_the_same_words(desk: RunningDesk) -> None:
    claim = make_claim(desk)
    with desk.open() as session:
        row = session.get_one(Claim, claim.id)
        factories.edit(session, row, title="A libel")
        factories.edit(session, row, title="Mended")
    page = desk.owner.read(f"/claims/C-{claim.number}")
    first = page.index("A libel")
    seqs = sorted({int(part.split("/")[0]) for part in page.split("/history/")[1:]})
    assert first > 0
    told = [seq for seq in seqs if "same words also stand" in desk.owner.read(f"/history/{seq}/redact")]
    assert len(told) >= 2


def test_a_closed_account_starts_anew_when_it_is_opened_again(desk: RunningDesk) -> None:
    with desk.open() as session:
        user = users.add_user(
            session, login="anew", name="Anew", role=Role.VIEWER, password=PASSWORD, by="tests"
        )
    client = desk.app.test_client()
    submit(client, "/login", login="anew", password=PASSWORD)
    assert client.get("/articles").status_code == 200
    with desk.open() as session:
        close_and_open(session, user.id)
    assert client.get("/articles").status_code == 303


def close_and_open(session: Session, user_id: object) -> None:
    row = session.get_one(User, user_id)
    users.deactivate(session, row, seen=row.version, by="tests")
    users.reactivate(session, row, seen=row.version, by="tests")


def test_nothing_is_accepted_from_a_withdrawn_article(desk: RunningDesk) -> None:
    with desk.open() as session:
        version = factories.make_article(session)
        claim = factories.make_claim(session, version, accepted_at=None)
        article = factories.find_article(session, version)
        factories.edit(session, article, withdrawn_at=factories.NOON, withdrawn_reason="twice")
    answer = desk.checker.post(f"/articles/A-{article.number}/accept-all")
    assert answer.status_code == 422
    with desk.open() as session:
        assert session.get_one(Claim, claim.id).accepted_at is None


def test_a_claim_is_found_by_its_reference(desk: RunningDesk) -> None:
    claim, other = make_claim(desk, title="By number"), make_claim(desk, title="Another one")
    page = desk.viewer.read(f"/claims?q=c-{claim.number}")
    assert "By number" in page
    assert f"/claims/C-{other.number}" not in page


def test_coordinates_are_evidence_enough_and_a_stance_is_asked_for(desk: RunningDesk) -> None:
    ref = f"/claims/C-{make_claim(desk, status=Status.CHECKING).number}/evidence/new"
    form = {"kind": "geolocation", "source": "Survey", "source_kind": "organisation", "credibility": "6"}
    form |= {"latitude": "51.2", "longitude": "35.1"}
    assert desk.checker.post(ref, **form).status_code == 422
    desk.checker.save(ref, **form, stance="context")
