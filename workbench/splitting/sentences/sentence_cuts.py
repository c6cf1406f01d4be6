"""Cut a paragraph into sentences in any language, by its marks alone."""
# ruff: noqa: RUF001 - sentence ends and quotation marks of other scripts

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import re2

from workbench.splitting.layout.paragraphs import Part
from workbench.splitting.sentences.abbreviations import goes_on

_END = re2.compile(r"[.!?…。！？｡؟۔।]+")
_ASCII_END = frozenset(".!?…")
_CLOSERS = "\"'”’»›)]」』）】"
_MIRRORED = {"“": "„", "‘": "‚", "«": "»", "‹": "›"}  # closing there, where the other one has opened
_PAIRS = {"«": "»", "„": "“”", "“": "”", "「": "」", "『": "』", "»": "«", "(": ")", "（": "）"}
_OPENERS = re2.compile(r"[«„“「『»(（]")
_LONGEST_QUOTATION = 150  # characters; a longer one is cut at its own sentences
_TAIL = re2.compile(r"^[—–-]+\s*\p{Ll}|^[,;:，；：、]")
# After a quotation: who said it, and nothing more.
_CHINESE_TAIL = re2.compile(r"^[\p{Han}]{1,10}?(?:说|說|道|问|問|答|回答|表示|喊|称|稱|补充|補充)[。！？]")
_GAP = re2.compile(r"^[\s\x{200b}]*")


def cut_sentences(text: str, part: Part, language: str = "und") -> Iterator[Part]:
    """Give the sentences of a paragraph without the white space around them."""
    words = part.read(text)
    spans = _find_quotations(words)
    opened = [start for start, _ in spans]
    start = 0
    for match in _END.finditer(words):
        if match.start() < start:
            continue
        end = _take_closers(words, match.end(), start)
        after = end + len(_GAP.match(words[end : end + 40]).group())
        inside = bisect_right(opened, match.start()) - 1
        quoted = inside >= 0 and spans[inside][1] >= end
        if quoted or not _is_end(words, match.start(), match.end(), end, after, language):
            continue
        yield from _trim(words, part.start, start, end)
        start = end
    yield from _trim(words, part.start, start, len(words))


def _is_end(words: str, first: int, marked: int, end: int, after: int, language: str) -> bool:
    """Tell whether a sentence ends with the mark at first..marked and the quotation marks up to `end`."""
    rest = words[after : after + 16]
    if not rest:
        return True
    mark = words[marked - 1]
    closed = end > marked
    if mark in _ASCII_END and mark != "…" and not closed and after == end:
        return False  # inside "12.5" or "a.b"
    if _TAIL.match(rest) or (closed and _CHINESE_TAIL.match(rest)):
        return False
    if rest[0].islower():
        return False
    single = words[first:marked] == "."
    return not (single and not closed and goes_on(words, first, after, language))


def _take_closers(words: str, place: int, start: int) -> int:
    """Move past closing quotation marks, also French ones after a space."""
    while place < len(words):
        sign = words[place]
        opener = _MIRRORED.get(sign)
        if sign in _CLOSERS:
            if sign == '"' and words.count('"', start, place) % 2 == 0:
                return place
            place += 1
        elif opener is not None and words.rfind(opener, start, place) > words.rfind(sign, start, place):
            place += 1
        elif sign in " \xa0\u202f" and words[place + 1 : place + 2] == "»" and _is_open(words, start, place):
            place += 2
        else:
            return place
    return place


def _is_open(words: str, start: int, place: int) -> bool:
    return words.rfind("«", start, place) > words.rfind("»", start, place)


def _find_quotations(words: str) -> list[tuple[int, int]]:
    """Give the short quotations and brackets, outermost only, in order."""
    spans: list[tuple[int, int]] = []
    for match in _OPENERS.finditer(words):
        start, after = match.span()
        closing = match.group() == "»" and words[after : after + 1].isspace()
        if closing or (spans and start <= spans[-1][1]):
            continue
        window = words[after : after + _LONGEST_QUOTATION]
        ends = [found for sign in _PAIRS[match.group()] if (found := window.find(sign)) >= 0]
        if ends:
            spans.append((start, after + min(ends)))
    return spans


def _trim(words: str, base: int, start: int, end: int) -> Iterator[Part]:
    piece = words[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        yield Part(base + start + left, base + start + right)
