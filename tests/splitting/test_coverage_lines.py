"""What live pages, wires, official texts and transcripts say of themselves is furniture; a claim is not."""
# ruff: noqa: E501 - a line of a page stays one line

from __future__ import annotations

import pytest

from tests.splitting.test_page_lines import BODY, FOOT, HEAD, MIDDLE, TITLE
from workbench.splitting.layout.furniture import find_furniture
from workbench.splitting.layout.paragraphs import cut_lines

LINES: dict[tuple[str, int], tuple[str, ...]] = {
    ("live page", HEAD): (
        "All times are local (GMT+2).",
        "The following live coverage is in local time.",
        "Entries are in reverse order, the latest first.",
        "Live updates: the newest entry is on top.",
        "You are reading our live coverage of the fighting around Osk.",
        "Welcome back to our rolling coverage of the talks in Velin.",
        "Our reporters in Osk and Velin are following events through the night.",
        "This page is refreshed automatically every 60 seconds.",
        "What you need to know at noon:",
    ),
    ("live entry", MIDDLE): (
        "This entry has been corrected.",
        "We have removed a picture that showed another port.",
        "The next entry follows at 18:00.",
        "Our correspondent will report from the gate later today.",
        "Here are pictures that reach us from Osk.",
        "These are the latest lines from the ministry.",
    ),
    ("live end", FOOT): (
        "We will resume our coverage at 6 a.m.",
        "Our coverage continues in a new blog.",
        "Editing closed at 18:00 on 11 March.",
        "Information as of 11 March 2031, 18:00.",
    ),
    ("wire", HEAD): (
        "EDS: Updates throughout with comment from ministry.",
        "This story can fit 100 to 150 lines.",
        "Embargoed until 18:00 on Tuesday.",
        "Not for publication before 6 p.m. on Tuesday.",
    ),
    ("official text", HEAD): (
        "Unofficial translation from Karskan.",
        "The original of this statement is in Karskan; the translation is for information only.",
        "In case of differences the Karskan text prevails.",
        "Only the Karskan version is authentic.",
    ),
    ("official foot", FOOT): (
        "This press release was distributed by KPA PressWire.",
        "The next bulletin will be published on Friday.",
        "The hotline of the ministry is 0800 123 456 and is open around the clock.",
        "Further information can be found on the website of the authority.",
        "The full report is available for download.",
        "More about the authority is at port.example.",
        "This is the website of the Port Authority. All content may be used if the source is named.",
        "You receive this statement because you are on our press list.",
        "About the authority: it runs four ports and has 2,100 employees.",
    ),
    ("transcript", HEAD): (
        "The hearing was called to order at 10:03 a.m. in room 12.",
        "Unofficial transcript; it may contain errors.",
        "The transcript below was made from the sound recording.",
        "Words that cannot be understood are marked with dots.",
        "The names of the callers have been left out.",
        "Our questions are in italics.",
        "We spoke on the telephone on Monday.",
    ),
    ("transcript end", FOOT): (
        "(Whereupon, at 11:42 a.m., the hearing was adjourned.)",
        "The transcript was not read over by the speakers.",
        "The questions were asked by Anna Example.",
    ),
    ("series", HEAD): ("This is part two of a series on the ports of the south.", "Part one appeared on Monday."),
    ("reprint", FOOT): (
        "This text was published first in the spring issue of Border Review.",
        "This is an excerpt from the report Ports at War.",
        "A longer version of this analysis appeared in Border Review.",
        "A version of this article appeared in the print edition of 12 March under the headline Open again",
    ),
    ("author", FOOT): (
        "Anna Example is our correspondent in Osk.",
        "The author is a former naval officer and teaches at the academy in Velin.",
        "About the author: Anna Example studies sea law in Velin.",
        "The Meridian Post was founded in 1911 and appears six days a week.",
        "The institute receives no money from governments.",
    ),
    ("reader", MIDDLE): (
        "The video above was filmed by a docker on Monday.",
        "This browser cannot play the video.",
        "This post was deleted by its author.",
        "Turn on notifications so that you miss nothing.",
        "Enter your address and we will send you the day's main stories.",
        "We use cookies. Some are needed, others help us to improve the page.",
        "If this text upset you, help is available at 0800 111 222.",
        "Comments are switched off for this article.",
    ),
}  # fmt: skip
ALIKE = (
    "All times of the day are dangerous on that road.",
    "Our next statement to the court will be issued under oath.",
    "The next briefing is at the front.",
    "The video above the gate was switched off by the guards.",
    "This post was abandoned on Monday.",
    "We have removed the mines from the road.",
    "We have replaced the map of the minefields.",
    "This story is not true.",
    "Distributed by the army, the leaflets call on people to leave.",
    "The original of the treaty is in Velin.",
    "Only the Karskan army is present in the valley.",
    "The hotline between the two armies has been cut since May.",
    "The ministry's hotline received 300 calls on Monday.",
    "Pilots that could not be heard were marked as missing.",
    "The names of the guests on the list were read out.",
    "The hearing was adjourned to 4 May.",
    "The meeting was opened at noon and the truce was signed.",
    "This is the second of three bridges over the Vell.",
    "The report was published by the mission on Monday.",
    "The author of the plan is a general.",
    "The author was arrested on Monday.",
    "The foundation receives no money from the state since May.",
    "The message was deleted by the censors.",
    "We rely on volunteers for the evacuation.",
    "If you need shelter, the school at Tolm is open.",
    "More information on losses was withheld by the army.",
    "Grain is available for export.",
    "Our reporters were beaten by police in Osk.",
    "These are the first images of the damage.",
    "Questions put by the judges were not answered.",
    "The mayor read the interview before it was published.",
    "Embargoed goods reached Velmark through two ports.",
)


def find_marked(line: str, place: int) -> list[str]:
    """The report's lines that are marked on a page with this line after so many sentences of it."""
    body = [*BODY[:place], line, *BODY[place:]]
    text = "\n".join(
        ["Meridian Post | News", TITLE, "By Anna Example", *body, "© 2031 Meridian Post. Imprint"]
    )
    marked = [text[part.start : part.end] for part in find_furniture(text, cut_lines(text))]
    return [words for words in marked if words in body]


@pytest.mark.parametrize(("kind", "place"), LINES)
def test_what_a_page_of_this_kind_says_of_itself_is_furniture(kind: str, place: int) -> None:
    for line in LINES[kind, place]:
        assert find_marked(line, place) == [line]


@pytest.mark.parametrize("line", ALIKE)
def test_a_sentence_that_only_looks_like_it_stays(line: str) -> None:
    assert find_marked(line, MIDDLE) == find_marked(line, FOOT) == []


def test_an_owner_that_the_report_speaks_of_stays() -> None:
    line = "The Grain Council has 40 members."
    text = "\n".join([TITLE, *BODY, line, "© 2031 Grain Council. Imprint"])
    assert line not in [text[part.start : part.end] for part in find_furniture(text, cut_lines(text))]
