"""Page furniture: marked as ranges, never split into claims, and given back to the text by hand."""

from __future__ import annotations

import pytest

from workbench.splitting import split

BODY = (
    "Engineers repaired the railway to Orlen on Monday, and the first train left with 300 passengers.\n\n"
    "The harbour office said that the port had reopened after the storm.\n"
)

LINES = {
    "Advertisement": "advertisement",
    "Home » World » Orlen": "navigation",
    "• HOME»": "navigation",
    "Skip to content": "navigation",
    "By the Orlen Desk": "byline",
    "Published 14 May 2025": "byline",
    "3 min read": "byline",
    "Share this article: Facebook | Telegram | Email": "share links",
    "Sign up for our weekly newsletter": "newsletter",
    "Read more: The storm in pictures": "related links",
    "We use cookies to improve this site": "cookie notice",
    "© 2025 The Orlen Desk": "copyright",
    "Photo: harbour office": "caption",
    "This is an invented article for demonstration.": "notice",
    "INVENTED ARTICLE FOR DEMONSTRATION. Nothing in it is real.": "notice",
    "Orlen   Regions   Economy   Letters": "navigation",
    "Print | Download (PDF, 90 KB)": "share links",
    "14 May 2025, 06:40 | Updated 14 May 2025, 11:15 | 4 min read": "date line",
    "Monday 12 May 2025, 06.00 | 112 comments": "date line",
    "Updated at 17.26": "byline",
    "Last updated 14 May 2025 at 17.52": "byline",
    "By our harbour desk": "byline",
    "(Reporting by the Orlen bureau; editing by the night desk)": "byline",
    "Trains at the platform in Orlen. Photograph: harbour office": "caption",
    "Trains at the platform in Orlen on Monday. Orlen Railways/Handout": "caption",
    "You are here: Home > Press room > 2025": "navigation",
    "Load older posts": "navigation",
    "Please turn on JavaScript to use this feature": "notice",
    "Editor's note: This article was updated with a comment of the harbour office.": "notice",
    "The day in five minutes: our letter, every weekday at six. Sign up": "newsletter",
    "Get the harbour desk in your inbox every Friday. Enter your e-mail address": "newsletter",
    "Support independent reporting: give from 3 marks a month": "newsletter",
    "Press release No. 17/2025": "reference number",
    "This website uses cookies to measure visits. Accept | Only necessary": "cookie notice",
}


@pytest.mark.parametrize("line", LINES)
def test_single_lines(line):
    text = f"{line}\n\n{BODY}"
    found = split(text).furniture
    assert [(text[part.start : part.end], part.reason) for part in found] == [(line, LINES[line])]


def test_repeated_headline_and_teaser():
    headline = "Trains run again to Orlen"
    teaser = "Engineers repaired the railway to Orlen on Monday, and the first tr […]"
    text = f"{headline}\n\n{teaser}\n\n{headline}\n\n{BODY}"
    found = split(text)
    assert [part.reason for part in found.furniture] == ["repeated headline", "repeated teaser"]
    assert all(one.slices[0][0] > text.rindex(headline) for one in found.claims)


LIVE_BLOG = f"""The Orlen Ledger

News | Opinion | Sport | Podcasts

Live

Trains run again to Orlen: the day as it happened

Harbour office says the port is open; council extends the state of emergency

Key events

17.40 Council extends the state of emergency

16.20 First train leaves

17.40

Council extends the state of emergency

{BODY}
Updated at 17.45

Share
"""


def test_the_page_head_of_a_live_blog():
    found = split(LIVE_BLOG)
    marked = {LIVE_BLOG[part.start : part.end]: part.reason for part in found.furniture}
    assert marked["The Orlen Ledger"] == "navigation"
    assert marked["Harbour office says the port is open; council extends the state of emergency"] == "teaser"
    assert marked["16.20 First train leaves"] == "related links"
    assert "Trains run again to Orlen: the day as it happened" not in marked
    assert all(one.slices[0][0] >= LIVE_BLOG.index("Engineers") for one in found.claims)


RELATED = """
Related stories

No. 12: The storm in pictures

- Who mends the railway? Five questions

- The harbour office, explained

A tax by any other name: how Orlen pays for its w…

The Orlen Ledger, 3 Quay Street

© 2025 The Orlen Ledger
"""


def test_related_links_and_the_page_foot():
    text = BODY + RELATED
    found = split(text)
    assert found.furniture[0].start == text.index("Related stories")
    assert [part.reason for part in found.furniture] == [*["related links"] * 6, "copyright"]
    assert all(one.slices[-1][1] < text.index("Related") for one in found.claims)


def test_headings_after_the_last_sentence_are_the_page_foot():
    text = f"{BODY}\nCopy link\n\nOrlen in winter: 14 pictures\n"
    assert [part.reason for part in split(text).furniture] == ["share links", "page foot"]


