"""How the claims of a report came out: a count for each rating that was given, and those still open."""

from collections import Counter
from dataclasses import dataclass

from workbench.domain.mixes import Rating, list_parts
from workbench.domain.records import ClaimRecord, ReportRecord, VerdictRecord


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


def summarise(record: ReportRecord) -> str:
    """The report in one paragraph: what its maker wrote, or else how the claims came out."""
    return record.summary.strip() or tell_outcome(record)


def tell_outcome(record: ReportRecord) -> str:
    """How many claims there are, how many were checked, and how they came out."""
    claims, unrated = len(record.claims), len(list_open(record))
    decided = claims - unrated
    if not claims:
        return "This report holds no claims."
    counts = ", ".join(f"{count.claims} “{count.text}”" for count in count_ratings(record))
    signed = sum(1 for claim in record.claims if claim.verdict and claim.verdict.signed)
    noun, has = "claim" if claims == 1 else "claims", "has" if 1 in (claims, decided) else "have"
    parts = [f"{decided} of {claims} {noun} {has} a verdict ({decided * 100 // claims}%)"]
    parts[0] += f": {counts}." if counts else "."
    if decided:
        parts.append(f"Signed by a reviewer: {signed}.")
    if unrated:
        parts.append(f"Still open: {unrated}.")
    return " ".join(parts)


def _name(verdict: VerdictRecord) -> Rating:
    return verdict.scale, verdict.scale_version, verdict.rating, verdict.rating_text, verdict.colour
