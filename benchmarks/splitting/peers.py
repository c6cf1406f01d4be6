"""What others would give: textacy's extractors, a whole sentence, a plain sentence splitter."""

import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType

from spacy.tokens import Doc, Token

from benchmarks.splitting.figures import NotMeasured
from benchmarks.splitting.ours import Attributed
from benchmarks.splitting.words import Span
from workbench.splitting.layout.paragraphs import cut_lines, cut_paragraphs
from workbench.splitting.parsing.parser import load_parser

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)|\n")


@cache
def load_textacy() -> ModuleType:
    """Import textacy's triples; raises NotMeasured when the `bench` group is not installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from textacy.extract import triples  # noqa: PLC0415 - takes seconds, and may be missing
    except ImportError as error:
        raise NotMeasured("not measured: textacy is missing; run make bench-splitting") from error
    module: ModuleType = triples
    return module


def parse(text: str) -> list[tuple[int, Doc]]:
    """Give each paragraph's offset and parse: the same paragraphs and the same model as ours."""
    parts = cut_paragraphs(text, cut_lines(text), [])
    docs = load_parser().pipe([part.read(text) for part in parts])
    return [(part.start, doc) for part, doc in zip(parts, docs, strict=True)]


def read_triples(doc: Doc, base: int = 0) -> list[list[Span]]:
    """Give textacy's subject-verb-object triples, each with all that hangs on its subject and object."""
    found = []
    for one in load_textacy().subject_verb_object_triples(doc):
        words = {word for head in (*one.subject, *one.object) for word in head.subtree} | set(one.verb)
        found.append(_to_spans(sorted(words), base))
    return found


def read_quotations(paragraphs: Iterable[tuple[int, Doc]]) -> Iterator[Attributed]:
    """Give textacy's direct quotations by paragraph; it refuses one with an odd number of quotation marks."""
    for base, doc in paragraphs:
        try:
            for one in load_textacy().direct_quotations(doc):
                content = (base + one.content.start_char, base + one.content.end_char)
                source, cue = _to_spans(one.speaker, base), _to_spans(one.cue, base)
                yield Attributed(tuple(source), tuple(cue), [content])
        except ValueError:
            continue


def cut_plain_sentences(text: str) -> list[Span]:
    """Cut after every . ! ? … before white space, and at line breaks: what a few lines of code give."""
    found, start = [], 0
    for match in [*_SENTENCE_END.finditer(text), None]:
        end = match.end() if match is not None else len(text)
        piece = text[start:end]
        if piece.strip():
            left = len(piece) - len(piece.lstrip())
            found.append((start + left, start + len(piece.rstrip())))
        start = end
    return found


def _to_spans(tokens: Iterable[Token], base: int) -> list[Span]:
    return [(base + token.idx, base + token.idx + len(token)) for token in tokens]
