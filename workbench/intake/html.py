"""Way in: a saved web page (.html). Its words and facts are read; nothing in it is run, opened or fetched."""

from dataclasses import dataclass
from typing import Any

from lxml import etree

from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft, FurnitureDraft
from workbench.intake.encoding import decode_html
from workbench.intake.facts import Facts
from workbench.intake.file_kinds import check_kind, has_markup
from workbench.intake.page_facts import read_facts
from workbench.intake.page_text import write_page
from workbench.intake.text_rules import check_characters, check_words, unify_newlines

EXTENSIONS = (".html", ".htm")
MEDIA_TYPE = "text/html"


@dataclass(frozen=True, slots=True)
class Page:
    """A web page as text, its furniture as ranges of that text, and what it tells about itself."""

    text: str
    furniture: tuple[FurnitureDraft, ...]
    facts: Facts


def read(name: str, data: bytes) -> ArticleDraft:
    """The page's words as an article; `received` stays the page itself. Raises BadInput."""
    check_kind(name, data)
    source = unify_newlines(decode_html(data, "The file"))
    check_characters(source, "The file")
    if not has_markup(source):
        raise BadInput(
            f"“{name[:80]}” is no web page: there is no HTML in it. If it is plain text, give it a name that "
            "ends in .txt and try again."
        )
    page = read_page(source)
    return ArticleDraft(
        text=page.text,
        received=data,
        media_type=MEDIA_TYPE,
        name=name,
        title=page.facts.title,
        url=page.facts.url,
        author=page.facts.author,
        outlet=page.facts.outlet,
        published_on=page.facts.published_on,
        furniture=page.furniture,
        updated_on=page.facts.updated_on,
    )


def read_page(source: str) -> Page:
    """HTML source as text and facts. Raises BadInput when it holds no words or nests too deeply."""
    tops = _parse(source)
    text, furniture = write_page(tops)
    check_characters(text, "The page")  # character references can name what the source may not hold
    check_words(text, "The page")
    return Page(text, furniture, read_facts(tops))


def _parse(source: str) -> list[Any]:
    """The page's top elements: what stands after `</html>` is text as well, beside the root element."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(source.encode(), parser)
    if len(parser.error_log.filter_from_fatals()):
        # The parser stops there, and the rest of the words would be lost without a word about it.
        raise BadInput(
            "The page nests its elements more than 250 deep, which is more than is read here. "
            "Copy its text in the browser and paste it."
        )
    return [] if root is None else [root, *root.itersiblings()]
