"""Claims: accepted, dismissed, edited, made and moved."""

import pytest
from sqlmodel import Session, col, select

from tests import factories
from workbench.domain.errors import NotAllowed, RuleBroken, StaleEdit
from workbench.domain.evidence import SourceKind
from workbench.domain.roles import Role, may
from workbench.domain.statements import ClaimKind, Manner
from workbench.domain.status import TRANSITIONS, Origin, Status
from workbench.history import change
from workbench.login.accounts import SignedIn
from workbench.models import Attribution, Claim, Source
from workbench.services.acceptance import accept_claim, accept_claims, dismiss_claim
from workbench.services.claim_rules import is_proposal
from workbench.services.claim_steps import reinstate_claim, set_status, withdraw_claim
from workbench.services.claims import ClaimValues, add_claim, edit_claim

VALUES = ClaimValues("30 km from border", "Troops are 30 km from the border.", ClaimKind.QUANTITY)
Staff = dict[Role, SignedIn]


def make_proposal(session: Session, claimant: str = "", **values: object) -> Claim:
    """A machine's proposal, said by a name that no source has yet."""
    claim = factories.make_claim(session, accepted_at=None, origin=Origin.MACHINE, **values)
    if claimant:
        with change(session, by="tests", action="tests.attributed"):
            appearance = factories.find_appearance(session, claim)
            row = Attribution(appearance_id=appearance.id, position=1, name=claimant, manner=Manner.INDIRECT)
            session.add(row)
    return claim


def list_claimants(session: Session, claim: Claim) -> list[Attribution]:
    appearance = factories.find_appearance(session, claim)
    query = select(Attribution).where(
        col(Attribution.appearance_id) == appearance.id, col(Attribution.withdrawn_at).is_(None)
    )
    return list(session.exec(query.order_by(col(Attribution.position))))


def count_sources(session: Session, name: str) -> int:
    return len(session.exec(select(Source).where(Source.name == name)).all())


def test_accepting_makes_one_source_of_a_new_claimant_and_finds_it_again(rows: Session) -> None:
    first, second = make_proposal(rows, "The Harbour Office"), make_proposal(rows, "harbour  office")
    assert accept_claims(rows, [first, second], by="tests") == 2
    assert first.accepted_at is not None
    one, two = list_claimants(rows, first)[0], list_claimants(rows, second)[0]
    assert one.source_id == two.source_id is not None
    assert count_sources(rows, "The Harbour Office") == 1
    assert accept_claims(rows, [first, second], by="tests") == 0
    with pytest.raises(RuleBroken, match="not a proposal any more"):
        accept_claim(rows, first, seen=first.version, by="tests")


def test_dismissing_is_undone_by_reinstating(rows: Session, staff: Staff) -> None:
    claim = make_proposal(rows)
    dismiss_claim(rows, claim, seen=1, by="tests")
    assert (claim.status, claim.withdrawn_reason) == (Status.WITHDRAWN, "not a claim")
    with pytest.raises(RuleBroken):
        dismiss_claim(rows, claim, seen=2, by="tests")
    reinstate_claim(rows, claim, seen=2, person=staff[Role.CHECKER])
    assert is_proposal(claim)
    accept_claim(rows, claim, seen=3, by="tests")
    with pytest.raises(RuleBroken, match="withdraw this claim"):
        dismiss_claim(rows, claim, seen=4, by="tests")


def test_saving_a_proposal_accepts_it(rows: Session) -> None:
    claim = make_proposal(rows, "Coast Guard")
    values = ClaimValues(VALUES.title, VALUES.statement, ClaimKind.EVENT, claimant="Coast Guard")
    edit_claim(rows, claim, values, seen=1, by="tests")
    assert claim.accepted_at is not None
    assert list_claimants(rows, claim)[0].source_id is not None


def test_a_corrected_claimant_leaves_no_source_of_the_wrong_name(rows: Session) -> None:
    claim = make_proposal(rows, "Misread Offcie")
    values = ClaimValues("t", "s", ClaimKind.EVENT, claimant="Anna Holt", claimant_kind=SourceKind.PERSON)
    edit_claim(rows, claim, values, seen=1, by="tests")
    assert count_sources(rows, "Misread Offcie") == 0
    source = rows.get_one(Source, list_claimants(rows, claim)[0].source_id)
    assert (source.name, source.kind) == ("Anna Holt", SourceKind.PERSON)


def test_a_claimant_taken_away_leaves_the_articles_own_voice(rows: Session) -> None:
    claim = make_proposal(rows, "Nobody In Particular")
    edit_claim(rows, claim, VALUES, seen=1, by="tests")
    assert list_claimants(rows, claim) == []
    assert count_sources(rows, "Nobody In Particular") == 0


def test_a_new_claimant_alone_raises_the_claims_version_and_conflicts(rows: Session) -> None:
    claim = factories.make_claim(rows, claimant=factories.make_source(rows, "Old Speaker"))
    values = ClaimValues(claim.title, claim.statement, claim.kind, claimant="New Speaker")
    edit_claim(rows, claim, values, seen=1, by="tests")
    assert claim.version == 2
    with pytest.raises(StaleEdit) as stale:
        edit_claim(rows, claim, VALUES, seen=1, by="tests")
    assert stale.value.current == 2
    assert stale.value.now["claimant"] == "New Speaker"
    assert stale.value.now["title"] == claim.title


