"""Cut a text into lines and paragraphs short enough for the parser, without moving a single offset."""
# ruff: noqa: RUF001 - sentence ends of other scripts

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import re2

LONGEST = 2_000  # characters handed to the parser at once
_WRAP_WIDTH = 45  # a line shorter than this was ended by its writer, not by a mail program
_MOST_HEADING_WORDS = 16

_LINE = re2.compile(r"[^\n\r\x0b\x0c\x85\x{2028}\x{2029}]+")
_BREAK = re2.compile(r"[\n\r\x0b\x0c\x85\x{2028}\x{2029}]")
# A note's number or a picture sign may stand behind the mark: "… on Monday.[1]", "… see this. 🧵"
_ENDED = re2.compile(r"[.!?:;…。！？؟۔।][\"'”’»)\]*_]*(?:\[\d{1,3}\])*(?: ?[\p{So}\x{FE0F}\x{200D}])*$")
_SENTENCE_END = re2.compile(r"[.!?…。！？؟][\"'”’»)\]]*\s+")
_BULLET = re2.compile(r"^[•◦‣▪●*–—-]\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text: a line, or a paragraph of one or more lines."""

    start: int
    end: int

    def read(self, text: str) -> str:
        """Give the words with line breaks as spaces: same length, so offsets hold."""
        return str(_BREAK.sub(" ", text[self.start : self.end]))

    def is_wrapped(self, text: str) -> bool:
        """Tell whether a line breaks inside it."""
        return bool(_BREAK.search(text[self.start : self.end]))


def cut_lines(text: str) -> list[Part]:
    """Give the lines that hold anything, each without the white space around it."""
    return [part for match in _LINE.finditer(text) if (part := _strip(text, match.start(), match.end()))]


def cut_paragraphs(text: str, lines: Sequence[Part], furniture: Sequence[tuple[int, int]]) -> list[Part]:
    """Join hard-wrapped lines, leave out furniture and cut what is too long for the parser."""
    joined = join_wrapped_lines(text, list(_subtract(text, lines, furniture)))
    return [piece for paragraph in joined for piece in _cap_length(text, paragraph)]


def join_wrapped_lines(text: str, lines: Sequence[Part]) -> list[Part]:
    """Make one part of the lines of a paragraph broken by a fixed width."""
    return [paragraph for block in _gather_blocks(text, lines) for paragraph in _join_wrapped(text, block)]


def is_ended(line: str) -> bool:
    """Tell whether a line ends like a sentence."""
    return bool(_ENDED.search(line))


def is_heading(line: str) -> bool:
    """A short line that doesn't end like a sentence; bullets are list items, not headings."""
    return not is_ended(line) and len(line.split()) <= _MOST_HEADING_WORDS and not _BULLET.search(line)


def is_bullet(line: str) -> bool:
    return bool(_BULLET.search(line))


def _strip(text: str, start: int, end: int) -> Part | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return Part(start + left, start + right) if right > left else None


def _subtract(text: str, lines: Sequence[Part], furniture: Sequence[tuple[int, int]]) -> Iterator[Part]:
    """Give what is left of each line outside the furniture, which may cover part of a line only."""
    ranges = sorted(furniture)
    first = 0
    for line in lines:
        while first < len(ranges) and ranges[first][1] <= line.start:
            first += 1
        start, index = line.start, first
        while index < len(ranges) and ranges[index][0] < line.end:
            if ranges[index][0] > start and (part := _strip(text, start, ranges[index][0])):
                yield part
            start = max(start, ranges[index][1])
            index += 1
        if start < line.end and (part := _strip(text, start, line.end)):
            yield part


def _gather_blocks(text: str, lines: Sequence[Part]) -> Iterator[list[Part]]:
    """Group lines with nothing but one line break between them."""
    block: list[Part] = []
    for line in lines:
        gap = text[block[-1].end : line.start].replace("\r\n", "\n").strip(" \t") if block else ""
        if block and (len(gap) != 1 or not _BREAK.search(gap)):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _join_wrapped(text: str, block: list[Part]) -> list[Part]:
    """Make one paragraph of lines broken by a fixed width, and leave other lines alone."""
    wide = all(line.end - line.start >= _WRAP_WIDTH for line in block[:-1])
    running_on = any(text[after.start].islower() for after in block[1:])
    if len(block) > 1 and wide and running_on:
        return [Part(block[0].start, block[-1].end)]
    return block


def _cap_length(text: str, paragraph: Part) -> Iterator[Part]:
    """Cut after the last sentence, else the last space, that fits; else anywhere."""
    start = paragraph.start
    while paragraph.end - start > LONGEST:
        window = text[start : start + LONGEST]
        ends = [match.end() for match in _SENTENCE_END.finditer(window)]
        cut = ends[-1] if ends else (window.rfind(" ") + 1 or LONGEST)
        if part := _strip(text, start, start + cut):
            yield part
        start += cut
    if part := _strip(text, start, paragraph.end):
        yield part
