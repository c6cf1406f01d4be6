"""PolNeAR, dev part: who says what in US election news (brat stand-off; Newell, Margolin, Ruths 2018)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.splitting.figures import Case, Options, Report, Result, Row
from benchmarks.splitting.ours import Attributed, read_attributions, read_paragraphs
from benchmarks.splitting.peers import parse, read_quotations
from benchmarks.splitting.polnear_files import read_articles
from benchmarks.splitting.scores import Counts, jaccard, match_pairs
from benchmarks.splitting.words import Span, cover, cut_tokens

FOLDER = "polnear/dev"
ROWS = (
    Row("polnear dev: cue F1", 70, 76, "{:.1f}"),
    Row("polnear dev: cue precision", 85, 85, "{:.1f}"),
    Row("polnear dev: cue + source F1", 66, 72, "{:.1f}"),
    Row("polnear dev: content F1, J >= 0.8", 56, 62, "{:.1f}"),
)
FORMULA = (
    "polnear: 100 x micro F1 over all attributions; a hit is one of a largest one-to-one matching of "
    "pairs whose cues share a token (cue), whose sources do too or are both absent (+ source), whose "
    "contents have Jaccard >= 0.8 over tokens, marks included (content; the cues share a token here "
    "too). The set marks no act inside a quotation and few inside what another says; ours leaves those out."
)
_ALIKE = 0.8


@dataclass(frozen=True)
class Act:
    """An attribution in token positions."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


Same = Callable[[Act, Act], bool]


def same_cue(one: Act, other: Act) -> bool:
    return bool(one.cue & other.cue)


def same_source(one: Act, other: Act) -> bool:
    return same_cue(one, other) and (bool(one.source & other.source) or not (one.source or other.source))


def same_content(one: Act, other: Act) -> bool:
    return same_cue(one, other) and jaccard(one.content, other.content) >= _ALIKE


WAYS: tuple[Same, ...] = (same_cue, same_source, same_content)


def measure(options: Options) -> Report:
    folder = options.need(FOLDER)
    report = Report()
    ours, theirs = [Counts() for _ in WAYS], [Counts() for _ in WAYS]
    for name, text, marked in read_articles(folder):
        tokens = cut_tokens(text)
        paragraphs = read_paragraphs(text)
        gold = [to_act(tokens, one) for one in marked]
        found = [act for one in read_attributions(paragraphs) if (act := to_act(tokens, one)).cue]
        count(ours, found, gold)
        if options.peers:
            count(theirs, [to_act(tokens, one) for one in read_quotations(parse(text))], gold)
        report.cases += list_cases(name, text, tokens, found, gold)
    values = [(ours[0].f1, theirs[0].f1), (ours[0].precision, theirs[0].precision)]
    values += [(one.f1, other.f1) for one, other in zip(ours[1:], theirs[1:], strict=True)]
    for row, (own, other) in zip(ROWS, values, strict=True):
        peers = {"textacy quotations": 100 * other} if options.peers else {}
        report.results.append(Result(row, 100 * own, peers))
    report.notes.append(f"cue recall {100 * ours[0].recall:.1f} of {ours[0].gold}, {ours[0].given} given")
    return report


def to_act(tokens: Sequence[Span], one: Attributed) -> Act:
    return Act(cover(tokens, one.source), cover(tokens, one.cue), cover(tokens, one.content))


def count(sums: list[Counts], found: Sequence[Act], gold: Sequence[Act]) -> None:
    for total, same in zip(sums, WAYS, strict=True):
        total.add(len(found), len(gold), len(pair(found, gold, same)))


def pair(found: Sequence[Act], gold: Sequence[Act], same: Same) -> list[tuple[int, int]]:
    return match_pairs(len(found), len(gold), lambda left, right: same(found[left], gold[right]))


def list_cases(
    name: str, text: str, tokens: Sequence[Span], found: Sequence[Act], gold: Sequence[Act]
) -> list[Case]:
    """Give what differs: cues missed and false, then sources and contents that differ under a shared cue."""
    pairs = pair(found, gold, same_cue)
    left, right = {left for left, _ in pairs}, {right for _, right in pairs}
    unmet = [("missed", act) for index, act in enumerate(gold) if index not in right]
    unmet += [("false hit", act) for index, act in enumerate(found) if index not in left]
    cases = []
    for kind, act in unmet:
        cue = " ".join(text[slice(*tokens[index])] for index in sorted(act.cue)).casefold()
        cases.append(Case(kind, name, show(text, tokens, act), cue))
    for mine, theirs in ((found[i], gold[j]) for i, j in pairs):
        for kind, same in (("wrong source", same_source), ("wrong content", same_content)):
            if not same(mine, theirs):
                both = f"\n    ours {show(text, tokens, mine)}\n    gold {show(text, tokens, theirs)}"
                cases.append(Case(kind, name, both))
    return cases


def show(text: str, tokens: Sequence[Span], act: Act) -> str:
    """Write the words around an attribution: [source] <cue> {content}."""
    marks = [(act.source, "[", "]"), (act.cue, "<", ">"), (act.content, "{", "}")]
    first, last = (pick(act.source | act.cue | act.content) for pick in (min, max))
    first, last = max(first - 8, 0), min(last + 8, len(tokens) - 1)
    written, end = "", tokens[first][0]
    for index in range(first, last + 1):
        written += text[end : tokens[index][0]]
        word = text[slice(*tokens[index])]
        for positions, opening, closing in marks:
            before, after = index - 1 in positions, index + 1 in positions
            if index in positions:
                word = ("" if before else opening) + word + ("" if after else closing)
        written, end = written + word, tokens[index][1]
    return " ".join(written.split())
