"""The words of a web page as a reader meets them: blocks become paragraphs, furniture is marked, none cut."""

from typing import Any

from lxml import etree

from workbench.domain.records import FurnitureDraft
from workbench.intake.page_furniture import find_reason, is_dropped
from workbench.intake.page_survey import Survey
from workbench.intake.text_rules import has_words, unify_newlines

# Newlines around a block: a blank line, or the next line.
_PARAGRAPHS = (
    "address article aside blockquote body center dd details dialog div dl fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html main menu nav ol p pre section summary table ul"
)
_LINES = "button caption dt legend li option select tbody textarea tfoot thead tr"
_BREAKS = dict.fromkeys(_LINES.split(), 1) | dict.fromkeys(_PARAGRAPHS.split(), 2)
_CELLS = frozenset({"td", "th"})
_AS_TYPED = frozenset({"pre", "textarea"})
_SPACES = str.maketrans("\t\n\f\r", "    ")  # HTML's own white space; a no-break space is a character


class PageWriter:
    """Collects text the way a page is laid out: white space collapses, blocks break the line."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._breaks = 0
        self._gap = ""
        self._reason: str | None = None
        self._start: int | None = None
        self.furniture: list[FurnitureDraft] = []

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def write(self, chunk: str, as_typed: bool) -> None:
        """Add characters of the page's source. `as_typed` keeps white space, as `pre` does."""
        if as_typed:
            self._put(unify_newlines(chunk).strip("\n") if self._breaks else unify_newlines(chunk))
            return
        if not chunk:
            return
        flat = chunk.translate(_SPACES)
        if flat[0] == " ":
            self._gap = self._gap or " "
        words = " ".join(filter(None, flat.split(" ")))
        if words:
            self._put(words)
            self._gap = " " if flat[-1] == " " else ""

    def break_block(self, newlines: int) -> None:
        """Ask for a line end (1) or a blank line (2) before the next words."""
        self._breaks = max(self._breaks, newlines)

    def break_line(self) -> None:
        """A `br`: one line end more; two in a row are a blank line, as pages use them."""
        self._breaks = min(self._breaks + 1, 2)

    def start_cell(self) -> None:
        """Cells of a row stand apart by a tab."""
        self._gap = "\t"

    def open_furniture(self, reason: str) -> None:
        self._reason = reason
        self._start = None

    def close_furniture(self) -> None:
        if self._reason is not None and self._start is not None:
            self.furniture.append(FurnitureDraft(self._start, self._length, self._reason))
        self._reason = None

    def _put(self, words: str) -> None:
        if not words:
            return
        if self._parts:
            self._append("\n" * self._breaks or self._gap)
        self._breaks = 0
        self._gap = ""
        if self._reason is not None and self._start is None:
            self._start = self._length
        self._append(words)

    def _append(self, characters: str) -> None:
        self._parts.append(characters)
        self._length += len(characters)


def write_page(tops: list[Any]) -> tuple[str, tuple[FurnitureDraft, ...]]:
    """The text of the page's top elements and the furniture in it, as ranges in code points of that text.

    Marks that would leave no words of the article are wrong, and none is set then.
    """
    writer = PageWriter()
    survey = Survey(tops)
    for top in tops:
        _walk(top, writer, survey)
        writer.write(top.tail or "", as_typed=False)
    text = writer.text
    return text, tuple(writer.furniture) if _leaves_words(text, writer.furniture) else ()


def _walk(top: Any, writer: PageWriter, survey: Survey) -> None:
    """Read one tree by its events; the parser bounds its depth, and nothing here recurses."""
    open_tags: list[str] = []
    typed = 0  # how many open elements keep white space
    furniture: Any = None
    dropped: Any = None
    walker = etree.iterwalk(top, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start" and is_dropped(element):
            dropped = element
            walker.skip_subtree()
        elif event == "start":
            _open(tag, writer)
            reason = find_reason(element, open_tags, survey) if furniture is None else None
            if reason is not None:
                furniture = element
                writer.open_furniture(reason)
            open_tags.append(tag)
            typed += tag in _AS_TYPED
            writer.write(element.text or "", as_typed=typed > 0)
        else:
            if element is not dropped:
                open_tags.pop()
                typed -= tag in _AS_TYPED
                writer.break_block(_BREAKS.get(tag, 0))
            if element is furniture:
                furniture = None
                writer.close_furniture()
            if element is not top:
                writer.write(element.tail or "", as_typed=typed > 0)


def _open(tag: str, writer: PageWriter) -> None:
    writer.break_block(_BREAKS.get(tag, 0))
    if tag == "br":
        writer.break_line()
    elif tag in _CELLS:
        writer.start_cell()


def _leaves_words(text: str, furniture: list[FurnitureDraft]) -> bool:
    place = 0
    for mark in furniture:
        if has_words(text[place : mark.start]):
            return True
        place = mark.end
    return has_words(text[place:])
