"""A picture in a Word document: a row of shaded cells that needs no image, with its words as the table's
alternative text."""

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell

from workbench.domain.pictures import WIDTH, Picture, fit_widths
from workbench.exports.pictures import read_colours

_SPACE = 17.0  # centimetres between the margins
_SIGN = 0.19  # one letter takes about this much


def add_picture(document: Document, picture: Picture, style: str, words: str) -> None:
    """The parts of the picture side by side, as wide as they count; `style` is the paragraphs' style id."""
    whole = sum(share.count for share in picture.shares)
    widths = fit_widths([share.count / whole for share in picture.shares], WIDTH)
    table = document.add_table(rows=1, cols=len(picture.shares))
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    _describe(table._tbl.tblPr, words)
    table.rows[0]._tr.get_or_add_trPr().append(_make("w:cantSplit", val="true"))
    for number, (share, label, width) in enumerate(zip(picture.shares, picture.labels, widths, strict=True)):
        wide, cell = width * _SPACE / WIDTH, table.cell(0, number)
        # Word goes by the cells, LibreOffice by the columns.
        cell.width = table.columns[number].width = Cm(wide)
        paragraph = cell.paragraphs[0]
        paragraph._p.style, paragraph.alignment = style, WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        _, line, ink = read_colours().get(share.colour, read_colours()["none"])
        if len(label) * _SIGN < wide:
            word = paragraph.add_run(label)
            word.font.bold, word.font.color.rgb = True, RGBColor.from_string(widen_colour(ink))
        _shade(cell, share.colour, widen_colour(line))


def widen_colour(colour: str) -> str:
    """ "#fff" as Word wants it: "FFFFFF"."""
    digits = colour[1:]
    return (digits if len(digits) == 6 else "".join(one * 2 for one in digits)).upper()


def make_shade(token: str) -> BaseOxmlElement:
    """The fill of a rating's token."""
    fill, _, _ = read_colours().get(token, read_colours()["none"])
    return _make("w:shd", val="clear", color="auto", fill=fill[1:])


def _shade(cell: _Cell, token: str, line: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    borders = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        borders.append(_make(f"w:{side}", val="single", sz="6", space="0", color=line))
    properties.append(borders)
    properties.append(make_shade(token))


def _describe(properties: BaseOxmlElement, words: str) -> None:
    """Caption and description are what a screen reader says of the table."""
    for name in ("w:tblCaption", "w:tblDescription"):
        properties.append(_make(name, val=words))


def _make(name: str, **values: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element
