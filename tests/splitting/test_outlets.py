"""The boxes, feeds and captions of outlets become no claims, and the report beside them stays."""

from __future__ import annotations

import pytest

from workbench.splitting import split

BODY = (
    "Shells hit the port of Orlen early on Thursday and killed three dock workers, the governor said.\n"
    "The port handles about 40% of the country's grain exports.\n"
    "Wheat futures rose by 2% after the attack on the two silos.\n"
)


def read_marks(text: str) -> dict[str, str]:
    return {text[part.start : part.end]: part.reason for part in split(text).furniture}


@pytest.mark.parametrize(
    "line",
    [
        "1 of 5 | Firefighters work at the port of Orlen on Thursday, March 14, 2031. (Agency Photo)",
        "[1/4]A view shows a damaged grain silo in the port of Orlen.",
        "The silo after the fire in Orlen on March 14, 2031. (Orlen Fire Service/Telegram)",
        "All materials on this site are available under an open licence, unless otherwise stated.",
        "This article is part of the Harbour Bulletin newsletter. Sign up here.",
        "This map is updated daily beside the static maps.",
        "Note: The data cut-off for this product was noon on March 14.",
        "Our Live Briefing gives you all of the latest developments. For all of our coverage, click here.",
        "In this episode, we look at what the shelling of Orlen means for grain prices.",
        "Special thanks to the bureau in Orlen.",
        "For as little as $6 a month you can help support our quality journalism.",
        "Unlike other outlets, we haven't put up a paywall.",
        "Thanks for reading! This post is public so feel free to share it.",
        "Good morning. Here's what you need to know today.",
        "You can reach the team at brief@example.org.",
        "The following is attributable to the Spokesperson:",
        "The interview was conducted by telephone.",
    ],
)
def test_lines_that_a_page_says_of_itself(line):
    assert line in read_marks(BODY + line + "\nSorane's minister arrives in Orlen on Friday.\n")


@pytest.mark.parametrize(
    "line",
    [
        "3 of 5 soldiers were killed at the port of Orlen.",
        "Thanks to the new dam, the port of Orlen stayed dry.",
        "The two silos burned down on Thursday. (Orlen had three.)",
        "We will continue to defend the port of Orlen.",
        "Two men were freed from the silo in Orlen. (Warning: the video holds graphic images)",
    ],
)
def test_sentences_of_the_report_that_look_alike(line):
    assert line not in read_marks(BODY + line + "\n")


def test_headings_under_summary_end_at_the_first_sentence():
    box = "Summary\nCompanies\nGovernor says three workers killed\nWheat futures rise after attack\n"
    assert not any(line in read_marks(box + BODY) for line in BODY.splitlines())


def test_a_caption_in_the_present_between_the_byline_and_the_report():
    caption = "Firefighters extinguish a fire at the port of Orlen."
    assert read_marks(f"Port hit again\nBy Foreign Desk\n{caption}\n{BODY}")[caption] == "caption"
    assert caption not in read_marks(f"Port hit again\nBy Foreign Desk\n{BODY}{caption}\n")


def test_a_caption_over_its_credit_and_its_copy():
    caption = "A grain ship leaves the port of Orlen in January."
    text = f"{caption}\n© Harbour Press\n{caption}\nThree killed in Orlen\n{BODY}"
    assert read_marks(text)[caption] == "caption"
    assert not any("grain ship" in one.quote for one in split(text).claims)


def test_a_feed_of_other_news_under_the_report():
    feed = (
        "News Feed\n9:01 PM\nVesk and Tolm sign a drone deal.\n"
        "The two will build 4,000 drones a year at a joint plant, the ministry said.\n"
        "7:45 PM\nTolm detains 12 on its border.\n"
    )
    text = BODY + feed
    assert all(one.slices[-1][1] <= len(BODY) for one in split(text).claims)


def test_a_box_about_the_guest_ends_at_the_next_turn():
    turns = "Ledger: Who pays for this?\nMinister: The bank of Orlen paid for all of it in June.\n"
    box = "About the minister\nThe minister has held the office since 2029.\n"
    text = f"{turns}{turns.replace('June', 'May')}{box}{turns.replace('June', 'July')}"
    quotes = [one.quote for one in split(text).claims]
    assert any("July" in quote for quote in quotes)
    assert not any("2029" in quote for quote in quotes)


def test_bullets_over_the_byline_say_what_the_report_says():
    bullet = "• Shells hit grain silos at 4am as dock workers slept"
    assert bullet in read_marks(f"{bullet}\n• Army claims it struck a store\nBy FOREIGN STAFF\n{BODY}")


def test_a_sentence_that_ends_with_a_picture_sign_is_prose():
    text = f"1/ Shells hit the port of Orlen last night. Two silos are destroyed. 🧵\n{BODY}"
    assert any("Two silos" in one.quote for one in split(text).claims)


FIRST_LABELS_ONLY = """Voice of Tarn
Port chief: 'We count ships'

TV: Of your 39 cranes, 12 stand still. Why?

Head of the Port Office: The bank took our money. I told the council.

The union says that you sold two cranes. Is that so?

That is wrong. One was lent to Vesk.

Pilots need a pass from the army. Can they work?

We have asked for 60 passes.

And if nobody comes?

Then the port will close.

More stories

Who broke the mast?
Politics | 03/18/2031
"""


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("12 stand", "TV"),
        ("bank took", "Head"),
        ("need a pass", "TV"),
        ("lent to Vesk", "Head"),
        ("will close", "Head"),
    ],
)
def test_a_question_among_the_links_is_no_turn(words, speaker):
    found = {
        one.quote: one.attribution[0].claimant.name
        for one in split(FIRST_LABELS_ONLY).claims
        if one.attribution
    }
    assert any(words in quote and speaker.lower() in name.lower() for quote, name in found.items()), found


def test_a_sentence_that_ends_in_a_body_presents_nobody():
    text = (
        "Tarn elects a new parliament on Friday. "
        "Radio Tarn reached the chair of the Election Board by phone.\n\n"
        "How many boats were lost?\n\nWe lost 30 boats.\n\nWho broke the mast?\n\nOur pilots did.\n\n"
        "When will the port open?\n\nI expect it on Friday.\n"
    )
    found = {one.quote: one.attribution[0].claimant.name for one in split(text).claims if one.attribution}
    assert any("30 boats" in quote and name == "chair of the Election Board" for quote, name in found.items())
