"""Splitting, merging, further places and the order of claims, each with its undoing."""

import pytest
from sqlmodel import Session, col, select

from tests import factories
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.roles import Role
from workbench.domain.status import Origin, Status
from workbench.login.accounts import SignedIn
from workbench.models import Appearance, ArticleVersion, Claim, Evidence, Tracked
from workbench.queries.articles import ClaimCounts, count_claims, get_article_of
from workbench.queries.claims import list_article_claims, list_merged
from workbench.queries.history_check import check_history
from workbench.services import appearances, claim_splits, claim_steps
from workbench.services.claim_order import move_place
from workbench.services.undo import last_act, undo_act

Staff = dict[Role, SignedIn]
WHOLE = "A sabotage unit was destroyed near the river"
VALUES = claim_splits.SplitValues(
    title="Unit destroyed",
    statement="A sabotage unit was destroyed",
    new_title="It was near the river",
    new_statement="The unit was near the river",
    words="near the river",
)


def make(rows: Session, quote: str = WHOLE, **values: object) -> tuple[ArticleVersion, Claim]:
    version = factories.make_article(rows)
    speaker = factories.make_source(rows, f"Office {version.number}")
    return version, factories.make_claim(rows, version, quote, claimant=speaker, **values)


def snapshot(*rows: Tracked) -> list[dict[str, object]]:
    return [row.model_dump(exclude={"version"}) for row in rows]


def quotes(rows: Session, claim: Claim) -> list[str]:
    return [place.quote for place in appearances.list_places(rows, claim)]


def names(rows: Session, version: ArticleVersion) -> list[str]:
    return [row.claim.title for row in list_article_claims(rows, version, sight=True)]


@pytest.mark.parametrize("keeps", [False, True])
def test_a_proposal_is_split_and_the_split_undone(rows: Session, staff: Staff, keeps: bool) -> None:
    version, claim = make(rows, accepted_at=None, origin=Origin.MACHINE)
    by = staff[Role.CHECKER].actor
    before = snapshot(claim, factories.find_appearance(rows, claim))
    values = claim_splits.SplitValues(
        **{name: getattr(VALUES, name) for name in VALUES.__slots__ if name != "shared"}, shared=keeps
    )
    new = claim_splits.split_claim(rows, claim, values, seen=1, by=by)
    act = last_act(rows)
    assert quotes(rows, new) == ["near the river"]
    assert quotes(rows, claim) == [WHOLE if keeps else "A sabotage unit was destroyed"]
    assert claim.accepted_at is not None
    assert new.accepted_at is not None
    found = list_article_claims(rows, version, sight=True)
    assert [row.claimant for row in found] == [f"Office {version.number}"] * 2
    undo_act(rows, act, person=staff[Role.CHECKER])
    assert snapshot(claim, factories.find_appearance(rows, claim)) == before
    assert (new.status, new.withdrawn_reason) == (Status.WITHDRAWN, "undone")
    assert check_history(rows) == []


@pytest.mark.parametrize(
    ("words", "field"), [("r", "words"), ("the airport", "words"), ("Monday", "words"), ("", "words")]
)
def test_words_that_are_not_once_in_the_quote_split_nothing(
    rows: Session, staff: Staff, words: str, field: str
) -> None:
    _, claim = make(rows)
    values = claim_splits.SplitValues("a", "b", "c", "d", words)
    with pytest.raises(RuleBroken) as caught:
        claim_splits.split_claim(rows, claim, values, seen=1, by=staff[Role.CHECKER].actor)
    assert caught.value.field == field
    with pytest.raises(StaleEdit):
        claim_splits.split_claim(rows, claim, VALUES, seen=9, by=staff[Role.CHECKER].actor)


def test_merging_moves_words_and_evidence_and_leaves_verdict_and_history(rows: Session, staff: Staff) -> None:
    version, gone = make(rows)
    kept = factories.make_claim(rows, version, factories.QUOTE)
    evidence = factories.make_evidence(rows, gone)
    verdict = factories.make_verdict(rows, gone)
    factories.edit(rows, kept, status=Status.IN_REVIEW)
    before = snapshot(gone, kept, evidence, factories.find_appearance(rows, gone))
    person = staff[Role.CHECKER]
    claim_splits.merge_claims(rows, gone, kept, seen=gone.version, person=person)
    act = last_act(rows)
    assert quotes(rows, kept) == [factories.QUOTE, WHOLE]
    assert quotes(rows, gone) == []
    assert rows.get_one(Evidence, evidence.id).claim_id == kept.id
    assert (gone.status, gone.verdict_id, kept.status) == (Status.WITHDRAWN, verdict.id, Status.CHECKING)
    assert get_article_of(rows, gone).id == version.article_id
    into, _ = list_merged(rows, gone, sight=True)
    _, merged = list_merged(rows, kept, sight=True)
    assert into is not None
    assert (into.claim, [row.claim for row in merged]) == (kept, [gone])
    assert count_claims(rows, factories.find_article(rows, version)) == ClaimCounts(accepted=1)
    assert len(list_article_claims(rows, version, sight=True)) == 1
    with pytest.raises(RuleBroken, match="merged"):
        claim_steps.reinstate_claim(rows, gone, seen=gone.version, person=person)
    undo_act(rows, act, person=person)
    rows.refresh(evidence)
    moved = rows.exec(select(Appearance).where(col(Appearance.claim_id) == gone.id)).one()
    assert snapshot(gone, kept, evidence, moved) == before
    assert check_history(rows) == []


