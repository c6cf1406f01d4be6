"""Pairs of sealed verdicts stand in the queues of all who may go on with them, and of nobody else."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlmodel import Session, col, select

from tests import factories
from tests.services.test_blind import FALSE, TRUE, Staff, ask, give
from workbench.domain.roles import Permission, Role, may
from workbench.login.accounts import SignedIn, describe_user
from workbench.models import Claim, User
from workbench.queries.queues import read_queues

WRITERS = {role for role in Role if may(role, Permission.WRITE)}


def find_waiting(rows: Session, queue: str, claim: Claim, staff: Staff) -> set[Role]:
    """Who of the staff has the claim in a queue."""
    return {role for role, person in staff.items() if claim.number in list_numbers(rows, queue, person)}


def list_numbers(rows: Session, queue: str, person: SignedIn) -> list[int]:
    reviews = may(person.role, Permission.REVIEW)
    found = read_queues(rows, person.id, reviews=reviews, alone=False, now=datetime.now(UTC), sight=True)
    return [row.claim.number for row in found[queue].rows] if queue in found else []


@pytest.fixture
def asked(rows: Session) -> SignedIn:
    return describe_user(factories.make_user(rows, Role.CHECKER))


def test_who_was_asked_has_it_alone(rows: Session, staff: Staff, asked: SignedIn) -> None:
    claim = ask(rows, staff, asked=asked)
    assert claim.number in list_numbers(rows, "blind", asked)
    assert find_waiting(rows, "blind", claim, staff) == set()


def test_anybodys_is_everybodys_but_the_first_ones(rows: Session, staff: Staff) -> None:
    claim = ask(rows, staff)
    assert find_waiting(rows, "blind", claim, staff) >= WRITERS - {Role.CHECKER}
    assert Role.CHECKER not in find_waiting(rows, "blind", claim, staff)


def test_the_other_half_is_anybodys_once_who_was_asked_came_first(
    rows: Session, staff: Staff, asked: SignedIn
) -> None:
    claim = ask(rows, staff, first=None, asked=asked)
    assert find_waiting(rows, "blind", claim, staff) == set()
    give(rows, claim, FALSE, asked)
    assert find_waiting(rows, "blind", claim, staff) >= WRITERS
    assert claim.number not in list_numbers(rows, "blind", asked)


@pytest.mark.parametrize("left", [{"active": False}, {"role": Role.VIEWER}])
def test_it_is_anybodys_once_who_was_asked_has_left(
    rows: Session, staff: Staff, asked: SignedIn, left: dict[str, Any]
) -> None:
    claim = ask(rows, staff, asked=asked)
    factories.edit(rows, rows.get_one(User, asked.id), **left)
    assert find_waiting(rows, "blind", claim, staff) >= WRITERS - {Role.CHECKER}


def test_those_who_gave_neither_settle(rows: Session, staff: Staff) -> None:
    claim = ask(rows, staff)
    give(rows, claim, TRUE, staff[Role.REVIEWER])
    assert find_waiting(rows, "settle", claim, staff) == {Role.OWNER}


def test_the_only_reviewer_has_to_settle_what_they_judged(rows: Session, staff: Staff) -> None:
    claim = ask(rows, staff)
    give(rows, claim, TRUE, staff[Role.REVIEWER])
    reviewing = [role for role in Role if may(role, Permission.REVIEW)]
    query = select(User).where(col(User.role).in_(reviewing), col(User.id) != staff[Role.REVIEWER].id)
    for other in rows.exec(query).all():
        factories.edit(rows, other, active=False)
    assert claim.number in list_numbers(rows, "settle", staff[Role.REVIEWER])
