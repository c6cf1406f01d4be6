"""Signs that the PDF's fonts cannot draw. Not a format of its own.

Each is written as its code point in brackets and named at the end of the report: nothing that somebody wrote
goes from a page without a word."""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

import re2

from workbench.exports.directions import APART, TOGETHER
from workbench.exports.paper_blocks import Block, Run

FONTS = ("Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern", "New Computer Modern Math")

# Each sign stands behind a small square, so that the drawing tells where it would be.
_TRIAL = """#let trial = json(bytes(sys.inputs.trial))
#set page(width: 100pt, height: auto)
#set text(font: trial.fonts)
#for sign in trial.signs { par[#box(rect(width: 1pt, height: 1pt))#sign] }
"""
_SQUARE = re2.compile(r"<path [^>]*stroke=")
_SHAPE = re2.compile(r'<use xlink:href="([^"]+)"')
_REFUSED = re2.compile(r'the text `"(.*)"` could not be displayed')
_ESCAPED = re2.compile(r"\\u\{([0-9a-f]+)\}")
_NO_SIGN = "\uffff"  # what is drawn for it stands for every sign without a shape
# They do their work without a shape: where a line may or must break, which letters join, how the sign before
# them looks, and which words are set apart, as the report does with names.
_SILENT = frozenset("\t\n\r\u00ad\u200b\u200c\u200d\u2028\u2029\u2060" + APART + TOGETHER) | frozenset(
    map(chr, range(0xFE00, 0xFE10))
)
_SPACES = frozenset("\u00a0\u202f\u205f\u3000") | frozenset(map(chr, range(0x2000, 0x200B)))
# PDF/UA has no text for the breaks that layout programs leave between lines and paragraphs.
_BREAKS = str.maketrans({"\u2028": " ", "\u2029": " "})
_KINDS = {"Cc": "a control sign", "Co": "a sign of private use"}
# They are not asked for: what a font has in the places of private signs are its own letters, which would read
# as something else, and a control sign has none.
_NEVER = frozenset(_KINDS)


def find_unknown_signs(texts: Iterable[str]) -> set[str]:
    """The signs of these texts that no font here draws, and those that draw nothing but change their
    neighbours, as marks of direction do."""
    signs = {sign for text in texts for sign in text if not " " <= sign <= "~"} - _SILENT - _SPACES
    never = {sign for sign in signs if unicodedata.category(sign) in _NEVER}
    asked = sorted(signs - never)
    return never | (set(asked) - _ask_fonts("".join(asked)) if asked else set())


def find_refused_signs(refusal: str) -> set[str]:
    """The signs of a text that typst refused to set, by its message: together some can't be drawn that can be
    alone. Empty for any other message."""
    found = _REFUSED.search(refusal)
    text = _ESCAPED.sub(lambda one: chr(int(one[1], 16)), found[1]) if found else ""
    return {sign for sign in text if not " " <= sign <= "~"} - _SPACES


@cache
def _ask_fonts(signs: str) -> frozenset[str]:
    """Those of the signs that can be drawn, by one run of typst that draws them all."""
    import typst  # noqa: PLC0415 - an extra

    told = json.dumps({"fonts": FONTS, "signs": [_NO_SIGN, *signs]})
    made = typst.compile(_TRIAL.encode(), format="svg", sys_inputs={"trial": told}, ignore_system_fonts=True)
    drawn = [frozenset(_SHAPE.findall(one)) for one in _SQUARE.split(bytes(made).decode())[1:]]
    nothing = drawn[0]
    return frozenset(sign for sign, shapes in zip(signs, drawn[1:], strict=True) if shapes - nothing)


def spell_signs(text: str, unknown: set[str]) -> str:
    """The text with the code point of each sign that can't be drawn in its place."""
    text = text.translate(_BREAKS)
    return "".join(f"[{name_point(sign)}]" if spelled else sign for sign, spelled in _read(text, unknown))


def _read(text: str, unknown: set[str]) -> Iterator[tuple[str, bool]]:
    """Each sign, and whether it is spelled: an accent behind a spelled one has nothing left to stand on, nor
    has what joins two of them anything to join."""
    spelled = False
    for sign in text:
        spelled = sign in unknown or (spelled and unicodedata.category(sign) in {"Mn", "Mc", "Me", "Cf"})
        yield sign, spelled


def name_point(sign: str) -> str:
    """U+1F4A9."""
    return f"U+{ord(sign):04X}"


def name_signs(texts: Iterable[str], unknown: set[str]) -> Iterator[Block]:
    """The part of the report that names the signs which these texts show spelled."""
    yield Block("heading", (Run("Signs that could not be drawn"),), level=1)
    told = "The fonts of this file have no shape for these signs. Where they stand, it shows their number."
    yield Block("text", (Run(told),))
    signs = {sign for text in texts for sign, spelled in _read(text, unknown) if spelled}
    for sign in sorted(signs):
        kind = _KINDS.get(unicodedata.category(sign), "a sign without a name")
        yield Block("item", (Run(f"[{name_point(sign)}] {unicodedata.name(sign, kind)}"),))
