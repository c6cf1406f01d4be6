"""Every step of domain/status.py through its own service: by each role, and with each thing missing."""

from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import Session

from tests import factories
from tests.factories import NOON
from workbench.app import make_press
from workbench.domain.errors import NotAllowed, RuleBroken
from workbench.domain.evidence import Stance
from workbench.domain.roles import Role, may
from workbench.domain.status import (
    AGREED,
    NEEDS,
    READY,
    TRANSITIONS,
    Need,
    Status,
    Transition,
    find_transition,
)
from workbench.files import FileStore
from workbench.login.accounts import SignedIn
from workbench.models import Claim
from workbench.queries.history import read_claim_history
from workbench.services.claim_status import move_claim
from workbench.services.claim_steps import (
    Notes,
    reinstate_claim,
    set_status,
    set_statuses,
    withdraw_claim,
)
from workbench.services.reports import ReportValues, publish_report
from workbench.services.undo import last_act, undo_act
from workbench.services.verdicts import sign_verdict

Staff = dict[Role, SignedIn]
STEP = {(step.start, step.to): step for step in TRANSITIONS}
STEPS = pytest.mark.parametrize("step", TRANSITIONS, ids=lambda step: f"{step.start}-{step.to}")


def make_at(session: Session, step: Transition, lacking: Need | None = None) -> Claim:
    """A claim at the step's start with all that a verdict stands on, but for one thing."""
    claim = factories.make_claim(session, status=step.start)
    if lacking is not Need.CLAIMANT:
        factories.make_claimant(session, claim)
    one_sided = {Need.EVIDENCE: (), Need.BOTH_SIDES: (Stance.SUPPORTS,)}
    stances = (
        one_sided.get(lacking, (Stance.SUPPORTS, Stance.REFUTES))
        if lacking
        else (Stance.SUPPORTS, Stance.REFUTES)
    )
    for stance in stances:
        factories.make_evidence(session, claim, stance=stance)
    if lacking is not Need.VERDICT:
        factories.make_verdict(session, claim, reasoning=" " if lacking is Need.REASONING else "A map.")
    if step.start is Status.WITHDRAWN:
        factories.edit(session, claim, withdrawn_from=step.to.value, withdrawn_reason="Said twice.")
    return claim


def take(session: Session, files: FileStore, step: Transition, claim: Claim, person: SignedIn) -> None:
    """The step, by the service that makes it."""
    common: dict[str, Any] = {"seen": claim.version, "person": person}
    if step.to is Status.WITHDRAWN:
        withdraw_claim(session, claim, reason="Said twice.", **common)
    elif step.start is Status.WITHDRAWN:
        reinstate_claim(session, claim, **common)
    elif step.by_hand:
        reason = "A new map." if Need.REASON in step.needs else ""
        set_status(session, claim, step.to, reason=reason, **common)
    elif step.to is Status.CHECKED:
        sign_verdict(session, files, claim, alone=False, comment="", **common)
    else:
        publish_report(session, make_press(files), [claim], ReportValues("t"), person=person)


@STEPS
@pytest.mark.parametrize("role", Role)
def test_a_step_is_made_by_the_roles_that_may(
    rows: Session, files: FileStore, staff: Staff, step: Transition, role: Role
) -> None:
    claim = make_at(rows, step)
    if may(role, step.permission):
        take(rows, files, step, claim, staff[role])
        assert claim.status is step.to
    else:
        with pytest.raises(NotAllowed):
            take(rows, files, step, claim, staff[role])
        assert claim.status is step.start


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("to", Status)
@pytest.mark.parametrize("start", Status)
def test_by_hand_a_claim_takes_the_steps_of_the_table_and_no_other(
    rows: Session, staff: Staff, start: Status, to: Status, role: Role
) -> None:
    claim, step = make_at(rows, Transition(start, to)), STEP.get((start, to))
    given: dict[str, Any] = {"seen": claim.version, "person": staff[role], "reason": "A new map."}
    if step is not None and step.by_hand and may(role, step.permission):
        set_status(rows, claim, to, **given)
        assert claim.status is to
    else:
        refused = NotAllowed if step is not None and step.by_hand else RuleBroken
        with pytest.raises(refused):
            set_status(rows, claim, to, **given)
        assert claim.status is start


@pytest.mark.parametrize("to", Status)
@pytest.mark.parametrize("start", Status)
def test_no_service_takes_a_claim_a_step_that_the_table_has_not(
    rows: Session, start: Status, to: Status
) -> None:
    claim = factories.make_claim(rows, status=start)
    if start is to or (start, to) in STEP:
        move_claim(claim, to)
        assert claim.status is to
    else:
        with pytest.raises(RuleBroken, match=f"“{start}” cannot become “{to}”"):
            move_claim(claim, to)
        assert claim.status is start
    rows.rollback()


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    "step",
    [step for step in TRANSITIONS if Status.WITHDRAWN in (step.start, step.to)],
    ids=lambda step: f"{step.start}-{step.to}",
)
def test_leaving_the_work_and_coming_back_are_undone_by_whoever_may_make_the_step_back(
    rows: Session, files: FileStore, staff: Staff, step: Transition, role: Role
) -> None:
    """The role of the person may be another one by now."""
    claim = make_at(rows, step)
    take(rows, files, step, claim, staff[Role.REVIEWER])
    now = replace(staff[Role.REVIEWER], role=role)
    if may(role, STEP[step.to, step.start].permission):
        undo_act(rows, last_act(rows), person=now)
        assert claim.status is step.start
    else:
        with pytest.raises(NotAllowed):
            undo_act(rows, last_act(rows), person=now)
        assert rows.get_one(Claim, claim.id).status is step.to


