"""The PDF: tagged, readable in order, in several scripts, and nothing in it is ever run."""

import ctypes
import itertools
import re
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import typst

from tests.exports.reading import read_words
from tests.exports.report_factory import make_claims, make_report, make_verdict
from workbench.domain.errors import RuleBroken
from workbench.domain.records import PublishedRecord
from workbench.exports import list_formats, pdf
from workbench.exports.paper import build_paper
from workbench.exports.pdf import _pack_blocks, render
from workbench.exports.pdf_signs import find_unknown_signs


def test_words_come_out_in_the_order_in_which_they_are_read() -> None:
    words = read_words(render(make_report()))
    told = (
        "Northmark Fact Desk",
        "Flood at Orel Ford: what holds",
        "R-3 made 20 August 2024, 17:03 (Europe/Athens) by Reviewer Two",
        "4 of 5 claims have a verdict (80%)",
        "Contents",
        "The Northmark Water Office said on Monday",
        "Claims and verdicts",
        "1 · C-1 Reservoir 30 cm below the crest",
        "Verdict: Mostly true The statement is accurate but needs clarification",
        "Northmark Gauge Register",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "3 · C-5 Twice as many as in 1998",
        "What the ratings mean",
        "We ask everyone who is named.",
        "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
    )
    start = words.index("Claims and verdicts", words.index("SHA-256 of this text"))
    places = [words.find(one, 0 if place < 6 else start) for place, one in enumerate(told)]
    assert -1 not in places
    assert places == sorted(places)


def read_tag(element: object, read: Callable[..., int]) -> str:
    size = read(element, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 2))
    read(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le")


def list_tags(data: bytes) -> list[tuple[str, str]]:
    """Type and alternative text of every structure element, page after page."""
    found: list[tuple[str, str]] = []

    def walk(element: object) -> None:
        kind = read_tag(element, pdfium.FPDF_StructElement_GetType)
        found.append((kind, read_tag(element, pdfium.FPDF_StructElement_GetAltText)))
        for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, place)
            if child:
                walk(child)

    document = pypdfium2.PdfDocument(data)
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        for place in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place))
        pdfium.FPDF_StructTree_Close(tree)
    return found


def test_it_is_tagged_with_headings_lists_notes_and_a_picture_in_words() -> None:
    made = render(make_report())
    tags = list_tags(made)
    kinds = {kind for kind, _ in tags}
    assert {"Document", "H1", "H2", "H3", "P", "L", "LI", "TOC", "Note", "Link", "BlockQuote"} <= kinds
    mix = "False: 1, Mostly true: 1, True: 1, Unverifiable: 1, Open, no verdict yet: 1"
    assert ("Figure", mix) in tags
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made


def test_outline_links_and_page_numbers() -> None:
    document = pypdfium2.PdfDocument(render(make_report()))
    outline = [(mark.get_title(), mark.level) for mark in document.get_toc()]
    assert outline[:4] == [
        ("Summary", 0),
        ("A-1 Dam at Orel Ford holds after night of rain", 0),
        ("Claims and verdicts", 0),
        ("1 · C-1 Reservoir 30 cm below the crest", 1),
    ]
    assert "Evidence for" not in dict(outline)
    pages = [page.get_textpage().get_text_range() for page in document]
    assert all(f"{place} / {len(pages)}" in words for place, words in enumerate(pages, 1))
    assert "https://gauges.example.org/orel-ford?day=2024-08-19" in list_links(document)


def list_links(document: pypdfium2.PdfDocument) -> set[str]:
    found = set()
    for page in document:
        place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page, place, link):
            action = pdfium.FPDFLink_GetAction(link)
            buffer = ctypes.create_string_buffer(2000)
            pdfium.FPDFAction_GetURIPath(document, action, buffer, 2000)
            found.add(buffer.value.decode())
    return found


@pytest.mark.parametrize(
    "words",
    [
        "Zażółć gęślą jaźń Ångström ñ",
        "Съешь ещё этих мягких булок ґєії",
        "Ξεσκεπάζω την ψυχοφθόρα",
        "מה שלומך היום",
        "مرحبا",
    ],
    ids=["latin", "cyrillic", "greek", "hebrew", "arabic"],
)
def test_these_scripts_have_their_shapes(words: str) -> None:
    assert find_unknown_signs([words]) == set()
    made = read_words(render(make_report(title=words)))
    named = set(re.findall(r"\[U\+([0-9A-F]+)\]", made))
    assert named == {"1F30A"}  # the one of the report itself
    assert sorted(words.split()[0]) == sorted(set_of_words(made, words.split()[0]))


