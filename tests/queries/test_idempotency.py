"""Every row that a save may make leads to a page that shows it."""

from sqlmodel import Session, select

from tests import factories
from workbench.models import TRACKED, Revision
from workbench.queries.idempotency import NOWHERE, describe_revision

PAGES = {"article", "claim", "desk", "report", "source", "user_account", NOWHERE, "used_scale"}


def test_whatever_a_save_made_has_a_page(session: Session) -> None:
    factories.make_every_kind(session)
    evidence = factories.make_evidence(session)
    factories.make_capture(session, evidence)
    factories.edit(session, evidence, snapshot_id=factories.make_snapshot(session, b"other").id)
    found = {row.entity: describe_revision(session, row.seq).noun for row in session.exec(select(Revision))}
    assert set(found) >= {"capture", "snapshot", "custody", "foreign_verdict"}
    assert set(found) <= {str(model.__tablename__) for model in TRACKED}
    assert {entity: noun for entity, noun in found.items() if noun not in PAGES} == {}
    assert found["capture"] in {"claim", "article"}
    assert (found["snapshot"], found["foreign_verdict"]) == ("claim", "claim")
