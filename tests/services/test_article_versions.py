"""A newer version of a text: when there is one, what becomes of the claims, and what a person says."""

import uuid
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from tests import factories
from workbench import database, history
from workbench.domain.anchors import AnchorOutcome
from workbench.domain.captures import CaptureOutcome
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.fetched import Answer, Exchange
from workbench.domain.people import Person
from workbench.domain.records import ArticleDraft
from workbench.domain.roles import Role
from workbench.domain.statements import ClaimKind
from workbench.exports.marked_text import build_blocks
from workbench.files import FileStore
from workbench.intake import read_file, read_paste
from workbench.login.accounts import SignedIn
from workbench.models import Anchor, Appearance, Article, ArticleVersion, Capture, Claim, Furniture, Job
from workbench.queries.article_claims import list_all
from workbench.queries.articles import get_version
from workbench.queries.claims import list_article_claims
from workbench.queries.history_check import check_history
from workbench.queries.places import list_places_of
from workbench.queries.report_records import build_record
from workbench.services import anchors as decisions
from workbench.services import article_versions as services
from workbench.services.acceptance import accept_claims
from workbench.services.article_visits import Visit
from workbench.services.articles import ArticleValues, add_article, withdraw_article
from workbench.services.claim_splits import SplitValues, split_claim
from workbench.services.claim_steps import withdraw_claim
from workbench.services.claims import ClaimValues, add_claim
from workbench.services.proposals import add_proposals
from workbench.services.splitting import choose_new
from workbench.services.undo import last_act, undo_act
from workbench.splitting import split

OLD = """The harbour was closed on Monday after a storm.

The mayor said that 30 ships were waiting outside.

Three cranes fell into the water near the northern quay.

Nobody was hurt, the fire brigade said.
"""
NEW = """The harbour was closed on Monday after a storm.

The mayor said that 40 ships were waiting outside.

Nobody was hurt, the fire brigade said.

The council promised twelve million crowns for repairs.
"""
CHECKER = Person(uuid.uuid4(), "checker", "Checker", Role.CHECKER)
WENT = Exchange(
    "https://e.org/a",
    "192.0.2.1",
    443,
    factories.NOON,
    b"GET /a HTTP/1.1\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n\r\nThe harbour",
    200,
    "OK",
    (),
    b"The harbour",
)
ANSWER = Answer(WENT.url, WENT.url, 200, (), WENT.body, "text/html", "", (WENT,))
VISIT = Visit(WENT.url, factories.NOON, ANSWER)


def take_in(session: Session, files: FileStore, text: str = OLD) -> Article:
    values = ArticleValues("The harbour", published_on=date(2026, 5, 1))
    return add_article(session, files, read_paste(text), values, by="tests").article


def add(
    session: Session, files: FileStore, article: Article, text: str = NEW, **more: Visit
) -> services.AddedVersion:
    return services.add_version(session, files, article, read_paste(text), by="tests", **more)


def find(session: Session, version: ArticleVersion, words: str) -> Claim:
    """The claim whose place in a version quotes these words."""
    rows = list_article_claims(session, version, sight=True)
    return next(row.claim for row in rows if any(words in place.quote for place in row.places))


def anchor_of(session: Session, claim: Claim, version: ArticleVersion) -> Anchor:
    said = select(col(Appearance.id)).where(col(Appearance.claim_id) == claim.id)
    query = select(Anchor).where(
        col(Anchor.appearance_id).in_(said), col(Anchor.article_version_id) == version.id
    )
    return session.exec(query).one()


def _anchors(version: ArticleVersion) -> SelectOfScalar[Anchor]:
    return select(Anchor).where(col(Anchor.article_version_id) == version.id)


def _furniture(version: ArticleVersion) -> SelectOfScalar[Furniture]:
    return select(Furniture).where(col(Furniture.article_version_id) == version.id)


