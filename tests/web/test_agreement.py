"""The page of agreement: figures with their number, a word on few of them, and where two people part."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.test_query_counts import count_for
from workbench.models import BlindRequest, BlindVerdict, Claim, User

LONG_AGO = datetime(2020, 5, 1, tzinfo=UTC)


def make_pair(
    session: Session, first: str, second: str, title: str = "Judged twice", at: datetime = factories.NOON
) -> BlindRequest:
    claim = factories.make_claim(session, title=title)
    one = factories.make_blind_verdict(session, claim, rating=first)
    other = factories.make_blind_verdict(session, claim, beside=one, rating=second)
    pair = {"first_id": one.id, "second_id": other.id, "asked_at": at - timedelta(hours=1)}
    return factories.make_blind_request(session, claim, **pair, opened_at=at, settled_at=at)


def test_figures_say_from_how_many_pairs_they_are(desk: RunningDesk) -> None:
    at = LONG_AGO
    with desk.open() as session:
        for first, second in (("false", "false"), ("true", "true"), ("false", "mostly-false")):
            make_pair(session, first, second, f"{first} and {second}", at)
        make_pair(session, "unverifiable", "true", "Off the axis", at)
        factories.make_blind_request(session, factories.make_claim(session, title="Waits"))
    day = at.date()
    page = desk.viewer.read(f"/agreement?since={day}&until={day}")
    assert "4 claims judged by two people." in page
    assert "3 of 4" in page  # by class
    assert "2 of 4" in page  # by label
    assert "3 pairs" in page  # of the weighted kappa
    assert "Far too few to go by" in page
    apart = page.split("Where two people part")[1]
    assert "false and mostly-false" in apart
    assert "Another rating of the same class" in apart
    assert "Off the axis" in apart
    assert "true and true" not in apart
    assert "Waits" not in page


def test_who_could_read_the_others_verdict_is_listed_and_in_no_figure(desk: RunningDesk) -> None:
    at = LONG_AGO + timedelta(days=200)
    with desk.open() as session:
        make_pair(session, "false", "false", at=at)
        opened = make_pair(session, "true", "false", "Read before", at)
        first = session.get_one(BlindVerdict, opened.first_id)
        factories.make_verdict(
            session,
            session.get_one(Claim, opened.claim_id),
            session.get_one(User, first.author_id),
            given_at=opened.asked_at - timedelta(days=1),
        )
    page = desk.viewer.read(f"/agreement?since={at.date()}&until={at.date()}")
    assert "2 claims judged by two people." in page
    assert "1 of them is in no figure" in page
    assert "1 of 1" in page
    assert "1 of 2" not in page
    apart = page.split("Where two people part")[1]
    assert "Read before" in apart
    assert "one had stood open" in apart


def test_pairs_are_chosen_by_scale_and_day(desk: RunningDesk) -> None:
    at = LONG_AGO + timedelta(days=400)
    with desk.open() as session:
        make_pair(session, "false", "true", "On a day of its own", at)
    day, next_day = at.date(), at.date() + timedelta(days=1)
    assert "On a day of its own" in desk.viewer.read(f"/agreement?since={day}&until={day}&scale=five-steps")
    for query in (f"since={next_day}", f"until={day - timedelta(days=1)}", "scale=politifact"):
        assert "On a day of its own" not in desk.viewer.read(f"/agreement?{query}")
    assert (
        desk.viewer.get("/agreement?since=nonsense&until=9999-12-31&from=99999&scale=%00").status_code == 200
    )


def test_it_asks_the_database_as_often_for_thirty_pairs_as_for_one(desk: RunningDesk) -> None:
    few, many = LONG_AGO + timedelta(days=800), LONG_AGO + timedelta(days=900)
    with desk.open() as session:
        make_pair(session, "false", "true", at=few)
        for _ in range(30):
            make_pair(session, "false", "true", at=many)
    one, thirty = (count_for(desk, f"/agreement?since={at.date()}&until={at.date()}") for at in (few, many))
    assert one == thirty


def test_a_desk_without_pairs_is_told_how_they_come_about(desk: RunningDesk) -> None:
    page = desk.viewer.read("/agreement?since=2001-01-01&until=2001-01-02")
    assert "No pair here" in page
    assert "A reviewer asks for a second verdict on the page of a claim" in page
