"""What was published changes in the open: by another report that says what, why, and in place of which."""

from collections.abc import Callable

import pytest
from sqlmodel import Session

from tests import factories
from tests.exports.reading import read_words
from tests.services.publishing import NOTE, Desk, sign
from workbench.domain.errors import NotAllowed, RuleBroken
from workbench.domain.ratings import Confidence, find_scale
from workbench.domain.report_kinds import ReportKind
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.models import ArticleVersion, Claim, Report
from workbench.queries.history_check import check_history
from workbench.queries.reports import (
    find_later,
    is_public,
    list_earlier,
    list_later,
    list_report_files,
)
from workbench.services.report_pages import close_page, open_page
from workbench.services.reports import ReportValues, publish_report, retract_report


def test_a_correction_names_the_old_report_and_tells_old_and_new_verdict(desk: Desk) -> None:
    claim, other = desk.claim(), desk.claim("true")
    first = desk.publish(claim, other)
    before = {row.format: row.sha256 for row in list_report_files(desk.session, first)}
    desk.judge_anew(claim, "false")
    second = desk.change(first, claim, other)
    record = desk.press.load(second)
    assert record.notice is not None
    assert (record.notice.kind, record.notice.replaces, record.notice.note) == (
        "correction",
        f"R-{first.number}",
        NOTE,
    )
    [told] = record.notice.changes
    assert (told.claim, told.before, told.after) == (f"C-{claim.number}", "Mostly true", "False")
    assert (second.replaces_id, second.kind, second.public_note) == (first.id, ReportKind.CORRECTION, NOTE)
    assert find_later(desk.session, first) == second
    assert list_earlier(desk.session, second) == [first]
    assert {row.format: row.sha256 for row in list_report_files(desk.session, first)} == before
    assert claim.status is Status.PUBLISHED


def test_every_format_of_a_correction_says_so(desk: Desk) -> None:
    claim = desk.claim()
    first = desk.publish(claim)
    desk.judge_anew(claim, "false")
    second = desk.change(first, claim)
    for row in list_report_files(desk.session, second):
        words = " ".join(read_words(desk.press.files.read(row.sha256)).split())
        assert NOTE in words, row.format
        assert f"R-{first.number}" in words, row.format
        assert "Mostly true" in words, row.format


def test_a_changed_verdict_is_never_published_past_its_readers(desk: Desk) -> None:
    claim = desk.claim()
    first = desk.publish(claim)
    desk.judge_anew(claim, "false")
    assert desk.list_otherwise(claim) == [(claim.number, first.number)]
    with pytest.raises(RuleBroken, match=rf"otherwise in R-{first.number}: C-{claim.number}\. Correct R-"):
        desk.publish(claim)
    assert claim.status is Status.CHECKED
    second = desk.change(first, claim)
    assert desk.list_otherwise(claim) == []
    assert desk.publish(claim).number == second.number + 1  # says the same: nobody has to be told


def test_changed_words_are_a_change_too(desk: Desk) -> None:
    claim = desk.claim()
    desk.publish(claim)
    factories.edit(desk.session, claim, title="Another title")
    with pytest.raises(RuleBroken, match="Published otherwise"):
        desk.publish(claim)


def change_quote(session: Session, claim: Claim) -> None:
    factories.edit(session, factories.find_appearance(session, claim), quote="Troops are near")


def change_author(session: Session, claim: Claim) -> None:
    """Who claims what an article says in its own voice."""
    version = session.get_one(ArticleVersion, factories.find_appearance(session, claim).article_version_id)
    factories.edit(session, factories.find_article(session, version), author="Somebody else")


def change_notes(session: Session, claim: Claim) -> None:
    factories.edit(
        session, claim, claimant_unknown="Nobody is named.", one_sided_note="Nothing speaks for it."
    )


def change_other_verdict(session: Session, claim: Claim) -> None:
    factories.make_foreign_verdict(session, claim)


def change_confidence(session: Session, claim: Claim) -> None:
    lower = factories.make_verdict(session, claim, rating="mostly-true", confidence=Confidence.LOW)
    factories.make_review(session, lower)


