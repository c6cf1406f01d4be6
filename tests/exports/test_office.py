"""What LibreOffice makes of our files: a table that computes nothing, a document with its words in order."""

import zipfile
from dataclasses import replace
from pathlib import Path

from lxml import etree

from tests.exports.reading import read_words
from tests.exports.report_factory import make_claims, make_report
from tests.office import convert
from workbench.exports import csv, docx

FORMULAS = ("=1+1", "@SUM(1;1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1+1", "x;=1+1", 'a",=1+1', "\uff1d1+1")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_a_table_that_is_opened_computes_nothing(tmp_path: Path) -> None:
    claims = tuple(
        replace(make_claims()[0], reference=f"C-{place}", title=text, statement=text)
        for place, text in enumerate(FORMULAS, 1)
    )
    file = tmp_path / "report.csv"
    file.write_bytes(csv.render(make_report(claims=claims)))
    with zipfile.ZipFile(convert(file, "xlsx")) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert len(sheet.findall(f".//{_MAIN}row")) == 1 + len(FORMULAS)
    assert sheet.findall(f".//{_MAIN}f") == []


def test_a_word_document_opens_with_its_words_in_order(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(docx.render(make_report()))
    words = " ".join(read_words(convert(file, "pdf").read_bytes()).split())
    told = (
        "Northmark Fact Desk",
        "Summary",
        "the dam at Orel Ford was holding",
        "Claims and verdicts",
        "Method",
    )
    places = [words.find(one) for one in told]
    assert -1 not in places
    assert places == sorted(places)
