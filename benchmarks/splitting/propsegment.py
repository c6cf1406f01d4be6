"""PropSegmEnt, dev part, Wikipedia: sentences segmented into propositions by raters (Chen et al. 2023)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.splitting.figures import Case, Options, Report, Result, Row
from benchmarks.splitting.peers import parse, read_triples
from benchmarks.splitting.scores import Counts, harmonic, jaccard, match_pairs, mean
from benchmarks.splitting.words import Span, cover
from workbench.splitting import split

FOLDER = "propsegment"
ROWS = (
    Row("propsegment dev: F1, J >= 0.8", 0.37, 0.42),
    # The trial's 34, from which the bounds come, cut every list too: this row is like for like.
    Row("propsegment, lists cut too (granularity item)", 0.37, 0.42),
)
FORMULA = (
    "propsegment: harmonic mean of the sentences' mean precision and mean recall against the reference "
    "rater; a hit is one of a largest one-to-one matching of pairs with Jaccard >= 0.8 over the set's "
    "own tokens, marks included. Each sentence is split on its own; those count in which all three "
    "raters found something."
)
_ALIKE = 0.8
Propositions = list[frozenset[int]]


@dataclass(frozen=True)
class Sentence:
    """A sentence with its tokens and each rater's propositions, the reference first."""

    text: str
    tokens: list[Span]
    raters: list[Propositions]


def measure(options: Options) -> Report:
    folder = options.need(FOLDER)
    report = Report()
    names = ("ours", "item", "whole sentence", "textacy triples", "second rater")
    rates: dict[str, list[Counts]] = {name: [] for name in names}
    for sentence in read_sentences(folder):
        gold = sentence.raters[0]
        answers = {"ours": read_ours(sentence, "clause"), "item": read_ours(sentence, "item")}
        if options.peers:
            answers["whole sentence"] = [frozenset(range(len(sentence.tokens)))]
            triples = [one for base, doc in parse(sentence.text) for one in read_triples(doc, base)]
            answers["textacy triples"] = unite(cover(sentence.tokens, spans) for spans in triples)
            answers["second rater"] = sentence.raters[1]
        for name, answer in answers.items():
            pairs = pair(answer, gold)
            rates[name].append(Counts(len(answer), len(gold), len(pairs)))
            if name == "ours":
                report.cases += list_cases(sentence, answer, pairs)
    peers = {name: mean_f1(rates[name]) for name in names[2:]} if options.peers else {}
    report.results.append(Result(ROWS[0], mean_f1(rates["ours"]), peers))
    report.results.append(Result(ROWS[1], mean_f1(rates["item"]), peers))
    total = Counts()
    for one in rates["ours"]:
        total.add(one.given, one.gold, one.met)
    report.notes.append(
        f"over all propositions at once: precision {total.precision:.3f}, recall {total.recall:.3f}, "
        f"F1 {total.f1:.3f}; {total.given} given, {total.gold} gold, {len(rates['ours'])} sentences"
    )
    return report


def mean_f1(rates: Sequence[Counts]) -> float:
    """Harmonic mean of mean precision and mean recall."""
    return harmonic(mean([one.precision for one in rates]), mean([one.recall for one in rates]))


def read_ours(sentence: Sentence, granularity: str) -> Propositions:
    claims = split(sentence.text, furniture=(), granularity=granularity).claims
    return unite(cover(sentence.tokens, claim.slices) for claim in claims)


def pair(answer: Propositions, gold: Propositions) -> list[tuple[int, int]]:
    return match_pairs(len(answer), len(gold), lambda left, right: jaccard(answer[left], gold[right]), _ALIKE)


def unite(found: Iterator[frozenset[int]]) -> Propositions:
    """Leave out empty ones and repeats."""
    return [one for one in dict.fromkeys(found) if one]


def list_cases(sentence: Sentence, answer: Propositions, pairs: Sequence[tuple[int, int]]) -> list[Case]:
    left, right = {left for left, _ in pairs}, {right for _, right in pairs}
    gold = sentence.raters[0]
    missed = [show(sentence, one) for index, one in enumerate(gold) if index not in right]
    false = [show(sentence, one) for index, one in enumerate(answer) if index not in left]
    met = [show(sentence, gold[index]) for index in sorted(right)]
    if not missed and not false:
        return []
    lines = [*(f"= {one}" for one in met), *(f"- {one}" for one in missed), *(f"+ {one}" for one in false)]
    where = "= met, - missed, + false"
    return [Case("sentence", where, "\n    ".join([sentence.text, *lines]))]


def show(sentence: Sentence, proposition: frozenset[int]) -> str:
    """Write a proposition's words, with … where some are left out."""
    written: list[str] = []
    last = -1
    for index in sorted(proposition):
        if written and index != last + 1:
            written.append("…")
        written.append(sentence.text[slice(*sentence.tokens[index])])
        last = index
    return " ".join(written)


def read_sentences(folder: Path) -> Iterator[Sentence]:
    """Give the sentences whose text is there and in which every rater found a proposition."""
    clusters = json.loads((folder / "document_clusters.dev.json").read_text(encoding="utf-8"))
    texts = {
        (document["document_id"], index): sentence
        for cluster in clusters
        for document in cluster["documents"]
        for index, sentence in enumerate(document["sentences"])
    }
    for entry in json.loads((folder / "propositions.dev.json").read_text(encoding="utf-8")):
        place = entry["sentence_id"]
        sentence = texts.get((place["document_id"], place["sentence_index"]))
        if sentence is None:
            continue
        responses = sorted(entry["segmentation_responses"], key=lambda one: not one["is_reference_response"])
        raters = [
            unite(frozenset(one["token_indices"]) for one in response.get("propositions", ()))
            for response in responses
        ]
        if all(raters):
            yield Sentence(sentence["sentence_text"], _read_tokens(sentence), raters)


def _read_tokens(sentence: dict[str, list[dict[str, str]]]) -> list[Span]:
    starts = [(int(one["character_offset_of_token_in_sentence"]), one["text"]) for one in sentence["tokens"]]
    return [(start, start + len(words)) for start, words in starts]
