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


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the army had left.",
        "Western states agreed to donate 12 tanks.",
        "The world watched the talks.",
        "In May 2024 the dam broke.",
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
