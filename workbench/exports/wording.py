"""The words of a report that more than one format uses, so that a verdict reads the same in each."""

from collections.abc import Iterator

from workbench.domain.agreement import Closeness
from workbench.domain.distances import measure_distance
from workbench.domain.evidence import CREDIBILITY, RELIABILITY, Stance
from workbench.domain.maps import MapDrawing, draw_map
from workbench.domain.ratings import CONFIDENCE_MEANINGS, Confidence
from workbench.domain.records import (
    AppearanceRecord,
    AttributionRecord,
    BlindRecord,
    ClaimRecord,
    EvidenceRecord,
    LabelRecord,
    OtherVerdictRecord,
    ReplyRecord,
    ReportRecord,
    ReviewRecord,
    VerdictRecord,
)
from workbench.domain.terms import find_term
from workbench.exports.dates import format_day, format_local_day, format_moment
from workbench.exports.directions import set_apart

OWN_VOICE = "the article itself"
WITHHELD = "Withheld source"
DRAFT = "Draft – not published"
ALONE_DESK = "At this desk people may sign their own verdicts. Each signature says whether somebody did."
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
    return ALONE if signed.own_verdict else f"signed by {set_apart(signed.reviewer)}"


def describe_giving(verdict: VerdictRecord, zone: str) -> str:
    """Who gave the verdict and who signed it, and when, as one sentence."""
    given = f"Given by {set_apart(verdict.author)}, {format_moment(verdict.at, zone)}"
    signed = f", {format_moment(verdict.signed.at, zone)}" if verdict.signed else ""
    return f"{given}; {name_signature(verdict.signed)}{signed}."


def describe_blind(verdict: VerdictRecord) -> str:
    """That two people judged it without seeing each other's verdict, how far apart, and who settled it; else
    empty."""
    blind = verdict.blind
    if blind is None:
        return ""
    first, second = blind.first, blind.second
    one, other = set_apart(first.author), set_apart(second.author)
    if blind.closeness == Closeness.SAME:
        told = f"Two people judged it without seeing each other’s verdict, {one} and {other}: "
        told += f"both “{first.rating_text}”."
    else:
        how = "but within the same class" if blind.closeness == Closeness.NEAR else ""
        told = "Two people judged it apart" + (f", {how}" if how else "")
        if blind.closeness == Closeness.UNRATED:
            told = "Two people judged it, on a scale without ratings"
        told += ", without seeing each other’s verdict: "
        told += f"{one} “{first.name}”, {other} “{second.name}”."
    return " ".join([told, *_describe_settling(blind), *_describe_openness(blind)])


_SETTLED = {
    "first": "settled it with the first",
    "second": "settled it with the second",
    "neither": "settled it with a verdict of their own",
    "anew": "asked for a new verdict",
}


def _describe_settling(blind: BlindRecord) -> Iterator[str]:
    if blind.settled_by:
        end = "" if blind.settling.endswith((".", "!", "?")) else "."
        yield f"{set_apart(blind.settled_by)} {_SETTLED[blind.followed]}: {blind.settling}{end}"
    if blind.settler_is_author:
        yield f"{set_apart(blind.settled_by)} had given one of the two: the desk had nobody else."


def _describe_openness(blind: BlindRecord) -> Iterator[str]:
    if blind.was_open:
        yield "A verdict of one of the two had stood open at the desk before the second was asked for."


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
    return find_term("evidence kind", kind)


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
    """The evidence under its headings, those without any left out. Pieces of one origin count as one."""
    groups = []
    for stance, title in STANCES.items():
        entries = [entry for entry in claim.evidence if entry.stance == stance]
        origins = claim.count_origins(stance)
        if len(entries) > origins:
            title = f"{title} ({len(entries)} links, {origins} {'origin' if origins == 1 else 'origins'})"
        groups.append((title, entries))
    return [(title, entries) for title, entries in groups if entries]


def describe_gaps(claim: ClaimRecord) -> list[str]:
    """Why something is not there that a reader looks for: who claims it, evidence on both sides."""
    stances = {entry.stance for entry in claim.evidence}
    both = {Stance.SUPPORTS.value, Stance.REFUTES.value} <= stances
    gaps = {
        f"Nobody is named as the claimant: {claim.claimant_unknown}": bool(claim.claimant_unknown),
        f"No evidence on both sides: {claim.one_sided_note}": bool(claim.one_sided_note) and not both,
    }
    return [words for words, holds in gaps.items() if holds]