@pytest.mark.parametrize(
    ("title", "statement", "field"),
    [(" ", "s", "title"), ("t" * 76, "s", "title"), ("t", "\n", "statement")],
)
def test_a_claim_needs_a_short_title_and_a_statement(
    rows: Session, title: str, statement: str, field: str
) -> None:
    claim = factories.make_claim(rows)
    with pytest.raises(RuleBroken) as refused:
        edit_claim(rows, claim, ClaimValues(title, statement, ClaimKind.EVENT), seen=1, by="t")
    assert (refused.value.field, claim.version) == (field, 1)


def test_an_own_claim_quotes_its_slices_with_what_stands_around_them(rows: Session) -> None:
    text = "\u202eאבג\u202c 👩‍👩‍👧 café\u0301 said: the bridge, long closed, was opened on Friday.\n"
    version = factories.make_article(rows, text)
    first, last = text.index("the bridge"), text.index("was opened")
    slices = [(first, first + 10), (last, last + 10)]
    claim = add_claim(rows, version, slices, VALUES, by="tests")
    appearance = factories.find_appearance(rows, claim)
    assert appearance.quote == "the bridge … was opened"
    assert (appearance.start, appearance.slices) == (first, [list(part) for part in slices])
    assert appearance.prefix == text[max(0, first - 60) : first]
    assert appearance.suffix == " on Friday.\n"
    assert (claim.origin, claim.status) == (Origin.PERSON, Status.NEW)
    assert claim.accepted_at is not None


@pytest.mark.parametrize(
    "slices",
    [[(-1, 3)], [(0, 10_000)], [(5, 5)], [(9, 4)], [(5, 9), (7, 12)], [(5, 9), (0, 3)], [(13, 14)], []],
)
def test_slices_that_are_not_words_of_the_text_are_refused(
    rows: Session, slices: list[tuple[int, int]]
) -> None:
    version = factories.make_article(rows)
    with pytest.raises(RuleBroken):
        add_claim(rows, version, slices, VALUES, by="tests")


@pytest.mark.parametrize("role", Role)
def test_each_status_is_reached_only_from_where_and_by_whom_the_table_says(
    rows: Session, staff: Staff, role: Role
) -> None:
    version, person = factories.make_article(rows), staff[role]
    table = {(step.start, step.to): step for step in TRANSITIONS}
    for start in Status:
        for to in Status:
            claim = factories.make_claim(rows, version, status=start)
            step = table.get((start, to))
            try:
                set_status(rows, claim, to, seen=1, person=person)
            except (RuleBroken, NotAllowed):
                reached = False
            else:
                reached = True
            free = step is not None and step.by_hand and not step.needs
            assert reached is (free and may(role, step.permission)), (start, to)


def test_review_needs_a_verdict_and_a_proposal_has_no_status(rows: Session, staff: Staff) -> None:
    claim, checker = factories.make_claim(rows), staff[Role.CHECKER]
    with pytest.raises(RuleBroken, match="verdict first"):
        set_status(rows, claim, Status.IN_REVIEW, seen=1, person=checker)
    factories.make_verdict(rows, claim)
    factories.make_ready(rows, claim)
    set_status(rows, claim, Status.IN_REVIEW, seen=2, person=checker)
    assert claim.status is Status.IN_REVIEW
    with pytest.raises(RuleBroken, match="Accept the claim first"):
        set_status(rows, make_proposal(rows), Status.CHECKING, seen=1, person=checker)


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.WITHDRAWN])
def test_a_withdrawn_claim_comes_back_to_the_status_it_had(
    rows: Session, staff: Staff, status: Status
) -> None:
    claim, reviewer = factories.make_claim(rows, status=status), staff[Role.REVIEWER]
    with pytest.raises(RuleBroken, match="Say why"):
        withdraw_claim(rows, claim, reason=" ", seen=1, person=reviewer)
    withdraw_claim(rows, claim, reason="Said twice", seen=1, person=reviewer)
    assert (claim.status, claim.withdrawn_reason) == (Status.WITHDRAWN, "Said twice")
    with pytest.raises(RuleBroken, match="withdrawn"):
        edit_claim(rows, claim, VALUES, seen=2, by="tests")
    reinstate_claim(rows, claim, seen=2, person=reviewer)
    assert (claim.status, claim.withdrawn_from, claim.withdrawn_reason) == (status, None, "")
    with pytest.raises(RuleBroken, match="not withdrawn"):
        reinstate_claim(rows, claim, seen=3, person=reviewer)


@pytest.mark.parametrize("status", [Status.CHECKED, Status.PUBLISHED])
def test_only_a_reviewer_takes_a_signed_claim_out_or_back(
    rows: Session, staff: Staff, status: Status
) -> None:
    claim, checker = factories.make_claim(rows, status=status), staff[Role.CHECKER]
    with pytest.raises(NotAllowed):
        withdraw_claim(rows, claim, reason="r", seen=1, person=checker)
    withdraw_claim(rows, claim, reason="r", seen=1, person=staff[Role.REVIEWER])
    with pytest.raises(NotAllowed):
        reinstate_claim(rows, claim, seen=2, person=checker)


@pytest.mark.parametrize("status", [Status.CHECKED, Status.PUBLISHED])
def test_the_words_under_a_signature_change_only_after_re_opening(
    rows: Session, staff: Staff, status: Status
) -> None:
    claim = factories.make_claim(rows, status=status)
    with pytest.raises(RuleBroken, match="Re-open it"):
        edit_claim(rows, claim, VALUES, seen=1, by="tests")
    set_status(rows, claim, Status.CHECKING, seen=1, person=staff[Role.REVIEWER], reason="A new map.")
    edit_claim(rows, claim, VALUES, seen=2, by="tests")
    assert claim.title == VALUES.title
