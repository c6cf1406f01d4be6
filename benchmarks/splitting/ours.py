"""The one place that knows how our engine's attributions are reached; all else goes through `split`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from benchmarks.splitting.words import Span
from workbench.splitting.attributions.acts import Act
from workbench.splitting.attributions.layer import read_acts
from workbench.splitting.layout.paragraphs import cut_lines, cut_paragraphs
from workbench.splitting.parsing.parsed import Paragraph
from workbench.splitting.parsing.parser import parse_paragraphs
from workbench.splitting.parsing.tree import core_phrase, spans


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
    """Give what the attribution layer finds, quotations that go on in the next paragraph included, the acts
    inside what another says left out.
    """
    found: list[Attributed] = []
    waiting: tuple[Act, Attributed] | None = None
    for base, doc in paragraphs:
        acts, last, more = read_acts(doc, waiting[0] if waiting is not None else None)
        told = [(act, _to_attributed(doc, base, act)) for act in acts]
        if waiting is not None and more:
            waiting[1].content += _to_spans(doc, base, more)
        found += [one for act, one in told if not act.nested]
        known = [*told, waiting] if waiting is not None else told
        waiting = next((pair for pair in known if pair[0] is last), None) if last is not None else None
    return found


def _to_attributed(doc: Paragraph, base: int, act: Act) -> Attributed:
    source = set(core_phrase(act.source)) - act.cue - act.content if act.source is not None else set()
    return Attributed(
        tuple(_to_spans(doc, base, source)),
        tuple(_to_spans(doc, base, act.cue)),
        list(_to_spans(doc, base, act.content)),
    )


def _to_spans(doc: Paragraph, base: int, words: Iterable[int]) -> Iterator[Span]:
    for start, end in spans(words):
        yield base + doc[start].idx, base + doc[end - 1].idx + len(doc[end - 1])
