"""Who a claim is assigned to, and what it is sorted by."""

import pytest
from sqlmodel import Session, select

from tests import factories
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.domain.tags import LONGEST_TAG, MOST_TAGS, read_tags
from workbench.models import Claim, ClaimTag
from workbench.queries.history import read_claim_history
from workbench.services.work import (
    assign_claim,
    assign_claims,
    list_tag_rows,
    retag_claim,
    set_tags,
    tag_claims,
)


def tags_of(session: Session, claim: Claim) -> list[str]:
    return [row.name for row in list_tag_rows(session, [claim]) if row.withdrawn_at is None]


def test_claims_go_into_somebodys_hands_and_back_in_one_act(session: Session) -> None:
    claims = [factories.make_claim(session) for _ in range(3)]
    ann = factories.make_user(session, Role.CHECKER)

    assert assign_claims(session, claims, ann, by="tests") == 3
    assert assign_claims(session, claims[:2], ann, by="tests") == 0
    assert assign_claims(session, claims[:1], None, by="tests") == 1

    assert [claim.assignee_id for claim in claims] == [None, ann.id, ann.id]
    [back, given, *_] = read_claim_history(session, claims[0], sight=True)
    assert (back.first.action, given.first.action) == ("claim.assigned", "claim.assigned")
    [change] = given.first.changes
    assert (change.field, change.after) == ("assignee", ann.name)


def test_only_who_may_write_gets_claims(session: Session) -> None:
    claim = factories.make_claim(session)
    viewer = factories.make_user(session, Role.VIEWER)
    gone = factories.make_user(session, Role.CHECKER, active=False)
    for person in (viewer, gone):
        with pytest.raises(RuleBroken, match="may not write"):
            assign_claims(session, [claim], person, by="tests")
    assert claim.assignee_id is None


def test_one_claim_that_is_no_work_keeps_all_back(session: Session) -> None:
    ann = factories.make_user(session, Role.CHECKER)
    claim = factories.make_claim(session)
    for other in (
        factories.make_claim(session, accepted_at=None),
        factories.make_claim(session, status=Status.WITHDRAWN),
    ):
        with pytest.raises(RuleBroken, match=f"C-{other.number}"):
            assign_claims(session, [claim, other], ann, by="tests")
    assert claim.assignee_id is None


def test_tags_come_off_and_on_again_as_the_same_row(session: Session) -> None:
    claim = factories.make_claim(session)
    set_tags(session, claim, ["border", "drones"], by="tests")
    set_tags(session, claim, ["drones"], by="tests")
    assert tags_of(session, claim) == ["drones"]

    set_tags(session, claim, ["border"], by="tests")
    set_tags(session, claim, ["border"], by="tests")

    assert tags_of(session, claim) == ["border"]
    rows = session.exec(select(ClaimTag).where(ClaimTag.claim_id == claim.id)).all()
    assert sorted((row.name, row.version) for row in rows) == [("border", 3), ("drones", 2)]
    assert claim.version == 1


def test_many_claims_are_tagged_beside_the_tags_they_have(session: Session) -> None:
    first, second = factories.make_claim(session), factories.make_claim(session)
    set_tags(session, first, ["border"], by="tests")

    assert tag_claims(session, [first, second], ["border", "kursk"], by="tests") == 2
    assert tag_claims(session, [first, second], ["border"], by="tests") == 0

    assert tags_of(session, first) == tags_of(session, second) == ["border", "kursk"]
    with pytest.raises(RuleBroken, match="Write a tag"):
        tag_claims(session, [first], [], by="tests")
    with pytest.raises(RuleBroken, match=f"C-{first.number}"):
        tag_claims(session, [first], [f"tag {n}" for n in range(MOST_TAGS)], by="tests")


def test_tags_are_read_from_a_line() -> None:
    assert read_tags(" Border,  #Drone  strikes, border ,,") == ["border", "drone strikes"]
    with pytest.raises(RuleBroken, match="characters"):
        read_tags("x" * (LONGEST_TAG + 1))
    with pytest.raises(RuleBroken, match="at most 20"):
        read_tags(",".join(str(n) for n in range(MOST_TAGS + 1)))


def test_nobody_takes_what_another_one_just_took(session: Session) -> None:
    claim = factories.make_claim(session)
    ann, bob = factories.make_user(session), factories.make_user(session)
    assign_claim(session, claim, ann, seen=1, by="tests")
    with pytest.raises(StaleEdit) as stale:
        assign_claim(session, claim, bob, seen=1, by="tests")
    assert stale.value.now == {"to": ann.login}
    assign_claim(session, claim, bob, seen=2, by="tests")
    assert claim.assignee_id == bob.id


def test_tags_are_changed_as_they_were_seen(session: Session) -> None:
    claim = factories.make_claim(session)
    retag_claim(session, claim, before=[], wanted=["border", "losses"], by="ann")
    retag_claim(session, claim, before=[], wanted=["river"], by="bob")  # who saw none
    assert tags_of(session, claim) == ["border", "losses", "river"]
    retag_claim(session, claim, before=["border", "losses"], wanted=["losses"], by="ann")
    assert tags_of(session, claim) == ["losses", "river"]
    retag_claim(session, claim, before=["border", "losses", "river"], wanted=["border", "river"], by="bob")
    assert tags_of(session, claim) == ["river"]  # ann took "border" off, and bob left it as he saw it
    many = [f"tag {number}" for number in range(MOST_TAGS)]
    with pytest.raises(RuleBroken, match="at most"):
        retag_claim(session, claim, before=[], wanted=many, by="ann")
