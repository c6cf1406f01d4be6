from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from tests.exports.report_factory import make_report
from tests.exports.test_formats import HOSTILE
from workbench.exports.html import name_token, render
from workbench.exports.links import find_contact_link, find_link

ATTRIBUTES_THAT_FETCH = {
    "src",
    "srcset",
    "poster",
    "data",
    "action",
    "formaction",
    "background",
    "ping",
    "style",
}


def parse(**changes: object) -> Any:
    return html.document_fromstring(render(make_report(**changes)).decode())


def read_text(element: Any) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def page() -> Any:
    return parse()


def test_is_one_file_that_asks_for_nothing(page: Any) -> None:
    assert page.xpath("//script | //img | //iframe | //object | //form | //base") == []
    assert [link.attrib for link in page.xpath("//link")] == [{"rel": "icon", "href": "data:,"}]
    assert not {name for element in page.iter() for name in element.attrib} & ATTRIBUTES_THAT_FETCH
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    [style] = page.xpath("//style/text()")
    assert "url(" not in style
    assert "@import" not in style


def test_head_tells_number_desk_and_maker(page: Any) -> None:
    assert read_text(page.xpath("//header")[0]) == (
        "Northmark Fact Desk Flood at Orel Ford: what holds R-3 made 20 August 2024, 17:03 (Europe/Athens) "
        "by Reviewer Two"
    )


def test_a_draft_says_so_in_head_and_title() -> None:
    draft = parse(number=None)

    assert "Draft – not published" in read_text(draft.xpath("//header")[0])
    assert draft.xpath("//title/text()") == ["Flood at Orel Ford: what holds – Draft – not published"]


def test_summary_counts_each_rating_and_the_open_claims(page: Any) -> None:
    legend = [read_text(entry) for entry in page.xpath("//ul[@class='legend']/li")]

    assert legend == ["False 1", "Mostly true 1", "True 1", "Unverifiable 1", "Open, no verdict yet 1"]
    assert read_text(page.xpath("//p[@class='open-list']")[0]) == "Open, no verdict yet: C-9"


def test_every_claim_is_marked_numbered_and_linked_to_its_verdict(page: Any) -> None:
    notes = page.xpath("//div[@class='text']//sup/a")

    assert [(read_text(note), note.get("href")) for note in notes] == [
        ("2 True", "#C-2"),
        ("1 Mostly true", "#C-1"),
        ("2 True", "#C-2"),
        ("4 Open", "#C-9"),
        ("3 False", "#C-5"),
        ("5 Unverifiable", "#C-11"),
    ]
    for target in {note.get("href")[1:] for note in notes}:
        assert len(page.xpath("//article[@id=$id]", id=target)) == 1
    both = page.xpath("//mark[@class='r-mostly-true lane-0']/mark[@class='r-true lane-1']")
    assert [read_text(mark) for mark in both] == ["stood about 30 cm below its crest"]


def test_all_inner_links_lead_somewhere_and_ids_are_unique(page: Any) -> None:
    ids = page.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_furniture_is_folded_with_a_note(page: Any) -> None:
    folded = page.xpath("//details")

    assert [read_text(entry) for entry in folded][
        1
    ] == "Page furniture, not part of the article Advertisement"
    assert all(entry.get("open") is None for entry in folded)


def test_a_claim_shows_who_said_it_and_what_it_stands_on(page: Any) -> None:
    claim = read_text(page.xpath("//article[@id='C-5']")[0])

    for words in (
        "3 · C-5 Twice as many as in 1998",
        "Said by Valley Rescue Service (reported speech: “According to”), citing Northmark Water Office",
        "were told to leave their homes, twice as many as in the flood of 1998 🌊",
        "Verdict False The evidence shows that the statement is wrong.",
        "Confidence High Several independent, reliable sources agree",
        "Given by Checker One, 20 August 2024, 12:30 (Europe/Athens); signed by the same person who gave the "
        "verdict – this desk works alone, 20 August 2024, 15:00 (Europe/Athens).",
        "Evidence against Flood report of 1998 Document Grade B3 usually reliable; possibly true",
        "Where in it p. 12",
        "SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ):
        assert words in claim


def test_an_open_claim_and_what_is_withheld_are_named(page: Any) -> None:
    claim = read_text(page.xpath("//article[@id='C-9']")[0])

    assert "Said by Withheld source (reported speech)" in claim
    assert "Verdict Open This claim has no verdict yet." in claim
    assert "2 pieces of evidence are withheld to protect their sources." in claim
    assert "not yet signed by a second person" in read_text(page.xpath("//article[@id='C-11']")[0])


def test_ends_with_scale_method_corrections_contact_and_history(page: Any) -> None:
    headings = [read_text(heading) for heading in page.xpath("//h2")]

    assert headings[-5:] == ["What the ratings mean", "Method", "Corrections", "Contact", "History"]
    assert page.xpath("//section[@aria-labelledby='contact']//a/@href") == ["mailto:desk@example.org"]
    history = read_text(page.xpath("//section[@aria-labelledby='history']")[0])
    assert "number 412: b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c" in history


def test_only_web_and_mail_addresses_are_links(page: Any) -> None:
    outer = {link for link in page.xpath("//a/@href") if not link.startswith("#")}

    assert outer == {
        "https://courier.example.org/dam",
        "https://gauges.example.org/orel-ford?day=2024-08-19",
        "mailto:desk@example.org",
    }
    assert "ftp://archive.example.org/drawing.pdf" in page.text_content()


@pytest.mark.parametrize("text", [*HOSTILE, "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x"])
def test_hostile_text_stays_text(text: str) -> None:
    report = make_report()
    claim = report.claims[0]
    assert claim.verdict is not None
    spoiled = replace(
        claim,
        title=text,
        statement=text,
        evidence=(replace(claim.evidence[0], url=text, source=text, excerpt=text),),
        verdict=replace(claim.verdict, rating_text=text, colour=text, reasoning=text),
    )
    desk = replace(report.desk, contact=text, time_zone=text)
    page = parse(claims=(spoiled,), desk=desk, title=text)

    assert page.xpath("//script | //img | //@onerror") == []
    assert {link.split(":")[0] for link in page.xpath("//a/@href") if not link.startswith("#")} == {"https"}
    assert " ".join(page.xpath("//h1")[0].text_content().split()) == " ".join(text.split())
    assert page.xpath("//article[@id='C-1']/@class") == ["claim r-other"]


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("mailto:desk@example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("vbscript:x", False),
        ("data:text/html,x", False),
        ("ftp://example.org", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("https:", False),
        ("https://[", False),
        ("https://exa mple.org", False),
        ("https://example.org/\u202egpj", False),
        ('https://example.org/"onclick=', False),
    ],
)
def test_which_addresses_may_be_followed(address: str, followed: bool) -> None:
    assert find_link(address) == (address if followed else None)


def test_a_bare_mail_address_is_a_contact_and_a_sentence_is_none() -> None:
    assert find_contact_link("desk@example.org") == "mailto:desk@example.org"
    assert find_contact_link("Write to desk@example.org") is None
    assert find_contact_link("javascript:a@b") is None


def test_a_colour_is_a_plain_token_or_none() -> None:
    assert name_token("mostly-true") == "r-mostly-true"
    assert name_token("x} body{display:none") == name_token("") == name_token("true\n") == "r-other"


def test_right_to_left_text_finds_its_direction(page: Any) -> None:
    [paragraph] = [p for p in page.xpath("//div[@class='text']//p") if "קצב" in p.text_content()]

    assert paragraph.get("dir") == "auto"
    assert page.xpath("//div[@class='text']/@lang") == ["en"]
