"""What stands over and under a report on pages of many kinds, and that the report itself is kept."""

from __future__ import annotations

import pytest

from workbench.splitting import split
from workbench.splitting.layout import page_ends
from workbench.splitting.layout.furniture import find_furniture
from workbench.splitting.layout.paragraphs import cut_lines

BODY = (
    "Engineers repaired the railway to Orlen on Monday, and the first train left with 300 passengers.\n"
    "The harbour office said that the port had reopened after the storm.\n"
    "The council met on Tuesday and voted for the new bridge over the river.\n"
)


def read_marks(text: str) -> dict[str, str]:
    return {text[part.start : part.end]: part.reason for part in split(text).furniture}


@pytest.mark.parametrize(
    "box",
    [
        "Key points\nThe first train left with 300 passengers.\nThe council sat until ten at night.\n",
        "What we're covering\n• Railway: The first train has left Orlen.\n• Port: The port is open.\n",
    ],
)
def test_a_box_of_key_points(box):
    marks = read_marks(box + BODY)
    assert set(marks) == set(box.splitlines())
    assert set(marks.values()) == {"key points"}


def test_prose_under_such_a_heading_that_nothing_repeats_is_the_report():
    assert set(read_marks(f"Summary\nThe war is in its ninth month and has cost 4,000 lives.\n{BODY}")) <= {
        "Summary"
    }


TEASERS = """
(Reporting by the Orlen bureau; editing by the night desk)
Read Next
Wheat prices jump as the truce ends
Wheat rose more than 4% on fears for exports.
"""


def test_teasers_under_the_credits():
    text = BODY + TEASERS
    assert all(one.slices[-1][1] < text.index("Read Next") for one in split(text).claims)


def test_a_second_report_under_the_credits_is_kept():
    second = (
        "Ministers meet in Vesk on Friday\n"
        "Ministers of six states met in Vesk on Friday, the host said.\n"
        "They will send 200 soldiers to the border.\n"
    )
    text = f"{BODY}(Reporting by the Orlen bureau; editing by the night desk)\n{second}"
    assert [one for one in split(text).claims if one.slices[0][0] > text.index("Ministers")]


def test_posts_after_the_comments_of_another_are_kept():
    text = (
        f"Front Digest\n{BODY}Comments (14)\n💬 31 comments\nThe army left Tolm on Friday, the mayor said.\n"
    )
    assert not any("Tolm" in line for line in read_marks(text))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Pat Example is a fellow at the Institute for Rivers.", "author"),
        ("The author is a senior fellow at the Institute for Rivers.", "author"),
        ("The Orlen Ledger is a non-profit newsroom that reports on the coast.", "notice"),
    ],
)
def test_who_wrote_it(line, reason):
    assert read_marks(f"THE ORLEN LEDGER\nHome | News | Sport\n{BODY}{line}\n")[line] == reason


@pytest.mark.parametrize(
    "line",
    [
        "Kim Harbour is a professor of law at Orlen.",
        "The author of the report is on leave.",
        "Velin Kurier is a newspaper close to the army.",
    ],
)
def test_who_the_report_is_about(line):
    text = f"Trains run again to Orlen\n{BODY}The council heard Kim Harbour on Tuesday.\n{line}\n"
    assert line not in read_marks(text)


def test_notes_under_the_report():
    notes = "Footnotes\n[1] Harbour Office, Annual report 2024, p. 14.\n[2] Ibid."
    assert set(read_marks(BODY + notes)) == set(notes.splitlines())


@pytest.mark.parametrize(
    "line",
    [
        "Lorries wait at the gate near the village of Tolm, in the far east of the country [Orlen Agency]",
        "Lorries wait at the gate near the village of Tolm, in the east of the country, today © Orlen",
        "Image caption, Lorries wait at the gate.",
        "A van with broken windows stands outside the barracks on Tuesday. Orlen Press Pool",
        "[PICTURE: Lorries wait at the gate, Dec 7. OA-P3391]",
        "A column of smoke over the suburbs of Vesk, in the east of the country. (OA: Orlen Council)",
    ],
)
def test_captions(line):
    assert read_marks(f"Trains run again to Orlen\n{line}\n{BODY}") == {line: "caption"}


