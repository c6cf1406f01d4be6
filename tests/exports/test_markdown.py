from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.exports.report_factory import OFFICE, make_claims, make_report, make_verdict
from tests.exports.test_formats import HOSTILE
from workbench.exports.markdown import render
from workbench.exports.markdown_text import (
    emphasise_within,
    escape_block,
    escape_line,
    format_address,
    write_with_notes,
)

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def list_kinds(markdown: str) -> set[str]:
    tokens = READER.parse(markdown)
    return {token.type for outer in tokens for token in (outer, *(outer.children or ()))}


def read_words(markdown: str) -> str:
    inline = [token for token in READER.parse(markdown) if token.type == "inline"]
    lines = ("".join("\n" if t.type == "hardbreak" else t.content for t in i.children or ()) for i in inline)
    return "\n\n".join(lines)


WILD = "1. # *a* _b_ `c` [d](e) ![f](g) [^1] <i> &amp; | ~~h~~ www.i.j http://k.l \\ ==="
TEXTS = st.text(alphabet="\\`*_{}[]()<>#+-.!|&~=$:1a \tb\r\n\"'/", max_size=25)


@given(TEXTS)
def test_a_line_shows_exactly_its_text(text: str) -> None:
    markdown = escape_line(text)

    assert list_kinds(markdown) <= {"paragraph_open", "inline", "text", "text_special", "paragraph_close"}
    shown = " ".join(part for part in text.replace("\r", "\n").replace("\t", " ").split("\n"))
    assert read_words(markdown).split() == shown.split()


@given(TEXTS)
def test_a_block_is_paragraphs_and_nothing_else(text: str) -> None:
    markdown = escape_block(text)
    plain = {"paragraph_open", "inline", "text", "text_special", "hardbreak", "paragraph_close"}

    assert list_kinds(markdown) <= plain
    lines = [line.strip(" \t") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    assert [line for line in read_words(markdown).split("\n") if line] == [line for line in lines if line]


@given(TEXTS, st.text(alphabet="ab.*_ (", max_size=6), TEXTS)
def test_emphasis_within_a_context_always_closes(before: str, words: str, after: str) -> None:
    if not words.strip():
        return
    kinds = list_kinds(emphasise_within(before, words, after))

    assert "strong_open" in kinds
    assert kinds.isdisjoint({"em_open", "link_open", "image", "html_inline", "html_block", "code_inline"})


@given(st.lists(st.tuples(TEXTS, st.sampled_from([(), (1,), (2, 3)])), max_size=5))
def test_an_article_line_shows_exactly_its_words_wherever_it_is_cut(
    pieces: list[tuple[str, tuple[int, ...]]],
) -> None:
    markdown = write_with_notes(pieces)
    whole = "".join(text + "".join(f"[^{number}]" for number in notes) for text, notes in pieces)

    assert list_kinds(markdown) <= {"paragraph_open", "inline", "text", "text_special", "paragraph_close"}
    assert read_words(markdown).split() == whole.replace("\r", "\n").split()


def test_a_bracket_behind_a_note_makes_no_link_of_it() -> None:
    assert write_with_notes([("30 cm", (1,)), ("(javascript:x) and [^2]: y", ())]) == (
        "30 cm[^1]\\(javascript:x) and \\[^2\\]: y"
    )


def test_a_number_cut_off_from_its_point_starts_no_list() -> None:
    assert write_with_notes([("1", ()), (". August", (2,))]) == "1\\. August[^2]"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("see https://evil.example/x", "see https\\://evil.example/x"),
        ("FTP://evil.example", "FTP\\://evil.example"),
        ("www.evil.example", "www\\.evil.example"),
        ("swww.x and http: //", "swww.x and http: //"),
    ],
)
def test_a_bare_address_is_no_link_for_readers_that_make_links_of_them(text: str, markdown: str) -> None:
    assert escape_line(text) == markdown
    assert read_words(markdown) == text