@pytest.mark.parametrize("lacking", READY)
@pytest.mark.parametrize(
    "step",
    [step for step in TRANSITIONS if set(READY) <= set(step.needs)],
    ids=lambda step: f"{step.start}-{step.to}",
)
def test_a_step_waits_for_each_thing_that_it_needs_and_says_so(
    rows: Session, files: FileStore, staff: Staff, step: Transition, lacking: Need
) -> None:
    claim = make_at(rows, step, lacking)
    told = "no verdict to sign" if (step.to, lacking) == (Status.CHECKED, Need.VERDICT) else NEEDS[lacking][1]
    with pytest.raises(RuleBroken, match=told):
        take(rows, files, step, claim, staff[Role.REVIEWER])
    assert claim.status is step.start


PUBLISHING = find_transition(Status.CHECKED, Status.PUBLISHED)


@pytest.mark.parametrize("start", [Status.CHECKED, Status.PUBLISHED])
@pytest.mark.parametrize("lacking", PUBLISHING.needs)
def test_publishing_asks_for_each_thing_in_the_table(
    rows: Session, files: FileStore, staff: Staff, start: Status, lacking: Need
) -> None:
    """No way through the app leads here: the table holds, whatever a row came to."""
    claim = make_at(rows, PUBLISHING, lacking)
    factories.edit(rows, claim, status=start)
    if lacking in AGREED:
        first = factories.make_blind_verdict(rows, claim)
        second = factories.make_blind_verdict(rows, claim, beside=first)
        opened = {"second_id": second.id, "opened_at": NOON} if lacking is Need.SETTLED else {}
        factories.make_blind_request(rows, claim, first_id=first.id, **opened)
    with pytest.raises(RuleBroken, match=f"C-{claim.number}: {NEEDS[lacking][1]}"):
        take(rows, files, PUBLISHING, claim, staff[Role.REVIEWER])
    assert claim.status is start


@pytest.mark.parametrize("start", [Status.CHECKED, Status.PUBLISHED])
def test_signed_work_is_opened_again_for_a_reason_that_the_history_tells(
    rows: Session, staff: Staff, start: Status
) -> None:
    reviewer = staff[Role.REVIEWER]
    claims = [make_at(rows, find_transition(start, Status.CHECKING)) for _ in range(2)]
    one = claims[0]
    for reason in ("", " \n"):
        with pytest.raises(RuleBroken, match="Say why") as refused:
            set_status(rows, one, Status.CHECKING, seen=one.version, person=reviewer, reason=reason)
        assert refused.value.field == "reason"
        with pytest.raises(RuleBroken, match="Say why"):
            set_statuses(rows, claims, Status.CHECKING, person=reviewer, reason=reason)
    assert {claim.status for claim in claims} == {start}
    set_status(rows, one, Status.CHECKING, seen=one.version, person=reviewer, reason="A new map.")
    set_statuses(rows, claims[1:], Status.CHECKING, person=reviewer, reason="A second map.")
    for claim, reason in zip(claims, ("A new map.", "A second map."), strict=True):
        assert claim.status is Status.CHECKING
        assert read_claim_history(rows, claim, sight=True)[0].first.reason == reason


def test_notes_say_why_something_is_missing_and_stay_with_the_claim(
    rows: Session, staff: Staff, files: FileStore
) -> None:
    claim = factories.make_claim(rows)
    factories.make_verdict(rows, claim)
    factories.make_evidence(rows, claim, stance=Stance.CONTEXT)
    notes = Notes("It spread without a source.", "Nobody else was there.")
    for missing, field in ((Notes(), "claimant_unknown"), (Notes(notes.claimant_unknown), "one_sided")):
        with pytest.raises(RuleBroken) as refused:
            set_status(
                rows, claim, Status.IN_REVIEW, seen=claim.version, person=staff[Role.CHECKER], notes=missing
            )
        assert refused.value.field == field
    set_status(rows, claim, Status.IN_REVIEW, seen=claim.version, person=staff[Role.CHECKER], notes=notes)
    assert (claim.claimant_unknown, claim.one_sided_note) == (notes.claimant_unknown, notes.one_sided)
    sign_verdict(rows, files, claim, alone=False, comment="", seen=claim.version, person=staff[Role.REVIEWER])
    assert claim.status is Status.CHECKED


def test_the_articles_outlet_or_author_stands_behind_what_it_says_itself(rows: Session, staff: Staff) -> None:
    outlet = factories.make_source(rows)
    for values in ({"outlet_id": outlet.id}, {"author": "Staff reporter"}):
        claim = factories.make_claim(rows, factories.make_article(rows, **values))
        factories.make_verdict(rows, claim)
        for stance in (Stance.SUPPORTS, Stance.REFUTES):
            factories.make_evidence(rows, claim, stance=stance)
        set_status(rows, claim, Status.IN_REVIEW, seen=claim.version, person=staff[Role.CHECKER])
        assert claim.status is Status.IN_REVIEW
