"""What becomes of claims that a report holds no longer, and of other reports that tell them."""

import pytest

from tests import factories
from tests.services.publishing import Desk
from workbench.domain.errors import RuleBroken
from workbench.domain.links import LinkKind
from workbench.domain.news import NewsKind
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.models import Claim, Report
from workbench.queries.news import list_news
from workbench.queries.standing_reports import Turn, list_changed_elsewhere
from workbench.services.claim_links import link_claims
from workbench.services.claim_steps import reinstate_claim, withdraw_claim
from workbench.services.undo import last_act, undo_act

WAYS = pytest.mark.parametrize("how", ["left out", "retracted"])


def end(desk: Desk, report: Report, how: str, *kept: Claim) -> Report:
    return desk.change(report, *kept) if how == "left out" else desk.retract(report)


def withdraw(desk: Desk, claim: Claim) -> None:
    withdraw_claim(desk.session, claim, reason="Twice", seen=claim.version, person=desk.reviewer)


@WAYS
def test_readers_stay_told_when_the_report_that_changed_a_claim_is_gone(desk: Desk, how: str) -> None:
    claim, other = desk.claim(), desk.claim("true")
    first, second = desk.publish(claim), desk.publish(claim, other)
    desk.judge_anew(claim, "false")
    third = desk.change(second, claim, other)
    last = end(desk, third, how, other)
    record = desk.press.load(first)
    assert list_changed_elsewhere(desk.session, first, record, desk.press.find) == [
        Turn(claim.number, third),
        Turn(claim.number, last, told=False),
    ]
    assert claim.status is Status.CHECKING, "the report that stands tells what was disowned"


@WAYS
def test_a_report_that_told_the_same_and_is_gone_changes_nothing(desk: Desk, how: str) -> None:
    claim, other = desk.claim(), desk.claim()
    first, second = desk.publish(claim), desk.publish(claim, other)
    end(desk, second, how, other)
    assert desk.list_elsewhere(first) == []
    assert claim.status is Status.PUBLISHED


def test_what_was_taken_back_elsewhere_counts_until_it_is_told_anew(desk: Desk) -> None:
    claim = desk.claim()
    first, second = desk.publish(claim), desk.publish(claim)
    desk.judge_anew(claim, "false")
    taken = desk.retract(desk.change(second, claim))
    assert taken in [report for _, report in desk.list_elsewhere(first)]
    desk.judge_anew(claim, "mostly-true")
    desk.publish(claim)
    assert desk.list_elsewhere(first) == []


def test_the_newest_word_on_a_claim_is_what_another_report_stands_behind(desk: Desk) -> None:
    """The one taken back told what was disowned already."""
    claim = desk.claim()
    first, second = desk.publish(claim), desk.publish(claim)
    desk.judge_anew(claim, "false")
    desk.change(second, claim)
    desk.retract(first)
    assert claim.status is Status.PUBLISHED


def test_a_damaged_report_stands_behind_nothing(desk: Desk) -> None:
    claim = desk.claim()
    first, second = desk.publish(claim), desk.publish(claim)
    path = desk.press.files.root / first.record_sha256[:2] / first.record_sha256[2:]
    path.write_bytes(path.read_bytes()[:-1])
    desk.retract(second)
    assert claim.status is Status.CHECKING


def test_a_withdrawn_claim_does_not_come_back_as_published(desk: Desk) -> None:
    claim = desk.claim()
    report = desk.publish(claim)
    withdraw(desk, claim)
    desk.retract(report)
    reinstate_claim(desk.session, claim, seen=claim.version, person=desk.reviewer)
    assert claim.status is Status.CHECKING


def test_a_withdrawal_is_not_undone_past_a_retraction(desk: Desk) -> None:
    claim = desk.claim()
    report = desk.publish(claim)
    withdraw(desk, claim)
    act = last_act(desk.session)
    desk.retract(report)
    with pytest.raises(RuleBroken, match="changed since"):
        undo_act(desk.session, act, person=desk.reviewer)
    assert claim.status is Status.WITHDRAWN


def test_a_withdrawn_claim_that_another_report_tells_comes_back_as_published(desk: Desk) -> None:
    claim = desk.claim()
    report, _ = desk.publish(claim), desk.publish(claim)
    withdraw(desk, claim)
    desk.retract(report)
    reinstate_claim(desk.session, claim, seen=claim.version, person=desk.reviewer)
    assert claim.status is Status.PUBLISHED


@WAYS
def test_who_is_concerned_learns_that_a_claim_was_taken_back(desk: Desk, how: str) -> None:
    claim, kept = desk.claim(), desk.claim()
    dependent = factories.make_claim(desk.session)
    link_claims(desk.session, dependent, claim, LinkKind.DEPENDS, by=desk.reviewer.actor)
    end(desk, desk.publish(claim, kept), how, kept)
    assert dependent.look_again == f"C-{claim.number}, which this depends on, was taken back."
    author = desk.staff[Role.CHECKER].id
    news = list_news(desk.session, author)
    assert [one.kind for one in news if one.subject_id == claim.id] == [NewsKind.REOPENED]


def test_nobody_is_told_twice_of_a_claim_that_was_withdrawn(desk: Desk) -> None:
    claim, dependent = desk.claim(), factories.make_claim(desk.session)
    link_claims(desk.session, dependent, claim, LinkKind.DEPENDS, by=desk.reviewer.actor)
    report = desk.publish(claim)
    withdraw(desk, claim)
    desk.retract(report)
    assert dependent.look_again.endswith("was withdrawn.")
