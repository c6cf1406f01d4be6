"""FEVERFact, validation part: Wikipedia sentences with the claims that people wrote from them."""

import json
from collections.abc import Sequence
from typing import Any

from benchmarks.splitting.figures import Case, Options, Report, Result, Row
from benchmarks.splitting.peers import parse, read_triples
from benchmarks.splitting.scores import best_match_f1, mean
from benchmarks.splitting.words import content_words
from workbench.splitting import split

FILE = "feverfact/validation.jsonl"
ROWS = (
    Row("feverfact validation: token-F1", 0.50, 0.56),
    Row("feverfact, lists cut too (granularity item)"),
    Row("feverfact, without title and context"),
)
FORMULA = (
    "feverfact: mean over sentences of the harmonic mean of precision (mean over our statements of the "
    "best F1 with a claim people wrote) and recall (the other way round); F1 over distinct content "
    "words, spaCy's stop words left out. The title stands as headline over the context sentences as one "
    "paragraph; statements count whose slices lie in the sentence."
)


def measure(options: Options) -> Report:
    path = options.need(FILE)
    report = Report()
    scores: dict[str, list[float]] = {}
    with path.open(encoding="utf-8") as file:
        entries = [json.loads(line) for line in file]
    for entry in entries:
        sentence, gold = entry["sentence"], [distinct(claim) for claim in entry["claims"]]
        answers = {
            "ours": read_in_context(entry, "clause"),
            "item": read_in_context(entry, "item"),
            "alone": [one.statement for one in split(sentence).claims],
        }
        if options.peers:
            answers["plain sentence"] = [sentence]
            answers["textacy triples"] = read_triple_words(sentence)
        for name, answer in answers.items():
            scores.setdefault(name, []).append(best_match_f1([distinct(one) for one in answer], gold))
        report.cases.append(make_case(entry, answers["ours"], scores["ours"][-1]))
    report.cases.sort(key=lambda case: float(case.where))
    means = {name: mean(values) for name, values in scores.items()}
    values = [means.pop(name) for name in ("ours", "item", "alone")]
    report.results = [Result(row, value, means) for row, value in zip(ROWS, values, strict=True)]
    empty = sum(not case.text.count("\n    + ") for case in report.cases)
    report.notes.append(f"{len(entries)} sentences, {empty} of them without any statement of ours")
    return report


def distinct(text: str) -> list[str]:
    return list(dict.fromkeys(content_words(text)))


def read_in_context(entry: dict[str, Any], granularity: str) -> list[str]:
    """Split title and context as an article, and give the statements that come from the sentence."""
    sentence, (title, *context) = entry["sentence"], entry["sentence_context"]
    before = context[: context.index(sentence)] if sentence in context else []
    body = " ".join(context) if sentence in context else sentence
    start = len(title) + 2 + sum(len(one) + 1 for one in before)
    end = start + len(sentence)
    claims = split(f"{title}\n\n{body}", granularity=granularity).claims
    return [claim.statement for claim in claims if start <= claim.slices[0][0] and claim.slices[-1][1] <= end]


def read_triple_words(sentence: str) -> list[str]:
    return [
        " ".join(sentence[slice(*span)] for span in sorted(spans))
        for base, doc in parse(sentence)
        for spans in read_triples(doc, base)
    ]


def make_case(entry: dict[str, Any], ours: Sequence[str], score: float) -> Case:
    """Show a sentence with the claims people wrote (-) and ours (+); the score says where it stands."""
    context = [f"[{one}]" if one == entry["sentence"] else one for one in entry["sentence_context"]]
    lines = [" | ".join(context), *(f"- {one}" for one in entry["claims"]), *(f"+ {one}" for one in ours)]
    return Case("sentence, worst first", f"{score:.3f}", "\n    ".join(lines))
