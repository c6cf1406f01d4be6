from datetime import date

import pytest

from workbench.domain.errors import BadInput
from workbench.intake import read_file

DOCUMENT = """\
# Dam near Orel Bridge *still* stands

The ministry said that
the dam **stands**[^1]. See [the note](https://example.org/note).

- It is 30 km away.
- It holds.

> A quoted line.

| Day | Metres |
|---|---|
| Monday | 4 |

<script>alert(1)</script><nav>Home</nav>
"""


def read(text: str) -> str:
    return read_file("a.md", text.encode()).text


def test_reads_the_words_without_the_marks() -> None:
    draft = read_file("a.md", DOCUMENT.encode())

    assert draft.text == (
        "Dam near Orel Bridge still stands\n\n"
        "The ministry said that the dam stands[^1]. See the note.\n\n"
        "It is 30 km away.\nIt holds.\n\n"
        "A quoted line.\n\n"
        "Day\tMetres\nMonday\t4\n\n"
        "Home"
    )
    assert draft.title == "Dam near Orel Bridge still stands"
    assert draft.media_type == "text/markdown"
    assert draft.received == DOCUMENT.encode()
    assert [(draft.text[mark.start : mark.end], mark.reason) for mark in draft.furniture] == [
        ("Home", "Navigation")
    ]


def test_front_matter_fills_the_fields_and_stays_as_furniture() -> None:
    lines = [
        "---",
        'title: "The dam"',
        "date: 2024-08-20 10:00",
        "author: Desk",
        "link: https://example.org/a",
    ]
    source = "\r\n".join([*lines, "---", "It stands.", ""])
    draft = read_file("a.markdown", source.encode())

    assert (draft.title, draft.author, draft.url) == ("The dam", "Desk", "https://example.org/a")
    assert draft.published_on == date(2024, 8, 20)
    [mark] = draft.furniture
    assert draft.text[mark.start : mark.end].startswith("---\ntitle:")
    assert draft.text[mark.end :] == "\n\nIt stands."


def test_a_rule_is_no_front_matter() -> None:
    assert read("---\n\nWords: here\n\n---\n") == "Words: here"


def test_nothing_is_lost_to_nesting() -> None:
    deep = "".join("  " * level + f"- item{level}\n" for level in range(29))
    assert read(deep).split() == [f"item{level}" for level in range(29)]

    for deeper in ("".join("  " * level + "- x\n" for level in range(40)), "> " * 70 + "x"):
        with pytest.raises(BadInput, match="nests its quotes or lists"):
            read(deeper)


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(BadInput, match="The file is empty"):
        read("---\ntitle: x\n---\n")
    with pytest.raises(BadInput, match="holds no words"):
        read("# ---\n\n* * *\n")
