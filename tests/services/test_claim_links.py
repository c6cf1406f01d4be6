"""Claims are tied to each other, and what hangs on a changed verdict is flagged, signed or not."""

import pytest
from sqlmodel import Session, col, select

from tests import factories
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.links import LinkKind
from workbench.domain.ratings import Confidence, find_scale
from workbench.domain.roles import Role
from workbench.domain.status import Origin, Status
from workbench.files import FileStore
from workbench.login.accounts import SignedIn
from workbench.models import Claim, ClaimLink, Revision
from workbench.queries.claim_links import list_links
from workbench.queries.history import read_claim_history
from workbench.queries.history_check import check_history
from workbench.services import claim_links as services
from workbench.services.claim_steps import reinstate_claim, set_status, withdraw_claim
from workbench.services.verdict_values import VerdictValues
from workbench.services.verdicts import give_verdict, return_verdict, sign_verdict

FALSE = VerdictValues(find_scale("five-steps"), "false", Confidence.HIGH, "The map shows it.")
TRUE = VerdictValues(find_scale("five-steps"), "true", Confidence.HIGH, "A second map shows it.")
Staff = dict[Role, SignedIn]


def make_pair(session: Session) -> tuple[Claim, Claim]:
    version = factories.make_article(session)
    return factories.make_claim(session, version), factories.make_claim(session, version)


def read_links(session: Session, claim: Claim) -> list[tuple[str, int]]:
    return [(row.words, row.other.number) for row in list_links(session, claim, sight=True)]


@pytest.mark.parametrize(
    ("kind", "here", "there"),
    [
        (LinkKind.SAME, "same as", "same as"),
        (LinkKind.REPEATS, "repeats", "repeated by"),
        (LinkKind.CONTRADICTS, "contradicts", "contradicts"),
        (LinkKind.NARROWER, "narrower than", "wider than"),
        (LinkKind.DEPENDS, "depends on", "needed by"),
    ],
)
def test_a_link_is_seen_from_both_claims(rows: Session, kind: LinkKind, here: str, there: str) -> None:
    one, other = make_pair(rows)
    services.link_claims(rows, one, other, kind, by="ann", note="See the map.")
    assert read_links(rows, one) == [(here, other.number)]
    assert read_links(rows, other) == [(there, one.number)]
    assert (one.version, other.version) == (1, 1)
    for claim in (one, other):
        act = read_claim_history(rows, claim, sight=True)[0]
        assert (act.first.action, act.first.reason) == ("link.made", "See the map.")
        said = {change.field: change.after for change in act.first.changes}
        assert (said["claim"], said["other"]) == (f"C-{one.number}", f"C-{other.number}")


def test_a_claim_is_not_linked_to_itself(rows: Session) -> None:
    claim, _ = make_pair(rows)
    with pytest.raises(RuleBroken, match="itself"):
        services.link_claims(rows, claim, claim, LinkKind.SAME, by="ann")


def test_two_claims_are_linked_in_one_way_once_from_whichever_side(rows: Session) -> None:
    one, other = make_pair(rows)
    link = services.link_claims(rows, one, other, LinkKind.DEPENDS, by="ann")
    for here, there in ((one, other), (other, one)):
        with pytest.raises(RuleBroken, match="already"):
            services.link_claims(rows, here, there, LinkKind.DEPENDS, by="ann")
    services.link_claims(rows, one, other, LinkKind.NARROWER, by="ann")
    services.unlink_claims(rows, link, seen=1, by="ann")
    services.link_claims(rows, other, one, LinkKind.DEPENDS, by="ann")
    assert read_links(rows, one) == [("narrower than", other.number), ("needed by", other.number)]


def test_proposals_and_withdrawn_claims_are_not_linked(rows: Session, staff: Staff) -> None:
    one, other = make_pair(rows)
    proposal = factories.make_claim(rows, accepted_at=None, origin=Origin.MACHINE)
    withdraw_claim(rows, other, reason="Twice.", seen=1, person=staff[Role.CHECKER])
    for wrong in (proposal, other):
        with pytest.raises(RuleBroken):
            services.link_claims(rows, one, wrong, LinkKind.SAME, by="ann")
        with pytest.raises(RuleBroken):
            services.link_claims(rows, wrong, one, LinkKind.SAME, by="ann")


def test_a_link_is_taken_back_and_stays_in_the_history(rows: Session) -> None:
    one, other = make_pair(rows)
    link = services.link_claims(rows, one, other, LinkKind.SAME, by="ann")
    with pytest.raises(StaleEdit):
        services.unlink_claims(rows, link, seen=7, by="ann")
    services.unlink_claims(rows, link, seen=1, by="ann")
    assert read_links(rows, one) == read_links(rows, other) == []
    assert read_claim_history(rows, other, sight=True)[0].first.action == "link.withdrawn"
    with pytest.raises(RuleBroken):
        services.unlink_claims(rows, link, seen=2, by="ann")
    assert rows.get(ClaimLink, link.id) is not None


def make_dependents(session: Session) -> tuple[Claim, Claim, Claim]:
    """A claim, one that depends on it, and one that only repeats it."""
    base, dependent = make_pair(session)
    for claim in (base, dependent):
        factories.make_ready(session, claim)
    repeating = factories.make_claim(session)
    factories.make_link(session, dependent, base)
    factories.make_link(session, repeating, base, LinkKind.REPEATS)
    return base, dependent, repeating