def test_nothing_under_a_signature_is_split_merged_or_given_other_words(rows: Session, staff: Staff) -> None:
    version, claim = make(rows)
    other = factories.make_claim(rows, version, factories.QUOTE)
    factories.edit(rows, claim, status=Status.CHECKED)
    person, seen = staff[Role.REVIEWER], claim.version
    place = factories.find_appearance(rows, claim)
    for act in (
        lambda: claim_splits.split_claim(rows, claim, VALUES, seen=seen, by=person.actor),
        lambda: claim_splits.merge_claims(rows, claim, other, seen=seen, person=person),
        lambda: claim_splits.merge_claims(rows, other, claim, seen=other.version, person=person),
        lambda: appearances.add_appearance(rows, claim, version, [(0, 13)], by=person.actor),
        lambda: appearances.set_slices(rows, claim, place, version.text, [(0, 13)], by=person.actor),
    ):
        with pytest.raises(RuleBroken, match="Re-open"):
            act()


def test_a_further_place_is_marked_with_the_same_claimant_and_counts_once(
    rows: Session, staff: Staff
) -> None:
    version, claim = make(rows)
    factories.edit(rows, claim, status=Status.IN_REVIEW)
    by = staff[Role.CHECKER].actor
    start = version.text.index("according")
    made = appearances.add_appearance(rows, claim, version, [(start, start + 9)], by=by)
    assert (made.position, claim.status) == (2, Status.CHECKING)
    (row,) = list_article_claims(rows, version, sight=True)
    assert [place.quote for place in row.places] == [WHOLE, "according"]
    assert [len(place.slices) for place in row.places] == [1, 1]
    assert count_claims(rows, factories.find_article(rows, version)) == ClaimCounts(accepted=1)
    with pytest.raises(RuleBroken, match="already"):
        appearances.add_appearance(rows, claim, version, [(start, start + 9)], by=by)
    with pytest.raises(RuleBroken, match="not in the article"):
        appearances.add_appearance(rows, claim, version, [(0, 10**6)], by=by)


def test_a_claim_said_in_another_article_marks_its_own_words_there(rows: Session, staff: Staff) -> None:
    _, claim = make(rows)
    other = factories.make_article(rows, "Elsewhere a unit was destroyed.\n")
    appearances.add_appearance(rows, claim, other, [(10, 30)], by=staff[Role.CHECKER].actor)
    (row,) = list_article_claims(rows, other, sight=True)
    assert [place.slices for place in row.places] == [[[10, 30]]]
    assert row.claimant


def test_other_words_are_taken_in_and_undone(rows: Session, staff: Staff) -> None:
    version, claim = make(rows, accepted_at=None)
    by, place = staff[Role.CHECKER].actor, factories.find_appearance(rows, claim)
    before = snapshot(place)
    appearances.set_slices(rows, claim, place, version.text, [(0, 13), (77, 90)], by=by)
    assert place.quote == f"Advertisement … {version.text[77:90]}"
    assert claim.accepted_at is None
    undo_act(rows, last_act(rows), person=staff[Role.CHECKER])
    assert snapshot(place) == before


def test_claims_are_moved_up_and_down_and_back(rows: Session, staff: Staff) -> None:
    version = factories.make_article(rows)
    for title in ("a", "b", "c"):  # all three on the same words
        factories.make_claim(rows, version, title=title)
    by = staff[Role.CHECKER].actor

    def move(at: int, step: int) -> None:
        found = list_article_claims(rows, version, sight=True)
        move_place(rows, [row.places[0] for row in found], at, step, by=by)

    move(2, -1)
    assert names(rows, version) == ["a", "c", "b"]
    move(1, -1)
    assert names(rows, version) == ["c", "a", "b"]
    move(0, 1)
    assert names(rows, version) == ["a", "c", "b"]
    undo_act(rows, last_act(rows), person=staff[Role.CHECKER])
    assert names(rows, version) == ["c", "a", "b"]
    with pytest.raises(RuleBroken):
        move(2, 1)