def test_every_field_is_read_back_as_it_was_written() -> None:
    """A text that Markdown would read, in every field of a claim, comes back sign for sign."""
    told: list[str] = []

    def tell(*fields: str) -> dict[str, str]:
        texts = {field: f"{WILD} {len(told) + place}" for place, field in enumerate(fields)}
        told.extend(texts.values())
        return texts

    claim, scale = make_claims()[0], make_report().scales[0]
    evidence = replace(
        claim.evidence[1], **tell("source", "excerpt", "locator", "note", "method", "conflicts")
    )
    verdict = make_verdict(**tell("author", "reasoning", "rating_text", "conclusion"))
    speaker = replace(OFFICE, **tell("name", "cue"))
    appearance = replace(claim.appearances[0], attributions=(speaker,))
    fields = tell("title", "statement", "claimant_unknown", "one_sided_note")
    claim = replace(claim, **fields, appearances=(appearance,), evidence=(evidence,), verdict=verdict)
    label = replace(scale.labels[0], **tell("text", "definition", "retired"))
    scale = replace(scale, labels=(label,), **tell("name"))
    report = make_report(claims=(claim,), scales=(scale,), **tell("title", "summary", "made_by"))
    words = read_words(render(report).decode())

    assert [text for text in told if text not in words] == []


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "https://a b", "//x", "", "https://"]
)
def test_only_web_and_mail_addresses_become_links(address: str) -> None:
    assert "link_open" not in list_kinds(format_address(address))


def test_an_address_with_brackets_stays_one_link() -> None:
    address = "https://example.org/a_(b)?c=[d]&e=*f*"
    [link] = [
        t for o in READER.parse(format_address(address)) for t in o.children or () if t.type == "link_open"
    ]

    assert link.attrs["href"] == "https://example.org/a_(b)?c=%5Bd%5D&e=*f*"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_brings_no_markup_into_a_report(text: str) -> None:
    report = make_report()
    clean = list_kinds(render(report).decode())
    claim = replace(report.claims[0], title=text, statement=text)
    evidence = replace(claim.evidence[0], source=text, excerpt=text, note=text, locator=text)
    spoiled = replace(report, title=text, claims=(replace(claim, evidence=(evidence,)), *report.claims[1:]))
    kinds = list_kinds(render(spoiled).decode())

    assert kinds <= clean
    assert kinds.isdisjoint({"html_inline", "html_block", "image", "fence", "code_block", "code_inline"})


def test_tells_a_report_in_full() -> None:
    lines = render(make_report()).decode().split("\n")

    assert lines[0] == "# Flood at Orel Ford: what holds"
    assert "R-3\\" in lines
    assert "| Open, no verdict yet | 1 |" in lines
    assert "### C-5: Twice as many as in 1998" in lines
    assert (
        "Said by Valley Rescue Service (reported speech: “According to”), citing Northmark Water Office "
        "(reported speech: “had admitted”) in A-1 on 19 August 2024:"
    ) in lines
    assert (
        "> Orel Ford was holding, and that **the reservoir reportedly stood about 30 cm below its crest**. "
        "The office rejected reports th"
    ) in lines
    assert "**Verdict: False** – The evidence shows that the statement is wrong.\\" in lines
    assert (
        "Given by Checker One, 20 August 2024, 12:30 (Europe/Athens); signed by the same person who gave the "
        "verdict – this desk works alone, 20 August 2024, 15:00 (Europe/Athens)."
    ) in lines
    assert "**Verdict: none yet.** This claim is open." in lines
    assert "[desk@example.org](<mailto:desk@example.org>)" in lines
    assert any("history was number 412: b5bb9d80" in line for line in lines)


def test_the_article_leads_by_footnotes_to_its_verdicts() -> None:
    lines = render(make_report()).decode().split("\n")

    assert "> Dam at Orel Ford holds[^2] after night of rain" in lines
    assert "[^2]: Claim C-2, Dam at Orel Ford was holding: **True**." in lines
    assert "[^4]: Claim C-9, 4,200 people told to leave: open, no verdict yet." in lines
    assert not any("Advertisement" in line for line in lines)
