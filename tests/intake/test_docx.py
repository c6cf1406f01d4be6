import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.documents import make_docx, save_docx
from tests.intake.fuzz import read_or_refuse
from workbench.domain.errors import BadInput
from workbench.intake import docx as way
from workbench.intake import read_file


def read(document: "docx.document.Document") -> str:
    return read_file("a.docx", save_docx(document)).text


def refuse(data: bytes) -> str:
    with pytest.raises(BadInput) as refused:
        read_file("a.docx", data)
    return str(refused.value)


def edit(data: bytes, name: str, content: bytes) -> bytes:
    """The archive with one member changed or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return out.getvalue()


def test_headings_paragraphs_lists_and_tables_stand_in_order() -> None:
    document = docx.Document()
    document.add_heading("The dam", 1)
    document.add_paragraph("It stands.\tIt\nholds  twice.")
    for item in ("first", "second"):
        _number(document.add_paragraph(item, style="List Bullet"))
    table = document.add_table(2, 2)
    for place, words in enumerate(("Day", "Metres", "Monday", "4")):
        table.cell(place // 2, place % 2).text = words
    document.add_paragraph("The end.")

    assert read(document) == (
        "The dam\n\nIt stands.\tIt\nholds  twice.\n\nfirst\nsecond\n\nDay\tMetres\nMonday\t4\n\nThe end."
    )


def _number(paragraph: "docx.text.paragraph.Paragraph") -> None:
    paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="1"/></w:numPr>'))


def test_tracked_changes_controls_and_boxes_lose_nothing_and_what_is_left_out_is_said() -> None:
    document = docx.Document()
    document.add_paragraph("Before ")._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="1"><w:r><w:t>inserted</w:t></w:r></w:ins>')
    )
    document.paragraphs[0]._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del>')
    )
    document.element.body.insert(
        1,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        ),
    )
    document.add_paragraph("With a box")._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r>"
        )
    )
    document.add_picture(io.BytesIO(PIXEL))

    draft = read_file("a.docx", save_docx(document))

    assert draft.text == "Before inserted\n\nIn a control\n\nWith a box\n\nboxed"
    assert draft.left_out == ("1 picture", "1 deletion kept as a tracked change")


def test_page_headers_and_footers_are_furniture_and_each_is_there_once() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ministry of Defence"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_section()
    document.add_paragraph("The words.")

    draft = read_file("a.docx", save_docx(document))

    assert draft.text == "Ministry of Defence\n\nThe words.\n\nPage 1"
    marks = [(draft.text[mark.start : mark.end], mark.reason) for mark in draft.furniture]
    assert marks == [("Ministry of Defence", "Page header"), ("Page 1", "Page footer")]


def test_footnotes_stand_at_the_end_with_their_number() -> None:
    document = docx.Document()
    document.add_paragraph("A claim")._p.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>')
    )
    data = save_docx(document)
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Its proof.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    data = edit(data, "word/footnotes.xml", notes.encode())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = archive.read("word/_rels/document.xml.rels")
        kinds = archive.read("[Content_Types].xml")
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    data = edit(
        data,
        "word/_rels/document.xml.rels",
        relations.replace(
            b"</Relationships>",
            b'<Relationship Id="rId99" Type="%b" Target="footnotes.xml"/></Relationships>' % kind,
        ),
    )
    part = (
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.wordprocessingml.footnotes+xml"/></Types>'
    )
    data = edit(data, "[Content_Types].xml", kinds.replace(b"</Types>", part))

    assert read_file("a.docx", data).text == "A claim[2]\n\n[2] Its proof."


def test_title_and_author_are_taken_from_the_document() -> None:
    draft = read_file("a.docx", make_docx("Words.", title="On the dam"))

    assert (draft.title, draft.name) == ("On the dam", "a.docx")


def _bomb(size: int) -> bytes:
    return edit(make_docx("Words."), "word/media/bomb.bin", b"\0" * size)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"words", "is not a Word document (DOCX)"),
        (b"PK\x03\x04broken", "damaged"),
        (make_docx("Words.")[:-40], "damaged"),
        (edit(make_docx("Words."), "word/document.xml", b"<broken"), "cannot be read as a Word document"),
        (
            edit(
                make_docx("W."),
                "word/document.xml",
                b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            ),
            "declares entities",
        ),
        (_bomb(30_000_000), "unpacks to far more"),
        (make_docx(""), "is empty"),
        (make_docx("long words " * 100_000), "bytes of text"),
    ],
    ids=["words", "broken", "cut", "xml", "dtd", "bomb", "empty", "long"],
)
def test_refusals_say_what_to_do(data: bytes, message: str) -> None:
    assert message in refuse(data)


def test_another_office_file_is_told_apart() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert "cannot be read as a Word document" in refuse(out.getvalue())


@given(st.binary(max_size=200))
@settings(max_examples=25, deadline=None)
def test_any_bytes_are_a_document_or_refused(data: bytes) -> None:
    for content in (data, b"PK\x03\x04" + data, edit(make_docx("Words."), "word/document.xml", data)):
        read_or_refuse(way.read, "a.docx", content)


PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
    b"\x00\x00\x00\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82"
)
