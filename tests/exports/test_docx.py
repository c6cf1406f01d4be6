"""The Word document: real headings, styles, links, and the same bytes for the same record."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import docx
import pytest
from docx.document import Document

from tests.exports.reading import read_words
from tests.exports.report_factory import make_claims, make_report
from workbench import exports
from workbench.domain.records import PublishedRecord
from workbench.exports.docx import render


def open_report(**changes: object) -> Document:
    return docx.Document(io.BytesIO(render(make_report(**changes))))


def test_headings_are_headings_and_styles_carry_the_looks() -> None:
    document = open_report()
    styles = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.style]
    assert ("Title", "Flood at Orel Ford: what holds") in styles
    assert [text for name, text in styles if name == "Heading 1"][:3] == [
        "Summary",
        "A-1 Dam at Orel Ford holds after night of rain",
        "Claims and verdicts",
    ]
    claim = next(text for name, text in styles if name == "Heading 2")
    assert claim == "1 · C-1 Reservoir 30 cm below the crest"
    assert ("Heading 3", "Evidence for") in styles
    assert any(name == "List Bullet" and text.startswith("Northmark Gauge Register") for name, text in styles)
    assert ("Quote", "Crest minus 0.31 m at 06:00") in styles


def test_links_lead_out_and_within() -> None:
    document = open_report()
    outside = {to.target_ref for to in document.part.rels.values() if to.is_external}
    assert outside == {
        "https://courier.example.org/dam",
        "https://gauges.example.org/orel-ford?day=2024-08-19",
        "mailto:desk@example.org",
    }
    body = document.element.body
    marks = set(body.xpath(".//w:bookmarkStart/@w:name"))
    assert {"b_C_1", "b_A_1"} <= marks
    assert set(body.xpath(".//w:hyperlink/@w:anchor")) <= marks


def test_it_tells_who_made_it_and_when_and_nothing_of_the_machine() -> None:
    told = open_report().core_properties
    assert (told.title, told.author) == ("Flood at Orel Ford: what holds", "Northmark Fact Desk")
    assert told.created.isoformat().startswith("2024-08-20T14:03:05")
    assert told.last_modified_by == ""


def test_words_from_right_to_left_say_so() -> None:
    document = open_report()
    [words] = [one for one in document.paragraphs if one.text.startswith("קצב הזרימה היה גבוה מהרגיל.")]
    assert words._p.xpath("./w:pPr/w:bidi")
    assert all(run.font.rtl for run in words.runs)


def test_a_picture_is_a_row_of_shaded_cells_with_its_words() -> None:
    [table] = open_report().tables
    assert [cell.text for cell in table.rows[0].cells] == ["1", "1", "1", "1", "1"]
    fills = table._tbl.xpath(".//w:tc/w:tcPr/w:shd/@w:fill")
    assert len(set(fills)) == len(fills) == 5
    told = "False: 1, Mostly true: 1, True: 1, Unverifiable: 1, Open, no verdict yet: 1"
    for name in ("tblCaption", "tblDescription"):
        assert table._tbl.xpath(f"./w:tblPr/w:{name}/@w:val") == [told]
    for widths in (table.columns, table.rows[0].cells):
        assert sum(one.width.cm for one in widths) == pytest.approx(17, abs=0.1)


def test_how_the_verdict_went_is_a_picture_in_every_format_that_has_pictures() -> None:
    days = [datetime(2024, 8, day, 12, tzinfo=UTC) for day in (1, 11)]
    published = (
        PublishedRecord("R-1", days[0], "True", "true"),
        PublishedRecord("R-3", days[1], "Mostly true", "mostly-true"),
    )
    claim, *others = make_claims()
    record = make_report(claims=(replace(claim, published=published), *others))
    told = "Published as “True” in R-1, 1 August 2024; as “Mostly true” in R-3, 11 August 2024."
    for code in ("html", "pdf", "docx", "markdown"):
        assert told in " ".join(read_words(exports.render(code, record)).split()), code
        assert "Published as" not in read_words(exports.render(code, make_report())), code
    document = docx.Document(io.BytesIO(render(record)))
    assert [cell.text for cell in document.tables[1].rows[0].cells] == ["True", "Mostly true"]
    first, second = document.tables[1].columns
    assert 3 < first.width / second.width < 4  # ten days, and a quarter of that for what holds from then on
    words = "True from 2024-08-01; Mostly true from 2024-08-11"
    assert document.tables[1]._tbl.xpath("./w:tblPr/w:tblDescription/@w:val") == [words]
    assert f'aria-label="{words}"' in exports.render("html", record).decode()


def test_signs_that_xml_cannot_hold_are_told_by_their_number() -> None:
    claim = replace(make_claims()[0], statement="one\x00two\x0bthree\ufffe\tfour")
    texts = [paragraph.text for paragraph in open_report(claims=(claim,)).paragraphs]
    assert "one[U+0000]two[U+000B]three[U+FFFE] four" in texts
