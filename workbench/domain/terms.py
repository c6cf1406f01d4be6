"""What the codes of the domain are called: one table a noun, from each code to its words."""

from collections.abc import Mapping

from workbench.domain.anchors import AnchorOutcome
from workbench.domain.captures import CaptureOutcome
from workbench.domain.evidence import EvidenceKind, SourceKind, Stance
from workbench.domain.links import LinkKind
from workbench.domain.outcomes import Outcome
from workbench.domain.ratings import Confidence
from workbench.domain.report_kinds import ReportKind
from workbench.domain.roles import Role
from workbench.domain.statements import ClaimKind, Manner, Modality
from workbench.domain.status import Origin, Status
from workbench.domain.words import marked

# By the noun that a page names them with: `status|term("status")`.
TERMS: Mapping[str, Mapping[str, str]] = {
    "status": {
        Status.NEW: marked("New"),
        Status.CHECKING: marked("Checking"),
        Status.IN_REVIEW: marked("In review"),
        Status.CHECKED: marked("Checked"),
        Status.PUBLISHED: marked("Published"),
        Status.WITHDRAWN: marked("Withdrawn"),
    },
    "origin": {
        Origin.PERSON: marked("Person"),
        Origin.MACHINE: marked("Machine"),
        Origin.IMPORT: marked("Import"),
    },
    "confidence": {
        Confidence.LOW: marked("Low"),
        Confidence.MEDIUM: marked("Medium"),
        Confidence.HIGH: marked("High"),
    },
    "stance": {
        Stance.SUPPORTS: marked("Supports"),
        Stance.REFUTES: marked("Refutes"),
        Stance.CONTEXT: marked("Context"),
    },
    "evidence kind": {
        EvidenceKind.LINK: marked("Link"),
        EvidenceKind.DOCUMENT: marked("Document"),
        EvidenceKind.IMAGE: marked("Image"),
        EvidenceKind.VIDEO: marked("Video"),
        EvidenceKind.DATASET: marked("Dataset"),
        EvidenceKind.INTERVIEW: marked("Interview"),
        EvidenceKind.GEOLOCATION: marked("Geolocation"),
    },
    "source kind": {
        SourceKind.PERSON: marked("Person"),
        SourceKind.ORGANISATION: marked("Organisation"),
        SourceKind.OUTLET: marked("Outlet"),
        SourceKind.ACCOUNT: marked("Account"),
        SourceKind.DOCUMENT: marked("Document"),
        SourceKind.DATASET: marked("Dataset"),
    },
    "claim kind": {
        ClaimKind.EVENT: marked("Event"),
        ClaimKind.QUANTITY: marked("Quantity"),
        ClaimKind.QUOTATION: marked("Quotation"),
        ClaimKind.CAUSAL: marked("Causal"),
        ClaimKind.POSITION: marked("Position"),
        ClaimKind.PREDICTION: marked("Prediction"),
        ClaimKind.ATTRIBUTE: marked("Attribute"),
    },
    "modality": {
        Modality.ASSERTED: marked("Asserted"),
        Modality.HEDGED: marked("Hedged"),
        Modality.CONDITIONAL: marked("Conditional"),
        Modality.PREDICTION: marked("Prediction"),
        Modality.OPINION: marked("Opinion"),
        Modality.DENIAL: marked("Denial"),
    },
    "manner": {
        Manner.DIRECT: marked("Quoted"),
        Manner.INDIRECT: marked("Reported speech"),
        Manner.OWN_VOICE: marked("Own voice"),
    },
    # With the words of a link as it is read from the other claim.
    "link": {
        LinkKind.SAME: marked("Same as"),
        LinkKind.REPEATS: marked("Repeats"),
        LinkKind.CONTRADICTS: marked("Contradicts"),
        LinkKind.NARROWER: marked("Narrower than"),
        LinkKind.DEPENDS: marked("Depends on"),
        "repeated by": marked("Repeated by"),
        "wider than": marked("Wider than"),
        "needed by": marked("Needed by"),
    },
    "report kind": {
        ReportKind.REPORT: marked("Report"),
        ReportKind.CORRECTION: marked("Correction"),
        ReportKind.UPDATE: marked("Update"),
        ReportKind.CLARIFICATION: marked("Clarification"),
        ReportKind.RETRACTION: marked("Retraction"),
    },
    "role": {
        Role.VIEWER: marked("Viewer"),
        Role.CHECKER: marked("Checker"),
        Role.REVIEWER: marked("Reviewer"),
        Role.OWNER: marked("Owner"),
    },
    "outcome": {
        Outcome.ADDED: marked("Added"),
        Outcome.UPDATED: marked("Updated"),
        Outcome.SKIPPED: marked("Skipped"),
        Outcome.REFUSED: marked("Refused"),
    },
    "anchor": {
        AnchorOutcome.KEPT: marked("The same words in the same place"),
        AnchorOutcome.MOVED: marked("The same words elsewhere"),
        AnchorOutcome.CHANGED: marked("Other words"),
        AnchorOutcome.GONE: marked("Gone"),
    },
    "capture": {
        CaptureOutcome.CAPTURED: marked("Kept"),
        CaptureOutcome.UNCHANGED: marked("Unchanged"),
        CaptureOutcome.CHANGED: marked("Changed"),
        CaptureOutcome.GONE: marked("Gone"),
        CaptureOutcome.FAILED: marked("Not reached"),
        CaptureOutcome.REFUSED: marked("Not visited"),
    },
    # Which of two verdicts a decision between them goes with.
    "followed": {"first": marked("First"), "second": marked("Second"), "neither": marked("Neither")},
    # Who did something where it was no person.
    "actor": {"schedule": marked("The schedule"), "command line": marked("The command line")},
    "review": {"signed": marked("Signed"), "returned": marked("Returned")},
}


def find_term(noun: str, code: str) -> str:
    """What a code of this noun is called; the code itself where an older desk knew another one."""
    return TERMS[noun].get(code, code)
