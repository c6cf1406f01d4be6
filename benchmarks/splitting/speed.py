"""CPU time of one article, and how the time grows when a text doubles."""

import statistics
import time
from collections.abc import Callable

import spacy

from benchmarks.splitting.figures import Options, Report, Result, Row
from benchmarks.splitting.texts import ARTICLE_WORDS, make_prose
from workbench.splitting import split
from workbench.splitting.parsing.parser import MODEL

ROWS = (
    Row("750 words: CPU time against nlp", 1.8, 1.3, "{:.2f}x", lower_is_better=True),
    Row("doubled prose: CPU time", 2.5, None, "{:.2f}x", lower_is_better=True),
    Row("doubled line without an end: CPU time", 2.5, None, "{:.2f}x", lower_is_better=True),
    Row("doubled run of one sign: CPU time", 2.5, None, "{:.2f}x", lower_is_better=True),
)
FORMULA = (
    "speed: CPU time of split(text) over that of one call of the full model, all its pipes, on the same "
    "text; median of rounds in turn. Doubled: cube root of the time at 8n over that at n; linear is "
    "about 2, quadratic 4."
)
_ROUNDS = 9
_SIZES = (1, 2, 4, 8)
_PROSE = 500  # words at size 1
_SIGNS = 6_000  # characters at size 1
_ENDLESS = '“said (the ministry, who "claims that 3.5,'


def measure(options: Options) -> Report:
    del options  # our own articles are enough
    text = make_prose(ARTICLE_WORDS)
    model = spacy.load(MODEL)
    pairs = [(time_call(lambda: split(text)), time_call(lambda: model(text))) for _ in range(_ROUNDS)][2:]
    ours, alone = (statistics.median(values) for values in zip(*pairs, strict=True))
    ratio = statistics.median(mine / theirs for mine, theirs in pairs)
    detail = f"{len(text.split())} words: {ours:.3f} s against {alone:.3f} s"
    report = Report([Result(ROWS[0], ratio, detail=detail)])
    texts: tuple[Callable[[int], str], ...] = (
        lambda size: make_prose(_PROSE * size),
        lambda size: (_ENDLESS * (_SIGNS * size // len(_ENDLESS) + 1))[: _SIGNS * size],
        lambda size: "a" * (_SIGNS * size),
    )
    for row, make in zip(ROWS[1:], texts, strict=True):
        times = [time_text(make(size)) for size in _SIZES]
        growth = (times[-1] / times[0]) ** (1 / (len(_SIZES) - 1))
        report.results.append(Result(row, growth, detail=", ".join(f"{one:.2f} s" for one in times)))
    return report


def time_text(text: str) -> float:
    return min(time_call(lambda: split(text)) for _ in range(3))


def time_call(call: Callable[[], object]) -> float:
    """CPU seconds of this process, all threads."""
    started = time.process_time()
    call()
    return time.process_time() - started
