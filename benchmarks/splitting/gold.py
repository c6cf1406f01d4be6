"""Our own gold: the articles that are read while mending, with their differences, and those of the check."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.splitting import gold_claims
from benchmarks.splitting.figures import NotMeasured, Options, Report, Result, Row
from benchmarks.splitting.gold_cases import list_cases
from benchmarks.splitting.gold_scores import Tally
from tests.gold.reader import GoldArticle

FIGURES = (
    Row("claim F1, J >= 0.8", 0.70, 0.80),
    Row("speaker accuracy", 0.90, 0.95),
    Row("modality F1, weighted", 0.85, 0.92),
    Row("claims touching furniture", 0, 0, "{:.0f}", lower_is_better=True),
    Row("modality F1, macro"),
    Row("negation accuracy"),
    Row("quantity F1"),
    Row("date F1"),
    Row("statement token-F1"),
    Row("title length, characters", form="{:.0f}"),
)
FORMULA = (
    "gold: claims are matched one to one (a largest matching) at Jaccard >= 0.8 over the words of their "
    "slices: micro F1 over all articles. On matched claims: speaker right if both are nobody or the "
    "content words of one are all among the other's; modality F1 by label, weighted by gold count "
    "(macro: not weighted); quantities by value, unit and approximate, dates by what they resolve to; "
    "statements by F1 over all words. Claims touching furniture share a character with a range marked "
    "as furniture. The quotations' speaker is judged on our claims."
)


@dataclass(frozen=True)
class Gold:
    """The articles of one use, measured without bounds. shown: their differences may be read."""

    use: str
    what: str
    shown: bool = True
    FORMULA: str = FORMULA

    @property
    def ROWS(self) -> tuple[Row, ...]:
        return tuple(
            replace(row, what=f"gold, {self.what}: {row.what}", must=None, aim=None) for row in FIGURES
        )

    def measure(self, options: Options) -> Report:
        articles = gold_claims.read_articles(self.use)
        report = measure_articles(articles, self.ROWS, options)
        for article in articles if self.shown else ():
            ours, gold = gold_claims.read_ours(article), gold_claims.from_gold(article.claims)
            report.cases += list_cases(article.name, article.text, ours, gold, article.furniture)
        return report


def measure_articles(articles: Sequence[GoldArticle], rows: Sequence[Row], options: Options) -> Report:
    """Measure ours and the peers on these articles; raises NotMeasured when there are none."""
    if not articles:
        raise NotMeasured("not measured: these articles have no gold in tests/gold")
    ours, peers, quoted = Tally(), dict[str, Tally](), Tally()
    for article in articles:
        gold, found = gold_claims.from_gold(article.claims), gold_claims.read_ours(article)
        ours.add(article.text, found, gold, article.furniture)
        if options.peers:
            for name, claims in gold_claims.read_peers(article).items():
                peers.setdefault(name, Tally()).add(article.text, claims, gold, article.furniture)
            quoted.add(article.text, gold_claims.name_quoted(article, found), gold, article.furniture)
    results = []
    for index, (row, value) in enumerate(zip(rows, ours.figures, strict=True)):
        others = {}
        if index in {0, 3}:
            others = {name: tally.figures[index] for name, tally in peers.items()}
        if index == 1 and options.peers:
            others = {"textacy quotations": quoted.figures[1]}
        results.append(Result(row, value, others))
    counts = ours.claims
    note = (
        f"{len(articles)} articles, {counts.given} claims given, {counts.gold} gold, {counts.met} matched: "
        f"precision {counts.precision:.3f}, recall {counts.recall:.3f}; "
        f"quantities by value alone {ours.values.f1:.3f}"
    )
    return Report(results, [], [note])
