"""A source's track record counts its own claims only, and its grade keeps its past."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from tests import factories
from workbench import database
from workbench.domain.ratings import DEFAULT_SCALE, find_scale
from workbench.domain.statements import Manner
from workbench.domain.status import Status
from workbench.history import change
from workbench.models import Attribution, Claim, Source
from workbench.queries.source_record import read_grades, read_record
from workbench.settings import Settings


@pytest.fixture(scope="module")
def session(shared: Settings) -> Iterator[Session]:
    engine = database.open_engine(shared)
    with database.open_session(engine) as opened:
        yield opened
    engine.dispose()


def decide(session: Session, source: Source, rating: str, *, year: int = 2026, month: int = 5) -> Claim:
    claim = factories.make_claim(session, claimant=source)
    given = datetime(year, month, 1, tzinfo=UTC)
    factories.make_verdict(session, claim, rating=rating, given_at=given)
    return claim


def test_verdicts_are_counted_by_rating_and_month(session: Session) -> None:
    source = factories.make_source(session, "Counted")
    signed = decide(session, source, "false")
    factories.edit(session, signed, status=Status.CHECKED)
    decide(session, source, "true")
    decide(session, source, "false", month=7)
    factories.make_claim(session, claimant=source)  # without a verdict
    factories.make_claim(session, claimant=source, accepted_at=None)
    factories.edit(session, decide(session, source, "true"), status=Status.WITHDRAWN)

    record = read_record(session, source)

    assert (record.claims, record.decided, record.signed) == (4, 3, 1)
    assert [(text, count) for text, _, count in record.mix] == [("False", 2), ("True", 1)]
    told = [(period.year, period.month, [count for *_, count in period.mix]) for period in record.periods]
    assert told == [(2026, 7, [1]), (2026, 5, [1, 1])]


def test_a_label_that_was_redefined_is_told_apart(session: Session) -> None:
    source = factories.make_source(session, "Redefined")
    decide(session, source, "false")
    early = factories.make_claim(session, claimant=source)
    factories.make_verdict(
        session, early, rating="false", scale_version=1, given_at=datetime(2026, 4, 1, tzinfo=UTC)
    )
    record = read_record(session, source)
    name = find_scale(DEFAULT_SCALE).name
    assert [(text, count) for text, _, count in record.mix] == [
        (f"False ({name}, version 1)", 1),
        (f"False ({name}, version 2)", 1),
    ]
    assert [[count for *_, count in period.cells] for period in record.periods] == [[0, 1], [1, 0]]


def test_many_months_are_told_as_years(session: Session) -> None:
    source = factories.make_source(session, "Old hand")
    for month in range(1, 13):
        decide(session, source, "true", year=2024, month=month)
    decide(session, source, "false", year=2025)
    periods = read_record(session, source).periods
    assert [(one.year, one.month, one.count) for one in periods] == [(2025, None, 1), (2024, None, 12)]


def test_what_it_only_passes_on_is_anothers(session: Session) -> None:
    relay, speaker = (factories.make_source(session, name) for name in ("Relay", "Speaker"))
    claim = decide(session, relay, "false")
    with change(session, by="tests", action="tests.attributed"):
        appearance = factories.find_appearance(session, claim)
        inner = Attribution(
            appearance_id=appearance.id,
            position=2,
            source_id=speaker.id,
            name="Speaker",
            manner=Manner.DIRECT,
        )
        session.add(inner)
    assert read_record(session, relay).claims == 0
    assert read_record(session, speaker).decided == 1
    factories.edit(session, inner, withdrawn_at=factories.NOON)
    assert read_record(session, relay).decided == 1
    assert read_record(session, speaker).claims == 0


def test_nothing_said_is_an_empty_record(session: Session) -> None:
    record = read_record(session, factories.make_source(session, "Silent"))
    assert (record.claims, record.decided, record.signed, record.mix, record.periods) == (0, 0, 0, (), ())


def test_every_grade_with_who_and_why(session: Session) -> None:
    person = factories.make_user(session, name="Ina Grader")
    source = factories.make_source(session, "Graded")
    for grade, why in (("C", "Often right"), ("E", "Wrong twice")):
        with change(session, by=str(person.id), action="source.edited"):
            source.reliability, source.reliability_reason = grade, why
            session.add(source)
    factories.edit(session, source, description="Not a grade")
    told = [(one.before, one.after, one.actor, one.reason) for one in read_grades(session, source)]
    assert told == [
        ("C", "E", "Ina Grader", "Wrong twice"),
        ("F", "C", "Ina Grader", "Often right"),
        ("", "F", "tests", ""),
    ]
