"""The ways from one status to the next, and what each needs."""

from dataclasses import replace

import pytest

from workbench.domain.errors import RuleBroken
from workbench.domain.roles import Permission
from workbench.domain.status import (
    AGREED,
    NEEDS,
    READY,
    TRANSITIONS,
    Facts,
    Need,
    Status,
    describe_needs,
    find_transition,
    next_by_hand,
)

WHOLE = Facts(claimant_known=True, supports=1, refutes=1, has_verdict=True, has_reasoning=True, reason=True)


def test_a_step_is_found_only_where_the_table_has_it() -> None:
    table = {(step.start, step.to) for step in TRANSITIONS}
    assert len(table) == len(TRANSITIONS)
    for start in Status:
        for to in Status:
            if (start, to) in table:
                assert find_transition(start, to).to is to
            else:
                with pytest.raises(RuleBroken, match=f"“{start}” cannot become “{to}”"):
                    find_transition(start, to)


def test_what_was_signed_is_touched_by_reviewers_alone() -> None:
    signed = {Status.CHECKED, Status.PUBLISHED}
    for step in TRANSITIONS:
        if step.start in signed or step.to in signed:
            assert step.permission is Permission.REVIEW


def test_every_step_of_a_whole_claim_is_free_and_each_need_alone_holds_it_up() -> None:
    lacks = {
        Need.CLAIMANT: {"claimant_known": False},
        Need.EVIDENCE: {"supports": 0, "refutes": 0, "one_sided_note": True},
        Need.BOTH_SIDES: {"refutes": 0},
        Need.VERDICT: {"has_verdict": False, "has_reasoning": False},
        Need.REASONING: {"has_reasoning": False},
        Need.SECOND_VERDICT: {"awaits_second": True},
        Need.SETTLED: {"apart": True},
        Need.SECOND_PERSON: {"own_verdict": True},
        Need.REASON: {"reason": False},
    }
    assert set(lacks) == set(Need) == set(NEEDS)
    for step in TRANSITIONS:
        assert step.list_missing(WHOLE) == []
        for need in Need:
            missing = step.list_missing(replace(WHOLE, **lacks[need]))
            assert missing == ([need] if need in step.needs else []), (step, need)


def test_review_and_signature_need_all_that_a_verdict_stands_on() -> None:
    for step in TRANSITIONS:
        if step.to is Status.IN_REVIEW and step.start is not Status.WITHDRAWN:
            assert step.needs == READY
    assert find_transition(Status.IN_REVIEW, Status.CHECKED).needs == (*READY, *AGREED, Need.SECOND_PERSON)
    assert find_transition(Status.CHECKED, Status.PUBLISHED).needs == (Need.VERDICT, Need.REASONING, *AGREED)


@pytest.mark.parametrize("lacking", ["supports", "refutes"])
def test_one_side_is_enough_with_a_note(lacking: str) -> None:
    step = find_transition(Status.CHECKING, Status.IN_REVIEW)
    one_sided = replace(WHOLE, **{lacking: 0})
    assert step.list_missing(one_sided) == [Need.BOTH_SIDES]
    assert step.list_missing(replace(one_sided, one_sided_note=True)) == []


def test_context_is_evidence_but_stands_on_no_side() -> None:
    step = find_transition(Status.CHECKING, Status.IN_REVIEW)
    context = replace(WHOLE, supports=0, refutes=0, context=2)
    assert step.list_missing(context) == [Need.BOTH_SIDES]


def test_ones_own_verdict_is_signed_where_the_desk_works_alone() -> None:
    step = find_transition(Status.IN_REVIEW, Status.CHECKED)
    own = replace(WHOLE, own_verdict=True)
    assert step.list_missing(own) == [Need.SECOND_PERSON]
    assert step.list_missing(replace(own, alone=True)) == []


def test_what_is_missing_is_said_in_words() -> None:
    missing = find_transition(Status.NEW, Status.IN_REVIEW).list_missing(Facts())
    assert describe_needs(missing) == (
        "Name the claimant, or say why nobody is named. Add the evidence that it rests on. "
        "Add evidence for and against, or say why there is none. Give a verdict first."
    )


def test_every_status_is_withdrawn_and_comes_back_by_its_own_action() -> None:
    for status in Status:
        if status is not Status.WITHDRAWN:
            out, back = find_transition(status, Status.WITHDRAWN), find_transition(Status.WITHDRAWN, status)
            assert (out.by_hand, back.by_hand, out.permission) == (False, False, back.permission)
            assert out.needs == (Need.REASON,)


def test_signing_and_publishing_are_not_offered_in_the_status_form() -> None:
    assert [step.to for step in next_by_hand(Status.IN_REVIEW)] == [Status.CHECKING]
    assert [step.to for step in next_by_hand(Status.CHECKED)] == [Status.CHECKING]
    assert next_by_hand(Status.WITHDRAWN) == ()