def set_of_words(made: str, word: str) -> str:
    """The word as the file has it: a reader of PDF may give the signs of a word in the order of the page."""
    return word if word in made else word[::-1] if word[::-1] in made else ""


def test_arabic_words_keep_apart_from_the_numbers_among_them() -> None:
    """Its letters are those of a font with wider steps than the font of the figures."""
    claim = replace(make_claims()[0], statement="ارتفع 77 سم", appearances=())
    page = pypdfium2.PdfDocument(render(make_report(claims=(claim,), articles=(), number="R")))[0]
    words = page.get_textpage()
    signs = [words.get_text_range(place, 1) for place in range(words.count_chars())]
    [last] = [place for place, sign in enumerate(signs) if sign in "عﻊ" and sign]
    [_, _, right, _] = words.get_charbox("".join(signs).index("77") + 1)
    left, *_ = words.get_charbox(last)
    assert left - right > 5  # points; letters are 10.5


def test_a_sign_without_a_shape_is_named_and_never_dropped() -> None:
    words = read_words(render(make_report(title="Rivers 河川 and 🌊")))
    assert "Rivers [U+6CB3][U+5DDD] and [U+1F30A]" in words
    assert "Signs that could not be drawn" in words
    for name in ("[U+6CB3] CJK UNIFIED IDEOGRAPH-6CB3", "[U+1F30A] WATER WAVE"):
        assert name in words


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")',
        "$ sum_(i=0) $ *bold* _it_ = Heading",
        '#import "@preview/x:1.0.0": *',
        '"); #panic("out") //',
        "<b-C-1> @b-C-1 \\u{41}",
    ],
)
def test_words_are_never_read_as_code(text: str) -> None:
    claim = replace(make_claims()[0], title=text, statement=text)
    report = make_report(title=text, claims=(claim,), articles=())
    words = " ".join(read_words(render(report)).split())
    assert words.count(" ".join(text.split())) >= 3


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert list_formats()["pdf"].is_missing() == (
        "PDF reports need typst. Install it with: pip install claim-workbench[pdf]"
    )
    with pytest.raises(RuleBroken, match="claim-workbench"):
        render(make_report())


# Words in many scripts, and signs that hang on others. What the file's own fonts lack is spelled by number.
WRITTEN = {
    "latin": "Zażółć gęślą jaźń",
    "greek": "Ξεσκεπάζω ἀρχὴ",
    "cyrillic": "Съешь ґєії",
    "hebrew": "שלום",
    "hebrew with points": "שָׁלוֹם",
    "arabic": "السلام عليكم",
    "chinese": "河川泛濫",
    "japanese": "ひらがな カタカナ",
    "korean": "강물",
    "hindi": "नदी",
    "thai": "แม่น้ำ",
    "emoji": "🌊 👩‍🚒 🇺🇦 ❤️",
    "combining": "e\u0301 n\u0303 и\u0306 x\u20d7",
    "symbols": "≠ ≤ ∞ → § ½ №",
    "private use": "\ue000",
    "controls": "a\x00\x01\x1b\x7f\x85b",
    "direction": "\u202egpj\u202c \u2066x\u2069 \u200fy\u200e",
    "byte order": "\ufeffx",
    "not assigned": "\u0378",
}


NAMELESS = {"\ue000": "a sign of private use", "\u0378": "a sign without a name"}


@pytest.mark.parametrize("script", WRITTEN)
def test_every_sign_is_drawn_or_named(script: str) -> None:
    """Wherever words of people stand: title, article, quote, statement, evidence, reasoning, rating, desk."""
    written = WRITTEN[script]
    claim = make_claims()[0]
    [first, *_] = claim.appearances
    verdict = replace(make_verdict(), rating_text=written, reasoning=written)
    evidence = replace(claim.evidence[0], excerpt=written, source=written, file_name=f"{written}.pdf")
    claim = replace(claim, title=written, statement=written, verdict=verdict, evidence=(evidence,))
    claim = replace(claim, appearances=(replace(first, prefix=written),))
    words = read_words(render(make_report(title=written, claims=(claim,))))
    unknown = find_unknown_signs([written])
    flat = " ".join(words.split())
    told = set(unicodedata.normalize("NFKD", words))
    for sign in set(written):
        named = f"[U+{ord(sign):04X}]"
        if sign in unknown:
            assert words.count(named) > 6, sign
            assert f"{named} {unicodedata.name(sign, NAMELESS.get(sign, 'a control sign'))}" in flat
        elif unicodedata.category(sign) not in {"Cf", "Mn", "Zs"}:
            assert set(unicodedata.normalize("NFKD", sign)) <= told, hex(ord(sign))