def describe_signing(record: ReportRecord) -> str:
    """How this desk signs, where it is not always a second person; else empty."""
    return ALONE_DESK if record.desk.alone else ""


def describe_history(record: ReportRecord) -> str:
    """What ties the report to the desk's history; the digest of that entry belongs behind it."""
    return (
        f"When this report was made, the newest entry of the desk’s history was number {record.history_seq}:"
    )


def list_marks(claim: ClaimRecord, entry: EvidenceRecord) -> list[str]:
    """What a reader has to know about a piece of evidence before they rely on it."""
    days = entry.days_after
    marks = {
        f"published {days} {'day' if days == 1 else 'days'} after the claim was said": bool(days),
        "the checked article itself or a copy of it, which cannot support its own claim": entry.circular,
        "graded as confirmed, but no second, independent source here says the same": entry.unconfirmed,
        f"graded {entry.grade_then} when the verdict was given": entry.grade_then not in {"", entry.grade},
        _name_origin(claim, entry): bool(_name_origin(claim, entry)),
        f"interests of the source: {entry.conflicts}": bool(entry.conflicts),
    }
    return [words for words, holds in marks.items() if holds]


def _name_origin(claim: ClaimRecord, entry: EvidenceRecord) -> str:
    """Which piece before it in the report this one counts as one with."""
    first = next((one for one in claim.evidence if entry.origin and one.origin == entry.origin), entry)
    if first is entry:
        return ""
    shared = f" ({entry.origin_note})" if entry.origin_note else ""
    return f"counts as one with {first.source}{shared}"


def describe_reply(reply: ReplyRecord) -> str:
    """That somebody was asked, and whether they have answered; their answer stands by itself."""
    asked = f"{set_apart(reply.asked)} was asked for comment on {format_day(reply.asked_on)}"
    if not reply.answer:
        return f"{asked} and had not answered when this was made."
    return f"{asked} and answered{f' on {format_day(reply.answered_on)}' if reply.answered_on else ''}:"


def describe_published(claim: ClaimRecord, zone: str) -> str:
    """What was published of a claim, once that changed: "Published as “True” in R-1, 20 August 2024; …"."""
    if len(claim.published) < 2:
        return ""
    told = (
        f"as “{one.rating_text}” in {one.report}, {format_local_day(one.at, zone)}" for one in claim.published
    )
    return f"Published {'; '.join(told)}."


def find_label(record: ReportRecord, verdict: VerdictRecord) -> LabelRecord | None:
    """The label that a verdict was given with, if the report carries its scale."""
    for scale in record.scales:
        if (scale.code, scale.version) == (verdict.scale, verdict.scale_version):
            return next((label for label in scale.labels if label.key == verdict.rating), None)
    return None


def describe_label(label: LabelRecord) -> str:
    """What a label means, and since when it is given no more."""
    return f"{label.definition} ({label.retired})" if label.retired else label.definition


def first_appearance(claim: ClaimRecord) -> AppearanceRecord | None:
    return claim.appearances[0] if claim.appearances else None


def _name_claimant(entry: AttributionRecord) -> str:
    name = WITHHELD if entry.withheld else set_apart(entry.name) or OWN_VOICE
    manner = _MANNERS.get(entry.manner, entry.manner)
    how = f"{manner}: “{set_apart(entry.cue)}”" if entry.cue else manner
    return f"{name} ({how})" if how and name != OWN_VOICE else name


def _read_digit(text: str) -> int:
    return int(text) if text in set("123456") else 0


def describe_scale(other: OtherVerdictRecord) -> str:
    """Where another desk's rating stands on its own scale: "2 from 1 to 5"; empty when it gives no number."""
    if not other.rating_value or other.rating_value == other.rating:
        return ""
    ends = f" from {other.worst or '?'} to {other.best or '?'}" if other.worst or other.best else ""
    return f"{other.rating_value}{ends}"


def describe_other(other: OtherVerdictRecord) -> str:
    """Another desk's verdict as one line: "Fact Weekly: Mostly true (4 from 1 to 5), https://…"."""
    scale = describe_scale(other)
    rating = f"{other.publisher}: {other.rating}" + (f" ({scale})" if scale else "")
    return f"{rating}, {other.url}" if other.url else rating