def change_evidence(session: Session, claim: Claim) -> None:
    factories.make_evidence(session, claim)


CHANGES = pytest.mark.parametrize(
    "change",
    [change_quote, change_author, change_notes, change_other_verdict, change_confidence, change_evidence],
)


@CHANGES
def test_nothing_that_a_report_tells_changes_in_silence(
    desk: Desk, change: Callable[[Session, Claim], None]
) -> None:
    claim = desk.claim()
    first = desk.publish(claim)
    change(desk.session, claim)
    with pytest.raises(RuleBroken, match="Published otherwise"):
        desk.publish(claim)
    notice = desk.press.load(desk.change(first, claim)).notice
    assert notice is not None
    assert [one.claim for one in notice.changes] == [f"C-{claim.number}"]


@CHANGES
def test_a_clarification_changes_words_alone(desk: Desk, change: Callable[[Session, Claim], None]) -> None:
    claim = desk.claim()
    first = desk.publish(claim)
    factories.edit(desk.session, claim, title="The same in other words")
    second = desk.change(first, claim, kind=ReportKind.CLARIFICATION)
    change(desk.session, claim)
    with pytest.raises(RuleBroken, match="only words may read otherwise"):
        desk.change(second, claim, kind=ReportKind.CLARIFICATION)


def test_a_claim_is_not_left_out_or_added_by_a_clarification(desk: Desk) -> None:
    claim, other = desk.claim(), desk.claim()
    first = desk.publish(claim)
    for claims in ((claim, other), (other,)):
        with pytest.raises(RuleBroken, match="only words may read otherwise"):
            desk.change(first, *claims, kind=ReportKind.CLARIFICATION)


def test_no_claim_comes_into_a_correction_past_the_readers_of_another_report(desk: Desk) -> None:
    """It was never in the corrected report, so its notice would only say that it is added."""
    claim, other = desk.claim(), desk.claim()
    first, second = desk.publish(claim), desk.publish(other)
    desk.judge_anew(other, "false")
    with pytest.raises(RuleBroken, match=rf"otherwise in R-{second.number}: C-{other.number}\. Correct R-"):
        desk.change(first, claim, other)
    desk.change(second, other)
    notice = desk.press.load(desk.change(first, claim, other)).notice
    assert notice is not None
    assert [(one.claim, one.before, one.after) for one in notice.changes] == [
        (f"C-{other.number}", "", "False")
    ]


@pytest.mark.parametrize("kind", [ReportKind.CORRECTION, ReportKind.UPDATE, ReportKind.CLARIFICATION])
def test_a_verdict_does_not_go_back_past_the_readers_of_its_correction(desk: Desk, kind: ReportKind) -> None:
    """The other report tells it as ever, so that its own notice has nothing to say of it."""
    claim = desk.claim()
    first, other = desk.publish(claim), desk.publish(claim)
    desk.judge_anew(claim, "false")
    corrected = desk.change(first, claim)
    desk.judge_anew(claim, "mostly-true")
    with pytest.raises(RuleBroken, match=f"Published otherwise in R-{corrected.number}"):
        desk.change(other, claim, kind=kind)
    desk.change(corrected, claim)
    assert desk.change(other, claim, kind=kind).replaces_id == other.id


def test_what_readers_of_the_other_report_were_told_is_told(desk: Desk) -> None:
    claim, second = desk.claim(), desk.claim()
    first, _ = desk.publish(claim, second), desk.publish(claim)
    desk.judge_anew(claim, "false")
    corrected = desk.change(first, claim, second)
    desk.judge_anew(second, "false")
    notice = desk.press.load(desk.change(corrected, claim, second)).notice
    assert notice is not None
    assert [one.claim for one in notice.changes] == [f"C-{second.number}"]


def test_nothing_is_published_beside_a_record_that_cannot_be_read(desk: Desk) -> None:
    """Nobody could say whether it tells the claim otherwise."""
    claim = desk.claim()
    report = desk.publish(claim)
    path = desk.press.files.root / report.record_sha256[:2] / report.record_sha256[2:]
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    for act in (lambda: desk.publish(claim), lambda: desk.change(report, claim)):
        with pytest.raises(RuleBroken, match=rf"The record of R-{report.number} cannot be read"):
            act()
    path.write_bytes(whole)
    assert desk.publish(claim).number > report.number


