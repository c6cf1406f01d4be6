"""The discussion of a claim: said, settled, opened again, taken back, and never lost."""

import uuid

import pytest
from sqlmodel import Session

from tests import factories
from workbench.domain.comments import LONGEST_COMMENT
from workbench.domain.errors import NotAllowed, NotFound, RuleBroken, StaleEdit
from workbench.domain.roles import Role
from workbench.login.accounts import SignedIn
from workbench.models import Claim, Comment
from workbench.queries.comments import count_open, get_comment, list_comments
from workbench.queries.history import read_claim_history
from workbench.queries.history_check import check_history
from workbench.services import comments as services

Staff = dict[Role, SignedIn]
NOBODY = uuid.UUID(int=0)  # nothing is sealed here: who reads makes no difference


def say(session: Session, staff: Staff, claim: Claim, words: str = "Which map?") -> Comment:
    return services.add_comment(session, claim, words, person=staff[Role.CHECKER])


def read_acts(session: Session, claim: Claim, *, sight: bool = True) -> list[str]:
    return [act.first.action for act in read_claim_history(session, claim, sight=sight)]


def test_a_comment_goes_its_way_and_the_claim_stays_as_it_is(rows: Session, staff: Staff) -> None:
    claim = factories.make_claim(rows)
    comment = say(rows, staff, claim, " Which map? ")
    checker = staff[Role.CHECKER]
    [row] = list_comments(rows, claim, sight=True, reader=NOBODY)
    assert (row.comment.words, row.author, row.is_open) == ("Which map?", checker.name, True)
    services.resolve_comment(rows, comment, seen=1, by=checker.actor)
    assert count_open(list_comments(rows, claim, sight=True, reader=NOBODY)) == 0
    services.reopen_comment(rows, comment, seen=2, by=checker.actor)
    assert count_open(list_comments(rows, claim, sight=True, reader=NOBODY)) == 1
    services.withdraw_comment(rows, comment, seen=3, person=checker)
    assert list_comments(rows, claim, sight=True, reader=NOBODY) == []
    assert claim.version == 1
    assert read_acts(rows, claim)[:4] == [
        "comment.withdrawn",
        "comment.reopened",
        "comment.resolved",
        "comment.made",
    ]
    said = [c.after for act in read_claim_history(rows, claim, sight=True) for c in act.first.changes]
    assert "Which map?" in said
    assert list(check_history(rows)) == []


def test_a_signed_claim_can_be_talked_about(rows: Session, staff: Staff) -> None:
    claim = factories.make_claim(rows)
    factories.edit(rows, claim, status="checked")
    say(rows, staff, claim)
    assert claim.version == 2


@pytest.mark.parametrize("words", ["", "  \n ", "x" * (LONGEST_COMMENT + 1)])
def test_nothing_and_too_much_is_no_comment(rows: Session, staff: Staff, words: str) -> None:
    with pytest.raises(RuleBroken):
        say(rows, staff, factories.make_claim(rows), words)


def test_evidence_of_another_claim_is_refused(rows: Session, staff: Staff) -> None:
    other = factories.make_evidence(rows)
    with pytest.raises(RuleBroken, match="another claim"):
        services.add_comment(
            rows, factories.make_claim(rows), "Hm.", person=staff[Role.CHECKER], evidence=other
        )


def test_only_the_author_and_an_owner_take_a_comment_back(rows: Session, staff: Staff) -> None:
    claim = factories.make_claim(rows)
    first, second = say(rows, staff, claim), say(rows, staff, claim)
    with pytest.raises(NotAllowed):
        services.withdraw_comment(rows, first, seen=1, person=staff[Role.REVIEWER])
    services.withdraw_comment(rows, first, seen=1, person=staff[Role.CHECKER])
    services.withdraw_comment(rows, second, seen=1, person=staff[Role.OWNER])
    with pytest.raises(NotFound):
        get_comment(rows, first.id, claim, sight=True, reader=NOBODY)


def test_a_comment_is_settled_as_it_was_seen_and_once(rows: Session, staff: Staff) -> None:
    comment = say(rows, staff, factories.make_claim(rows))
    with pytest.raises(StaleEdit):
        services.resolve_comment(rows, comment, seen=7, by="ann")
    with pytest.raises(RuleBroken, match="open already"):
        services.reopen_comment(rows, comment, seen=1, by="ann")
    services.resolve_comment(rows, comment, seen=1, by="ann")
    with pytest.raises(RuleBroken, match="resolved already"):
        services.resolve_comment(rows, comment, seen=2, by="ann")
    services.withdraw_comment(rows, comment, seen=2, person=staff[Role.OWNER])
    with pytest.raises(RuleBroken, match="withdrawn"):
        services.reopen_comment(rows, comment, seen=3, by="ann")


def test_comments_on_evidence_of_a_withheld_source_need_sight(rows: Session, staff: Staff) -> None:
    claim = factories.make_claim(rows)
    hidden = factories.make_evidence(
        rows, claim, factories.make_source(rows, "A quiet witness", withheld=True)
    )
    person = staff[Role.CHECKER]
    comment = services.add_comment(rows, claim, "Quiet Ann said so.", person=person, evidence=hidden)
    assert [row.comment.id for row in list_comments(rows, claim, sight=True, reader=NOBODY)] == [comment.id]
    assert list_comments(rows, claim, sight=False, reader=NOBODY) == []
    with pytest.raises(NotFound):
        get_comment(rows, comment.id, claim, sight=False, reader=NOBODY)
    assert "comment.made" in read_acts(rows, claim)
    assert "comment.made" not in read_acts(rows, claim, sight=False)
