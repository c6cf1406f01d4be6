"""Where a page's report is over: what stands under its credits, and what the page says of itself."""

# ruff: noqa: E501 - a pattern is easiest to read on one line

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import re2

from workbench.splitting.layout.furniture_rules import ABOUT_HEADINGS, LINK_HEADINGS
from workbench.splitting.layout.heads import read_stems
from workbench.splitting.layout.labels import read_label
from workbench.splitting.layout.makers import find_makers
from workbench.splitting.layout.paragraphs import is_heading

_END = re2.compile(
    r"(?i)^(?:#{3,}|-30-|\(?(?:additional )?reporting by .*\bediting by .*"
    r"|\W*(?:ends?|end of (?:text|statement|release|document|transcript)|about the authors?|about us"
    r"|read next|most (?:read|popular|viewed|watched|commented|shared)|suggested topics|top stories"
    r"|view comments|news ?feed|(?:latest|more|all|other) news)\W*)$"
)
_NOTES = re2.compile(r"(?i)^\W*(?:foot ?notes|end ?notes|references|bibliography|sources|notes)\W*$")
_NOTE = re2.compile(r"^[\[(]?\d{1,3}[\])]?[.:)]?\s")
_TIME = re2.compile(r"^\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?$")
_FEWEST_HEADLINE_WORDS = 4
_MOST_TEASER_WORDS = 45
_MORE = re2.compile(
    r"(?i)^\W*(?:read|see|find out|learn) more\W*$|^\W*(?:continue reading|(?:read (?:the )?)?full (?:story|article|report)|more)\W*$"
)
# "About the Port Authority: it runs …", "About the author: …", on one line.
_ABOUT = re2.compile(
    r"^(?:About|ABOUT) (?:the|our) \p{Ll}+: |^(?:About|ABOUT) (?:the )?(?:\p{Lu}[\p{L}’'-]*|of|the|for|and)(?: (?:\p{Lu}[\p{L}’'-]*|of|the|for|and)){1,7}: "
)
_MOST_AFTER = 0.75  # of the words before: a second report is longer
_MOST_ENDS = 8  # a page that ends more often is no page; each is looked at with all that follows
_LONGEST_HEADING = 80  # characters
_FEWEST_LINES = 4  # of the report, for its foot to be told from it
_MOST_IMPRINT_WORDS = 15
_SHARED_STEMS = 2
_MOST_ABOUT = 6  # lines under such a heading


def find_end(written: Sequence[str], marked: dict[int, str], prose: Sequence[int]) -> dict[int, str]:
    """Mark teasers under the report's credits, its notes, and the lines on author and paper."""
    plain = [index for index in prose if index not in marked]
    return (
        _find_after_end(written, marked, plain)
        | _find_notes(written, plain)
        | _find_about(written, plain)
        | find_makers(written, marked, plain)
        | _find_cards(written, plain)
        | _find_imprint(written, marked, plain)
    )


def _find_after_end(written: Sequence[str], marked: dict[int, str], plain: Sequence[int]) -> dict[int, str]:
    ends = (index for index, line in enumerate(written) if _END.match(line) or LINK_HEADINGS.match(line))
    for end in deque(ends, _MOST_ENDS):
        after = [index for index in plain if index > end]
        # The report's last sentence may stand under a single link.
        dated = bool(after) and any(marked.get(after[-1] + n) in {"byline", "date line"} for n in (1, 2))
        enough = len(after) > 1 or dated or _END.match(written[end])
        if enough and _are_teasers(written, after, [index for index in plain if index < end]):
            return {index: "page foot" for index in range(end + 1, len(written)) if index not in marked}
    return {}


def _are_teasers(written: Sequence[str], after: Sequence[int], before: Sequence[int]) -> bool:
    """Tell single sentences under headlines, of other reports, from the rest of this one."""
    words = [len(written[index].split()) for index in after]
    much = sum(len(written[index].split()) for index in before) * _MOST_AFTER
    under = all(_is_headline(written[index - 1]) or _is_dated(written, index) for index in after)
    return sum(words) <= much and under and all(count <= _MOST_TEASER_WORDS for count in words)


def _is_headline(line: str) -> bool:
    return is_heading(line) and len(line.split()) >= _FEWEST_HEADLINE_WORDS


def _is_dated(written: Sequence[str], index: int) -> bool:
    """Tell a feed's teaser, under its time of day or under the headline that has one."""
    return any(_TIME.match(written[above]) for above in (index - 1, index - 2) if above >= 0)


def _find_notes(written: Sequence[str], plain: Sequence[int]) -> dict[int, str]:
    """Mark numbered notes under their heading, below the report."""
    found: dict[int, str] = {}
    listing = False
    for index in range(plain[len(plain) // 2] if plain else 0, len(written)):
        listing = bool(_NOTES.match(written[index])) or (listing and bool(_NOTE.match(written[index])))
        if listing:
            found[index] = "notes"
    return found


def _find_about(written: Sequence[str], plain: Sequence[int]) -> dict[int, str]:
    """Mark what the page says under "About the programme" or "How to cite", below its first third."""
    found: dict[int, str] = {}
    for start in range(plain[(len(plain) - 1) // 3] if plain else 0, len(written)):
        if len(written[start]) > _LONGEST_HEADING or not ABOUT_HEADINGS.match(written[start]):
            continue
        for index in range(start, min(start + 1 + _MOST_ABOUT, len(written))):
            if index > start and (is_heading(written[index]) or _is_turn(written[index], written)):
                break
            found[index] = "about the page"
    for index in plain[(len(plain) - 1) // 3 :]:
        if _ABOUT.match(written[index]):
            found[index] = "about the page"
    return found


def _find_cards(written: Sequence[str], plain: Sequence[int]) -> dict[int, str]:
    """Mark a teaser between another report's headline and its link: "Why Tolm matters", …, "Read more"."""
    found: dict[int, str] = {}
    for index in plain[1:]:
        short = len(written[index].split()) <= _MOST_TEASER_WORDS
        linked = index + 1 < len(written) and _MORE.match(written[index + 1])
        if short and linked and is_heading(written[index - 1]):
            found |= dict.fromkeys((index - 1, index, index + 1), "related links")
    return found


def _find_imprint(written: Sequence[str], marked: dict[int, str], plain: Sequence[int]) -> dict[int, str]:
    """Mark one short sentence among the page's own lines at the foot that shares no words with the report."""
    if len(plain) < _FEWEST_LINES or len(written[plain[-1]].split()) > _MOST_IMPRINT_WORDS:
        return {}
    last = plain[-1]
    among = last - 1 in marked and (last + 1 in marked or last + 1 == len(written))
    told = {stem for index in plain[:-1] for stem in read_stems(written[index])}
    return {last: "page foot"} if among and len(read_stems(written[last]) & told) < _SHARED_STEMS else {}


def _is_turn(line: str, written: Sequence[str]) -> bool:
    """Tell the next words of somebody who speaks on this page more than once."""
    label = read_label(line)
    return label is not None and sum(other.startswith(line[: label.text]) for other in written) > 1
