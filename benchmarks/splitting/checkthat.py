"""CheckThat! 2024 task 1, English dev-test: sentences of debates, worth checking or not."""

import csv
from pathlib import Path

from benchmarks.splitting.figures import Case, Options, Report, Result, Row
from benchmarks.splitting.scores import average_precision, mean
from workbench.splitting import split

FILE = "checkthat/CT24_checkworthy_english_dev-test.tsv"
ROWS = (Row("checkthat dev-test: AP of check-worthiness", 0.55, 0.65),)
FORMULA = (
    "checkthat: average precision (mean, over the Yes sentences, of the precision at their rank); a "
    "sentence scores the highest check_worthiness of its claims, 0 without one; equal scores keep the "
    "file's order."
)


def measure(options: Options) -> Report:
    sentences = read_sentences(options.need(FILE))
    wanted = [yes for _, yes in sentences]
    scored = [score_sentence(text) for text, _ in sentences]
    peers = {
        "any order": mean([float(yes) for yes in wanted]),
        "by length": average_precision([float(len(text.split())) for text, _ in sentences], wanted),
    }
    report = Report([Result(ROWS[0], average_precision([score for score, _ in scored], wanted), peers)])
    ranked = sorted(range(len(sentences)), key=lambda index: -scored[index][0])
    places = {index: place for place, index in enumerate(ranked, 1)}
    for index in reversed(ranked):
        if wanted[index]:
            report.cases.append(_make_case("missed (Yes, ranked low)", index, places, sentences, scored))
    for index in ranked:
        if not wanted[index]:
            report.cases.append(_make_case("false hit (No, ranked high)", index, places, sentences, scored))
    without = [yes for (score, _), yes in zip(scored, wanted, strict=True) if not score]
    report.notes.append(
        f"{len(sentences)} sentences, {len(without)} without a claim ({sum(without)} of them Yes)"
    )
    return report


def score_sentence(text: str) -> tuple[float, str]:
    """Give the sentence's score, and the reasons of the claim it comes from."""
    claims = split(text, furniture=()).claims
    best = max(claims, key=lambda claim: claim.check_worthiness, default=None)
    return (0.0, "no claim") if best is None else (best.check_worthiness, ", ".join(best.reasons))


def read_sentences(path: Path) -> list[tuple[str, bool]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["Text"], row["class_label"] == "Yes") for row in csv.DictReader(file, delimiter="\t")]


def _make_case(
    kind: str,
    index: int,
    places: dict[int, int],
    sentences: list[tuple[str, bool]],
    scored: list[tuple[float, str]],
) -> Case:
    score, reasons = scored[index]
    return Case(kind, f"rank {places[index]}, {score:.2f}: {reasons}", sentences[index][0])
