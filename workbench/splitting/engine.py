"""The way from a text to its claims: furniture, language, paragraphs, then a reader for each."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workbench.splitting.english import Reader
from workbench.splitting.findings.learnt_places import learn_places
from workbench.splitting.granularity import CLAUSE, GRANULARITIES
from workbench.splitting.languages import PARSED, detect_language, detect_paragraph, has_words, name_language
from workbench.splitting.layout.furniture import find_furniture
from workbench.splitting.layout.paragraphs import Part, cut_lines, cut_paragraphs, is_heading
from workbench.splitting.layout.voices import Turn, read_turns
from workbench.splitting.layout.wrapped import restore_breaks
from workbench.splitting.parsing.parser import parse_paragraphs
from workbench.splitting.records import Claim, Furniture, Slice, Split
from workbench.splitting.sentences.sentence_cuts import cut_sentences
from workbench.splitting.sentences.sentences import WORDLESS, make_sentence_claim

Progress = Callable[[int, int], None]
UNMARKED = "marked by hand"


@dataclass(frozen=True, slots=True)
class _Way:
    """How an article is read: in which language, under which headline, on which day, how finely."""

    language: str
    headline: str
    published_on: datetime.date | None
    granularity: str


def split(
    text: str,
    published_on: datetime.date | None = None,
    furniture: Sequence[Slice] | None = None,
    progress: Progress | None = None,
    granularity: str = CLAUSE,
) -> Split:
    """Split an article into its claims.

    text: as received; every offset of the answer counts its code points. published_on: the day dates
    without a year
    are read against. furniture: the ranges to leave out, instead of those the engine would find.
    progress: called with
    paragraphs done and in all. granularity: "clause", or coarser "sentence", or finer "item".
    Raises ValueError for a furniture range outside the text, for another granularity and for half a
    character (a lone surrogate), which no UTF-8 file can hold.
    """
    if granularity not in GRANULARITIES:
        raise ValueError(f"granularity is one of {', '.join(GRANULARITIES)}, not {granularity!r}")
    _check_characters(text)
    lines = cut_lines(text)
    found = find_furniture(text, lines) if furniture is None else _check_furniture(text, furniture)
    ranges = [(part.start, part.end) for part in found]
    turns = read_turns(text, cut_paragraphs(text, lines, ranges))
    body = _leave_headings(text, turns)
    language = detect_language(" ".join(turn.part.read(text) for turn in body[:50]) or text)
    way = _Way(language, _find_headline(text, turns), published_on, granularity)
    claims = _read_claims(text, body, way, progress)
    ordered = sorted(_drop_repeats(claims), key=lambda claim: claim.slices[0][0])  # else as they were read
    return Split(text, language, found, tuple(ordered))


def _check_characters(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"the text has half a character (a surrogate) at {error.start}") from error


def _check_furniture(text: str, ranges: Sequence[Slice]) -> tuple[Furniture, ...]:
    checked = []
    for start, end in sorted(ranges):
        if not 0 <= start < end <= len(text):
            raise ValueError(f"furniture range {start}-{end} is outside a text of {len(text)} characters")
        checked.append(Furniture(start, end, UNMARKED))
    return tuple(checked)


def _leave_headings(text: str, turns: list[Turn]) -> list[Turn]:
    """Leave out headings where there is prose under them: they say in brief what the body says."""
    prose = [turn for turn in turns if not is_heading(turn.part.read(text))]
    return prose or turns


def _find_headline(text: str, turns: list[Turn]) -> str:
    """Give the heading at the top, "" where the text begins with prose."""
    first = turns[0].part.read(text) if turns else ""
    return first if len(turns) > 1 and is_heading(first) else ""


def _read_claims(
    text: str,
    body: Sequence[Turn],
    way: _Way,
    progress: Progress | None,
) -> Iterator[Claim]:
    """Take English paragraphs apart and give others by the sentence."""
    codes = [_find_code(turn.part.read(text), way.language) for turn in body]
    parsed = [turn.part.read(text) for turn, code in zip(body, codes, strict=True) if code == PARSED]
    headline = way.headline if parsed and _find_code(way.headline, way.language) == PARSED else ""
    docs = parse_paragraphs([headline, *parsed] if headline else parsed)
    reader = Reader(way.published_on, learn_places(text) if parsed else frozenset(), way.granularity)
    if headline:
        reader.read_headline(next(docs))
    for done, (turn, code) in enumerate(zip(body, codes, strict=True), 1):
        if code == PARSED:
            found = reader.read_paragraph(next(docs), turn.part.start, turn.voice)
            wrapped = turn.part.is_wrapped(text)
            yield from (restore_breaks(claim, text) for claim in found) if wrapped else found
        else:
            yield from _read_sentences(text, turn.part, code)
        if progress is not None:
            progress(done, len(body))


def _find_code(words: str, language: str) -> str:
    """Give the language to read a paragraph in, or "" when there are hardly words in it."""
    return detect_paragraph(words, language) if has_words(words) else ""


def _read_sentences(text: str, part: Part, code: str) -> Iterator[Claim]:
    reason = f"whole sentence: no parser for {name_language(code)}" if code else WORDLESS
    for sentence in cut_sentences(text, part, code):
        claim = make_sentence_claim(text[sentence.start : sentence.end], sentence.start, reason)
        if claim is not None:
            yield claim


def _drop_repeats(claims: Iterator[Claim]) -> Iterator[Claim]:
    """A sentence the article says twice is one claim, unless another speaker says it."""
    seen: set[tuple[str, str]] = set()
    for claim in claims:
        key = (claim.statement.casefold(), claim.claimant.name if claim.claimant is not None else "")
        if key not in seen:
            seen.add(key)
            yield claim
