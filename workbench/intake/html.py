"""Way in: a saved web page (.html). Its words and facts are read; nothing in it is run, opened or fetched."""

from dataclasses import dataclass
from itertools import dropwhile
from typing import Any

from lxml import etree

from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft, FurnitureDraft
from workbench.intake.encoding import decode_html
from workbench.intake.facts import Facts
from workbench.intake.file_kinds import check_kind, has_markup
from workbench.intake.formats import ARTICLE, MEGABYTE, Format
from workbench.intake.limits import check_text_size
from workbench.intake.page_facts import list_blocks, read_facts
from workbench.intake.page_guesses import LOADED_APART, complete_facts
from workbench.intake.page_text import write_page
from workbench.intake.text_rules import check_characters, check_words, unify_newlines

FORMAT = Format(
    name="Web page",
    reads="A saved web page (HTML); menus and advertisements are folded",
    gives=ARTICLE,
    extensions=(".html", ".htm", ".xhtml"),
    most_bytes=5 * MEGABYTE,
)
MEDIA_TYPE = "text/html"
_OF_HEAD = frozenset(("base", "link", "meta", "noscript", "script", "style", "template", "title"))
__all__ = [
    "FORMAT",
    "LOADED_APART",
    "MEDIA_TYPE",
    "Page",
    "list_data_blocks",
    "read",
    "read_bytes",
    "read_page",
]


@dataclass(frozen=True, slots=True)
class Page:
    """A web page as text, its furniture as ranges of that text, and what it tells about itself."""

    text: str
    furniture: tuple[FurnitureDraft, ...]
    facts: Facts


def read(name: str, data: bytes) -> ArticleDraft:
    """The page's words as an article; `received` stays the page itself. Raises BadInput."""
    return read_bytes(name, data)


def read_bytes(name: str, data: bytes, charset: str = "", url: str = "") -> ArticleDraft:
    """The same for a page that came from `url` with the encoding that its site declares."""
    check_kind(name, data)
    source = unify_newlines(decode_html(data, "The page" if url else "The file", charset))
    check_characters(source, "The file")
    if not has_markup(source):
        raise BadInput(
            f"“{name[:80]}” is no web page: there is no HTML in it. If it is plain text, give it a name that "
            "ends in .txt and try again."
        )
    page = read_page(source)
    check_text_size(page.text, "The page")
    facts = complete_facts(page.facts, source, url)
    return ArticleDraft(
        text=page.text,
        received=data,
        media_type=MEDIA_TYPE,
        name=name,
        title=facts.title,
        url=facts.url,
        author=facts.author,
        outlet=facts.outlet,
        published_on=facts.published_on,
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
    if root is None:
        return []
    _empty_head(root)
    return [root, *root.itersiblings()]


def _empty_head(root: Any) -> None:
    """What a page without a body tag shows right after its title (`main`, `article`), the parser, which does
    not know these elements, leaves in the head."""
    head = root.find("head")
    shown = [] if head is None else list(dropwhile(lambda one: one.tag in _OF_HEAD, head))
    if not shown:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    body[:0] = shown  # lxml moves them


def list_data_blocks(source: str) -> list[str]:
    """The JSON-LD blocks of a page, as they stand in it."""
    return list_blocks(_parse(source))