def test_the_opposite_conclusion_is_another_rating(desk: Desk) -> None:
    """On the scale without ratings every verdict has the same label: the sentence is what was found."""
    claim = factories.make_claim(desk.session)
    desk.conclude(claim, "The bridge was destroyed.")
    first = desk.publish(claim)
    desk.conclude(claim, "The bridge was not destroyed.")
    with pytest.raises(RuleBroken, match="Published otherwise"):
        desk.publish(claim)
    with pytest.raises(RuleBroken, match="leaves the ratings"):
        desk.change(first, claim, kind=ReportKind.CLARIFICATION)
    record = desk.press.load(desk.change(first, claim))
    assert record.notice is not None
    [told] = record.notice.changes
    assert told.before.endswith(": The bridge was destroyed.")
    assert told.after.endswith(": The bridge was not destroyed.")
    assert len(record.claims[0].published) == 2


def test_the_same_word_on_another_scale_is_another_rating(desk: Desk) -> None:
    claim = desk.claim("false")
    first = desk.publish(claim)
    factories.edit(desk.session, claim, status=Status.CHECKING)
    other = find_scale("politifact")
    sign(desk.session, claim, desk.staff, "false", scale=other.code)
    with pytest.raises(RuleBroken, match="Published otherwise"):
        desk.publish(claim)
    with pytest.raises(RuleBroken, match="leaves the ratings"):
        desk.change(first, claim, kind=ReportKind.CLARIFICATION)
    notice = desk.press.load(desk.change(first, claim)).notice
    assert notice is not None
    assert notice.changes[0].after == f"False ({other.name})"
    assert notice.changes[0].before.startswith("False (")


def test_a_new_signature_alone_is_no_change(desk: Desk) -> None:
    claim = desk.claim("false")
    desk.publish(claim)
    desk.judge_anew(claim, "false")
    assert desk.press.load(desk.publish(claim)).notice is None


def test_only_the_newest_report_is_changed(desk: Desk) -> None:
    claim = desk.claim()
    first = desk.publish(claim)
    second = desk.change(first, claim, kind=ReportKind.UPDATE)
    with pytest.raises(RuleBroken, match=rf"R-{first.number} was replaced by R-{second.number} already"):
        desk.change(first, claim)
    third = desk.change(second, claim, kind=ReportKind.CLARIFICATION)
    assert list_later(desk.session, first) == [second, third]
    assert list_earlier(desk.session, third) == [second, first]


@pytest.mark.parametrize(
    ("kind", "note", "field"),
    [
        (ReportKind.REPORT, NOTE, "kind"),
        (ReportKind.CORRECTION, "  ", "note"),
        (ReportKind.CLARIFICATION, NOTE, "kind"),
    ],
)
def test_a_change_needs_its_kind_and_a_note_and_a_clarification_leaves_ratings(
    desk: Desk, kind: ReportKind, note: str, field: str
) -> None:
    claim = desk.claim()
    first = desk.publish(claim)
    desk.judge_anew(claim, "false")
    with pytest.raises(RuleBroken) as refused:
        desk.change(first, claim, kind=kind, note=note)
    assert refused.value.field == field
    assert find_later(desk.session, first) is None


def test_a_claim_left_out_is_told_and_checked_again(desk: Desk) -> None:
    kept, dropped = desk.claim(), desk.claim("false")
    first = desk.publish(kept, dropped)
    second = desk.change(first, kept)
    notice = desk.press.load(second).notice
    assert notice is not None
    assert [(one.claim, one.before, one.after) for one in notice.changes] == [
        (f"C-{dropped.number}", "False", "")
    ]
    assert (kept.status, dropped.status) == (Status.PUBLISHED, Status.CHECKING)