def test_controls_and_marks_of_direction_are_unknown_and_what_joins_or_breaks_is_not() -> None:
    assert find_unknown_signs(["a\x01\x7f\x85\u200e\u202e\u2066\ufeff\ue000"]) == set(
        "\x01\x7f\x85\u200e\u202e\u2066\ufeff\ue000"
    )
    assert find_unknown_signs(["a\u200cb co\u00adop a\u200bb ❤\ufe0f\u00a0\u2003\t\n"]) == set()


def test_signs_in_a_row_are_spelled_with_what_joins_them() -> None:
    words = read_words(render(make_report(title="By 👩\u200d🚒 河\u0301")))
    assert "By[U+1F469][U+200D][U+1F692][U+6CB3][U+0301]" in "".join(words.split())
    assert "[U+200D] ZERO WIDTH JOINER" in words
    assert "[U+0301] COMBINING ACUTE ACCENT" in words


def test_a_text_from_right_to_left_keeps_its_direction_when_it_starts_with_a_spelled_sign() -> None:
    claim = replace(make_claims()[0], statement="\u200f" + "שלום", appearances=())
    [block] = [block for block in build_paper(make_report(claims=(claim,))) if "שלום" in block.text]
    [packed] = _pack_blocks([block], {"\u200f"}, contents=False)
    assert packed["rtl"]
    assert packed["runs"][0]["text"] == "[U+200F]" + "שלום"


def test_however_many_signs_there_are_typst_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []
    compiled = typst.compile
    monkeypatch.setattr(typst, "compile", lambda *given, **named: runs.append(1) or compiled(*given, **named))
    text = "".join(map(chr, range(0x5000, 0x5000 + 1200)))
    assert find_unknown_signs([text]) == set(text)
    assert len(runs) == 1


@pytest.mark.parametrize(
    "text", ["Ogham\u1680word", "a\u2028\tb", "a\u2028\u200bb", "ש\u200b\u2028ש", "a\u2029\u00adb"]
)
def test_no_space_or_break_stops_a_report(text: str) -> None:
    words = " ".join(read_words(render(make_report(title=text, claims=()))).split())
    assert "".join(text.split()).strip("\u200b")[0] in words
    assert ("[U+1680] OGHAM SPACE MARK" in words) == ("\u1680" in text)


def test_signs_that_typst_refuses_after_all_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set by itself each can be drawn, or so the fonts had said."""
    monkeypatch.setattr(pdf, "find_unknown_signs", lambda _: set())
    words = read_words(render(make_report(title="By 河 and 🌊", claims=())))
    assert "By [U+6CB3] and [U+1F30A]" in words
    assert "[U+1F30A] WATER WAVE" in words


def test_a_refusal_for_another_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_read_template", lambda: '#panic("out")')
    with pytest.raises(typst.TypstError, match="out"):
        render(make_report())


def test_a_rating_in_signs_without_shapes_is_spelled_on_the_picture_too() -> None:
    days = [datetime(2024, 8, day, tzinfo=UTC) for day in (1, 11)]
    published = tuple(PublishedRecord("R-1", day, "假", "false") for day in days)
    claim = replace(make_claims()[0], published=published)
    made = render(make_report(claims=(claim,)))
    assert ("Figure", "[U+5047] from 2024-08-01; [U+5047] from 2024-08-11") in list_tags(made)
    assert "假" not in read_words(made)


def test_the_tags_follow_the_order_in_which_one_reads() -> None:
    """Headings never jump a level, and every page's words hang on tags in the order of the page."""
    made = render(make_report())
    levels = [int(kind[1]) for kind, _ in list_tags(made) if kind in {"H1", "H2", "H3"}]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    document = pypdfium2.PdfDocument(made)
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        assert pdfium.FPDF_StructTree_CountChildren(tree) > 0
        pdfium.FPDF_StructTree_Close(tree)