def test_the_headline_is_kept_among_the_lines_around_it():
    text = f"The Ledger\nTrains run again to Orlen\nShare\n{BODY}Related\nTrains run again to Orlen\n"
    found = split(text)
    assert all(part.start != text.index("Trains") for part in found.furniture)


def test_prose_broken_at_a_fixed_width_is_no_teaser():
    wrapped = (
        BODY.replace("\n", " ").replace("with 300", "with\n300").replace("the storm", "the\nstorm").strip()
    )
    text = f"Trains run again to Orlen\nRailway and harbour\n\n{wrapped}\n"
    assert not any("Engineers" in line or "300" in line for line in read_marks(text))


def test_a_dash_asks_again_after_a_list_of_links():
    links = ["Also on Radio Orlen", "▶ The boy who came back"]
    text = "\n\n".join([BODY, *links, "– The police say that 70 left. Is that so?"])
    assert list(read_marks(text)) == links


def test_a_page_that_ends_again_and_again_is_read_in_linear_time(monkeypatch):
    asked = []
    monkeypatch.setattr(page_ends, "_are_teasers", lambda *given: asked.append(given))
    text = "Top stories\nThe army has left the town of Tolm on the river.\n" * 300
    find_furniture(text, cut_lines(text))
    assert len(asked) < 20


LATE_BOX = (
    "{standfirst}\n"
    "At a glance\n"
    "• The first train left Orlen with 300 passengers.\n"
    "• The port has reopened after the storm.\n"
)


def test_key_points_below_a_first_sentence():
    box = LATE_BOX.format(standfirst="Nine years of repairs have not been enough. What would be?")
    marks = read_marks(box + BODY)
    assert [line for line, reason in marks.items() if reason == "key points"] == box.splitlines()[1:]


def test_a_list_that_tells_something_new_is_the_report():
    text = f"{BODY}Highlights\n• Nine villages lost their wells.\n• Soldiers burned 40 barns at Tolm.\n"
    assert "• Nine villages lost their wells." not in read_marks(text)


@pytest.mark.parametrize(
    "box",
    [
        "ABOUT THE PROGRAMME\nThe Railway Programme studies how states repair their lines.",
        "Rules of the discussion\nStay on topic.\nPersonal attacks and threats will be deleted.",
        "How to cite\nCentre for Transport, “Trains to Orlen”, Explainer 2032/07.",
        "How we reported this story\nOur reporters spoke to 41 passengers and counted carriages.",
    ],
)
def test_what_the_page_says_of_itself_under_a_heading(box):
    assert set(read_marks(BODY + box)) >= set(box.splitlines())


def test_a_report_under_such_a_heading_near_the_top_is_kept():
    text = f"About the network\nThe network has nine stations.\n{BODY}"
    assert "The network has nine stations." not in read_marks(text)


def test_a_numbered_table_of_contents():
    contents = "On this page\n1. Who repaired the line?\n2. Who paid for it?\n"
    text = contents + "1. Who repaired the line?\n" + BODY
    assert set(read_marks(text)) == set(contents.splitlines())
    assert text.count("1. Who") == 2
    assert max(part.end for part in split(text).furniture) <= len(contents)


def test_a_standfirst_over_the_desks():
    text = (
        "Trains to Orlen run again\nOne of the bridges is open. The other will stay shut for a year.\n"
        f"Text by the foreign desk, maps by the studio. Published on 14 October 2033 at 22h30\n{BODY}"
    )
    assert read_marks(text)["One of the bridges is open. The other will stay shut for a year."] == "teaser"


