"""Our own gold: the four articles kept for the figure; nobody reads them while tuning, so no cases."""

from dataclasses import replace

from benchmarks.splitting import gold_claims
from benchmarks.splitting.figures import Options, Report
from benchmarks.splitting.gold import FIGURES, measure_articles
from benchmarks.splitting.gold_scores import Tally
from tests.gold.reader import KEPT, read_first, read_second

ROWS = tuple(replace(row, what=f"gold, kept four: {row.what}") for row in FIGURES)
FORMULA = (
    "kept: the same on the four kept articles; `annotators` is the second annotator measured against "
    "the first, by the same formulas."
)


def measure(options: Options) -> Report:
    articles = gold_claims.read_articles(KEPT)
    report = measure_articles(articles, ROWS, options)
    agreed = Tally()
    for article in articles:
        first, second = read_first(article.name), read_second(article.name)
        agreed.add(
            article.text,
            gold_claims.from_gold(second.claims),
            gold_claims.from_gold(first.claims),
            article.furniture,
        )
    report.results = [
        replace(result, peers={**result.peers, "annotators": value})
        for result, value in zip(report.results, agreed.figures, strict=True)
    ]
    return report
