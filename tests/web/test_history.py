"""The history on pages: who, when, what changed, why; and what an owner may blank."""

from sqlalchemy import Boolean, Enum
from sqlmodel import SQLModel, col, select

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import read_hidden
from workbench.domain.roles import Role
from workbench.models import Claim, Revision
from workbench.queries.history_check import check_history
from workbench.web import history_words

EDIT = {"title": "New title", "statement": "New statement.", "kind": "causal", "claimant_kind": "person"}


def make_edited(desk: RunningDesk) -> tuple[Claim, int]:
    """A claim edited once by the checker, and the number of that revision."""
    with desk.open() as session:
        claim = factories.make_claim(session, title="Old title", statement="Old secret.")
    url = f"/claims/C-{claim.number}"
    fields = read_hidden(desk.checker.read(f"{url}/edit"), "claim-form")
    desk.checker.save(f"{url}/edit", **fields, **EDIT, reason="Clearer so")
    with desk.open() as session:
        query = select(Revision.seq).where(col(Revision.entity_id) == claim.id, col(Revision.version) == 2)
        return claim, session.exec(query).one()


def test_each_act_tells_who_when_what_and_why(desk: RunningDesk) -> None:
    claim, seq = make_edited(desk)
    page = desk.viewer.read(f"/claims/C-{claim.number}")
    act = page.split(f'id="revision-{seq}"')[1].split("</li>")[0]
    for told in ("Checker", "edited this", "<time", "<del>Old title</del>", "<ins>New title</ins>"):
        assert told in act
    for told in ("<del>Old secret.</del>", "<del>Event</del>", "<ins>Causal</ins>", "Clearer so"):
        assert told in act


def test_every_coded_column_of_the_history_has_its_words() -> None:
    coded = {
        (table.name, column.name)
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Enum) and table.name in history_words.NOUNS
    }
    assert coded <= set(history_words.CODES)
    yes_or_no = {
        column.name
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Boolean) and table.name in history_words.NOUNS
    }
    assert yes_or_no <= history_words.YES_OR_NO


def test_only_an_owner_redacts_and_is_asked_why(desk: RunningDesk) -> None:
    claim, seq = make_edited(desk)
    url, page = f"/history/{seq}/redact", f"/claims/C-{claim.number}"
    for role in (Role.VIEWER, Role.CHECKER, Role.REVIEWER):
        assert desk.browser(role).get(url).status_code == 403
        assert desk.browser(role).post(url, reason="r").status_code == 403
        assert url not in desk.browser(role).read(page)
    assert url in desk.owner.read(page)
    fields = read_hidden(desk.owner.read(url), "redact-form")
    refused = desk.owner.post(url, **fields, reason=" ")
    assert (refused.status_code, "Say why" in refused.text) == (422, True)
    to = desk.owner.save(url, **fields, reason="Names a witness")
    assert to == f"{page}#history"
    told = desk.viewer.read(page)
    act = told.split(f'id="revision-{seq}"')[1].split("</li>")[0]
    assert "The values of this entry were redacted." in act
    assert "Old secret." not in act
    assert "Names a witness" in told
    assert desk.owner.post(url, **fields | {"once": ""}, reason="Again").status_code == 422
    with desk.open() as session:
        assert check_history(session) == []


def test_a_revision_that_is_not_there_is_not_found(desk: RunningDesk) -> None:
    for seq in ("0", "999999", "2147483648", "99999999999999999999"):
        assert desk.owner.get(f"/history/{seq}/redact").status_code == 404


def test_every_kind_of_row_leads_back_to_its_page(desk: RunningDesk) -> None:
    with desk.open() as session:
        claim = factories.make_claim(session, claimant=factories.make_source(session, "Row maker"))
        evidence = factories.make_evidence(session, claim, snapshot_id=factories.make_snapshot(session).id)
        factories.make_report(session, claim)
        factories.make_review(session, factories.make_verdict(session, claim))
        assert evidence
        seqs = dict(session.exec(select(Revision.entity, Revision.seq)).all())
    assert {"claim", "appearance", "attribution", "evidence", "snapshot", "report", "user_account"} <= set(
        seqs
    )
    for entity, seq in seqs.items():
        assert desk.owner.get(f"/history/{seq}/redact").status_code == 200, entity
