"""The words of a report that more than one format uses, so that a verdict reads the same in each."""

from workbench.domain.distances import measure_distance
from workbench.domain.evidence import CREDIBILITY, EVIDENCE_KINDS, RELIABILITY, EvidenceKind, Stance
from workbench.domain.maps import MapDrawing, draw_map
from workbench.domain.ratings import CONFIDENCE_MEANINGS, Confidence
from workbench.domain.records import (
    AppearanceRecord,
    AttributionRecord,
    ClaimRecord,
    EvidenceRecord,
    LabelRecord,
    OtherVerdictRecord,
    ReportRecord,
    ReviewRecord,
    VerdictRecord,
)

OWN_VOICE = "the article itself"
WITHHELD = "Withheld source"
DRAFT = "Draft – not published"
ALONE = "signed by the same person who gave the verdict – this desk works alone"

# In the order in which a reader weighs them.
STANCES: dict[str, str] = {
    Stance.SUPPORTS: "Evidence for",
    Stance.REFUTES: "Evidence against",
    Stance.CONTEXT: "Context",
}
_MANNERS: dict[str, str] = {"direct": "quoted", "indirect": "reported speech", "own_voice": "own voice"}


def name_report(record: ReportRecord) -> str:
    """The report's number, or that it is a draft."""
    return record.number or DRAFT


def list_claimants(attributions: tuple[AttributionRecord, ...]) -> list[str]:
    """Who says it, outermost first, each with the words that tell so: "Border service (quoted: “said”)"."""
    return [_name_claimant(entry) for entry in attributions] or [OWN_VOICE]


def join_claimants(attributions: tuple[AttributionRecord, ...]) -> str:
    """The chain as one line: X, who cites Y."""
    return ", citing ".join(list_claimants(attributions))


def name_signature(signed: ReviewRecord | None) -> str:
    """How the verdict was signed, without the time."""
    if signed is None:
        return "not yet signed by a second person"
    return ALONE if signed.own_verdict else f"signed by {signed.reviewer}"


def explain_grade(grade: str) -> str:
    """What "B2" means, source and information apart: "usually reliable; probably true". Else empty."""
    reliability, credibility = RELIABILITY.get(grade[:1]), CREDIBILITY.get(_read_digit(grade[1:]))
    if reliability is None or credibility is None:
        return ""
    return f"{reliability.lower()}; {credibility.lower()}"


def explain_confidence(confidence: str) -> str:
    """The one-line definition of a confidence; empty for one that is not known."""
    return CONFIDENCE_MEANINGS[Confidence(confidence)] if confidence in set(Confidence) else ""


def name_kind(kind: str) -> str:
    """A kind of evidence as its label ("Dataset")."""
    return EVIDENCE_KINDS[EvidenceKind(kind)].label if kind in set(EvidenceKind) else kind.capitalize()


def describe_position(entry: EvidenceRecord) -> str:
    """Where a geolocation lies, how exactly and how it was found; empty for evidence without a position."""
    if not entry.latitude or not entry.longitude:
        return ""
    within = f", within {entry.precision_m:,} m" if entry.precision_m is not None else ""
    return f"{entry.latitude}, {entry.longitude}{within}" + (f" ({entry.method})" if entry.method else "")


def describe_distance(entry: EvidenceRecord) -> str:
    """How far from the named point a geolocation lies: "29.4 km to the border (± 60 m), south of it"."""
    if not entry.latitude or not entry.point_latitude:
        return ""
    found = measure_distance(*_positions(entry), entry.precision_m)
    words = f"{found.words} to {entry.point_name}"
    return f"{words} ({found.margin}), {found.direction} of it" if found.direction else words


def draw_place(entry: EvidenceRecord) -> MapDrawing | None:
    """A geolocation with its point as a map; None for evidence without a position."""
    if not entry.latitude or not entry.longitude:
        return None
    place, point = _positions(entry)
    return draw_map(place, point if entry.point_latitude else None, entry.precision_m)


def _positions(entry: EvidenceRecord) -> tuple[tuple[str, str], tuple[str, str]]:
    return (entry.latitude, entry.longitude), (entry.point_latitude, entry.point_longitude)


def group_evidence(claim: ClaimRecord) -> list[tuple[str, list[EvidenceRecord]]]:
    """The evidence under its headings, those without any left out."""
    groups = [(title, [e for e in claim.evidence if e.stance == stance]) for stance, title in STANCES.items()]
    return [(title, entries) for title, entries in groups if entries]


def find_label(record: ReportRecord, verdict: VerdictRecord) -> LabelRecord | None:
    """The label that a verdict was given with, if the report carries its scale."""
    for scale in record.scales:
        if (scale.code, scale.version) == (verdict.scale, verdict.scale_version):
            return next((label for label in scale.labels if label.key == verdict.rating), None)
    return None


def first_appearance(claim: ClaimRecord) -> AppearanceRecord | None:
    return claim.appearances[0] if claim.appearances else None


def _name_claimant(entry: AttributionRecord) -> str:
    name = WITHHELD if entry.withheld else entry.name or OWN_VOICE
    manner = _MANNERS.get(entry.manner, entry.manner)
    how = f"{manner}: “{entry.cue}”" if entry.cue else manner
    return f"{name} ({how})" if how and name != OWN_VOICE else name


def _read_digit(text: str) -> int:
    return int(text) if text in set("123456") else 0


def describe_scale(other: OtherVerdictRecord) -> str:
    """Where another desk's rating stands on its own scale: "2 from 1 to 5"; empty when it gives no number."""
    if not other.rating_value or other.rating_value == other.rating:
        return ""
    ends = f" from {other.worst or '?'} to {other.best or '?'}" if other.worst or other.best else ""
    return f"{other.rating_value}{ends}"
