"""Way out: a tagged PDF (PDF/UA-1), typeset by typst. The `pdf` extra brings typst; without it this says so.

The layout stands in templates/exports/report.typ. Words reach it as JSON and are never part of its code. The
fonts are those within typst, so that a report looks the same on every machine. A sign that none of them can
draw is written as its code point in brackets, and named at the end of the report.
"""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from typing import Any, Literal

import re2

from workbench.domain.errors import RuleBroken
from workbench.domain.records import ReportRecord
from workbench.exports.paper import build_paper
from workbench.exports.paper_blocks import Block, Run, starts_right_to_left
from workbench.exports.pictures import read_colours
from workbench.exports.wording import name_report
from workbench.paths import TEMPLATES

CODE = "pdf"
LABEL = "PDF (tagged, for reading and printing)"
MEDIA_TYPE = "application/pdf"
EXTENSION = "pdf"

MISSING = "PDF reports need typst. Install it with: pip install claim-workbench[pdf]"

_FONTS = ("Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern", "New Computer Modern Math")
_MONO = ("DejaVu Sans Mono",)
_STANDARD: Literal["ua-1"] = "ua-1"
# Thickness in points and dashes of the line under a claim's words, by its rating's token.
_LINES = {
    "false": (1.4, "solid"),
    "mostly-false": (1.4, "dashed"),
    "half-true": (1.2, "dash-dotted"),
    "mostly-true": (0.9, "solid"),
    "true": (1.8, "solid"),
    "unverifiable": (1.2, "dotted"),
    "none": (0.5, "solid"),
}
# One sign after another, each a paragraph of its own.
_TRIAL = """#let paper = json(bytes(sys.inputs.paper))
#set document(title: "Signs")
#set text(font: paper.fonts)
#for sign in paper.signs { par(sign) }
"""
_PRIVATE = "Co"
_LANGUAGE = re2.compile(r"[a-z]{2,3}")
_REFUSED = re2.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re2.compile(r"\\u\{([0-9a-f]{1,6})\}")


def is_missing() -> str:
    """What to do before this format can be made; empty where it can."""
    try:
        return "" if find_spec("typst") else MISSING
    except ValueError:  # what stands for a module that may not be loaded
        return MISSING


def render(record: ReportRecord) -> bytes:
    """The report as PDF. Raises RuleBroken without typst, ValueError for a slice outside its text."""
    if is_missing():
        raise RuleBroken(MISSING)
    blocks = list(build_paper(record))
    unknown = find_unknown_signs(run_text for block in blocks for run_text in _list_texts(block))
    if unknown:
        blocks = [_spell_block(block, unknown) for block in blocks] + list(_name_signs(unknown))
    paper = {
        "title": _spell(record.title, unknown) or name_report(record),
        "desk": _spell(record.desk.name, unknown),
        "number": name_report(record),
        "fonts": _FONTS,
        "mono": _MONO,
        "colours": read_colours(),
        "lines": _LINES,
        "blocks": _pack_blocks(blocks, contents=len(record.claims) > 1),
    }
    return _compile(_read_template(), {"paper": json.dumps(paper)}, moment=int(record.made_at.timestamp()))


def find_unknown_signs(texts: Iterable[str]) -> set[str]:
    """The signs of these texts that no font here can draw. Private ones count among them: what a font has in
    their places are its own letters, which would read as something else."""
    signs = {sign for text in texts for sign in text if not sign.isascii()}
    private = {sign for sign in signs if unicodedata.category(sign) == _PRIVATE}
    return private | (signs - private - _ask_fonts("".join(sorted(signs - private))))


@cache
def _ask_fonts(signs: str) -> frozenset[str]:
    """Those of the signs that can be drawn: typst itself refuses the others for the sake of PDF/UA."""
    import typst  # noqa: PLC0415 - an extra

    drawn = set(signs)
    while drawn:
        try:
            _compile(_TRIAL, {"paper": json.dumps({"fonts": _FONTS, "signs": sorted(drawn)})}, moment=0)
            break
        except typst.TypstError as error:
            refused = {sign for text in _REFUSED.findall(str(error)) for sign in _unescape(text)} & drawn
            if not refused:
                raise
            drawn -= refused
    return frozenset(drawn)


def _unescape(text: str) -> str:
    return str(_ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text))


def _compile(source: str, inputs: dict[str, str], *, moment: int) -> bytes:
    import typst  # noqa: PLC0415 - an extra

    made = typst.compile(
        source.encode(),
        format="pdf",
        sys_inputs=inputs,
        ignore_system_fonts=True,
        pdf_standards=_STANDARD,
        timestamp=moment,
    )
    return bytes(made)


@cache
def _read_template() -> str:
    return (TEMPLATES / "exports" / "report.typ").read_text("utf-8")


def _keep_in_line(block: Block) -> Block:
    """A heading that goes over from one direction to the other ends with a mark, or else the page number
    behind it in the contents would join the words that run from right to left."""
    if block.kind != "heading" or block.right_to_left or not any(map(starts_right_to_left, block.text)):
        return block
    return replace(block, runs=(*block.runs, Run("\u200e")))


def _pack_blocks(blocks: list[Block], *, contents: bool) -> list[dict[str, Any]]:
    anchors = {block.anchor for block in blocks}
    packed = [_pack_block(_keep_in_line(block), anchors) for block in blocks]
    second = [place for place, block in enumerate(blocks) if block.kind == "heading" and block.level == 1][1:]
    if contents and second:
        packed[second[0] - 1]["contents"] = True
    return packed


def _pack_block(block: Block, anchors: set[str]) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "level": block.level,
        "anchor": block.anchor,
        "term": block.term,
        "language": block.language if _LANGUAGE.fullmatch(block.language) else "en",
        "data": block.picture.svg if block.picture else "",
        "rtl": block.right_to_left,
        "inner": block.inner,
        "contents": False,
        "runs": [
            {
                "text": run.text,
                "look": run.look,
                "link": run.link,
                "target": run.target if run.target in anchors else "",
                "colour": run.colour,
                "marks": run.marks,
                "note": run.note,
            }
            for run in block.runs
        ],
    }


def _list_texts(block: Block) -> Iterable[str]:
    return (text for run in block.runs for text in (run.text, run.note))


def _spell_block(block: Block, unknown: set[str]) -> Block:
    runs = tuple(
        replace(run, text=_spell(run.text, unknown), note=_spell(run.note, unknown)) for run in block.runs
    )
    # The words on a picture are drawn from its SVG; what it shows in words is a run.
    picture = block.picture and replace(block.picture, svg=_spell(block.picture.svg, unknown))
    return replace(block, runs=runs, picture=picture)


def _spell(text: str, unknown: set[str]) -> str:
    """The text with the code point of each sign that can't be drawn in its place."""
    return "".join(f"[{_name_point(sign)}]" if sign in unknown else sign for sign in text)


def _name_point(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _name_signs(unknown: set[str]) -> Iterable[Block]:
    yield Block("heading", (Run("Signs that could not be drawn"),), level=1)
    told = "The fonts of this file have no shape for these signs. Where they stand, it shows their number."
    yield Block("text", (Run(told),))
    for sign in sorted(unknown):
        name = unicodedata.name(sign, "a sign without a name")
        yield Block("item", (Run(f"[{_name_point(sign)}] {name}"),))
