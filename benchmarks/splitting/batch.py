"""Many articles in two processes, ours and the full model in turn."""

import time
from multiprocessing import Pool

import spacy

from benchmarks.splitting.figures import Options, Report, Result, Row
from benchmarks.splitting.texts import collect_articles
from workbench.splitting import split
from workbench.splitting.parsing.parser import MODEL

ROWS = (Row("two processes: sentences/s against nlp.pipe", 0.45, 0.7, "{:.2f}"),)
FORMULA = (
    "batch: sentences per second of wall time, split() in a pool of two processes over nlp.pipe of the "
    "full model with n_process=2, same articles, batches of 25; the model's sentences count for both. "
    "Half by half in turn."
)
PROCESSES = 2
_BATCH = 25


def measure(options: Options) -> Report:
    texts = collect_articles(options, options.articles)
    middle = len(texts) // 2
    size = max(min(_BATCH, middle // (4 * PROCESSES)), 1)
    model = spacy.load(MODEL)
    ours = theirs = 0.0
    sentences = 0
    with Pool(PROCESSES) as pool:
        pool.map(count_claims, texts[: 4 * PROCESSES], chunksize=1)  # loads the model in each
        for half in (texts[:middle], texts[middle:]):
            started = time.perf_counter()
            pool.map(count_claims, half, chunksize=size)
            ours += time.perf_counter() - started
            started = time.perf_counter()
            docs = model.pipe(half, n_process=PROCESSES, batch_size=size)
            sentences += sum(len(list(doc.sents)) for doc in docs)
            theirs += time.perf_counter() - started
    detail = f"{sentences / ours:.0f} against {sentences / theirs:.0f} sentences/s, {len(texts)} articles"
    return Report([Result(ROWS[0], theirs / ours, detail=detail)])


def count_claims(text: str) -> int:
    return len(split(text).claims)
