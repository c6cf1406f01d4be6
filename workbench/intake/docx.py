"""Way in: a Word document (DOCX): headings, paragraphs, lists and tables in order, notes at the end."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lxml import etree

from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft, FurnitureDraft
from workbench.intake.docx_text import Words, read_paragraphs
from workbench.intake.facts import clean_line
from workbench.intake.formats import ARTICLE, MEGABYTE, Format
from workbench.intake.left_out import count_things
from workbench.intake.limits import check_text_size
from workbench.intake.text_rules import check_characters, check_words, unify_newlines
from workbench.intake.zip_limits import check_archive

if TYPE_CHECKING:
    from docx.document import Document

FORMAT = Format(
    name="Word",
    reads="A Word document: headings, paragraphs, lists, tables, footnotes",
    gives=ARTICLE,
    extensions=(".docx",),
    most_bytes=25 * MEGABYTE,
)
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LOADED_APART = ("docx",)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FOOTNOTES, ENDNOTES, COMMENTS = f"{_RELATION}/footnotes", f"{_RELATION}/endnotes", f"{_RELATION}/comments"
# Parts of page furniture that belong to a section; those of first and even pages are other ones.
_HEADERS = ("header", "first_page_header", "even_page_header")
_FOOTERS = ("footer", "first_page_footer", "even_page_footer")


def read(name: str, data: bytes) -> ArticleDraft:
    """The document's words in their order, page headers and footers as furniture. Raises BadInput."""
    if not data.startswith(b"PK"):
        raise BadInput(f"“{name[:80]}” is not a Word document (DOCX), whatever its name says.")
    check_archive(data, "The document")
    document = _open(name, data)
    words = Words()
    heads, feet = _list_furniture(document, _HEADERS), _list_furniture(document, _FOOTERS)
    body = read_paragraphs(document.element.body, words)
    notes = [
        *_read_notes(document, FOOTNOTES, words),
        *_read_notes(document, ENDNOTES, words),
    ]
    text, furniture = _put_together(heads, "\n\n".join(filter(None, ["".join(body), *notes])), feet)
    check_text_size(text, "The document")
    check_characters(text, "The document")
    check_words(text, "The document")
    told = document.core_properties
    return ArticleDraft(
        text=text,
        received=data,
        media_type=MEDIA_TYPE,
        name=name,
        title=clean_line(told.title),
        author=clean_line(told.author),
        furniture=furniture,
        left_out=_say_what_is_missing(words, document),
    )


def _open(name: str, data: bytes) -> "Document":
    import docx  # noqa: PLC0415 - slow to load, for Word documents alone
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - as above

    try:
        return docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        # python-docx refuses other Office files with ValueError, and stumbles over missing parts.
        raise BadInput(
            f"“{name[:80]}” cannot be read as a Word document. Open it in a word processor and save it "
            "as DOCX."
        ) from error


def _list_furniture(document: "Document", names: tuple[str, ...]) -> list[str]:
    """The different texts of page headers or footers, each once, in the order of the sections."""
    found: list[str] = []
    for section in document.sections:
        for part in (getattr(section, name) for name in names):
            if part.is_linked_to_previous:
                continue  # asking for its text would add an empty one to the document
            text = "".join(read_paragraphs(part._element, Words())).strip("\n")
            if text.strip() and text not in found:
                found.append(text)
    return found


def _read_notes(document: "Document", kind: str, words: Words) -> Iterator[str]:
    """Footnotes or endnotes as "[1] text", in the order in which the document keeps them."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - as above

    for relation in document.part.rels.values():
        if relation.reltype != kind or relation.is_external:
            continue
        for note in parse_xml(relation.target_part.blob):
            # Those with a type are the lines that separate notes from the page.
            if not isinstance(note.tag, str) or note.get(f"{{{note.nsmap.get('w', '')}}}type") is not None:
                continue
            number = note.get(f"{{{note.nsmap.get('w', '')}}}id", "")
            text = "".join(read_paragraphs(note, words)).strip("\n")
            if text.strip():
                yield f"[{number}] {text.lstrip()}"


def _put_together(heads: list[str], body: str, feet: list[str]) -> tuple[str, tuple[FurnitureDraft, ...]]:
    text = ""
    marks: list[FurnitureDraft] = []
    parts = (
        [(head, "Page header") for head in heads] + [(body, "")] + [(foot, "Page footer") for foot in feet]
    )
    for words, reason in parts:
        part = unify_newlines(words).strip("\n")
        if not part:
            continue
        text += "\n\n" if text else ""
        if reason:
            marks.append(FurnitureDraft(len(text), len(text) + len(part), reason))
        text += part
    return text, tuple(marks)


def _say_what_is_missing(words: Words, document: "Document") -> tuple[str, ...]:
    comments: Any = [part for part in document.part.rels.values() if part.reltype == COMMENTS]
    return tuple(
        filter(
            None,
            (
                count_things(words.pictures, "picture"),
                count_things(
                    words.deleted, "deletion kept as a tracked change", "deletions kept as tracked changes"
                ),
                "the comments beside the text" if comments and words.comments else "",
                count_things(words.formulas, "formula but for its signs", "formulas but for their signs"),
                count_things(words.symbols, "sign of a symbol font", "signs of a symbol font"),
            ),
        )
    )
