"""Who is told of what: those whom an act concerns, never the one who acts."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from tests import factories
from workbench import database, history
from workbench.domain.links import LinkKind
from workbench.domain.news import NewsKind
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.files import FileStore
from workbench.login.accounts import SignedIn
from workbench.models import Claim, Notification, User
from workbench.queries.news import count_unread, list_news
from workbench.services import verdicts
from workbench.services.claim_links import link_claims
from workbench.services.claim_steps import set_status, withdraw_claim
from workbench.services.comments import add_comment
from workbench.services.news import forget_old_news, mark_read, tell
from workbench.services.work import assign_claims, set_due

Staff = dict[Role, SignedIn]


def told(session: Session, person: SignedIn, claim: Claim) -> list[str]:
    """What a person was told of a claim, oldest first."""
    return [one.kind for one in reversed(list_news(session, person.id)) if one.subject_id == claim.id]


def assign(session: Session, claim: Claim, to: SignedIn, by: SignedIn) -> None:
    assign_claims(session, [claim], session.get_one(User, to.id), by=by.actor)


def test_who_gets_a_claim_is_told_and_who_takes_one_is_not(rows: Session, staff: Staff) -> None:
    checker, reviewer = staff[Role.CHECKER], staff[Role.REVIEWER]
    claim, own = factories.make_claim(rows), factories.make_claim(rows)
    assign(rows, claim, checker, reviewer)
    assign(rows, own, checker, checker)
    assert told(rows, checker, claim) == [NewsKind.ASSIGNED]
    assert (told(rows, checker, own), told(rows, reviewer, claim)) == ([], [])
    (line,) = [one for one in list_news(rows, checker.id) if one.subject_id == claim.id]
    assert (line.words, line.path) == (
        f"C-{claim.number} is yours to check: {claim.title}",
        f"/claims/C-{claim.number}",
    )


def test_who_has_a_claim_is_told_by_when_it_is_due(rows: Session, staff: Staff) -> None:
    checker, reviewer = staff[Role.CHECKER], staff[Role.REVIEWER]
    claim, free = factories.make_claim(rows), factories.make_claim(rows)
    assign(rows, claim, checker, reviewer)
    set_due(rows, [claim, free], date(2026, 5, 4), by=reviewer.actor)
    set_due(rows, [claim], date(2026, 5, 5), by=checker.actor)  # by themselves: nothing to tell
    set_due(rows, [claim], None, by=reviewer.actor)
    assert told(rows, checker, claim) == [NewsKind.ASSIGNED, NewsKind.DUE]
    assert told(rows, checker, free) == []
    words = [one.words for one in list_news(rows, checker.id) if one.subject_id == claim.id]
    assert words[0] == f"C-{claim.number} is due on 4 May 2026: {claim.title}"


@pytest.mark.parametrize(("act", "kind"), [("sign", NewsKind.SIGNED), ("return", NewsKind.RETURNED)])
def test_an_author_is_told_what_became_of_the_verdict(
    rows: Session, staff: Staff, act: str, kind: NewsKind, files: FileStore
) -> None:
    checker, reviewer, owner = staff[Role.CHECKER], staff[Role.REVIEWER], staff[Role.OWNER]
    claim = factories.make_claim(rows)
    factories.make_verdict(rows, claim, author=rows.get_one(User, checker.id))
    factories.make_evidence(rows, claim)
    notes = {"claimant_unknown": "Nobody is named", "one_sided_note": "Nobody denies it"}
    factories.edit(rows, claim, status=Status.IN_REVIEW, assignee_id=owner.id, **notes)
    if act == "sign":
        verdicts.sign_verdict(
            rows, files, claim, alone=False, comment="", seen=claim.version, person=reviewer
        )
    else:
        verdicts.return_verdict(rows, claim, comment="Which map?", seen=claim.version, person=reviewer)
    assert told(rows, checker, claim) == told(rows, owner, claim) == [kind]
    assert told(rows, reviewer, claim) == []


def test_those_who_look_after_a_signed_claim_are_told_that_it_is_checked_again(
    rows: Session, staff: Staff
) -> None:
    checker, reviewer = staff[Role.CHECKER], staff[Role.REVIEWER]
    claim = factories.make_claim(rows)
    factories.make_verdict(rows, claim, author=rows.get_one(User, checker.id))
    factories.edit(rows, claim, status=Status.CHECKED)
    set_status(rows, claim, Status.CHECKING, seen=claim.version, person=reviewer, reason="A new map")
    assert told(rows, checker, claim) == [NewsKind.REOPENED]
    assert told(rows, reviewer, claim) == []


def test_those_who_talk_and_those_who_look_after_a_claim_hear_of_a_comment(
    rows: Session, staff: Staff
) -> None:
    checker, reviewer, owner = staff[Role.CHECKER], staff[Role.REVIEWER], staff[Role.OWNER]
    claim = factories.make_claim(rows)
    assign(rows, claim, checker, checker)
    add_comment(rows, claim, "Which map?", person=reviewer)
    add_comment(rows, claim, "The older one.", person=owner)
    assert told(rows, checker, claim) == [NewsKind.COMMENT] * 2
    assert told(rows, reviewer, claim) == [NewsKind.COMMENT]
    assert told(rows, owner, claim) == []


def test_a_claim_that_needs_another_look_says_so_to_who_has_it(rows: Session, staff: Staff) -> None:
    checker, owner = staff[Role.CHECKER], staff[Role.OWNER]
    claim, ground = factories.make_claim(rows), factories.make_claim(rows)
    assign(rows, claim, checker, checker)
    link_claims(rows, claim, ground, LinkKind.DEPENDS, by=checker.actor)
    withdraw_claim(rows, ground, reason="Said twice", seen=ground.version, person=owner)
    assert told(rows, checker, claim) == [NewsKind.LOOK]


def test_nobody_is_told_of_an_act_that_was_refused(rows: Session, staff: Staff) -> None:
    claim = factories.make_claim(rows)
    with pytest.raises(ZeroDivisionError), history.change(rows, by="tests", action="claim.assigned"):
        from_inside(rows, claim, staff[Role.CHECKER].id)
    assert told(rows, staff[Role.CHECKER], claim) == []


def from_inside(session: Session, claim: Claim, to: uuid.UUID) -> None:
    tell(session, [to], NewsKind.ASSIGNED, claim)
    raise ZeroDivisionError


def test_news_is_read_by_its_owner_alone_and_forgotten_in_time(rows: Session, staff: Staff) -> None:
    checker, reviewer, engine = staff[Role.CHECKER], staff[Role.REVIEWER], rows.get_bind().engine
    mark_read(engine, checker.id)
    for claim in (factories.make_claim(rows), factories.make_claim(rows)):
        assign(rows, claim, checker, reviewer)
    newest = list_news(rows, checker.id)[0].id
    for who, left in ((reviewer, 2), (checker, 1)):
        rows.commit()
        mark_read(engine, who.id, newest)
        assert count_unread(rows, checker.id) == left
    rows.commit()
    with database.scratch(engine) as scratch:
        scratch.get_one(Notification, newest).at = datetime.now(UTC) - timedelta(days=91)
        scratch.flush()
        forget_old_news(scratch)
    rows.expire_all()
    assert newest not in [one.id for one in list_news(rows, checker.id)]
    assert count_unread(rows, checker.id) == 1
