"""How a published verdict went: in the days of the desk, and with what holds where no verdict does."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.exports.report_factory import make_claims, make_verdict
from workbench.domain.records import ClaimRecord, PublishedRecord
from workbench.exports.dates import read_day
from workbench.exports.pictures import draw_published
from workbench.exports.public_page import Other, Telling, draw_tellings
from workbench.exports.wording import describe_published

LATE = datetime(2024, 8, 1, 22, 30, tzinfo=UTC)  # the second of August in Athens already
LATER = datetime(2024, 8, 11, 12, tzinfo=UTC)
CLAIM = make_claims()[0]


def tell(at: datetime, claim: ClaimRecord | None, *, stands: bool = True) -> Telling:
    return Telling(Other("report", "R-1", "", at, ""), claim, stands=stands)


@pytest.mark.parametrize(("zone", "day"), [("Europe/Athens", 2), ("UTC", 1), ("no/zone", 1)])
def test_its_days_are_those_of_the_desk_like_the_words_beside_it(zone: str, day: int) -> None:
    published = (
        PublishedRecord("R-1", LATE, "True", "true"),
        PublishedRecord("R-2", LATER, "False", "false"),
    )
    claim = replace(CLAIM, published=published)
    assert read_day(LATE, zone).day == day
    picture = draw_published(claim, zone)
    assert picture is not None
    assert picture.words == f"True from 2024-08-0{day}; False from 2024-08-11"
    assert f"in R-1, {day} August 2024" in describe_published(claim, zone)
    tellings = [tell(LATER, CLAIM), tell(LATE, replace(CLAIM, verdict=make_verdict("true")))]
    course = draw_tellings(tellings, LATER, zone)
    assert course is not None
    assert course.words == f"True from 2024-08-0{day}; Mostly true from 2024-08-11"


def test_an_open_claim_was_not_taken_back() -> None:
    first, last = datetime(2024, 7, 1, tzinfo=UTC), datetime(2024, 9, 1, tzinfo=UTC)
    tellings = [tell(last, None, stands=False), tell(LATE, CLAIM), tell(first, replace(CLAIM, verdict=None))]
    course = draw_tellings(tellings, last, "UTC")
    assert course is not None
    assert course.words == (
        "no verdict from 2024-07-01; Mostly true from 2024-08-01; taken back from 2024-09-01"
    )