def test_claims_are_carried_over_and_only_what_is_new_is_proposed(rows: Session, files: FileStore) -> None:
    article = take_in(rows, files)
    first = get_version(rows, article)
    before = {row.claim.number for row in list_article_claims(rows, first, sight=True)}
    added = add(rows, files, article)
    assert (added.changed, added.version.ordinal, added.version.text) == (True, 2, NEW)
    assert first.text == OLD
    kept = [anchor_of(rows, find(rows, first, words), added.version) for words in ("closed", "Nobody was")]
    assert [(one.outcome, one.taken) for one in kept] == [(AnchorOutcome.KEPT, True)] * 2
    changed = anchor_of(rows, find(rows, first, "30 ships"), added.version)
    assert (changed.outcome, changed.decided_at) == (AnchorOutcome.CHANGED, None)
    assert "40 ships were waiting" in changed.quote
    gone = anchor_of(rows, find(rows, first, "cranes"), added.version)
    assert (gone.outcome, gone.slices, gone.decided_at) == (AnchorOutcome.GONE, [], None)
    proposed = [
        row for row in list_article_claims(rows, added.version, sight=True) if row.claim.number not in before
    ]
    assert proposed
    assert all("crowns" in row.places[0].quote for row in proposed)
    assert added.asked == sum(anchor.decided_at is None for anchor in rows.exec(_anchors(added.version)))
    assert check_history(rows) == []


def test_a_claim_that_is_now_denied_is_asked_though_its_own_words_are_kept(
    rows: Session, files: FileStore
) -> None:
    article = take_in(rows, files)
    claim = find(rows, get_version(rows, article), "30 ships were waiting")
    before = len(rows.exec(select(Claim)).all())
    added = add(rows, files, article, OLD.replace("The mayor said that", "The mayor denied that"))
    anchor = anchor_of(rows, claim, added.version)

    assert anchor.outcome is AnchorOutcome.KEPT
    assert "30 ships were waiting" in anchor.quote
    assert anchor.decided_at is None
    assert added.asked == 1
    assert len(rows.exec(select(Claim)).all()) == before


def test_the_article_page_marks_what_is_decided_and_nothing_else(rows: Session, files: FileStore) -> None:
    article = take_in(rows, files)
    first = get_version(rows, article)
    cranes, ships, closed = (find(rows, first, words) for words in ("cranes", "30 ships", "closed"))
    version = add(rows, files, article).version
    marked = {claim.number: claim for claim in list_all(rows, version)}
    assert [version.text[a:b] for a, b in marked[closed.number].slices] == [
        "The harbour was closed on Monday after a storm"
    ]
    assert (marked[cranes.number].slices, marked[cranes.number].asked) == ((), True)
    assert (marked[ships.number].slices, marked[ships.number].asked) == ((), True)
    assert {claim.number for claim in list_all(rows, first)} < set(marked)
    assert not any(claim.asked for claim in list_all(rows, first))
    order = [claim.number for claim in list_all(rows, version)]
    assert order == [row.claim.number for row in list_article_claims(rows, version, sight=True)]


def test_the_same_words_are_no_new_version_and_the_visit_is_kept(rows: Session, files: FileStore) -> None:
    article = take_in(rows, files)
    again = add(rows, files, article, OLD.replace("\n\n", "\n"), visit=VISIT)
    assert (again.changed, again.version.ordinal) == (False, 1)
    [visit] = rows.exec(select(Capture).where(Capture.article_id == article.id)).all()
    assert (visit.outcome, visit.status_code, bool(visit.words_sha256)) == (
        CaptureOutcome.UNCHANGED,
        200,
        True,
    )
    assert add(rows, files, article, OLD).changed is False
    changed = add(rows, files, article, visit=VISIT)
    outcomes = rows.exec(select(Capture.outcome).where(Capture.article_id == article.id)).all()
    assert (changed.changed, sorted(outcomes)) == (True, [CaptureOutcome.CHANGED, CaptureOutcome.UNCHANGED])


