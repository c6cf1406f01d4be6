"""The one place that knows how our engine's attributions are reached; all else goes through `split`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from benchmarks.splitting.words import Span
from workbench.splitting.clauses import Draft, read_clauses
from workbench.splitting.paragraphs import cut_lines, cut_paragraphs
from workbench.splitting.parsed import Paragraph
from workbench.splitting.parser import parse_paragraphs
from workbench.splitting.quotations import find_quoted, is_quoted
from workbench.splitting.reporting import Report
from workbench.splitting.speakers import read_speaker
from workbench.splitting.tree import spans

_OPENERS = frozenset({"that", "whether", "if", '"', "“", "\u2018", "``"})
_CLOSERS = frozenset({'"', "”", "’", "''"})
_INSIDE_MARKS = frozenset({".", ",", "!", "?", "…", ";"})


@dataclass
class Attributed:
    """One act of saying as spans of the text: who, with which words, and what."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: list[Span] = field(default_factory=list)


def read_paragraphs(text: str) -> list[tuple[int, Paragraph]]:
    """Give each paragraph's offset and parse, as the engine makes them; nothing counts as furniture."""
    parts = cut_paragraphs(text, cut_lines(text), [])
    docs = parse_paragraphs(part.read(text) for part in parts)
    return [(part.start, doc) for part, doc in zip(parts, docs, strict=True)]


def read_attributions(paragraphs: list[tuple[int, Paragraph]]) -> list[Attributed]:
    """Give what the attribution layer finds, quotations that go on included.

    A content is all clauses said to be said in one act, with the words between them, its opening "that" and
    its quotation marks.
    """
    found: list[Attributed] = []
    going_on: Attributed | None = None
    for base, doc in paragraphs:
        quoted, left_open = find_quoted(doc)
        speaking = going_on if quoted and min(quoted) <= 1 else None
        for sentence in doc.sents:
            drafts = read_clauses(sentence)
            acts = _gather_acts(drafts)
            told = {report: _to_attributed(doc, base, report, words) for report, words in acts.items()}
            found += told.values()
            for draft in drafts:
                if is_quoted(draft.keep, quoted):
                    if draft.chain:
                        speaking = told[draft.chain[-1]]
                    elif speaking is not None:
                        speaking.content += _to_spans(doc, base, _widen(doc, set(draft.keep), set()))
        going_on = speaking if left_open else None
    return found


def _gather_acts(drafts: list[Draft]) -> dict[Report, set[int]]:
    acts: dict[Report, set[int]] = {}
    for draft in drafts:
        for depth, report in enumerate(draft.chain):
            words = acts.setdefault(report, set())
            words |= draft.keep
            for inner in draft.chain[depth + 1 :]:
                words |= set(inner.cue) | ({inner.speaker.i} if inner.speaker is not None else set())
    return acts


def _to_attributed(doc: Paragraph, base: int, report: Report, words: set[int]) -> Attributed:
    source: tuple[Span, ...] = ()
    own = set(report.cue)
    if report.speaker is not None:
        speaker = read_speaker(report.speaker)
        source = ((base + speaker.start, base + speaker.end),)
        own.add(report.speaker.i)
    content = _widen(doc, words - own, own)
    return Attributed(
        source, tuple(_to_spans(doc, base, own & set(report.cue))), _to_spans(doc, base, content)
    )


def _widen(doc: Paragraph, words: set[int], own: set[int]) -> set[int]:
    """Fill gaps that hold neither speaker nor cue, and take in the marks and the "that" around."""
    runs = spans(words)
    for (_, end), (start, _) in pairwise(runs):
        if not own & set(range(end, start)):
            words |= set(range(end, start))
    first, last = min(words), max(words)
    while first > 0 and first - 1 not in own and doc[first - 1].lower_ in _OPENERS:
        first -= 1
    after = last + 1
    while after < len(doc) and doc[after].text in _INSIDE_MARKS:
        after += 1
    closed = after < len(doc) and doc[after].text in _CLOSERS
    return words | set(range(first, (after if closed else last) + 1)) - own


def _to_spans(doc: Paragraph, base: int, words: set[int]) -> list[Span]:
    return list(_iterate_spans(doc, base, words))


def _iterate_spans(doc: Paragraph, base: int, words: set[int]) -> Iterator[Span]:
    for start, end in spans(words):
        yield base + doc[start].idx, base + doc[end - 1].idx + len(doc[end - 1])
