"""A redaction blanks values for good, keeps every hash, and says who and why."""

import pytest
from sqlmodel import Session, col, select

from tests import factories
from workbench import history
from workbench.domain.errors import NotFound, RuleBroken
from workbench.models import Revision, RevisionPayload
from workbench.queries.history_check import check_history


def test_a_redaction_needs_a_reason_a_revision_and_values(session: Session) -> None:
    factories.make_source(session)

    with pytest.raises(RuleBroken, match="Say why"):
        history.redact(session, 1, by="tests", reason=" ")
    with pytest.raises(NotFound):
        history.redact(session, 99, by="tests", reason="wrong number")
    history.redact(session, 1, by="tests", reason="named a private person")
    with pytest.raises(RuleBroken, match="already"):
        history.redact(session, 1, by="tests", reason="again")
    with pytest.raises(RuleBroken, match="holds no values"):
        history.redact(session, 2, by="tests", reason="the redaction itself")


def test_a_redaction_keeps_every_hash_and_says_who_and_why(session: Session) -> None:
    source = factories.make_source(session)
    before = session.exec(select(Revision.hash)).all()
    history.redact(session, 1, by="owner", reason="named a private person")

    assert session.get_one(RevisionPayload, 1).body is None
    after = session.exec(select(Revision).order_by(col(Revision.seq))).all()
    assert [revision.hash for revision in after][:1] == before
    assert (after[1].actor, after[1].action, after[1].reason) == (
        "owner",
        "history.redacted",
        "named a private person",
    )
    assert source.version == 2
    assert check_history(session) == []


def test_rows_of_a_frozen_table_can_be_redacted(session: Session) -> None:
    verdict = factories.make_verdict(session)
    seq = session.exec(select(Revision.seq).where(Revision.entity_id == verdict.id)).one()
    history.redact(session, seq, by="owner", reason="a private address in the reasoning")

    assert verdict.version == 2
    assert check_history(session) == []
