"""Two verdicts given without sight of each other: asked for, sealed, opened, settled; what waits for it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from tests import factories
from workbench import database
from workbench.domain.agreement import Closeness
from workbench.domain.errors import NotAllowed, NotFound, RuleBroken, StaleEdit
from workbench.domain.news import NewsKind
from workbench.domain.ratings import Confidence, find_scale
from workbench.domain.roles import Role
from workbench.domain.status import Need, Status, find_transition
from workbench.files import FileStore
from workbench.login.accounts import SignedIn, describe_user
from workbench.models import (
    ArticleVersion,
    BlindVerdict,
    Claim,
    Desk,
    Followed,
    Notification,
    Revision,
    User,
    Verdict,
)
from workbench.queries.blind import PairFilter, find_pair_of, find_request, list_opened, list_pairs
from workbench.queries.claim_facts import load_facts
from workbench.queries.claims import load_rows
from workbench.queries.comments import list_comments
from workbench.queries.evidence import list_verdicts
from workbench.queries.history import get_entry, read_claim_history
from workbench.queries.history_check import check_history
from workbench.queries.report_records import build_claim
from workbench.services.appearances import add_appearance, set_slices
from workbench.services.blind import ask_second, withdraw_request
from workbench.services.blind_settling import Decision, settle_pair
from workbench.services.claim_links import clear_look_again
from workbench.services.claim_splits import merge_claims
from workbench.services.claim_steps import reinstate_claim, set_status, set_statuses, withdraw_claim
from workbench.services.claims import ClaimValues, edit_claim
from workbench.services.comments import add_comment
from workbench.services.verdict_values import VerdictValues
from workbench.services.verdicts import give_verdict, return_verdict, sign_verdict

Staff = dict[Role, SignedIn]
FALSE = VerdictValues(find_scale("five-steps"), "false", Confidence.HIGH, "The map shows it.")
TRUE = replace(FALSE, rating="true", reasoning="A second map shows it.")
NEAR = replace(FALSE, rating="mostly-false")


@pytest.fixture
def second(rows: Session) -> SignedIn:
    return describe_user(factories.make_user(rows, Role.CHECKER))


def ask(
    rows: Session, staff: Staff, first: VerdictValues | None = FALSE, asked: SignedIn | None = None
) -> Claim:
    """A claim with the checker's verdict, and the reviewer's request for a second."""
    claim = factories.make_claim(rows)
    factories.make_ready(rows, claim)
    if first is not None:
        give_verdict(rows, claim, first, seen=claim.version, person=staff[Role.CHECKER])
    user = rows.get_one(User, asked.id) if asked else None
    ask_second(rows, claim, user, seen=claim.version, person=staff[Role.REVIEWER])
    return claim


def give(rows: Session, claim: Claim, values: VerdictValues, person: SignedIn) -> Any:
    return give_verdict(rows, claim, values, seen=claim.version, person=person)


def in_force(rows: Session, claim: Claim) -> Verdict | None:
    rows.refresh(claim)
    return rows.get(Verdict, claim.verdict_id) if claim.verdict_id else None


def test_a_verdict_in_force_leaves_its_place_until_the_second_is_in(rows: Session, staff: Staff) -> None:
    claim = ask(rows, staff)
    assert in_force(rows, claim) is None
    assert list_verdicts(rows, [claim.id]) == {}
    facts = load_facts(rows, [claim])[claim.id]
    assert (facts.has_verdict, facts.has_reasoning, facts.awaits_second) == (True, True, True)


def test_equal_ratings_become_the_verdict_as_it_was(rows: Session, staff: Staff, second: SignedIn) -> None:
    claim = factories.make_claim(rows)
    before = give(rows, claim, FALSE, staff[Role.CHECKER])
    ask_second(rows, claim, None, seen=claim.version, person=staff[Role.REVIEWER])
    sealed = give(rows, claim, FALSE, second)
    assert isinstance(sealed, BlindVerdict)
    verdict = in_force(rows, claim)
    assert verdict is not None
    assert verdict.id == before.id
    [pair] = list_pairs(rows, [claim.id])[claim.id]
    assert (pair.closeness, pair.was_open, pair.settled) == (Closeness.SAME, True, None)
    assert find_request(rows, claim) is None
    assert find_pair_of([pair], verdict.id, verdict.blind_id) == pair


def test_two_who_both_give_sealed_verdicts(rows: Session, staff: Staff, second: SignedIn) -> None:
    claim = ask(rows, staff, first=None)
    first = give(rows, claim, FALSE, staff[Role.CHECKER])
    assert (in_force(rows, claim), claim.status) == (None, Status.CHECKING)
    other = give(rows, claim, FALSE, second)
    assert (first.beside_id, other.beside_id) == (None, first.id)
    verdict = in_force(rows, claim)
    assert verdict is not None
    assert (verdict.blind_id, verdict.author_id, verdict.rating) == (
        first.id,
        staff[Role.CHECKER].id,
        "false",
    )


@pytest.mark.parametrize(("other", "closeness"), [(TRUE, Closeness.APART), (NEAR, Closeness.NEAR)])
def test_unequal_ratings_wait_for_somebody_who_settles_them(
    rows: Session, staff: Staff, second: SignedIn, other: VerdictValues, closeness: Closeness
) -> None:
    claim = ask(rows, staff)
    give(rows, claim, other, second)
    assert in_force(rows, claim) is None
    [pair] = list_pairs(rows, [claim.id])[claim.id]
    assert (pair.closeness, pair.settled) == (closeness, None)
    assert load_facts(rows, [claim])[claim.id].apart
    with pytest.raises(RuleBroken, match="settled before"):
        give(rows, claim, TRUE, staff[Role.CHECKER])
    with pytest.raises(RuleBroken, match="settled, not withdrawn"):
        withdraw_request(rows, claim, reason="No", seen=claim.version, person=staff[Role.REVIEWER])


def test_nothing_is_signed_before_both_are_in_and_settled(
    rows: Session, files: FileStore, staff: Staff, second: SignedIn
) -> None:
    claim, reviewer = ask(rows, staff), staff[Role.REVIEWER]
    set_status(rows, claim, Status.IN_REVIEW, seen=claim.version, person=staff[Role.CHECKER])
    step = find_transition(Status.IN_REVIEW, Status.CHECKED)
    assert step.list_missing(load_facts(rows, [claim])[claim.id]) == [Need.SECOND_VERDICT]
    with pytest.raises(RuleBroken, match="not in yet"):
        sign_verdict(rows, files, claim, alone=False, comment="x", seen=claim.version, person=reviewer)
    with pytest.raises(RuleBroken, match="not in yet"):
        return_verdict(rows, claim, comment="x", seen=claim.version, person=reviewer)
    give(rows, claim, TRUE, second)
    rows.refresh(claim)
    with pytest.raises(RuleBroken, match="judged it apart"):
        sign_verdict(rows, files, claim, alone=False, comment="", seen=claim.version, person=reviewer)
    settle_pair(
        rows, claim, Decision(Followed.SECOND, "Newer map."), seen=claim.version, person=staff[Role.OWNER]
    )
    sign_verdict(rows, files, claim, alone=False, comment="", seen=claim.version, person=reviewer)
    assert claim.status is Status.CHECKED


@pytest.mark.parametrize(
    ("decision", "rating", "author"),
    [
        (Decision(Followed.FIRST, "The map is dated."), "false", "first"),
        (Decision(Followed.SECOND, "The map is dated."), "true", "second"),
        (
            Decision(Followed.NEITHER, "Both miss it.", replace(FALSE, rating="half-true")),
            "half-true",
            "third",
        ),
    ],
)
def test_a_third_person_settles_a_disagreement(
    rows: Session, staff: Staff, second: SignedIn, decision: Decision, rating: str, author: str
) -> None:
    claim, owner = ask(rows, staff), staff[Role.OWNER]
    give(rows, claim, TRUE, second)
    settled = settle_pair(rows, claim, decision, seen=claim.version, person=owner)
    verdict = in_force(rows, claim)
    assert verdict is not None
    people = {"first": staff[Role.CHECKER].id, "second": second.id, "third": owner.id}
    assert (verdict.rating, verdict.author_id, settled.verdict_id) == (rating, people[author], verdict.id)
    [pair] = list_pairs(rows, [claim.id])[claim.id]
    assert pair.settled is not None
    assert (pair.settled.by, pair.settled.own) == (owner.name, False)
    assert find_pair_of([pair], verdict.id, verdict.blind_id) == pair
    told = rows.exec(select(Notification).where(Notification.subject_id == claim.id)).all()
    assert {one.user_id for one in told if one.kind == NewsKind.BLIND_SETTLED} == {people["first"], second.id}
    assert check_history(rows) == []


def test_settling_may_ask_for_a_new_verdict(rows: Session, staff: Staff, second: SignedIn) -> None:
    claim = ask(rows, staff)
    give(rows, claim, TRUE, second)
    settled = settle_pair(
        rows,
        claim,
        Decision(Followed.NEITHER, "Look at the third map."),
        seen=claim.version,
        person=staff[Role.OWNER],
    )
    assert (settled.verdict_id, in_force(rows, claim)) == (None, None)
    assert not load_facts(rows, [claim])[claim.id].apart
    verdict = give(rows, claim, NEAR, staff[Role.CHECKER])
    assert in_force(rows, claim) == verdict
    told = build_claim(rows, claim).verdict
    assert told is not None
    assert told.blind is not None
    assert (told.blind.followed, told.blind.settling) == ("anew", "Look at the third map.")


def test_who_gave_one_of_them_does_not_settle_them(rows: Session, staff: Staff) -> None:
    claim = ask(rows, staff, asked=staff[Role.OWNER])
    give(rows, claim, TRUE, staff[Role.OWNER])
    decision = Decision(Followed.SECOND, "Mine is better.")
    with pytest.raises(NotAllowed, match="somebody else settles"):
        settle_pair(rows, claim, decision, seen=claim.version, person=staff[Role.OWNER])
    with pytest.raises(NotAllowed):
        settle_pair(rows, claim, decision, seen=claim.version, person=staff[Role.CHECKER])
    with pytest.raises(RuleBroken, match="Say why") as refused:
        settle_pair(
            rows, claim, replace(decision, reasoning=" "), seen=claim.version, person=staff[Role.REVIEWER]
        )
    assert refused.value.field == "settling"
    with pytest.raises(StaleEdit):
        settle_pair(rows, claim, decision, seen=claim.version - 1, person=staff[Role.REVIEWER])
    settle_pair(rows, claim, decision, seen=claim.version, person=staff[Role.REVIEWER])
    with pytest.raises(RuleBroken, match="no two verdicts"):
        settle_pair(rows, claim, decision, seen=claim.version, person=staff[Role.REVIEWER])


def test_where_nobody_else_reviews_one_of_the_two_settles_and_it_is_said(session: Session) -> None:
    factories.make_desk(session)
    first, second = (
        describe_user(factories.make_user(session, role)) for role in (Role.REVIEWER, Role.OWNER)
    )
    factories.make_user(session, Role.REVIEWER, active=False)
    claim = factories.make_claim(session)
    ask_second(session, claim, None, seen=claim.version, person=second)
    give(session, claim, FALSE, first)
    give(session, claim, TRUE, second)
    decision = Decision(Followed.FIRST, "The other map is older.")
    settle_pair(session, claim, decision, seen=claim.version, person=second)
    [pair] = list_pairs(session, [claim.id])[claim.id]
    assert pair.settled is not None
    assert pair.settled.own
    verdict = build_claim(session, claim).verdict
    assert verdict is not None
    assert verdict.blind is not None
    assert (verdict.rating, verdict.author) == ("false", first.name)
    assert (verdict.blind.settled_by, verdict.blind.settler_is_author) == (second.name, True)
    assert (verdict.blind.first.author, verdict.blind.second.rating) == (first.name, "true")


def test_a_report_tells_both_conclusions_where_no_rating_is_given(
    rows: Session, staff: Staff, second: SignedIn
) -> None:
    fell = replace(FALSE, scale=find_scale("conclusion"), rating="conclusion", conclusion="It fell.")
    claim = ask(rows, staff, fell)
    give(rows, claim, replace(fell, conclusion="It stands."), second)
    decision = Decision(Followed.FIRST, "The other map is older.")
    settle_pair(rows, claim, decision, seen=claim.version, person=staff[Role.REVIEWER])
    verdict = build_claim(rows, claim).verdict
    assert verdict is not None
    assert verdict.blind is not None
    assert (verdict.blind.first.conclusion, verdict.blind.second.conclusion) == ("It fell.", "It stands.")


def test_two_who_give_the_second_at_one_moment_are_not_both_taken(
    store: Engine, rows: Session, staff: Staff, second: SignedIn
) -> None:
    claim = ask(rows, staff)
    with database.open_session(store) as other:
        theirs = other.get_one(Claim, claim.id)
        assert find_request(other, theirs) is not None  # read before the first of them saves
        give(rows, claim, TRUE, second)
        with pytest.raises((StaleEdit, RuleBroken)):
            give(other, theirs, NEAR, staff[Role.OWNER])
    [pair] = list_pairs(rows, [claim.id])[claim.id]
    assert pair.second.verdict.author_id == second.id


def test_only_the_one_who_was_asked_gives_the_second(rows: Session, staff: Staff, second: SignedIn) -> None:
    claim = ask(rows, staff, asked=second)
    with pytest.raises(NotAllowed, match=second.name):
        give(rows, claim, TRUE, staff[Role.OWNER])
    with pytest.raises(NotAllowed):
        give(rows, claim, TRUE, staff[Role.VIEWER])
    again = give(rows, claim, NEAR, staff[Role.CHECKER])  # a changed mind, as long as it is sealed
    assert again.beside_id is None
    sealed = give(rows, claim, NEAR, second)
    assert sealed.beside_id == again.id
    verdict = in_force(rows, claim)
    assert verdict is not None
    assert verdict.blind_id == again.id


def test_who_was_asked_may_come_first(rows: Session, staff: Staff, second: SignedIn) -> None:
    claim = ask(rows, staff, first=None, asked=second)
    give(rows, claim, FALSE, second)
    give(rows, claim, FALSE, staff[Role.OWNER])
    assert in_force(rows, claim) is not None


def test_the_second_is_given_on_the_scale_of_the_first(rows: Session, staff: Staff, second: SignedIn) -> None:
    claim = ask(rows, staff)
    other = VerdictValues(find_scale("politifact"), "false", Confidence.HIGH, "The map.")
    with pytest.raises(RuleBroken) as refused:
        give(rows, claim, other, second)
    assert refused.value.field == "scale"


def test_a_request_is_withdrawn_with_a_reason_and_the_verdict_is_back(rows: Session, staff: Staff) -> None:
    claim, reviewer = ask(rows, staff), staff[Role.REVIEWER]
    with pytest.raises(RuleBroken) as refused:
        withdraw_request(rows, claim, reason=" ", seen=claim.version, person=reviewer)
    assert refused.value.field == "reason"
    with pytest.raises(NotAllowed):
        withdraw_request(rows, claim, reason="No", seen=claim.version, person=staff[Role.CHECKER])
    withdraw_request(rows, claim, reason="Nobody is here in time", seen=claim.version, person=reviewer)
    verdict = in_force(rows, claim)
    assert verdict is not None
    assert verdict.rating == "false"
    assert [row.verdict.id for row in list_verdicts(rows, [claim.id])[claim.id]] == [verdict.id]
    assert not load_facts(rows, [claim])[claim.id].awaits_second
    with pytest.raises(RuleBroken, match="No second verdict"):
        withdraw_request(rows, claim, reason="No", seen=claim.version, person=reviewer)


@pytest.mark.parametrize(
    ("refuse", "words"),
    [
        (
            lambda rows, staff, claim: ask_second(
                rows, claim, None, seen=claim.version, person=staff[Role.CHECKER]
            ),
            "may",
        ),
        (
            lambda rows, staff, claim: ask_second(
                rows,
                claim,
                rows.get(User, staff[Role.CHECKER].id),
                seen=claim.version,
                person=staff[Role.OWNER],
            ),
            "somebody else",
        ),
        (
            lambda rows, staff, claim: ask_second(
                rows,
                claim,
                rows.get(User, staff[Role.VIEWER].id),
                seen=claim.version,
                person=staff[Role.OWNER],
            ),
            "may not give",
        ),
    ],
)
def test_who_may_ask_and_be_asked(
    rows: Session, staff: Staff, refuse: Callable[[Session, Staff, Claim], object], words: str
) -> None:
    claim = factories.make_claim(rows)
    give(rows, claim, FALSE, staff[Role.CHECKER])
    with pytest.raises((NotAllowed, RuleBroken), match=words):
        refuse(rows, staff, claim)


def test_it_is_asked_for_once_and_not_for_what_is_signed(rows: Session, staff: Staff) -> None:
    claim = ask(rows, staff)
    with pytest.raises(RuleBroken, match="already"):
        ask_second(rows, claim, None, seen=claim.version, person=staff[Role.OWNER])
    signed = factories.make_claim(rows, status=Status.CHECKED)
    with pytest.raises(RuleBroken, match="Re-open"):
        ask_second(rows, signed, None, seen=signed.version, person=staff[Role.OWNER])


def test_what_was_published_is_no_secret(rows: Session, staff: Staff, second: SignedIn) -> None:
    claim = factories.make_claim(rows)
    published = factories.make_verdict(rows, claim)
    factories.make_report(rows, claim)
    rows.refresh(claim)
    ask_second(rows, claim, None, seen=claim.version, person=staff[Role.REVIEWER])
    assert in_force(rows, claim) == published
    give(rows, claim, FALSE, staff[Role.CHECKER])
    assert [row.verdict.id for row in list_verdicts(rows, [claim.id])[claim.id]] == [published.id]
    give(rows, claim, FALSE, second)
    verdict = in_force(rows, claim)
    assert verdict is not None
    assert verdict.rating == "false"


def test_the_claims_words_stay_while_a_verdict_is_sealed(rows: Session, staff: Staff) -> None:
    claim, other = ask(rows, staff), factories.make_claim(rows)
    values = ClaimValues("Title", "Other words.", claim.kind)
    with pytest.raises(RuleBroken, match="sealed"):
        edit_claim(rows, claim, values, seen=claim.version, by=staff[Role.OWNER].actor)
    with pytest.raises(RuleBroken, match="sealed"):
        merge_claims(rows, other, claim, seen=other.version, person=staff[Role.OWNER])
    place, by = factories.find_appearance(rows, claim), staff[Role.OWNER].actor
    version = rows.get_one(ArticleVersion, place.article_version_id)
    with pytest.raises(RuleBroken, match="sealed"):
        add_appearance(rows, claim, version, [(0, 13)], by=by)
    with pytest.raises(RuleBroken, match="sealed"):
        set_slices(rows, claim, place, version.text, [(0, 13)], by=by)


def test_a_desk_may_ask_for_a_second_verdict_on_every_claim(
    rows: Session, staff: Staff, second: SignedIn
) -> None:
    factories.edit(rows, rows.exec(select(Desk)).one(), blind_second=True)
    try:
        claim = factories.make_claim(rows)
        sealed = give(rows, claim, FALSE, staff[Role.CHECKER])
        assert isinstance(sealed, BlindVerdict)
        give(rows, claim, FALSE, second)
        assert in_force(rows, claim) is not None
        again = give(rows, claim, TRUE, second)  # asked for once a claim
        assert in_force(rows, claim) == again
    finally:
        factories.edit(rows, rows.exec(select(Desk)).one(), blind_second=False)


def test_the_history_keeps_what_is_sealed_to_itself(rows: Session, staff: Staff, second: SignedIn) -> None:
    claim = factories.make_claim(rows)
    give(rows, claim, replace(FALSE, reasoning="Quokka reasoning."), staff[Role.CHECKER])
    add_comment(rows, claim, "Wombat remark.", person=staff[Role.CHECKER])
    ask_second(rows, claim, None, seen=claim.version, person=staff[Role.REVIEWER])

    def read() -> str:
        return str(read_claim_history(rows, claim, sight=True))

    for secret in ("Quokka", "Wombat", "'False'"):
        assert secret not in read()
    sealed = [
        one.seq
        for one in rows.exec(select(Revision).order_by(col(Revision.seq)))
        if one.entity in {"verdict", "blind_verdict", "comment"}
    ][-3:]
    for seq in sealed:
        with pytest.raises(NotFound, match="sealed"):
            get_entry(rows, seq)
    assert list_comments(rows, claim, sight=True, reader=second.id) == []
    assert len(list_comments(rows, claim, sight=True, reader=staff[Role.CHECKER].id)) == 1
    give(rows, claim, TRUE, second)
    assert "Quokka" in read()
    assert "Wombat" in read()
    assert len(list_comments(rows, claim, sight=True, reader=second.id)) == 1


def test_why_something_was_done_is_sealed_with_the_act_on_whatever_it_touched(
    rows: Session, staff: Staff, second: SignedIn
) -> None:
    """What somebody writes of several claims at once, why one left the work, why a request was withdrawn
    earlier, why somebody looked again at what depends on it: each may tell the rating."""
    claim, other, dependent = (factories.make_claim(rows, status=Status.CHECKING) for _ in range(3))
    checker, reviewer = staff[Role.CHECKER], staff[Role.REVIEWER]
    factories.make_link(rows, dependent, claim)
    ask_second(rows, claim, None, seen=claim.version, person=reviewer)
    give(rows, claim, FALSE, checker)
    withdraw_request(rows, claim, reason="It is a quokka.", seen=claim.version, person=reviewer)
    rows.refresh(dependent)
    clear_look_again(
        rows, dependent, seen=dependent.version, by=checker.actor, note="A numbat changes nothing."
    )
    set_statuses(rows, [claim, other], Status.NEW, person=checker, reason="Both are wombats.")
    ask_second(rows, claim, None, seen=claim.version, person=reviewer)
    withdraw_claim(rows, claim, reason="A bandicoot, so it goes.", seen=claim.version, person=reviewer)

    def read() -> str:
        return "".join(str(read_claim_history(rows, one, sight=True)) for one in (claim, other, dependent))

    secrets = ("quokka", "wombat", "bandicoot", "numbat", "verdict now: False")
    assert [one for one in secrets if one in read()] == []
    assert load_rows(rows, [claim], sight=True)[0].why_withdrawn is None
    reinstate_claim(rows, claim, seen=claim.version, person=reviewer)
    give(rows, claim, TRUE, second)
    assert [one for one in secrets if one not in read()] == []


def test_the_first_verdict_moves_the_claims_version_so_that_nobody_gives_the_second_unawares(
    rows: Session, staff: Staff, second: SignedIn
) -> None:
    claim = ask(rows, staff, first=None)
    factories.edit(rows, claim, status=Status.CHECKING)
    seen = claim.version
    give(rows, claim, FALSE, staff[Role.CHECKER])
    with pytest.raises(StaleEdit):
        give_verdict(rows, claim, TRUE, seen=seen, person=second)


def test_the_request_of_a_claim_that_left_the_work_can_be_withdrawn_whether_or_not_a_verdict_is_in(
    rows: Session, staff: Staff
) -> None:
    """Else what was said of it would stay sealed for good."""
    reviewer = staff[Role.REVIEWER]
    for first in (None, FALSE):
        claim = ask(rows, staff, first=first)
        add_comment(rows, claim, "Said of it.", person=staff[Role.CHECKER])
        withdraw_claim(rows, claim, reason="Said twice.", seen=claim.version, person=reviewer)
        withdraw_request(rows, claim, reason="It is gone.", seen=claim.version, person=reviewer)
        assert find_request(rows, claim) is None
        assert len(list_comments(rows, claim, sight=True, reader=reviewer.id)) == 1
        assert load_rows(rows, [claim], sight=True)[0].why_withdrawn == "Said twice."
        assert (in_force(rows, claim) is not None) is (first is not None)


def test_a_claim_that_is_asked_about_is_not_merged_away(rows: Session, staff: Staff) -> None:
    gone, kept = ask(rows, staff, first=None), factories.make_claim(rows)
    with pytest.raises(RuleBroken, match="Withdraw the request for a second verdict first"):
        merge_claims(rows, gone, kept, seen=gone.version, person=staff[Role.OWNER])
    merge_claims(rows, kept, gone, seen=kept.version, person=staff[Role.OWNER])
    assert kept.merged_into_id == gone.id


def test_opened_pairs_are_found_by_scale_and_period(rows: Session, staff: Staff, second: SignedIn) -> None:
    claim = ask(rows, staff)
    give(rows, claim, TRUE, second)
    request = find_request(rows, claim)
    assert request is not None
    assert request.opened_at is not None

    def found(**wanted: Any) -> bool:
        return any(pair.request.claim_id == claim.id for pair in list_opened(rows, PairFilter(**wanted)))

    assert found()
    assert found(scale="five-steps")
    assert found(since=request.opened_at)
    assert not found(scale="politifact")
    assert not found(before=request.opened_at)


def test_an_opened_pair_is_not_counted_while_the_next_is_sealed(
    rows: Session, staff: Staff, second: SignedIn
) -> None:
    """What was agreed then is what is sealed now."""

    def counted() -> list[bool]:
        opened = list_opened(rows, PairFilter())
        return [pair.was_open for pair in opened if pair.request.claim_id == claim.id]

    claim = ask(rows, staff, first=None)
    give(rows, claim, FALSE, staff[Role.CHECKER])
    give(rows, claim, FALSE, second)
    assert counted() == [False]
    ask_second(rows, claim, None, seen=claim.version, person=staff[Role.REVIEWER])
    assert counted() == []
    give(rows, claim, FALSE, second)
    assert counted() == [True, False]


def test_the_rule_of_the_desk_seals_the_verdict_that_stands(
    rows: Session, staff: Staff, second: SignedIn
) -> None:
    claim = factories.make_claim(rows)
    factories.make_ready(rows, claim)
    give(rows, claim, FALSE, staff[Role.CHECKER])
    factories.edit(rows, rows.exec(select(Desk)).one(), blind_second=True)
    try:
        give(rows, claim, TRUE, staff[Role.CHECKER])
    finally:
        factories.edit(rows, rows.exec(select(Desk)).one(), blind_second=False)
    assert in_force(rows, claim) is None
    assert list_verdicts(rows, [claim.id]) == {}
    give(rows, claim, TRUE, second)
    [pair] = list_pairs(rows, [claim.id])[claim.id]
    assert (pair.was_open, pair.closeness) == (True, Closeness.SAME)


def test_two_who_read_each_other_in_an_earlier_pair_do_not_count_as_blind(
    rows: Session, staff: Staff, second: SignedIn
) -> None:
    claim = ask(rows, staff, first=None)
    give(rows, claim, FALSE, staff[Role.CHECKER])
    give(rows, claim, TRUE, second)
    decision = Decision(Followed.NEITHER, "Neither holds: judge it anew.")
    settle_pair(rows, claim, decision, seen=claim.version, person=staff[Role.REVIEWER])
    ask_second(rows, claim, None, seen=claim.version, person=staff[Role.REVIEWER])
    give(rows, claim, FALSE, staff[Role.CHECKER])
    give(rows, claim, FALSE, second)
    newest, oldest = list_pairs(rows, [claim.id])[claim.id]
    assert (newest.was_open, oldest.was_open) == (True, False)


def test_a_claim_that_is_no_longer_linked_forgets_the_sealed_rating(rows: Session, staff: Staff) -> None:
    claim, other = (factories.make_claim(rows) for _ in range(2))
    line = f"C-{claim.number}, which this depends on, has a verdict now: False."
    factories.edit(rows, other, look_again=f"C-{claim.number}0, another, was withdrawn.\n{line}")
    give(rows, claim, FALSE, staff[Role.CHECKER])
    ask_second(rows, claim, None, seen=claim.version, person=staff[Role.REVIEWER])
    rows.refresh(other)
    assert other.look_again == f"C-{claim.number}0, another, was withdrawn."


def test_an_earlier_wording_of_what_is_sealed_is_sealed_too(
    rows: Session, staff: Staff, second: SignedIn
) -> None:
    """Given, given anew, the request withdrawn, asked again: the first wording is older than the verdict."""
    claim = ask(rows, staff, first=None)
    give(rows, claim, replace(FALSE, reasoning="Quokka"), staff[Role.CHECKER])
    give(rows, claim, replace(FALSE, reasoning="Wombat"), staff[Role.CHECKER])
    withdraw_request(rows, claim, reason="Nobody has time.", seen=claim.version, person=staff[Role.REVIEWER])
    ask_second(rows, claim, None, seen=claim.version, person=staff[Role.REVIEWER])
    told = str(read_claim_history(rows, claim, sight=True))
    for secret in ("Quokka", "Wombat", "'False'"):
        assert secret not in told


def test_whoever_was_asked_and_left_stands_in_nobodys_way(rows: Session, staff: Staff) -> None:
    gone = describe_user(factories.make_user(rows, Role.CHECKER))
    claim = ask(rows, staff, asked=gone)
    with pytest.raises(NotAllowed, match="was asked"):
        give(rows, claim, FALSE, staff[Role.OWNER])
    factories.edit(rows, rows.get_one(User, gone.id), active=False)
    give(rows, claim, FALSE, staff[Role.OWNER])
    assert in_force(rows, claim) is not None