@pytest.mark.parametrize(
    "line",
    [
        "This direct is now closed. Thank you for having followed it with us. Good evening to all.",
        "You can find this text in My Bookmarks. Or use the user icon in the top right.",
        "06:12 min, from Echo of the Evening of 06.02.2032.",
        "The Centre takes no institutional positions; its papers represent the views of their authors.",
        "We are closing this live blog for the night.",
        "The desk's military reporter covers the army. She can be reached at desk@gazette.example.",
        "This coverage is made possible by the Valley Fund. The Gazette retains full editorial control.",
        "Your support makes this possible. Consider a digital subscription today.",
        "We've updated our terms. By continuing to use the site you agree to them.",
        "To watch this content, you may need to disable it on this site.",
        "The page you requested does not exist.",
        "Research was contributed by the data team. The story was fact-checked by the standards desk.",
        "Enjoyed this essay? The Review depends on its readers. Subscribe from 4 crowns a month.",
        "Help us investigate: We want to hear from clerks. Fill out our questionnaire.",
        "The Agency receives support for its coverage from a fund and is solely responsible for all content.",
        "Smoke rises over the runway after the drones struck the store Credit: Torch Pictures",
    ],
)
def test_more_sentences_of_the_page(line):
    assert line in read_marks(BODY + line)


@pytest.mark.parametrize(
    "line",
    [
        "This blog was closed by the court in March, and its owner was fined 300 crowns.",
        "The governor takes no position on the dispute over the river.",
        "The mission depends on its own vehicles, and the army relies on its reserves.",
        "The army can be reached by two roads. The council receives funding for its schools.",
        "We want to hear the truth about the bridge, the mayor said.",
        "Thank you for the bread, the mayor told the drivers.",
        "Story by story, the council has rebuilt the tower since 2029.",
    ],
)
def test_sentences_like_them_of_the_report(line):
    assert line not in read_marks(BODY + line + "\n" + BODY.replace("Orlen", "Vesk").replace("new", "old"))


PAIRS = (
    "{heading}\nSorane closes three consulates\nSorane has closed three consulates in Nordmark today.\n"
    "Grain prices fall for the fifth week\nWheat costs less than at any time since the war began.\n"
)


def test_teasers_under_links_at_the_foot():
    links = PAIRS.format(heading="Also on the Observer")
    assert set(read_marks(BODY + links)) == set(links.splitlines())


def test_the_last_sentence_under_one_link_is_the_report():
    last = "Families asked the council for help with the rent on Friday."
    assert last not in read_marks(f"{BODY}Related articles\nSorane closes three consulates\n{last}")


def test_a_sentence_with_a_number_of_a_note_is_no_heading():
    line = "The mission reported 40 shots on Monday.[1]"
    assert line not in read_marks(f"{BODY}{line}\nShare this article")


@pytest.mark.parametrize(
    "line",
    [
        "This report was supplied by the agency NPS and has been shortened by our newsroom.",
        "This article appeared in the North section of the print edition under the headline “Bread”.",
        "Clarification (Feb 5th): We have corrected the spelling of Tarn Bay.",
        "The day’s events, explained each evening. Delivered to your inbox.",
        "Listen to this story. Enjoy more audio and podcasts in our app.",
        "https://p.example.org/4kTzq",
    ],
)
def test_what_the_page_says_of_itself(line):
    assert line in read_marks(f"{BODY}\n{line}\n")


@pytest.mark.parametrize("under", ["https://p.example.org/4kTzq\n", "ORLEN (NPS) – "])
def test_a_first_sentence_over_an_address_or_the_dateline_sums_up(under):
    sums_up = "The railway to Orlen is open again. The council quarrels over a bridge."
    marks = read_marks(f"Orlen’s railway reopens\n{sums_up}\n{under}{BODY}")
    assert marks[sums_up] == "teaser"
    assert not any("Engineers" in line for line in marks)


def test_a_report_that_only_holds_a_dateline_keeps_its_first_sentence():
    assert not read_marks(f"ORLEN (NPS) – {BODY}")