def test_a_text_that_comes_back_is_a_version_of_its_own(rows: Session, files: FileStore) -> None:
    article = take_in(rows, files)
    cranes = find(rows, get_version(rows, article), "cranes")
    add(rows, files, article)
    back = add(rows, files, article, OLD)
    assert (back.changed, back.version.ordinal) == (True, 3)
    again = anchor_of(rows, cranes, back.version)
    assert (again.outcome, again.taken) == (AnchorOutcome.KEPT, True)


def test_other_furniture_is_no_other_text(rows: Session, files: FileStore) -> None:
    page = "<html><body><article><p>%s</p></article><footer>%s</footer></body></html>"
    words = OLD.replace("\n\n", "</p><p>")
    draft = read_file("a.html", (page % (words, "Most read: ships")).encode())
    article = add_article(rows, files, draft, ArticleValues("The harbour"), by="tests").article
    again = read_file("a.html", (page % (words, "Most read: cranes")).encode())
    assert services.add_version(rows, files, article, again, by="tests").changed is False


def test_furniture_that_a_person_took_back_is_text_in_the_next_version(
    rows: Session, files: FileStore
) -> None:
    page = "<html><body><article><p>%s</p></article><footer>Ships keep waiting there.</footer></body></html>"
    draft = read_file("a.html", (page % OLD).encode())
    article = add_article(rows, files, draft, ArticleValues("The harbour"), by="tests").article
    [mark] = rows.exec(_furniture(get_version(rows, article))).all()
    with history.change(rows, by="tests", action="furniture.unmarked"):
        mark.unmarked_at = factories.NOON
    added = services.add_version(rows, files, article, read_file("a.html", (page % NEW).encode()), by="tests")
    assert rows.exec(_furniture(added.version)).all() == []


def test_a_person_takes_the_place_and_the_claim_asks_for_another_look(
    rows: Session, files: FileStore
) -> None:
    article = take_in(rows, files)
    ships = find(rows, get_version(rows, article), "30 ships")
    accept_claims(rows, [ships], by="tests")
    version = add(rows, files, article).version
    anchor = anchor_of(rows, ships, version)
    decisions.take_place(rows, anchor, seen=anchor.version, by=CHECKER.actor)
    assert (anchor.outcome, anchor.taken) == (AnchorOutcome.CHANGED, True)
    assert ships.look_again == f"A-{article.number}, version 2: the words it stands on were changed."
    [row] = list_article_claims(rows, version, sight=True, only=[ships.id])
    assert "40 ships" in row.places[0].quote
    undo_act(rows, last_act(rows), person=CHECKER)
    assert (anchor.decided_at, anchor.taken, ships.look_again) == (None, False, "")
    assert check_history(rows) == []


def test_a_person_chooses_other_words(rows: Session, files: FileStore) -> None:
    article = take_in(rows, files)
    cranes = find(rows, get_version(rows, article), "cranes")
    version = add(rows, files, article).version
    anchor = anchor_of(rows, cranes, version)
    start = version.text.index("The council")
    with pytest.raises(RuleBroken, match="not in the article"):
        decisions.choose_place(rows, anchor, [(0, 9_999)], seen=anchor.version, by="tests")
    decisions.choose_place(rows, anchor, [(start, start + 11)], seen=anchor.version, by="tests")
    assert (anchor.outcome, anchor.quote, anchor.taken) == (AnchorOutcome.CHANGED, "The council", False)
    decisions.open_again(rows, anchor, seen=anchor.version, by="tests")
    assert anchor.decided_at is None
    with pytest.raises(StaleEdit):
        decisions.take_place(rows, anchor, seen=1, by="tests")


