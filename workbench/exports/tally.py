"""How the claims of a report came out: a count for each rating that was given, and those still open."""

from dataclasses import dataclass

from workbench.domain.records import ClaimRecord, ReportRecord, VerdictRecord
from workbench.exports.wording import find_label


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims got this rating. `colour` is the design token of its label."""

    text: str
    colour: str
    claims: int


def count_ratings(record: ReportRecord) -> list[Count]:
    """One count a rating in the order of the scales; ratings that nobody gave are left out."""
    given = sorted(
        (claim.verdict for claim in record.claims if claim.verdict), key=lambda v: _sort_key(record, v)
    )
    counts: dict[tuple[str, int, str, str], Count] = {}
    for verdict in given:
        key = (verdict.scale, verdict.scale_version, verdict.rating, verdict.rating_text)
        before = counts[key].claims if key in counts else 0
        counts[key] = Count(verdict.rating_text, verdict.colour, before + 1)
    return list(counts.values())


def list_open(record: ReportRecord) -> list[ClaimRecord]:
    """The claims that have no verdict yet."""
    return [claim for claim in record.claims if claim.verdict is None]


def _sort_key(record: ReportRecord, verdict: VerdictRecord) -> tuple[str, int, int, str]:
    label = find_label(record, verdict)
    return (verdict.scale, verdict.scale_version, label.order if label else 0, verdict.rating_text)
