"""Claims of any origin in one form, so that ours, the annotators' and the peers' meet the same formulas."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.splitting.peers import cut_plain_sentences, parse, read_quotations, read_triples
from benchmarks.splitting.words import Span
from tests.gold.reader import GoldArticle, GoldClaim, list_gold, read_gold
from workbench.splitting import Claim, split


@dataclass(frozen=True)
class Found:
    """A claim with what is compared. dates: resolved, else as written."""

    slices: tuple[Span, ...]
    speaker: str | None = None
    modality: str = "asserted"
    negated: bool = False
    statement: str = ""
    title: str = ""
    quantities: list[tuple[float, str, bool]] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)


def read_articles(use: str) -> list[GoldArticle]:
    """Give the articles with gold for one use: see tests/gold/README.md."""
    return [article for article in map(read_gold, list_gold()) if article.use == use]


def from_gold(claims: Iterable[GoldClaim]) -> list[Found]:
    return [
        Found(
            claim.slices,
            claim.claimant,
            claim.modality,
            claim.negated,
            claim.statement,
            claim.title,
            [(one["value"], fold_unit(one["unit"]), one["approximate"]) for one in claim.quantities],
            [str(one.get("resolved") or one["text"]) for one in claim.dates],
        )
        for claim in claims
    ]


def read_ours(article: GoldArticle) -> list[Found]:
    return [_from_claim(claim) for claim in split(article.text, article.published_on).claims]


def _from_claim(claim: Claim) -> Found:
    return Found(
        claim.slices,
        None if claim.claimant is None else claim.claimant.name,
        claim.modality,
        claim.negated,
        claim.statement,
        claim.title,
        [(one.value, fold_unit(one.unit), one.approximate) for one in claim.quantities],
        [one.resolved or one.text for one in claim.dates],
    )


def read_peers(article: GoldArticle) -> dict[str, list[Found]]:
    """Give what a plain sentence splitter and textacy's triples make of the whole page."""
    triples = [one for base, doc in parse(article.text) for one in read_triples(doc, base)]
    return {
        "plain sentences": [Found((span,)) for span in cut_plain_sentences(article.text)],
        "textacy triples": [Found(tuple(spans)) for spans in triples],
    }


def name_quoted(article: GoldArticle, claims: Sequence[Found]) -> list[Found]:
    """Give these claims with the speaker of the textacy quotation that each begins in, or with none."""
    quoted = [
        (one.content[0], " ".join(article.text[slice(*word)] for word in one.source))
        for one in read_quotations(parse(article.text))
    ]
    named = []
    for claim in claims:
        start = claim.slices[0][0]
        speaker = next((who for (first, end), who in quoted if first <= start < end), None)
        named.append(Found(claim.slices, speaker))
    return named


def fold_unit(unit: str) -> str:
    """One soldier and two soldiers are one unit."""
    folded = unit.casefold().strip()
    return folded[:-1] if folded.endswith("s") and len(folded) > 2 else folded