def test_words_said_to_be_gone_leave_the_new_ones_as_claims_of_their_own(
    rows: Session, files: FileStore
) -> None:
    article = take_in(rows, files)
    ships = find(rows, get_version(rows, article), "30 ships")
    version = add(rows, files, article).version
    anchor = anchor_of(rows, ships, version)
    assert decisions.say_gone(rows, anchor, seen=anchor.version, by=CHECKER.actor) >= 1
    assert (anchor.outcome, anchor.slices, anchor.taken) == (AnchorOutcome.GONE, [], False)
    assert find(rows, version, "40 ships").id != ships.id
    undo_act(rows, last_act(rows), person=CHECKER)
    assert (anchor.decided_at, bool(anchor.slices)) == (None, True)
    assert "40 ships" not in {c.title for c in rows.exec(select(Claim)) if c.status != "withdrawn"}


def test_all_that_was_not_found_can_be_said_to_be_gone_at_once(rows: Session, files: FileStore) -> None:
    article = take_in(rows, files)
    cranes = find(rows, get_version(rows, article), "cranes")
    version = add(rows, files, article).version
    count = decisions.say_all_gone(rows, version, by="tests")
    assert count >= 1
    assert anchor_of(rows, cranes, version).taken
    with pytest.raises(RuleBroken):
        decisions.say_all_gone(rows, version, by="tests")
    # What somebody said to be gone, and is still not there, is not asked again.
    third = add(rows, files, article, NEW + "\nMore will follow.\n").version
    again = anchor_of(rows, cranes, third)
    assert (again.outcome, again.decided_at is not None) == (AnchorOutcome.GONE, True)


def test_an_older_version_is_not_decided_any_more(rows: Session, files: FileStore) -> None:
    article = take_in(rows, files)
    ships = find(rows, get_version(rows, article), "30 ships")
    second = add(rows, files, article).version
    add(rows, files, article, NEW + "\nMore will follow.\n")
    anchor = anchor_of(rows, ships, second)
    with pytest.raises(RuleBroken, match="newer version"):
        decisions.take_place(rows, anchor, seen=anchor.version, by="tests")


def test_a_withdrawn_article_takes_no_version(rows: Session, files: FileStore) -> None:
    article = take_in(rows, files)
    withdraw_article(rows, article, reason="Twice", seen=article.version, by="tests")
    with pytest.raises(RuleBroken, match="withdrawn"):
        add(rows, files, article)


def test_two_people_add_a_version_at_one_time(rows: Session, files: FileStore, store: Engine) -> None:
    article = take_in(rows, files)

    class Slow(FileStore):
        """Somebody else is quicker, while the bytes are put away."""

        def put(self, data: bytes) -> str:
            with database.open_session(store) as other:
                there = other.get_one(Article, article.id)
                services.add_version(other, files, there, read_paste(NEW + "\nFirst.\n"), by="other")
            return files.put(data)

    with pytest.raises(StaleEdit):
        services.add_version(rows, Slow(files.root), article, read_paste(NEW), by="tests")
    assert get_version(rows, article).text.endswith("First.\n")


def test_the_day_a_page_gives_itself_is_kept(rows: Session, files: FileStore) -> None:
    article = take_in(rows, files)
    draft = replace(read_paste(NEW), published_on=date(2026, 5, 1), updated_on=date(2026, 5, 3))
    assert services.add_version(rows, files, article, draft, by="tests").version.dated_on == date(2026, 5, 3)


def test_a_long_text_is_split_later_and_only_for_what_is_new(rows: Session, files: FileStore) -> None:
    article = take_in(rows, files, OLD * 120)
    assert rows.exec(select(Job).where(Job.subject_id == article.id)).all()
    first = get_version(rows, article)
    some = split(OLD).claims[:1]
    with history.change(rows, by="tests", action="article.split") as change:
        add_proposals(rows, first, some, at=change.at, said_on=None)
    added = add(rows, files, article, OLD * 120 + "\nThe council promised twelve million crowns.\n")
    assert added.job is not None
    last = split(added.version.text, furniture=[(0, len(added.version.text) - 50)]).claims
    assert last
    fresh = choose_new(rows, added.version, first, [*some, *last])
    assert fresh
    assert all("crowns" in claim.quote for claim in fresh)


