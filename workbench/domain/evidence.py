"""Kinds of evidence, its stance, and the two Admiralty axes that grade it."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.words import marked


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

    needs_link_or_file: bool = False
    needs_position: bool = False


EVIDENCE_KINDS: dict[EvidenceKind, KindRule] = {
    EvidenceKind.LINK: KindRule(needs_link_or_file=True),
    EvidenceKind.DOCUMENT: KindRule(needs_link_or_file=True),
    EvidenceKind.IMAGE: KindRule(needs_link_or_file=True),
    EvidenceKind.VIDEO: KindRule(needs_link_or_file=True),
    EvidenceKind.DATASET: KindRule(needs_link_or_file=True),
    EvidenceKind.INTERVIEW: KindRule(),
    EvidenceKind.GEOLOCATION: KindRule(needs_position=True),
}

UNJUDGED, UNJUDGED_DIGIT = "F", 6
# Admiralty code: reliability of a source, credibility of one piece of information, judged apart.
RELIABILITY: dict[str, str] = {
    "A": marked("Completely reliable"),
    "B": marked("Usually reliable"),
    "C": marked("Fairly reliable"),
    "D": marked("Not usually reliable"),
    "E": marked("Unreliable"),
    "F": marked("Reliability cannot be judged"),
}
CREDIBILITY: dict[int, str] = {
    1: marked("Confirmed by other sources"),
    2: marked("Probably true"),
    3: marked("Possibly true"),
    4: marked("Doubtful"),
    5: marked("Improbable"),
    6: marked("Truth cannot be judged"),
}


def format_grade(reliability: str, credibility: int) -> str:
    """Both axes as one grade, "B2"."""
    return f"{reliability}{credibility}"