def test_another_report_with_the_claim_tells_of_the_change(desk: Desk) -> None:
    claim, other = desk.claim(), desk.claim()
    first, second = desk.publish(claim, other), desk.publish(claim)
    desk.judge_anew(claim, "false")
    third = desk.change(first, claim, other)
    assert desk.list_elsewhere(second) == [(claim.number, third)]
    assert desk.list_elsewhere(first) == []  # its page tells of the new one anyway


def test_what_changed_elsewhere_is_what_reads_otherwise_now(desk: Desk) -> None:
    """Words that changed count; a verdict that was given again, or went back, does not."""
    claim, fourth = desk.claim(), desk.claim()
    first, second = desk.publish(claim, fourth), desk.publish(claim)
    factories.edit(desk.session, claim, statement="Troops are 30 km away.")
    third = desk.change(first, claim, fourth, kind=ReportKind.CLARIFICATION)
    assert desk.list_elsewhere(second) == [(claim.number, third)]
    desk.judge_anew(fourth, "false")
    last = desk.change(third, claim, fourth)
    assert desk.list_elsewhere(second) == [(claim.number, third)], "the one that changed it, not the newest"
    factories.edit(desk.session, claim, statement="Troops are 30 km from the border.")
    desk.judge_anew(claim, "mostly-true")
    desk.change(last, claim, fourth)
    assert desk.list_elsewhere(second) == []


def test_what_a_replaced_report_told_is_not_changed_by_one_that_says_the_same_as_its_correction(
    desk: Desk,
) -> None:
    claim = desk.claim()
    first = desk.publish(claim)
    desk.judge_anew(claim, "false")
    desk.change(first, claim)
    desk.publish(claim)
    assert desk.list_elsewhere(first) == []


def test_what_would_be_told_otherwise_is_found_by_what_was_frozen(desk: Desk) -> None:
    claim = desk.claim()
    first = desk.publish(claim)
    desk.judge_anew(claim, "mostly-true")
    assert desk.list_otherwise(claim) == [], "the same verdict, signed again"
    factories.edit(desk.session, claim, title="Another title")
    assert desk.list_otherwise(claim) == [(claim.number, first.number)]


def test_a_retraction_holds_no_verdict_and_its_claims_are_checked_again(desk: Desk) -> None:
    claim, shared = desk.claim("false"), desk.claim()
    first, other = desk.publish(claim, shared), desk.publish(shared)
    taken = retract_report(desk.session, desk.press, first, note=NOTE, person=desk.reviewer)
    record = desk.press.load(taken)
    assert (record.claims, record.articles) == ((), ())
    assert record.notice is not None
    assert {one.after for one in record.notice.changes} == {""}
    assert (claim.status, shared.status) == (Status.CHECKING, Status.PUBLISHED)
    assert list_later(desk.session, other) == []
    with pytest.raises(RuleBroken, match="was replaced by"):
        desk.change(first, shared)
    with pytest.raises(RuleBroken, match="A retraction stays"):
        desk.change(taken, shared)


def test_a_withdrawn_claim_whose_report_was_taken_back_is_checked_again_once_it_is_reinstated(
    desk: Desk,
) -> None:
    claim, shared = desk.claim(), desk.claim()
    first, _ = desk.publish(claim, shared), desk.publish(shared)
    for one in (claim, shared):
        factories.edit(desk.session, one, status=Status.WITHDRAWN, withdrawn_from="published")
    retract_report(desk.session, desk.press, first, note=NOTE, person=desk.reviewer)
    assert [claim.withdrawn_from, shared.withdrawn_from] == ["checking", "published"]


def test_the_new_report_is_as_public_as_the_old_one(desk: Desk) -> None:
    open_one, closed = desk.publish(desk.claim()), desk.publish(desk.claim(), public=False)
    claim = desk.claim()
    assert is_public(desk.session, desk.change(open_one, claim))
    assert not is_public(desk.session, desk.change(closed, claim))


def test_a_page_is_closed_with_a_reason_and_opened_again(desk: Desk) -> None:
    report = desk.publish(desk.claim())
    with pytest.raises(RuleBroken):
        close_page(desk.session, report, reason=" ", person=desk.reviewer)
    close_page(desk.session, report, reason="Asked by a lawyer.", person=desk.reviewer)
    assert not is_public(desk.session, report)
    open_page(desk.session, desk.press, report, person=desk.reviewer)
    assert is_public(desk.session, report)