def test_withdrawn_claims_are_carried_over_for_when_they_come_back(
    rows: Session, files: FileStore, staff: dict[Role, SignedIn]
) -> None:
    version = factories.make_article(rows, text=f"{uuid.uuid4()} The port was closed. Ships wait.")
    claim = factories.make_claim(rows, version, "The port was closed")
    withdraw_claim(rows, claim, reason="Not said", seen=claim.version, person=staff[Role.CHECKER])
    article = factories.find_article(rows, version)
    draft = ArticleDraft(version.text + " Later.", b"x", "text/plain")
    added = services.add_version(rows, files, article, draft, by="tests")
    assert anchor_of(rows, claim, added.version).outcome is AnchorOutcome.KEPT


def test_a_report_shows_each_claim_in_the_version_in_which_it_was_said(
    rows: Session, files: FileStore
) -> None:
    article = take_in(rows, files)
    closed = find(rows, get_version(rows, article), "closed")
    version = add(rows, files, article).version
    crowns = find(rows, version, "crowns")
    accept_claims(rows, [closed, crowns], by="tests")
    record = build_record(rows, [closed, crowns], title="T", made_by="tests", made_at=factories.NOON)
    names = [f"A-{article.number}", f"A-{article.number}-v2"]
    assert [one.reference for one in record.articles] == names
    assert [claim.appearances[0].article for claim in record.claims] == names
    for text, claim in zip(record.articles, record.claims, strict=True):
        [place] = claim.appearances
        assert [text.text[start:end] for start, end in place.slices] == place.quote.split(" … ")
        marked = [block for block in build_blocks(text, record.claims) if block.marked]
        assert len(marked) == 1


def test_a_claim_split_after_a_newer_text_came_stands_in_that_one_with_its_part(
    rows: Session, files: FileStore
) -> None:
    article = take_in(rows, files)
    old = get_version(rows, article)
    start = OLD.index("The harbour")
    end = OLD.index("storm.") + len("storm")
    values = ClaimValues("Harbour", "The harbour was closed after a storm.", ClaimKind.EVENT)
    claim = add_claim(rows, old, [(start, end)], values, by="tests")
    services.add_version(rows, files, article, read_paste(NEW), by="tests")
    newest = get_version(rows, article)
    parts = SplitValues("Closed", "It was closed.", "Storm", "There was a storm.", "after a storm")
    new = split_claim(rows, claim, parts, seen=claim.version, by=CHECKER.actor)
    rows.expire_all()
    assert [place.quote for place in list_places_of(rows, new, newest)] == ["after a storm"]
    assert [place.slices != [] for place in list_places_of(rows, new, newest)] == [True]
    assert "storm" not in list_places_of(rows, claim, newest)[0].quote
    undo_act(rows, last_act(rows), person=CHECKER)
    rows.expire_all()
    assert list_places_of(rows, claim, newest)[0].quote == OLD[start:end]
    assert list_places_of(rows, new, newest) == []


SAID = "A sabotage unit was destroyed near the river on Friday, the mayor said."
OTHER = "Three soldiers were captured on the bank of the river on Friday, the mayor said."


def make_changed(session: Session, files: FileStore, quote: str, later: str) -> tuple[Claim, ArticleVersion]:
    """An accepted claim on `quote`, and a newer text in which a person said that it stands on `later`."""
    head = f"{uuid.uuid4()} begins here.\n\n"
    article = take_in(session, files, f"{head}{SAID}\n\nNobody was hurt.\n")
    first = get_version(session, article)
    start = first.text.index(quote)
    values = ClaimValues("Unit", "A unit was destroyed near the river.", ClaimKind.EVENT)
    claim = add_claim(session, first, [(start, start + len(quote))], values, by="tests")
    version = add(session, files, article, f"{head}{OTHER}\n\nNobody was hurt.\n").version
    at = version.text.index(later)
    anchor = anchor_of(session, claim, version)
    decisions.choose_place(session, anchor, [(at, at + len(later))], seen=anchor.version, by="tests")
    return claim, version


