"""Kinds of evidence, its stance, and the two Admiralty axes that grade it."""

from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """What the evidence says about the claim; never a verdict."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class SourceKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    ACCOUNT = "account"
    DOCUMENT = "document"
    DATASET = "dataset"


class EvidenceKind(StrEnum):
    LINK = "link"
    DOCUMENT = "document"
    IMAGE = "image"
    VIDEO = "video"
    DATASET = "dataset"
    INTERVIEW = "interview"
    GEOLOCATION = "geolocation"


@dataclass(frozen=True, slots=True)
class KindRule:
    """What a kind of evidence must carry: a link or a file, or a position."""

    label: str
    needs_link_or_file: bool = False
    needs_position: bool = False


EVIDENCE_KINDS: dict[EvidenceKind, KindRule] = {
    EvidenceKind.LINK: KindRule("Link", needs_link_or_file=True),
    EvidenceKind.DOCUMENT: KindRule("Document", needs_link_or_file=True),
    EvidenceKind.IMAGE: KindRule("Image", needs_link_or_file=True),
    EvidenceKind.VIDEO: KindRule("Video", needs_link_or_file=True),
    EvidenceKind.DATASET: KindRule("Dataset", needs_link_or_file=True),
    EvidenceKind.INTERVIEW: KindRule("Interview"),
    EvidenceKind.GEOLOCATION: KindRule("Geolocation", needs_position=True),
}

UNJUDGED, UNJUDGED_DIGIT = "F", 6
# Admiralty code: reliability of a source, credibility of one piece of information, judged apart.
RELIABILITY: dict[str, str] = {
    "A": "Completely reliable",
    "B": "Usually reliable",
    "C": "Fairly reliable",
    "D": "Not usually reliable",
    "E": "Unreliable",
    "F": "Reliability cannot be judged",
}
CREDIBILITY: dict[int, str] = {
    1: "Confirmed by other sources",
    2: "Probably true",
    3: "Possibly true",
    4: "Doubtful",
    5: "Improbable",
    6: "Truth cannot be judged",
}


def format_grade(reliability: str, credibility: int) -> str:
    """Both axes as one grade, "B2"."""
    return f"{reliability}{credibility}"
