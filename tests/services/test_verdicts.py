"""Verdicts: replaced, never edited; signed or returned by somebody else."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from tests import factories
from workbench import database
from workbench.domain.errors import NotAllowed, RuleBroken, StaleEdit
from workbench.domain.evidence import EvidenceKind, Stance
from workbench.domain.ratings import Confidence, find_scale
from workbench.domain.roles import Role
from workbench.domain.scale_files import unpack_scale
from workbench.domain.status import Origin, Status
from workbench.files import FileStore
from workbench.login.accounts import SignedIn
from workbench.models import Claim, Review, ReviewOutcome, UsedScale, User, Verdict
from workbench.queries.history_check import check_history
from workbench.queries.report_records import build_claim
from workbench.services import verdicts as services
from workbench.services.claim_steps import set_status
from workbench.services.claims import ClaimValues, edit_claim
from workbench.services.evidence import EvidenceValues, add_evidence
from workbench.services.verdict_values import VerdictValues
from workbench.services.work import assign_claims, set_due

VALUES = VerdictValues(find_scale("five-steps"), "half-true", Confidence.MEDIUM, "One map shows it.")
Staff = dict[Role, SignedIn]


def put_in_review(session: Session, author: SignedIn, **values: Any) -> Claim:
    claim = factories.make_claim(session, **values)
    factories.make_ready(session, claim)
    services.give_verdict(session, claim, VALUES, seen=1, person=author)
    set_status(session, claim, Status.IN_REVIEW, seen=2, person=author)
    return claim


def test_a_verdict_is_replaced_and_the_one_before_stays_as_it_was(rows: Session, staff: Staff) -> None:
    claim, checker = factories.make_claim(rows), staff[Role.CHECKER]
    first = services.give_verdict(rows, claim, VALUES, seen=1, person=checker)
    assert claim.status is Status.CHECKING
    values = VerdictValues(find_scale("five-steps"), "true", Confidence.HIGH, "Two maps show it.")
    second = services.give_verdict(rows, claim, values, seen=2, person=staff[Role.OWNER])
    assert claim.verdict_id == second.id
    rows.expire_all()
    kept = rows.exec(select(Verdict).where(Verdict.claim_id == claim.id)).all()
    assert {(row.id, row.rating, row.version) for row in kept} == {
        (first.id, "half-true", 1),
        (second.id, "true", 1),
    }


def test_who_has_the_claim_and_by_when_it_is_due_is_no_other_text_to_judge(
    rows: Session, staff: Staff
) -> None:
    claim, checker, owner = factories.make_claim(rows), staff[Role.CHECKER], staff[Role.OWNER]
    assign_claims(rows, [claim], rows.get_one(User, checker.id), by=owner.actor)
    set_due(rows, [claim], date(2026, 5, 4), by=owner.actor)
    given = services.give_verdict(rows, claim, VALUES, seen=1, person=checker)
    assert claim.verdict_id == given.id
    # After anything else both are shown, and nobody has seen a version that is yet to come.
    assign_claims(rows, [claim], None, by=owner.actor)
    for seen in (1, claim.version + 1):
        with pytest.raises(StaleEdit):
            services.give_verdict(rows, claim, VALUES, seen=seen, person=owner)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (VerdictValues(find_scale("five-steps"), "truest", Confidence.LOW, "r"), "rating"),
        (VerdictValues(find_scale("five-steps"), "true", Confidence.LOW, " \n"), "reasoning"),
    ],
)
def test_a_verdict_needs_a_rating_of_its_scale_and_a_reasoning(
    rows: Session, staff: Staff, values: VerdictValues, field: str
) -> None:
    claim = factories.make_claim(rows)
    with pytest.raises(RuleBroken) as refused:
        services.give_verdict(rows, claim, values, seen=1, person=staff[Role.CHECKER])
    assert (refused.value.field, claim.verdict_id) == (field, None)


def test_a_proposal_and_a_signed_claim_take_no_verdict(rows: Session, staff: Staff, files: FileStore) -> None:
    proposal = factories.make_claim(rows, accepted_at=None, origin=Origin.MACHINE)
    with pytest.raises(RuleBroken, match="Accept the claim"):
        services.give_verdict(rows, proposal, VALUES, seen=1, person=staff[Role.CHECKER])
    claim = put_in_review(rows, staff[Role.CHECKER])
    services.sign_verdict(rows, files, claim, alone=False, comment="", seen=3, person=staff[Role.REVIEWER])
    for _ in range(2):
        with pytest.raises(RuleBroken, match="Re-open it"):
            services.give_verdict(rows, claim, VALUES, seen=claim.version, person=staff[Role.OWNER])
        factories.edit(rows, claim, status=Status.PUBLISHED)
    reviewer = staff[Role.REVIEWER]
    set_status(rows, claim, Status.CHECKING, seen=claim.version, person=reviewer, reason="A new map.")
    services.give_verdict(rows, claim, VALUES, seen=claim.version, person=staff[Role.CHECKER])


def test_a_signature_is_somebody_elses(rows: Session, staff: Staff, files: FileStore) -> None:
    claim, reviewer = put_in_review(rows, staff[Role.REVIEWER]), staff[Role.REVIEWER]
    with pytest.raises(NotAllowed, match="Somebody else"):
        services.sign_verdict(rows, files, claim, alone=False, comment="", seen=3, person=reviewer)
    with pytest.raises(NotAllowed):
        services.sign_verdict(rows, files, claim, alone=True, comment="", seen=3, person=staff[Role.CHECKER])
    review = services.sign_verdict(
        rows, files, claim, alone=False, comment="Agreed.", seen=3, person=staff[Role.OWNER]
    )
    assert (claim.status, review.own_verdict, review.outcome) == (
        Status.CHECKED,
        False,
        ReviewOutcome.SIGNED,
    )


def test_alone_one_signs_ones_own_verdict_and_the_report_says_so(
    rows: Session, staff: Staff, files: FileStore
) -> None:
    claim, reviewer = put_in_review(rows, staff[Role.REVIEWER]), staff[Role.REVIEWER]
    review = services.sign_verdict(rows, files, claim, alone=True, comment="", seen=3, person=reviewer)
    assert review.own_verdict
    record = build_claim(rows, claim).verdict
    assert record is not None
    assert record.signed is not None
    assert record.signed.own_verdict


def test_a_returned_verdict_says_what_to_mend(rows: Session, staff: Staff, files: FileStore) -> None:
    claim, reviewer = put_in_review(rows, staff[Role.CHECKER]), staff[Role.REVIEWER]
    with pytest.raises(RuleBroken) as refused:
        services.return_verdict(rows, claim, comment=" ", seen=3, person=reviewer)
    assert refused.value.field == "comment"
    services.return_verdict(rows, claim, comment="Which map?", seen=3, person=reviewer)
    assert claim.status is Status.CHECKING
    with pytest.raises(RuleBroken, match="in review"):
        services.sign_verdict(rows, files, claim, alone=False, comment="", seen=4, person=reviewer)


def test_what_changed_before_ones_eyes_is_not_signed(rows: Session, staff: Staff, files: FileStore) -> None:
    claim = put_in_review(rows, staff[Role.CHECKER])
    services.give_verdict(rows, claim, VALUES, seen=3, person=staff[Role.CHECKER])
    with pytest.raises(StaleEdit):
        services.sign_verdict(
            rows, files, claim, alone=False, comment="", seen=3, person=staff[Role.REVIEWER]
        )
    assert rows.exec(select(Review).where(Review.claim_id == claim.id)).all() == []


def test_a_re_opened_claim_is_no_longer_told_as_signed(rows: Session, staff: Staff, files: FileStore) -> None:
    claim, reviewer = put_in_review(rows, staff[Role.CHECKER]), staff[Role.REVIEWER]
    services.sign_verdict(rows, files, claim, alone=False, comment="", seen=3, person=reviewer)
    signed = build_claim(rows, claim).verdict
    assert signed is not None
    assert signed.signed is not None
    set_status(rows, claim, Status.CHECKING, seen=4, person=reviewer, reason="A new map.")
    opened = build_claim(rows, claim).verdict
    assert opened is not None
    assert opened.signed is None


def test_the_history_of_all_this_is_whole(rows: Session) -> None:
    assert check_history(rows) == []


def test_nobody_signs_on_evidence_that_came_after_the_page(
    rows: Session, staff: Staff, files: FileStore
) -> None:
    claim = put_in_review(rows, staff[Role.CHECKER])
    seen = claim.version
    values = EvidenceValues("Harbour log", EvidenceKind.INTERVIEW, Stance.REFUTES, excerpt="It was not so.")
    add_evidence(rows, files, claim, values, by="tests")
    with pytest.raises(StaleEdit):
        services.sign_verdict(
            rows, files, claim, alone=False, comment="", seen=seen, person=staff[Role.REVIEWER]
        )


def test_evidence_never_lands_on_a_claim_signed_at_the_same_moment(
    rows: Session, store: Engine, staff: Staff, files: FileStore
) -> None:
    claim = put_in_review(rows, staff[Role.CHECKER])
    with database.open_session(store) as other:
        same = other.get_one(Claim, claim.id)
        services.sign_verdict(
            other, files, same, alone=False, comment="", seen=same.version, person=staff[Role.REVIEWER]
        )
    values = EvidenceValues("Harbour log", EvidenceKind.INTERVIEW, Stance.REFUTES, excerpt="It was not so.")
    with pytest.raises(RuleBroken, match="Re-open"):
        add_evidence(rows, files, claim, values, by="tests")


def test_other_words_or_another_verdict_take_a_claim_out_of_review(rows: Session, staff: Staff) -> None:
    claim = put_in_review(rows, staff[Role.CHECKER])
    edited = ClaimValues("Another title", "The opposite of it.", claim.kind)
    edit_claim(rows, claim, edited, seen=claim.version, by="tests")
    assert claim.status is Status.CHECKING
    again = put_in_review(rows, staff[Role.CHECKER])
    services.give_verdict(rows, again, VALUES, seen=again.version, person=staff[Role.REVIEWER])
    assert again.status is Status.CHECKING


def test_a_verdict_keeps_the_grades_it_was_given_on(rows: Session, staff: dict[Role, SignedIn]) -> None:
    claim = factories.make_claim(rows)
    source = factories.make_source(rows, "Graded Register", reliability="B")
    evidence = factories.make_evidence(rows, claim, source, credibility=2)
    factories.make_evidence(rows, claim, source, withdrawn_at=factories.NOON)
    verdict = services.give_verdict(rows, claim, VALUES, seen=claim.version, person=staff[Role.CHECKER])
    factories.edit(rows, source, reliability="E")
    assert verdict.grades == [{"evidence": str(evidence.id), "version": 1, "grade": "B2"}]
    made = build_claim(rows, claim).evidence[0]
    assert (made.grade, made.grade_then) == ("E2", "B2")


def test_a_return_points_at_words_and_at_none_that_are_not_there(rows: Session, staff: Staff) -> None:
    claim = put_in_review(rows, staff[Role.CHECKER])
    common: dict[str, Any] = {"comment": "Which?", "seen": claim.version, "person": staff[Role.REVIEWER]}
    with pytest.raises(RuleBroken, match="Not in the statement or the verdict: “no such words”") as refused:
        services.return_verdict(rows, claim, points="One map\nno such words", **common)
    assert (refused.value.field, claim.status) == ("points", Status.IN_REVIEW)
    review = services.return_verdict(rows, claim, points="One  map\n30 km\n", **common)
    assert review.points == [
        {"field": "reasoning", "quote": "One map"},
        {"field": "statement", "quote": "30 km"},
    ]
    assert check_history(rows) == []


def test_a_scale_is_kept_once_with_the_first_verdict_on_it_and_never_differs(
    rows: Session, staff: Staff
) -> None:
    scale = replace(find_scale("osint"), code="river", name="River scale")
    label = scale.labels[0]
    for _ in range(2):
        claim = factories.make_claim(rows)
        values = VerdictValues(scale, label.key, Confidence.LOW, "A map.")
        verdict = services.give_verdict(rows, claim, values, seen=1, person=staff[Role.CHECKER])
        assert (verdict.rating_definition, verdict.rating_colour) == (label.definition, label.colour)
    [kept] = rows.exec(select(UsedScale).where(UsedScale.code == "river")).all()
    assert unpack_scale(kept.body) == scale
    other = replace(scale, labels=(replace(label, definition="Something else."), *scale.labels[1:]))
    with pytest.raises(RuleBroken, match="read differently when it was used"):
        services.give_verdict(
            rows,
            factories.make_claim(rows),
            VerdictValues(other, label.key, Confidence.LOW, "A map."),
            seen=1,
            person=staff[Role.CHECKER],
        )


def test_a_retired_label_is_given_no_more(rows: Session, staff: Staff) -> None:
    values = VerdictValues(find_scale("snopes"), "unproven", Confidence.LOW, "A map.")
    with pytest.raises(RuleBroken, match="no longer given"):
        services.give_verdict(rows, factories.make_claim(rows), values, seen=1, person=staff[Role.CHECKER])
