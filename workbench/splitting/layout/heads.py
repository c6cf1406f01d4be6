"""What stands over the report: the paper's name, the headline, the lines between headline and byline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import re2

from workbench.splitting.layout.paragraphs import is_bullet, is_ended, is_heading

_MOST_TEASER_WORDS = 45
_MOST_NAME_WORDS = 8
_FEWEST_HEADLINE_WORDS = 4
_LEAD = 4  # sentences of prose whose words a headline shares
_SHARED = 0.4  # of its words
_STEM = 5  # letters: "returned" and "returns" are one word
_ABOVE_HEADLINE = frozenset({"navigation", "newsletter", "share links", "cookie notice"})
_UNDER_STANDFIRST = frozenset({"byline", "date line", "address"})
# "SALLOWBY (NPS) – At least …": the report begins here, whatever stands above.
_DATELINE = re2.compile(r"^[A-Z]{3}[A-Z/ .’'-]*,?(?: \([A-Z][A-Za-z. ]*\))? ?[–—-] ?[A-Z]")
_QUOTES = "“„«\"‘'"  # noqa: RUF001 - pages write both
# "Free for 12 years. Help us keep it so | Give now"
_BANNER = re2.compile(r"(?i)\b(?:we|us|our|you|your)\b.*\s\|\s|\s\|\s.*\b(?:us|our|you|your)\b")
_WORD = re2.compile(r"[\p{L}\p{N}]+")


def find_headline(written: Sequence[str], prose: Sequence[int]) -> int | None:
    """Give the first heading over the report that shares its words and isn't all capitals, as names are.

    Where it stands there twice, the lower one is meant; a quotation set large is no headline.
    """
    lead = {stem for index in prose[:_LEAD] for stem in read_stems(written[index])}
    head = range(prose[0] if prose else 0)
    for index in head:
        words = written[index].split()
        told = [word for word in words[1:] if len(word) >= _STEM]
        if len(words) < _FEWEST_HEADLINE_WORDS or not is_heading(written[index]) or words[0][0] in _QUOTES:
            continue
        stems = read_stems(written[index])
        if any(word[0].islower() for word in told) and len(stems & lead) >= max(2, _SHARED * len(stems)):
            return next(other for other in reversed(head) if written[other] == written[index])
    return None


def read_stems(line: str) -> set[str]:
    """Give the first letters of a line's longer words."""
    return {word[:_STEM] for word in _WORD.findall(line.casefold()) if len(word) >= _STEM - 1}


def find_head(written: Sequence[str], marked: dict[int, str], prose: Sequence[int]) -> dict[int, str]:
    """Mark what stands over the report: the paper's name, and the lines between headline and byline."""
    if not prose:
        return {}
    first = next((index for index in prose if index not in marked), prose[0])
    above = [index for index in range(first) if marked.get(index) in _ABOVE_HEADLINE]
    plain = [index for index in range(first) if index not in marked]
    names = {index for index in plain if above and index < above[-1] and _is_name(written[index])}
    others = (index for index in plain if index not in names)
    headings = list(takewhile(lambda index: not _is_stamp(written[index]), others))
    found = dict.fromkeys(names, "navigation")
    found |= {index: "banner" for index in plain if _BANNER.search(written[index])}
    found |= {
        index: "teaser"
        for number, index in enumerate(headings)
        if (number or is_bullet(written[index]))
        and _is_teaser(written[index])
        and not is_ended(written[index])
    }
    found |= {index: "teaser" for index in plain if index and _is_long_teaser(written[index])}
    if headings and _is_teaser(written[first]) and _stands_over_byline(first, written, marked, prose):
        found[first] = "teaser"
    return found


def _is_name(line: str) -> bool:
    return is_heading(line) and len(line.split()) <= _MOST_NAME_WORDS


def _is_teaser(line: str) -> bool:
    return len(line.split()) <= _MOST_TEASER_WORDS


def _is_long_teaser(line: str) -> bool:
    """A line too long for a heading that still ends without a full stop; wrapped prose is joined by now."""
    return _is_teaser(line) and not is_ended(line) and not is_heading(line) and line[0].isupper()


def _is_stamp(line: str) -> bool:
    return not any(sign.isalpha() for sign in line)


def _stands_over_byline(
    index: int, written: Sequence[str], marked: dict[int, str], prose: Sequence[int]
) -> bool:
    """A first sentence over the byline, or over the dateline, sums up the report, where enough follows."""
    after = [other for other in prose if other > index and other not in marked]
    if len(after) < 3:
        return False
    under = any(marked.get(other) in _UNDER_STANDFIRST for other in range(index, after[0]))
    return under or bool(_DATELINE.match(written[after[0]]) and not _DATELINE.match(written[index]))