def test_a_quotation_set_large_repeats_the_body():
    quotation = '"the port had reopened after the storm"'
    text = f"{quotation}\n\n{BODY}"
    assert [part.reason for part in split(text).furniture] == ["repeated text"]


def test_a_teaser_cut_inside_the_second_paragraph():
    teaser = BODY.replace("\n\n", " ").partition(" had reopened")[0] + " […]"
    assert [part.reason for part in split(f"{teaser}\n\n{BODY}").furniture] == ["repeated teaser"]


STANDFIRST = "The railway is whole again. The harbour waits for ships."


def test_the_sentence_between_headline_and_byline():
    more = "The council met on Tuesday and voted for the new bridge over the river.\n"
    text = f"Trains run again\n\n{STANDFIRST}\n\nBy the Orlen Desk\n\n{BODY}\n{more}"
    assert [part.reason for part in split(text).furniture] == ["teaser", "byline"]


def test_a_first_sentence_without_a_byline_under_it_is_the_report():
    text = (
        f"Trains run again\n\n{STANDFIRST}\n\n{BODY}\nThe council met on Tuesday and voted for the bridge.\n"
    )
    assert split(text).furniture == ()


SERVICE = {
    "Follow Pat Example on Telegram: @example": "reader's service",
    "Watch the full interview below.": "reader's service",
    "Have you been affected by the storm? Tell us your story.": "reader's service",
    "If you have information about the port, we want to hear from you.": "reader's service",
    "You have 3 free articles left this month.": "reader's service",
    "Please avoid obscene language.": "reader's service",
    "Contact the reporter at desk@ledger.example.": "contact",
    "This interview has been condensed for clarity.": "notice",
    "This article was first published in our sister paper.": "notice",
    "The views expressed are those of the author and do not reflect the Institute's position.": "notice",
    "The comments below have not been moderated.": "notice",
    "This text may not be republished.": "notice",
    "Pat Example and Kim Example contributed reporting.": "byline",
    "Research by the data desk contributed to this report.": "byline",
    "Correction: An earlier version of this article gave a wrong figure. It was 300, not 30.": "notice",
    "The Ledger is paid for by its readers. If you liked this piece, consider joining them.": "notice",
}


@pytest.mark.parametrize("line", SERVICE)
def test_sentences_of_the_page(line):
    text = f"{BODY}\n{line}\n"
    assert [(text[part.start : part.end], part.reason) for part in split(text).furniture] == [
        (line, SERVICE[line])
    ]


def test_one_sentence_of_service_leaves_a_paragraph_alone():
    text = f"{BODY}\nThe council voted for the bridge. Read the full report here.\n"
    assert split(text).furniture == ()


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the army had left.",
        "Western states agreed to donate 12 tanks.",
        "The world watched the talks.",
        "In May 2024 the dam broke.",
        "More in the city are missing.",
        "Video: The army leaves the town of Velin with 30 trucks on Monday.",
        "Men under 50 were told to sign up for the army on Monday.",
        "Thousands of volunteers rushed to sign up.",
        "The republic wants to become a member of the league.",
        "The ministry published a video: it shows two tanks.",
        "Our standards are higher than theirs.",
        "Editor's note: The authority's budget is 4 per cent higher than in 2024.",
        "Read in full, the treaty obliges both sides to leave.",
        "Published accounts of the battle differ.",
        "Updated figures show that 300 people died.",
        "Posted to the front in May, he died within a week.",
        "Health, education and transport have been cut.",
        "Video by the brigade shows two tanks burning.",
        "Reporting by local media suggests that 40 people died.",
        "By the evening the fire was out, said the mayor's team.",
        "Also in Tolm, three houses burned down.",
        "Most shared the view that the truce would fail.",
        "The regulator said that the company's privacy policy broke the law.",
        "Our e-mail to the ministry went unanswered, the families' lawyer said.",
        "Sponsored by 14 states, the resolution passed.",
        "Copyright disputes delayed the film.",
        "Support for the war has fallen here.",
        "You cannot log in to the system, the ministry said.",
        "The views of the army differ from those of the government.",
        "The opinions expressed by the judges are binding.",
        "This report was published by the ministry in May.",
        "The village can be reached only by boat.",
        "the  ministry  knew  that  the  army  had  left  the",
    ],
)
def test_prose_is_not_furniture(line):
    assert split(f"{line}\n\n{BODY}").furniture == ()


def test_a_person_can_unmark_and_mark():
    text = f"By Tuesday 12 trucks had left\n\n{BODY}"
    assert split(text, furniture=[]).furniture == ()
    cut = text.index("The harbour")
    marked = split(text, furniture=[(cut, len(text))])
    assert [(part.start, part.end) for part in marked.furniture] == [(cut, len(text))]
    assert all(end <= cut for one in marked.claims for _, end in one.slices)
    assert "port" not in " ".join(one.statement for one in marked.claims)


def test_a_range_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="outside a text of 5 characters"):
        split("Short", furniture=[(2, 9)])
