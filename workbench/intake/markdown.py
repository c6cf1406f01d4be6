"""Way in: a Markdown file (.md), read as the web page that it stands for."""

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft, FurnitureDraft
from workbench.intake.formats import ARTICLE, Format
from workbench.intake.front_matter import split_front_matter
from workbench.intake.html import read_page
from workbench.intake.plain import read_text
from workbench.intake.text_rules import check_words

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

FORMAT = Format(
    name="Markdown",
    reads="A Markdown file; its front matter tells title, author and date",
    gives=ARTICLE,
    extensions=(".md", ".markdown"),
)
LOADED_APART = ("markdown_it",)
MEDIA_TYPE = "text/markdown"

# What quotes and lists nest deeper, the parser leaves out without a word, so it is refused here.
MAX_NESTING = 60
# Within a line nothing is lost beyond this depth, and time grows with it: "[[[[" is read anew for each step.
_MAX_NESTING_IN_LINE = 10
_CONTAINERS = frozenset({"blockquote_open", "list_item_open"})


def read(name: str, data: bytes) -> ArticleDraft:
    """The document's words without its marks, front matter kept as furniture. Raises BadInput."""
    front = split_front_matter(read_text(name, data))
    check_words(front.rest, "The file")
    page = read_page(_render(front.rest))
    draft = ArticleDraft(
        text=page.text,
        received=data,
        media_type=MEDIA_TYPE,
        name=name,
        title=front.facts.title or page.facts.title,
        url=front.facts.url,
        author=front.facts.author,
        outlet=front.facts.outlet,
        published_on=front.facts.published_on,
        furniture=page.furniture,
    )
    return _put_before(front.text, draft) if front.text else draft


def _render(source: str) -> str:
    """The document as HTML: CommonMark with tables and strike-through. Raises BadInput if nested too deep."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - slow to load, for Markdown alone

    reader = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    reader.core.ruler.after("block", "limit_line", _limit_line)
    environment: dict[str, object] = {}
    tokens = reader.parse(source, environment)
    if any(token.level == MAX_NESTING - 1 and token.type in _CONTAINERS for token in tokens):
        raise BadInput(
            f"The file nests its quotes or lists more than {MAX_NESTING // 2 - 1} deep, and is not read so. "
            "Take away some of the signs at the start of its lines."
        )
    return str(reader.renderer.render(tokens, reader.options, environment))


def _limit_line(state: "StateCore") -> None:
    state.md.options["maxNesting"] = _MAX_NESTING_IN_LINE


def _put_before(front: str, draft: ArticleDraft) -> ArticleDraft:
    shift = len(front) + 2
    moved = (replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in draft.furniture)
    return replace(
        draft,
        text=f"{front}\n\n{draft.text}",
        furniture=(FurnitureDraft(0, len(front), "Front matter"), *moved),
    )
