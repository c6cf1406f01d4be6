"""Dates in words, resolved against the day of publication: Friday 16 August 2024."""

from __future__ import annotations

import datetime

import pytest

from workbench.splitting import split

FRIDAY = datetime.date(2024, 8, 16)
DATES = {
    "The war began on August 6.": ("August 6", "2024-08-06"),
    "The war began on Aug. 6th, 2022.": ("Aug. 6th, 2022", "2022-08-06"),
    "The war began on 6 August 2023.": ("6 August 2023", "2023-08-06"),
    "The war began on 2023-08-06.": ("2023-08-06", "2023-08-06"),
    "The town was shelled on the night of 3 August.": ("the night of 3 August", "2024-08-03"),
    "The bridge fell on 31 December.": ("31 December", "2023-12-31"),
    "The bridge will be opened on 31 December.": ("31 December", "2024-12-31"),
    "The bridge will be opened on 1 August.": ("1 August", "2025-08-01"),
    # the present tense: a day just past is reported, a later one announced
    "Rescuers search the ruins of a school on 3 August.": ("3 August", "2024-08-03"),
    "The crews are clearing the canal on 14 August.": ("14 August", "2024-08-14"),
    "The bridge opens on 30 August.": ("30 August", "2024-08-30"),
    "The bridge opens on 20 December.": ("20 December", "2024-12-20"),
    "The council meets on 3 March.": ("3 March", "2025-03-03"),
    "The council is to meet on 1 August.": ("1 August", "2025-08-01"),
    "Results are due by 1 August.": ("1 August", "2025-08-01"),
    "The mission counts nine breaches in July.": ("July", "2024-07"),
    "The bridge opens in October.": ("October", "2024-10"),
    "The 30 September summit is in doubt.": ("30 September", "2024-09-30"),
    "The Feb. 13 death of the mayor left the town divided.": ("Feb. 13", "2024-02-13"),
    "The bridge fell on 30 February 2024.": ("30 February 2024", None),
    "Patrols were turned back between 1 and 14 August.": ("1 and 14 August", "2024-08-01/2024-08-14"),
    "Patrols were turned back on August 3-5, 2023.": ("August 3-5, 2023", "2023-08-03/2023-08-05"),
    # weekdays
    "The bridge fell on Monday.": ("Monday", "2024-08-12"),
    "The bridge fell on Friday.": ("Friday", "2024-08-16"),
    "The bridge fell last Friday.": ("last Friday", "2024-08-09"),
    "The bridge fell on Monday evening.": ("Monday evening", "2024-08-12"),
    "Parliament will vote on Monday.": ("Monday", "2024-08-19"),
    "Parliament is due to vote on Monday.": ("Monday", "2024-08-19"),
    "The vote is on Monday.": ("Monday", "2024-08-19"),
    "The rest is due before Monday.": ("Monday", "2024-08-19"),
    "Orlen rejected a deadline for its fighters to leave by Monday.": ("Monday", "2024-08-19"),
    "If the bridge is closed on Monday, the town will starve.": ("Monday", "2024-08-19"),
    "The talks scheduled for next Monday failed.": ("next Monday", "2024-08-19"),
    "If the council does not order one by Monday, the mayor will.": ("Monday", "2024-08-19"),
    "All ferries have been suspended until at least Monday.": ("Monday", "2024-08-19"),
    "A second round of talks was planned for Monday.": ("Monday", "2024-08-19"),
    "The builder spoke of January at the earliest.": ("January", "2025-01"),
    "The mission has proposed 3 September.": ("3 September", "2024-09-03"),
    "The stocks will run out before Christmas.": ("Christmas", "2024-12-25"),
    "The bridge fell yesterday noon.": ("yesterday noon", "2024-08-15"),
    "The families will be paid by the end of the week.": ("the end of the week", "2024-08-18"),
    "The army had 14 losses in the first half of the year.": (
        "the first half of the year",
        "2024-01-01/2024-06-30",
    ),
    "They have been told since the summer.": ("the summer", None),
    "They met on Monday to discuss the plan.": ("Monday", "2024-08-12"),
    "They have been without power since Monday.": ("Monday", "2024-08-12"),
    "The ministry said on Monday it would rebuild the bridge.": ("Monday", "2024-08-12"),
    # days and weeks around the day of publication
    "The bridge fell yesterday.": ("yesterday", "2024-08-15"),
    "The bridge fell yesterday evening.": ("yesterday evening", "2024-08-15"),
    "The bridge fell today.": ("today", "2024-08-16"),
    "The bridge fell this morning.": ("this morning", "2024-08-16"),
    "The bridge fell last night.": ("last night", "2024-08-15"),
    "Overnight, drones hit the bridge.": ("Overnight", "2024-08-16"),
    "The bridge will be opened tomorrow.": ("tomorrow", "2024-08-17"),
    "The bridge fell two days ago.": ("two days ago", "2024-08-14"),
    "The bridge fell 3 weeks ago.": ("3 weeks ago", "2024-07-26"),
    "The bridge fell a year ago.": ("a year ago", "2023-08"),
    "The bridge fell two years ago.": ("two years ago", "2022"),
    "The bridge fell last week.": ("last week", "2024-08-05/2024-08-11"),
    "The bridge will be opened next week.": ("next week", "2024-08-19/2024-08-25"),
    "Ten shells fell in the past week.": ("the past week", "2024-08-09/2024-08-16"),
    "Ten shells fell in the last week.": ("the last week", "2024-08-09/2024-08-16"),
    "The army moved over the weekend.": ("the weekend", "2024-08-10/2024-08-11"),
    "The army will move by the weekend.": ("the weekend", "2024-08-17"),
    # months
    "The bridge fell in May.": ("May", "2024-05"),
    "The bridge fell in November.": ("November", "2023-11"),
    "The bridge will be opened in November.": ("November", "2024-11"),
    "The bridge will be opened in May.": ("May", "2025-05"),
    "The mayor was forced to step down in July.": ("July", "2024-07"),
    "The mayor was asked to step down in July.": ("July", "2025-07"),
    "The 2010 rules on mines were changed.": ("2010", "2010"),
    "Elections are planned for May.": ("May", "2025-05"),
    "The bridge fell last May.": ("last May", "2024-05"),
    "The bridge fell in May 2021.": ("May 2021", "2021-05"),
    "Land was lost between March and June.": ("March and June", "2024-03-01/2024-06-30"),
    "Land was lost from November to May.": ("November to May", "2023-11-01/2024-05-31"),
    "Land was lost from March to June 2022.": ("March to June 2022", "2022-03-01/2022-06-30"),
    "The bridge has been closed since mid-May.": ("mid-May", "2024-05"),
    "The bridge fell last month.": ("last month", "2024-07"),
    "The bridge will be opened by the end of September.": ("the end of September", "2024-09-30"),
    "The army has moved since the beginning of August.": ("the beginning of August", "2024-08-01"),
    "The bridge will be opened by the end of the month.": ("the end of the month", "2024-08-31"),
    # years and their parts
    "The army will grow by the end of next year.": ("the end of next year", "2025-12-31"),
    "The bridge fell in 2021.": ("2021", "2021"),
    "The bridge will be rebuilt by 2030.": ("2030", "2030"),
    "The bridge fell last year.": ("last year", "2023"),
    "The bridge fell in the spring of 2021.": ("spring of 2021", "2021"),
    "The bridge has been closed since spring.": ("spring", "2024"),
    "The bridge will be opened in spring.": ("spring", "2025"),
    "The bridge fell last winter.": ("last winter", None),
    "Exports rose in the first half of 2023.": ("the first half of 2023", "2023-01-01/2023-06-30"),
    "Exports rose in the second quarter of 2023.": ("the second quarter of 2023", "2023-04-01/2023-06-30"),
    "Exports rose by the end of 2023.": ("the end of 2023", "2023-12-31"),
    "The bridge was built in the 1990s.": ("the 1990s", "1990-01-01/1999-12-31"),
    "The trains will run by the new year.": ("the new year", "2025-01-01"),
}
NONE = (
    "A force of 2000 soldiers left.",
    "An overnight raid destroyed the depot.",
    "The shops are closed on Good Friday.",
    "The council meets every Monday.",
    "Crews march to the border.",
    "The army may leave.",
    "Old mines break loose in spring storms.",
)


@pytest.mark.parametrize("text", DATES)
def test_dates_are_read_against_the_day_of_publication(text):
    (found,) = split(text, published_on=FRIDAY).claims[0].dates
    assert (found.text, found.resolved) == DATES[text]
    assert text[slice(*found.slice)] == found.text


@pytest.mark.parametrize("text", NONE)
def test_names_numbers_and_habits_are_no_dates(text):
    assert split(text, published_on=FRIDAY).claims[0].dates == ()


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("The war began on August 6.", None),
        ("The war began on Monday.", None),
        ("The war began in May.", None),
        ("The war began at the end of the year.", None),
        ("The war began on 6 August 2023.", "2023-08-06"),
        ("The war began in 2023.", "2023"),
    ],
)
def test_only_full_dates_are_known_without_a_day_of_publication(text, resolved, claim):
    assert [date.resolved for date in claim(text).dates] == [resolved]


def test_days_at_the_calendars_edge_are_unknown():
    text = "The bridge fell last week, and the dam fell two years ago."
    for day in (datetime.date.min, datetime.date.max):
        dates = [date for claim in split(text, published_on=day).claims for date in claim.dates]
        assert len(dates) == 2
