"""Blanking values of the history, which only an owner may do and which leaves it provable."""

import pytest
from sqlmodel import Session, col, select

from tests import factories
from workbench.domain.errors import NotAllowed, NotFound, RuleBroken
from workbench.domain.roles import Role
from workbench.login.accounts import SignedIn
from workbench.models import Claim, Revision
from workbench.queries.history import get_entry, read_claim_history
from workbench.queries.history_check import check_history
from workbench.services.redactions import redact_revision


def find_seq(session: Session, claim: Claim) -> int:
    query = select(Revision.seq).where(col(Revision.entity_id) == claim.id).order_by(col(Revision.seq))
    return session.exec(query).first() or 0


def test_an_owner_blanks_values_and_the_history_still_verifies(
    rows: Session, staff: dict[Role, SignedIn]
) -> None:
    claim = factories.make_claim(rows, statement="A private address.")
    seq = find_seq(rows, claim)
    redact_revision(rows, seq, reason="A private address", person=staff[Role.OWNER])
    assert check_history(rows) == []
    entry = get_entry(rows, seq)
    assert (entry.redacted, entry.changes) == (True, ())
    told = [found for act in read_claim_history(rows, claim, sight=True) for found in act.entries]
    assert "A private address." not in str(told)
    assert told[0].reason == "A private address"
    with pytest.raises(RuleBroken, match="redacted already"):
        redact_revision(rows, seq, reason="Again", person=staff[Role.OWNER])


@pytest.mark.parametrize("role", [Role.VIEWER, Role.CHECKER, Role.REVIEWER])
def test_nobody_else_may(rows: Session, staff: dict[Role, SignedIn], role: Role) -> None:
    seq = find_seq(rows, factories.make_claim(rows))
    with pytest.raises(NotAllowed):
        redact_revision(rows, seq, reason="r", person=staff[role])
    assert not get_entry(rows, seq).redacted


def test_a_redaction_says_why_and_names_what_is_there(rows: Session, staff: dict[Role, SignedIn]) -> None:
    seq = find_seq(rows, factories.make_claim(rows))
    with pytest.raises(RuleBroken) as refused:
        redact_revision(rows, seq, reason=" ", person=staff[Role.OWNER])
    assert refused.value.field == "reason"
    for unknown in (10**6, 10**20):
        with pytest.raises(NotFound):
            get_entry(rows, unknown)
