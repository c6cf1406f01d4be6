"""Tell the page's furniture from the report: menus, advertisements, repeated headlines and teasers,
bylines.
"""
# ruff: noqa: RUF001 - lists begin with arrows too

from __future__ import annotations

from collections.abc import Sequence

import re2

from workbench.splitting.layout.furniture_rules import LABEL_BREAK, LABEL_MARKS, LABELS, LINK_HEADINGS, SHAPES
from workbench.splitting.layout.heads import find_head, find_headline
from workbench.splitting.layout.key_points import find_key_points
from workbench.splitting.layout.page_ends import find_end
from workbench.splitting.layout.paragraphs import Part, is_ended, is_heading, join_wrapped_lines
from workbench.splitting.layout.pictured import find_pictured
from workbench.splitting.layout.repeats import find_repeats, is_truncated
from workbench.splitting.layout.service_sentences import find_service
from workbench.splitting.layout.speaker_lines import find_speaker_lines
from workbench.splitting.records import Furniture

_LONGEST_RULE_LINE = 300  # characters; a longer line is prose whatever it starts with
_FEWEST_PROSE_WORDS = 8
_FEWEST_SENTENCE_WORDS = 3
_MOST_LABEL_WORDS = 8

_RULES = tuple((reason, re2.compile(rf"(?i)^(?:{'|'.join(ways)})$")) for reason, ways in LABELS)
_SHAPES = tuple((reason, re2.compile(shape)) for reason, shape in SHAPES)
# Few lines are furniture, so one pattern is asked for all before each is asked for its reason.
_ANY_RULE = re2.compile(rf"(?i)^(?:{'|'.join(way for _, ways in LABELS for way in ways)})$")
_ANY_SHAPE = re2.compile("|".join(f"(?:{shape})" for _, shape in SHAPES))
_ALSO_ENDED = frozenset({"date line", "caption"})  # they hold no sentence, but may have a full stop
_SENTENCE_END = re2.compile(r"[.!?。？！][\"'”’»)\]]*$")
_TWO_SENTENCES = re2.compile(r"[.!?]\s")
_NUMBERED = re2.compile(r"^\d{1,2}[.)]\s")
_LISTED = re2.compile(r"^\s*[-–—•◦‣▪●*»›]\s|^\d{1,2}[:.]\d{2}\s")

Marked = dict[int, str]


def find_furniture(text: str, lines: Sequence[Part]) -> tuple[Furniture, ...]:
    """Mark whole lines as furniture, in order and without overlap."""
    lines = join_wrapped_lines(text, lines)
    written = [line.read(text) for line in lines]
    marked: Marked = {
        index: reason for index, line in enumerate(written) if (reason := _match_rule(line)) is not None
    }
    by_rule = frozenset(marked)
    prose = [index for index, line in enumerate(written) if index not in marked and _is_prose(line)]
    for find in (_find_links, find_pictured, _find_repeats, find_key_points, find_end, find_head, _find_foot):
        marked |= find(written, marked, prose)
    headline = find_headline(written, prose)
    if headline is not None and headline not in by_rule:
        marked.pop(headline, None)  # though a list of links may name it too
    for index in find_speaker_lines(written):
        marked.pop(index, None)  # "Presenter" over every answer is no repeated heading
    return tuple(Furniture(lines[index].start, lines[index].end, marked[index]) for index in sorted(marked))


def _is_prose(line: str) -> bool:
    return is_ended(line) and len(line.split()) >= _FEWEST_PROSE_WORDS and not is_truncated(line)


def _match_rule(line: str) -> str | None:
    if len(line) > _LONGEST_RULE_LINE:
        return find_service(line)
    return _match_line(line) or _match_labels(line) or find_service(line)


def _match_line(line: str) -> str | None:
    words = _strip_marks(line)
    if _ANY_RULE.match(words):
        reason = next(reason for reason, pattern in _RULES if pattern.match(words))
        if reason in _ALSO_ENDED or not _is_sentence(line):
            return reason
    if _ANY_SHAPE.match(line):
        return next((reason for reason, shape in _SHAPES if shape.match(line)), None)
    return None


def _is_sentence(line: str) -> bool:
    return bool(_SENTENCE_END.search(line[-8:])) and len(line.split()) >= _FEWEST_SENTENCE_WORDS


def _strip_marks(line: str) -> str:
    start, end = 0, len(line)
    while start < end and not line[start].isalnum():
        start += 1
    while end > start and not line[end - 1].isalnum():
        end -= 1
    return line[start:end]


def _match_labels(line: str) -> str | None:
    """Take "Print | Share | 5 min read" for furniture: short labels side by side, and no sentence."""
    if not any(mark in line for mark in LABEL_MARKS):
        return None
    labels = [label for label in LABEL_BREAK.split(line) if label.strip()]
    if sum(label[0].islower() for label in labels) * 2 > len(labels):
        return None  # "the  ministry  said": a line of a justified page
    short = all(len(label.split()) <= _MOST_LABEL_WORDS and not is_ended(label) for label in labels)
    if len(labels) < 2 or not short:
        return None
    reason = next((reason for label in labels if (reason := _match_line(label)) is not None), None)
    return reason or ("navigation" if len(labels) > 2 else None)


def _find_links(written: Sequence[str], marked: Marked, _prose: Sequence[int]) -> Marked:
    """Mark the headlines listed under "Related" and "Key events", down to one that comes again."""
    found: Marked = {}
    listed: set[str] | None = None
    before = ""
    for index, line in enumerate(written):
        if LINK_HEADINGS.match(line):
            listed = set()
            found[index] = "related links"
        elif listed is not None and index not in marked:
            if line in listed or not (_is_link(line) or _is_listed_question(line, before)):
                listed = None
            else:
                listed.add(line)
                found[index] = "related links"
        before = line
    return found


def _find_repeats(written: Sequence[str], marked: Marked, prose: Sequence[int]) -> Marked:
    plain = ["" if index in marked else line for index, line in enumerate(written)]
    return find_repeats(plain, prose[0] if prose else 0)


def _is_link(line: str) -> bool:
    headline = is_heading(line) and not line.rstrip().replace(":", "").replace(".", "").isdigit()
    listed = bool(_LISTED.match(line)) and not _is_prose(line) and not line.endswith("?")
    return headline or is_truncated(line) or listed


def _is_listed_question(line: str, before: str) -> bool:
    """In an interview a dash may open a question to answer, so links that ask must look like those before."""
    if not line.endswith("?") or _TWO_SENTENCES.search(line[3:]):
        return False
    if _NUMBERED.match(line) and (LINK_HEADINGS.match(before) or _NUMBERED.match(before)):
        return True
    return bool(_LISTED.match(line)) and line[:1] == before[:1]


def _find_foot(written: Sequence[str], marked: Marked, prose: Sequence[int]) -> Marked:
    """Mark the headings after the report's last sentence, where the page's own lines stand among them.

    One that asks is a headline only below the first of these lines, with no answer under it.
    """
    last = next((index for index in reversed(prose) if index not in marked), len(written))
    own = min((index for index in marked if index > last), default=len(written))
    if own == len(written):
        return {}
    found: Marked = {}
    for index in reversed(range(last + 1, len(written))):
        line = written[index]
        below = index + 1 == len(written) or index + 1 in marked or index + 1 in found
        asks = index > own and below and line.endswith("?") and not _TWO_SENTENCES.search(line)
        if index not in marked and (is_heading(line) or is_truncated(line) or asks):
            found[index] = "page foot"
    return found
