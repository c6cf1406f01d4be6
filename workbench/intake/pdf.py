"""Way in: a PDF document. Its text page by page as PDFium reads it; where each page begins is kept."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import re2

from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft
from workbench.intake.facts import clean_line
from workbench.intake.formats import ARTICLE, MEGABYTE, Format
from workbench.intake.left_out import count_things, list_numbers
from workbench.intake.limits import MAX_BYTES, check_text_size
from workbench.intake.text_rules import check_characters, check_words, has_words, unify_newlines

FORMAT = Format(
    name="PDF",
    reads="A PDF document; where each page begins is kept",
    gives=ARTICLE,
    extensions=(".pdf",),
    most_bytes=25 * MEGABYTE,
)
MEDIA_TYPE = "application/pdf"
MOST_PAGES = 2_000
_NESTED_PICTURES = 3  # forms within forms that are looked into for pictures
# PDFium's mark for a hyphen at a line's end that it takes for a soft one. It is printed as a hyphen.
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-"})
_UNREADABLE = re2.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_UNKNOWN = "\ufffd"


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    pictures: int


def read(name: str, data: bytes) -> ArticleDraft:
    """The document's words, page after page. Raises BadInput, also for a scan without text."""
    with _open(name, data) as document:
        pages = list(_read_pages(document))
        told = document.get_metadata_dict(skip_empty=True)
    _refuse_scan(pages)
    text, starts = _join(pages)
    check_text_size(text, "The document")
    check_characters(text, "The document")
    check_words(text, "The document")
    return ArticleDraft(
        text=text,
        received=data,
        media_type=MEDIA_TYPE,
        name=name,
        title=clean_line(told.get("Title")),
        author=clean_line(told.get("Author")),
        pages=starts,
        left_out=_say_what_is_missing(pages, text),
    )


@contextmanager
def _open(name: str, data: bytes) -> Iterator[pdfium.PdfDocument]:
    if b"%PDF-" not in data[:1024]:
        raise BadInput(f"“{name[:80]}” is not a PDF document, whatever its name says.")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        code = raw.FPDF_GetLastError()
        if code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise BadInput(
                "The document is locked with a password. Open it in a PDF program and save it without one."
            ) from None
        raise BadInput(
            "The document is damaged: it cannot be opened. Open it in a PDF program, print it to a new PDF "
            "and try that one."
        ) from None
    try:
        if len(document) > MOST_PAGES:
            raise BadInput(
                f"The document has {len(document):,} pages; at most {MOST_PAGES:,} are read. "
                "Save the pages you need as a PDF of their own."
            )
        if len(document) < 1:
            raise BadInput("The document has no pages.")
        yield document
    finally:
        document.close()


def _read_pages(document: pdfium.PdfDocument) -> Iterator[_Page]:
    size = 0
    for place in range(len(document)):
        try:
            page = document[place]
        except pdfium.PdfiumError:
            raise BadInput(
                f"Page {place + 1} of the document is damaged. Print the document to a new PDF "
                "and try that one."
            ) from None
        try:
            text = _read_text(page)
            pictures = sum(1 for _ in page.get_objects((raw.FPDF_PAGEOBJ_IMAGE,), max_depth=_NESTED_PICTURES))
        finally:
            page.close()
        size += len(text)
        if size > MAX_BYTES:
            check_text_size("x" * size, "The document")
        yield _Page(text, pictures)


def _read_text(page: pdfium.PdfPage) -> str:
    """The page's characters in PDFium's reading order. What stands for no character becomes U+FFFD."""
    try:
        textpage = page.get_textpage()
    except pdfium.PdfiumError:
        return ""
    try:
        count = textpage.count_chars()
        if count > MAX_BYTES:
            check_text_size("x" * count, "The document")
        buffer = (ctypes.c_ushort * (count * 2 + 2))()
        written = raw.FPDFText_GetText(textpage, 0, count, buffer)
        units = bytes(memoryview(buffer).cast("B"))[: max(written - 1, 0) * 2]
    finally:
        textpage.close()
    text = unify_newlines(units.decode("utf-16-le", "replace").translate(_HYPHENS))
    return str(_UNREADABLE.sub(_UNKNOWN, text)).strip("\n")


def _refuse_scan(pages: list[_Page]) -> None:
    if any(has_words(page.text) for page in pages):
        return
    what = "one page holds" if len(pages) == 1 else f"{len(pages)} pages hold"
    pictures = "only pictures" if any(page.pictures for page in pages) else "nothing"
    raise BadInput(
        f"There are no words in this PDF: its {what} {pictures}. If it is a scan, put it through text "
        "recognition (OCR) first, or type out the words that matter and paste them."
    )


def _join(pages: list[_Page]) -> tuple[str, tuple[int, ...]]:
    """Pages with a blank line between them, and where each begins."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for page in pages:
        if page.text and length:
            parts.append("\n\n")
            length += 2
        starts.append(length)
        parts.append(page.text)
        length += len(page.text)
    return "".join(parts), tuple(starts)


def _say_what_is_missing(pages: list[_Page], text: str) -> tuple[str, ...]:
    empty = [number for number, page in enumerate(pages, start=1) if not page.text.strip()]
    unknown = text.count(_UNKNOWN)
    return tuple(
        filter(
            None,
            (
                count_things(sum(page.pictures for page in pages), "picture"),
                f"{list_numbers(empty, 'page')} without text" if empty else "",
                count_things(
                    unknown, "character that could not be read", "characters that could not be read"
                ),
            ),
        )
    )
