"""Way out: a tagged PDF (PDF/UA-1), typeset by typst. The `pdf` extra brings typst; without it this says so.

The layout stands in templates/exports/report.typ. Words reach it as JSON and are never part of its code. The
fonts are those within typst, so that a report looks the same on every machine. A sign that none of them can
draw is written as its code point in brackets, and named at the end of the report.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from typing import Any, Literal

import re2

from workbench.domain.errors import RuleBroken
from workbench.domain.records import ReportRecord
from workbench.exports.directions import has_arabic, runs_right_to_left
from workbench.exports.paper import build_paper
from workbench.exports.paper_blocks import Block, Run
from workbench.exports.pdf_signs import FONTS, find_refused_signs, find_unknown_signs, name_signs, spell_signs
from workbench.exports.pictures import read_colours
from workbench.exports.wording import name_report
from workbench.paths import TEMPLATES

CODE = "pdf"
LABEL = "PDF (tagged, for reading and printing)"
MEDIA_TYPE = "application/pdf"
EXTENSION = "pdf"

MISSING = "PDF reports need typst. Install it with: pip install claim-workbench[pdf]"

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
_TO_LEFT = Run("\u200e")  # ours, and never spelled
REFUSALS = 5  # how often further signs may turn out not to be drawn, once all are set together
_LANGUAGE = re2.compile(r"[a-z]{2,3}")


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
    texts = [record.title, record.desk.name, *(text for block in blocks for text in _list_texts(block))]
    unknown = find_unknown_signs(texts)
    for _ in range(REFUSALS):
        try:
            return _typeset(record, blocks, texts, unknown)
        except _RefusedError as refused:
            if refused.signs <= unknown:
                raise
            unknown |= refused.signs
    return _typeset(record, blocks, texts, unknown)


class _RefusedError(Exception):
    """Typst refused a text for these signs."""

    def __init__(self, signs: set[str]) -> None:
        super().__init__(f"Can't be set: {sorted(signs)}")
        self.signs = signs


def _typeset(record: ReportRecord, blocks: list[Block], texts: list[str], unknown: set[str]) -> bytes:
    """The report with these signs spelled and named. Raises _RefusedError for further ones."""
    if unknown:
        blocks = [*blocks, *name_signs(texts, unknown)]
    paper = {
        "title": spell_signs(record.title, unknown) or name_report(record),
        "desk": spell_signs(record.desk.name, unknown),
        "number": name_report(record),
        "fonts": FONTS,
        "mono": _MONO,
        "arabic": any(map(has_arabic, texts)),
        "colours": read_colours(),
        "lines": _LINES,
        "blocks": _pack_blocks(blocks, unknown, contents=len(record.claims) > 1),
    }
    return _compile(_read_template(), {"paper": json.dumps(paper)}, moment=int(record.made_at.timestamp()))


def _compile(source: str, inputs: dict[str, str], *, moment: int) -> bytes:
    import typst  # noqa: PLC0415 - an extra

    try:
        made = typst.compile(
            source.encode(),
            format="pdf",
            sys_inputs=inputs,
            ignore_system_fonts=True,
            pdf_standards=_STANDARD,
            timestamp=moment,
        )
    except typst.TypstError as error:
        signs = find_refused_signs(str(error))
        if not signs:
            raise
        raise _RefusedError(signs) from error
    return bytes(made)


@cache
def _read_template() -> str:
    return (TEMPLATES / "exports" / "report.typ").read_text("utf-8")


def _keep_in_line(block: Block) -> Block:
    """A heading that goes over from one direction to the other ends with a mark, or else the page number
    behind it in the contents would join the words that run from right to left."""
    if block.kind != "heading" or block.right_to_left or not runs_right_to_left(block.text):
        return block
    return replace(block, runs=(*block.runs, _TO_LEFT))


def _pack_blocks(blocks: list[Block], unknown: set[str], *, contents: bool) -> list[dict[str, Any]]:
    anchors = {block.anchor for block in blocks}
    packed = [_pack_block(_keep_in_line(block), anchors, unknown) for block in blocks]
    second = [place for place, block in enumerate(blocks) if block.kind == "heading" and block.level == 1][1:]
    if contents and second:
        packed[second[0] - 1]["contents"] = True
    return packed


def _pack_block(block: Block, anchors: set[str], unknown: set[str]) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "level": block.level,
        "anchor": block.anchor,
        "term": block.term,
        "language": block.language if _LANGUAGE.fullmatch(block.language) else "en",
        # The words on a picture are drawn from its SVG; what it shows in words is a run.
        "data": spell_signs(block.picture.svg, unknown) if block.picture else "",
        "rtl": block.right_to_left,
        "inner": block.inner,
        "contents": False,
        "runs": [
            {
                "text": run.text if run is _TO_LEFT else spell_signs(run.text, unknown),
                "look": run.look,
                "link": run.link,
                "target": run.target if run.target in anchors else "",
                "colour": run.colour,
                "marks": run.marks,
                "note": spell_signs(run.note, unknown),
            }
            for run in block.runs
        ],
    }


def _list_texts(block: Block) -> Iterable[str]:
    return (text for run in block.runs for text in (run.text, run.note))
