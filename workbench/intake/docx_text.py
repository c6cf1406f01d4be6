"""The words in WordprocessingML as a reader meets them. python-docx's own `.text` leaves out what was
inserted as a tracked change, what stands in content controls and in text boxes; here nothing is left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def qn(tag: str) -> str:
    """A name like "w:tab" as lxml has it. python-docx knows it too, and is slow to load."""
    return f"{{{_MAIN}}}{tag.removeprefix('w:')}"


_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
}
_PARAGRAPH, _ROW, _CELL, _TABLE = qn("w:p"), qn("w:tr"), qn("w:tc"), qn("w:tbl")
_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_TEXTS = frozenset({qn("w:t"), f"{{{_MATHS}}}t"})
_NOTES = frozenset({qn("w:footnoteReference"), qn("w:endnoteReference")})
_DELETED = frozenset({qn("w:del"), qn("w:moveFrom")})
_PICTURES = frozenset({qn("w:drawing"), qn("w:pict"), qn("w:object")})
_BOX = qn("w:txbxContent")
_COMMENT = qn("w:commentReference")
_LIST = f"{qn('w:pPr')}/{qn('w:numPr')}"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_FALLBACK = f"{{{_COMPATIBILITY}}}Fallback"  # the same once more, for programs that are older
_FORMULA = f"{{{_MATHS}}}oMath"
_SYMBOL = qn("w:sym")  # a sign of one font, which has no meaning outside of it
_PROPERTIES = frozenset({qn("w:pPr"), qn("w:rPr"), qn("w:tblPr"), qn("w:trPr"), qn("w:tcPr"), qn("w:sectPr")})
_MOST_DEPTH = 200


@dataclass
class Words:
    """What was met on the way that is not in the text."""

    pictures: int = 0
    deleted: int = 0
    comments: int = 0
    formulas: int = 0
    symbols: int = 0
    boxes: list[Any] = field(default_factory=list)


def read_paragraphs(root: Any, words: Words) -> list[str]:
    """The text under `root` in pieces to be joined: paragraphs with a blank line between them, items of
    a list and rows of a table each on a line of its own, cells apart by a tab."""
    pieces: list[str] = []
    before = ""
    for kind, text in _read_blocks(root, words, 0):
        if not text.strip():
            before = ""
            continue
        if pieces:
            pieces.append("\n" if kind and kind == before else "\n\n")
        pieces.append(text)
        before = kind
    return pieces


def _read_blocks(root: Any, words: Words, depth: int) -> Iterator[tuple[str, str]]:
    """Each paragraph or row as its kind ("" for a paragraph of its own) and its text."""
    if depth > _MOST_DEPTH:
        return
    for child in root:
        if child.tag == _PARAGRAPH:
            yield ("list" if child.find(_LIST) is not None else "", _read_line(child, words))
            for box in _take_boxes(words):
                yield from _read_blocks(box, words, depth + 1)
        elif child.tag == _TABLE:
            yield from (("table", row) for row in _read_rows(child, words, depth))
        elif child.tag not in _PROPERTIES and child.tag not in _DELETED and len(child):
            yield from _read_blocks(child, words, depth + 1)  # a content control, an inserted block


def _read_rows(table: Any, words: Words, depth: int) -> Iterator[str]:
    for row in table.iter(_ROW):
        if next(row.iterancestors(_TABLE)) is table:
            cells = [cell for cell in row.iter(_CELL) if next(cell.iterancestors(_ROW)) is row]
            yield "\t".join(_read_cell(cell, words, depth) for cell in cells)


def _read_cell(cell: Any, words: Words, depth: int) -> str:
    return "\n".join(text for _, text in _read_blocks(cell, words, depth + 1) if text.strip())


def _read_line(paragraph: Any, words: Words) -> str:
    """The characters of one paragraph; text boxes in it are put aside, to follow it."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        if node.tag in _TEXTS:
            parts.append(node.text or "")
        elif node.tag in _CHARACTERS:
            parts.append(_CHARACTERS[node.tag])
        elif node.tag in _NOTES:
            parts.append(f"[{node.get(qn('w:id'), '')}]")
        elif node.tag == _BOX:
            words.boxes.append(node)
        elif _goes_on(node, words):
            waiting.extend(reversed(node))
    return "".join(parts)


def _goes_on(node: Any, words: Words) -> bool:
    """Whether to look into a node; what is passed over is counted."""
    if node.tag in _PROPERTIES or node.tag == _FALLBACK:
        return False
    words.pictures += node.tag in _PICTURES and node.find(f".//{_BOX}") is None
    words.deleted += node.tag in _DELETED
    words.comments += node.tag == _COMMENT
    words.formulas += node.tag == _FORMULA
    words.symbols += node.tag == _SYMBOL
    return node.tag not in _DELETED


def _take_boxes(words: Words) -> list[Any]:
    taken, words.boxes = words.boxes, []
    return taken
