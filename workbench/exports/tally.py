"""How the claims of a report came out: a count for each rating that was given, and those still open."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.mixes import Rating, list_parts
from workbench.domain.records import ClaimRecord, ReportRecord, RollupRecord, VerdictRecord
from workbench.domain.report_kinds import ReportKind
from workbench.exports.directions import set_apart

_SIGNERS = ("signed by a second person", "signed by the person who gave it", "not signed yet")


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims got this rating. `colour` is the design token of its label."""

    text: str
    colour: str
    claims: int


def count_ratings(record: ReportRecord) -> list[Count]:
    """One count a rating in the order of the scales; ratings that nobody gave are left out."""
    given = Counter(_name(claim.verdict) for claim in record.claims if claim.verdict)
    scales = {(scale.code, scale.version): scale for scale in record.scales}
    return [
        Count(part.name, part.colour, sum(given[rating] for rating in part.ratings))
        for part in list_parts(given, scales)
    ]


def list_open(record: ReportRecord) -> list[ClaimRecord]:
    """The claims that have no verdict yet."""
    return [claim for claim in record.claims if claim.verdict is None]


def summarise(record: ReportRecord) -> list[str]:
    """The report in a few words, as paragraphs: what its maker wrote of it, and how the claims came out."""
    written = [line.strip() for line in record.summary.splitlines() if line.strip()]
    return [*written, tell_outcome(record)]


def tell_outcome(record: ReportRecord) -> str:
    """How the claims came out, how their verdicts were signed, and how far the articles are checked."""
    return " ".join([_tell_verdicts(record), *_tell_signing(record), *map(_tell_rollup, record.rollups)])


def _tell_verdicts(record: ReportRecord) -> str:
    claims, unrated = len(record.claims), len(list_open(record))
    decided = claims - unrated
    if not claims and record.notice and record.notice.kind == ReportKind.RETRACTION:
        return f"{record.notice.replaces} is taken back: none of its verdicts holds any longer."
    if not claims:
        return "This report holds no claims."
    noun, has = "claim" if claims == 1 else "claims", "has" if 1 in (claims, decided) else "have"
    told = f"{decided} of {claims} {noun} {has} a verdict ({_share(decided, claims)})"
    counts = ", ".join(f"{count.claims} “{set_apart(count.text)}”" for count in count_ratings(record))
    return f"{told}: {counts}." if counts else f"{told}."


def _tell_signing(record: ReportRecord) -> Iterator[str]:
    signed = Counter(_name_signer(claim.verdict) for claim in record.claims if claim.verdict)
    if signed:
        counts = "; ".join(f"{how}: {signed[how]}" for how in _SIGNERS if signed[how])
        yield f"{counts[0].upper()}{counts[1:]}."


def _name_signer(verdict: VerdictRecord) -> str:
    second, author, nobody = _SIGNERS
    if verdict.signed is None:
        return nobody
    return author if verdict.signed.own_verdict else second


def _tell_rollup(rollup: RollupRecord) -> str:
    """Claims that the report does not hold are counted, too: it may tell a few of many."""
    noun = "claim" if rollup.accepted == 1 else "claims"
    share = _share(rollup.checked, rollup.accepted)
    checked = f"Checked in {rollup.article}: {rollup.checked} of {rollup.accepted} {noun} ({share})"
    if rollup.told == rollup.checked:
        return f"{checked}."
    return f"{checked}; this report tells {rollup.told} of the checked ones."


def _share(part: int, whole: int) -> str:
    """A part in hundredths; only the whole is 100%, and only nothing is 0%."""
    exact = round(part * 100 / whole)
    return f"{min(max(exact, 1), 99) if 0 < part < whole else exact}%"


def _name(verdict: VerdictRecord) -> Rating:
    return verdict.scale, verdict.scale_version, verdict.rating, verdict.rating_text, verdict.colour