@pytest.mark.parametrize("role", [Role.VIEWER, Role.CHECKER])
def test_only_a_reviewer_changes_what_was_published(desk: Desk, role: Role) -> None:
    claim = desk.claim()
    report, person = desk.publish(claim), desk.staff[role]
    values = ReportValues("t", kind=ReportKind.UPDATE, note=NOTE)
    with pytest.raises(NotAllowed):
        publish_report(desk.session, desk.press, [claim], values, person=person, replaces=report)
    with pytest.raises(NotAllowed):
        retract_report(desk.session, desk.press, report, note=NOTE, person=person)
    with pytest.raises(NotAllowed):
        close_page(desk.session, report, reason="x", person=person)
    with pytest.raises(NotAllowed):
        open_page(desk.session, desk.press, report, person=person)


def test_the_history_of_all_this_is_whole(rows: Session) -> None:
    assert check_history(rows) == []


NAME = "Ivan Petrenko"  # who must not be named any more


def check_unnamed(desk: Desk, report: Report) -> None:
    for row in list_report_files(desk.session, report):
        words = " ".join(read_words(desk.press.files.read(row.sha256)).split())
        assert NOTE in words, row.format
        assert NAME not in words, row.format


@pytest.mark.parametrize("kind", [ReportKind.CORRECTION, ReportKind.UPDATE, ReportKind.CLARIFICATION])
def test_that_words_read_otherwise_is_told_without_the_words_of_before(desk: Desk, kind: ReportKind) -> None:
    """A name that was taken out of them would be published again."""
    claim = desk.claim()
    factories.edit(desk.session, claim, title=f"{NAME} saw it", statement=f"{NAME} was there.")
    values = ReportValues(f"What {NAME} saw", summary=f"{NAME}\nsaw it.", public=True)
    first = publish_report(desk.session, desk.press, [claim], values, person=desk.reviewer)
    factories.edit(desk.session, claim, title="Somebody saw it", statement="A witness was there.")
    turned = ReportValues("What was seen", summary="A witness saw it.", kind=kind, note=NOTE)
    second = publish_report(desk.session, desk.press, [claim], turned, person=desk.reviewer, replaces=first)
    notice = desk.press.load(second).notice
    assert notice is not None
    assert notice.texts == ("title", "summary")
    [told] = notice.changes
    assert (told.title, told.words) == ("Somebody saw it", True)
    check_unnamed(desk, second)
    for row in list_report_files(desk.session, second):
        if row.format != "json":
            words = " ".join(read_words(desk.press.files.read(row.sha256)).split())
            assert "The title reads otherwise" in words, row.format
            assert "The summary reads otherwise" in words, row.format


def test_a_text_that_reads_as_before_is_not_told(desk: Desk) -> None:
    claim = desk.claim()
    first = desk.publish(claim)
    notice = desk.press.load(desk.change(first, claim)).notice
    assert notice is not None
    assert notice.texts == ()


@pytest.mark.parametrize("how", ["left out", "retracted"])
def test_a_claim_that_is_held_no_more_is_told_by_its_number_and_rating(desk: Desk, how: str) -> None:
    kept, dropped = desk.claim(), desk.claim("false")
    factories.edit(desk.session, dropped, title=f"{NAME} saw it")
    first = desk.publish(kept, dropped)
    second = desk.change(first, kept) if how == "left out" else desk.retract(first)
    notice = desk.press.load(second).notice
    assert notice is not None
    told = next(one for one in notice.changes if one.claim == f"C-{dropped.number}")
    assert (told.title, told.before, told.after) == ("", "False", "")
    check_unnamed(desk, second)


def test_the_summary_of_a_retracted_report_is_not_told_again(desk: Desk) -> None:
    claim = desk.claim()
    values = ReportValues("Port", summary="All of it is true.")
    first = publish_report(desk.session, desk.press, [claim], values, person=desk.reviewer)
    notice = desk.press.load(desk.retract(first)).notice
    assert notice is not None
    assert notice.texts == ()
