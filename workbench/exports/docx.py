"""Way out: a Word document with real headings, styles and links, so that an editor can work on it.

Styles carry the looks: who wants another look changes the style. The same record gives the same bytes, so the
times within the file are those of the record.
"""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run as Word

from workbench.domain.records import ReportRecord
from workbench.exports.docx_pictures import add_picture, make_shade, widen_colour
from workbench.exports.paper import build_paper
from workbench.exports.paper_blocks import Block, Run
from workbench.exports.pdf_signs import name_point
from workbench.exports.pictures import read_colours
from workbench.exports.wording import name_report

CODE = "docx"
LABEL = "Word document (to work on)"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXTENSION = "docx"

_GREY = RGBColor(0x55, 0x55, 0x55)
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_AFTER_BIDI = ("w:spacing", "w:ind", "w:jc", "w:rPr")  # the format wants these behind it
_XML_LACKS = {sign: f"[{name_point(sign)}]" for sign in (*map(chr, range(32)), "\ufffe", "\uffff")}
_XML_LACKS |= dict.fromkeys("\t\n\r", " ")
_LONGEST_NAME = 40  # of a bookmark, as Word allows it
# Kind of block to paragraph style; headings have their own.
_STYLES = {
    "title": "Title",
    "text": "Body Text",
    "verdict": "Body Text",
    "article": "Article Text",
    "aside": "Small Print",
    "small": "Small Print",
    "lead": "Small Print",
    "fact": "Small Print",
    "quote": "Quote",
    "item": "List Bullet",
}


def render(record: ReportRecord) -> bytes:
    """The report as DOCX. Raises ValueError for a slice outside its article's text."""
    document = docx.Document()
    _set_up(document, record)
    writer = _Writer(document)
    for block in build_paper(record):
        writer.add(block)
    raw = io.BytesIO()
    document.save(raw)
    return _fix_times(raw.getvalue())


def _set_up(document: Document, record: ReportRecord) -> None:
    told = document.core_properties
    told.title, told.author = _clean(record.title)[:255], _clean(record.desk.name)[:255]
    told.identifier, told.comments = name_report(record), ""
    told.created = told.modified = record.made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    told.last_modified_by, told.language = "", "en"
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    _add_style(document, "Small Print", Pt(9), _GREY)
    _add_style(document, "Article Text", Pt(11), None)
    foot = page.footer.paragraphs[0]
    foot.style = document.styles["Small Print"]
    foot.add_run(f"{name_report(record)}   ")
    _add_field(foot, "PAGE")


def _add_style(document: Document, name: str, size: Pt, colour: RGBColor | None) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Body Text"]
    style.font.size = size
    style.paragraph_format.space_after = Pt(4)
    if colour is not None:
        style.font.color.rgb = colour


class _Writer:
    """Adds blocks to a document. Bookmarks are numbered through it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.bookmarks = 0
        self.under_picture = False  # a table keeps no distance by itself
        # python-docx looks through all styles for each paragraph, which takes three quarters of its time.
        names = {*_STYLES.values(), *(f"Heading {level}" for level in range(1, 4))}
        self.styles = {name: document.styles[name].style_id for name in names}

    def add(self, block: Block) -> None:
        if block.picture:
            add_picture(self.document, block.picture, self.styles["Small Print"], _clean(block.text))
            self.under_picture = True
            return
        style = f"Heading {block.level}" if block.kind == "heading" else _STYLES[block.kind]
        paragraph = self.document.add_paragraph()
        paragraph._p.style = self.styles[style]
        paragraph.paragraph_format.keep_with_next = block.kind in {"heading", "lead"} or None
        if self.under_picture:
            paragraph.paragraph_format.space_before, self.under_picture = Pt(6), False
        if block.inner:
            paragraph.paragraph_format.left_indent = Cm(0.9)
        if block.right_to_left:
            paragraph._p.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
        if block.anchor:
            self.bookmarks += 1
            paragraph._p.append(_make_mark("w:bookmarkStart", self.bookmarks, block.anchor))
            paragraph._p.append(_make_mark("w:bookmarkEnd", self.bookmarks))
        if block.term:
            _add_words(paragraph, paragraph._p, Run(f"{block.term}: ", "strong"), block)
        for run in block.runs:
            _add_run(paragraph, run, block)


def _add_run(paragraph: Paragraph, run: Run, block: Block) -> None:
    parent: BaseOxmlElement = paragraph._p
    if run.link or run.target:
        parent = OxmlElement("w:hyperlink")
        if run.link:
            to = paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            parent.set(qn("r:id"), to)
        else:
            parent.set(qn("w:anchor"), _name_mark(run.target))
            if run.note:
                parent.set(qn("w:tooltip"), _clean(run.note)[:255])
        paragraph._p.append(parent)
    _add_words(paragraph, parent, run, block)


def _add_words(paragraph: Paragraph, parent: BaseOxmlElement, run: Run, block: Block) -> None:
    word = paragraph.add_run(_clean(run.text))
    parent.append(word._r)  # moves it to where it belongs
    if run.look in _LOOKS:
        _LOOKS[run.look](word)
    if run.look == "badge":
        _shade(word, run.colour)
    if run.marks:
        _underline(word, run.marks[-1])
    if run.link or (run.target and run.look != "number"):
        word.font.underline = True
    if block.right_to_left:
        word.font.rtl = True


_LOOKS: dict[str, Callable[[Word], None]] = {
    "strong": lambda word: setattr(word.font, "bold", True),
    "badge": lambda word: setattr(word.font, "bold", True),
    "muted": lambda word: setattr(word.font.color, "rgb", _GREY),
    "code": lambda word: setattr(word.font, "name", "Courier New"),
    "number": lambda word: setattr(word.font, "superscript", True),
}
# The line under a claim's words, by its rating's token; each rating has a line of its own.
_LINES = {
    "false": "wave",
    "mostly-false": "dash",
    "half-true": "double",
    "mostly-true": "single",
    "true": "thick",
    "unverifiable": "dotted",
}


def _shade(word: Word, token: str) -> None:
    _, _, ink = read_colours().get(token, read_colours()["none"])
    word.font.color.rgb = RGBColor.from_string(widen_colour(ink))
    word._r.get_or_add_rPr().append(make_shade(token))


def _underline(word: Word, token: str) -> None:
    colours = read_colours()
    line = OxmlElement("w:u")
    line.set(qn("w:val"), _LINES.get(token, "single"))
    line.set(qn("w:color"), widen_colour(colours.get(token, colours["none"])[1]))
    word._r.get_or_add_rPr().append(line)


def _make_mark(tag: str, number: int, name: str = "") -> BaseOxmlElement:
    mark = OxmlElement(tag)
    mark.set(qn("w:id"), str(number))
    if name:
        mark.set(qn("w:name"), _name_mark(name))
    return mark


def _name_mark(anchor: str) -> str:
    """A bookmark's name may hold letters, figures and underlines, and starts with a letter."""
    return "".join(sign if sign.isalnum() else "_" for sign in f"b_{anchor}")[:_LONGEST_NAME]


def _add_field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)


def _clean(text: str) -> str:
    """A tab or a line end is a space, a sign that XML has no place for is told by its code point."""
    return "".join(_XML_LACKS.get(sign, sign) for sign in text)


def _fix_times(raw: bytes) -> bytes:
    """The same package with one time for every part, so that equal records give equal files."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _ZIP_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return fixed.getvalue()