def split_off(session: Session, claim: Claim, words: str, *, shared: bool = False) -> Claim:
    parts = SplitValues("Old", "What stays.", "New", "What goes.", words, shared=shared)
    return split_claim(session, claim, parts, seen=claim.version, by=CHECKER.actor)


@pytest.mark.parametrize("keeps", [False, True])
def test_words_that_only_the_newer_text_has_can_be_split_off(
    rows: Session, files: FileStore, keeps: bool
) -> None:
    claim, version = make_changed(rows, files, SAID[:44], OTHER[:53])
    assert OTHER[:53].endswith("on the bank of the river")
    before = anchor_of(rows, claim, version).model_dump(exclude={"version"})
    new = split_off(rows, claim, "on the bank of the river", shared=keeps)
    [here], [there] = list_places_of(rows, new, version), list_places_of(rows, claim, version)
    assert (here.quote, here.anchor) == ("on the bank of the river", None)
    assert there.quote == (OTHER[:53] if keeps else "Three soldiers were captured")
    assert there.appearance.quote == SAID[:44]  # as it was said
    undo_act(rows, last_act(rows), person=CHECKER)
    assert anchor_of(rows, claim, version).model_dump(exclude={"version"}) == before
    assert check_history(rows) == []


def test_words_that_both_texts_have_are_split_off_in_both(rows: Session, files: FileStore) -> None:
    claim, version = make_changed(rows, files, SAID[:54], OTHER[:63])
    assert SAID[:54].endswith("on Friday")
    new = split_off(rows, claim, "on Friday")
    [here], [there] = list_places_of(rows, new, version), list_places_of(rows, claim, version)
    assert (here.quote, here.standing) == ("on Friday", "moved")
    assert there.quote == OTHER[:53]
    assert there.appearance.quote == SAID[:44]


def test_what_is_not_found_exactly_after_a_split_is_asked(rows: Session, files: FileStore) -> None:
    claim, version = make_changed(rows, files, SAID[:44], OTHER[:53])
    split_off(rows, claim, "A sabotage unit")  # words that the newer text has not
    [there] = list_places_of(rows, claim, version)
    assert (there.standing, there.slices) == ("asked", [])
    undo_act(rows, last_act(rows), person=CHECKER)
    [there] = list_places_of(rows, claim, version)
    assert there.quote == OTHER[:53]
    assert check_history(rows) == []


def test_an_open_question_is_about_the_words_that_are_left(rows: Session, files: FileStore) -> None:
    claim, version = make_changed(rows, files, SAID[:54], OTHER[:63])
    anchor = anchor_of(rows, claim, version)
    decisions.open_again(rows, anchor, seen=anchor.version, by="tests")
    new = split_off(rows, claim, "on Friday")
    assert "Friday" not in anchor.quote
    assert anchor.decided_at is None
    assert [place.quote for place in list_places_of(rows, new, version)] == ["on Friday"]


def test_words_in_neither_text_split_nothing(rows: Session, files: FileStore) -> None:
    claim, _version = make_changed(rows, files, SAID[:44], OTHER[:53])
    with pytest.raises(RuleBroken, match="not in one stretch"):
        split_off(rows, claim, "somewhere else")
    with pytest.raises(StaleEdit):
        split_claim(rows, claim, SplitValues("a", "b", "c", "d", "river"), seen=99, by="tests")


def test_what_was_decided_for_an_older_version_is_not_asked_again(rows: Session, files: FileStore) -> None:
    claim, version = make_changed(rows, files, SAID[:44], OTHER[:53])
    anchor = anchor_of(rows, claim, version)
    add(rows, files, rows.get_one(Article, version.article_id), version.text + "\nMore will follow.\n")
    with pytest.raises(RuleBroken, match="newer version"):
        decisions.open_again(rows, anchor, seen=anchor.version, by="tests")
    assert anchor.decided_at is not None
