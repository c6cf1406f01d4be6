"""The ways from one status to the next."""

import pytest

from workbench.domain.errors import RuleBroken
from workbench.domain.roles import Permission
from workbench.domain.status import TRANSITIONS, Status, find_transition, next_by_hand


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


def test_nothing_is_checked_or_published_without_a_verdict() -> None:
    for step in TRANSITIONS:
        assert step.needs_verdict is (step.to in {Status.IN_REVIEW, Status.CHECKED, Status.PUBLISHED})


def test_signing_and_publishing_are_not_offered_in_the_status_form() -> None:
    assert [step.to for step in next_by_hand(Status.IN_REVIEW)] == [Status.CHECKING]
    assert [step.to for step in next_by_hand(Status.CHECKED)] == [Status.CHECKING]
    assert next_by_hand(Status.WITHDRAWN) == ()