def test_a_new_verdict_flags_what_depends_on_it_in_the_same_change(rows: Session, staff: Staff) -> None:
    base, dependent, repeating = make_dependents(rows)
    checker = staff[Role.CHECKER]
    give_verdict(rows, base, TRUE, seen=1, person=checker)
    name = f"C-{base.number}"
    assert dependent.look_again == f"{name}, which this depends on, has a verdict now: True."
    assert (repeating.look_again, base.look_again) == ("", "")
    give_verdict(rows, base, FALSE, seen=2, person=checker)
    assert dependent.look_again == f"{name}, which this depends on, has another verdict: False."
    give_verdict(rows, base, FALSE, seen=3, person=checker)
    assert dependent.look_again == f"{name}, which this depends on, has a new verdict: False."
    newest = rows.exec(
        select(Revision).where(Revision.entity_id == dependent.id).order_by(col(Revision.seq).desc())
    ).first()
    assert newest is not None
    assert (newest.action, newest.version) == ("verdict.given", 4)
    assert list(check_history(rows)) == []


def test_reopening_withdrawing_and_reinstating_flag_what_depends_on_it(
    rows: Session, staff: Staff, files: FileStore
) -> None:
    base, dependent, _ = make_dependents(rows)
    checker, reviewer = staff[Role.CHECKER], staff[Role.REVIEWER]
    give_verdict(rows, base, TRUE, seen=1, person=checker)
    services.clear_look_again(rows, dependent, seen=dependent.version, by="ann")
    set_status(rows, base, Status.IN_REVIEW, seen=2, person=checker)
    sign_verdict(rows, files, base, alone=False, comment="", seen=3, person=reviewer)
    assert dependent.look_again == ""  # the verdict is what it was
    set_status(rows, base, Status.CHECKING, seen=4, person=reviewer, reason="New map.")
    assert dependent.look_again.endswith("was re-opened.")
    withdraw_claim(rows, base, reason="Twice.", seen=5, person=checker)
    assert dependent.look_again.endswith("was withdrawn.")
    reinstate_claim(rows, base, seen=6, person=checker)
    assert dependent.look_again.endswith("was reinstated.")


def test_a_returned_verdict_flags_nobody(rows: Session, staff: Staff) -> None:
    base, dependent, _ = make_dependents(rows)
    give_verdict(rows, base, TRUE, seen=1, person=staff[Role.CHECKER])
    services.clear_look_again(rows, dependent, seen=dependent.version, by="ann")
    set_status(rows, base, Status.IN_REVIEW, seen=2, person=staff[Role.CHECKER])
    return_verdict(rows, base, comment="Which map?", seen=3, person=staff[Role.REVIEWER])
    assert dependent.look_again == ""


def test_a_signed_claim_is_flagged_and_keeps_its_signature(
    rows: Session, staff: Staff, files: FileStore
) -> None:
    base, dependent, _ = make_dependents(rows)
    give_verdict(rows, dependent, TRUE, seen=1, person=staff[Role.CHECKER])
    set_status(rows, dependent, Status.IN_REVIEW, seen=2, person=staff[Role.CHECKER])
    sign_verdict(rows, files, dependent, alone=False, comment="", seen=3, person=staff[Role.REVIEWER])
    verdict_id = dependent.verdict_id
    give_verdict(rows, base, FALSE, seen=1, person=staff[Role.CHECKER])
    assert dependent.look_again
    assert (dependent.status, dependent.verdict_id) == (Status.CHECKED, verdict_id)


def test_a_link_taken_back_and_a_withdrawn_dependent_ask_for_nothing(rows: Session, staff: Staff) -> None:
    base, dependent, _ = make_dependents(rows)
    gone = factories.make_claim(rows)
    factories.make_link(rows, gone, base)
    withdraw_claim(rows, gone, reason="Twice.", seen=1, person=staff[Role.CHECKER])
    link = list_links(rows, dependent, sight=True)[0].link
    services.unlink_claims(rows, link, seen=1, by="ann")
    give_verdict(rows, base, TRUE, seen=1, person=staff[Role.CHECKER])
    assert (dependent.look_again, gone.look_again) == ("", "")


def test_reasons_of_several_claims_are_kept_until_somebody_has_looked(rows: Session, staff: Staff) -> None:
    base, dependent, _ = make_dependents(rows)
    second = factories.make_claim(rows)
    factories.make_link(rows, dependent, second)
    for claim in (base, second):
        give_verdict(rows, claim, TRUE, seen=1, person=staff[Role.CHECKER])
    lines = dependent.look_again.splitlines()
    assert [line.split(",")[0] for line in lines] == [f"C-{base.number}", f"C-{second.number}"]
    with pytest.raises(StaleEdit):
        services.clear_look_again(rows, dependent, seen=dependent.version - 1, by="ann")
    services.clear_look_again(rows, dependent, seen=dependent.version, by="ann", note="Still so.")
    assert dependent.look_again == ""
    first = read_claim_history(rows, dependent, sight=True)[0].first
    assert (first.action, first.reason) == ("claim.looked.again", "Still so.")
    with pytest.raises(RuleBroken):
        services.clear_look_again(rows, dependent, seen=dependent.version, by="ann")
