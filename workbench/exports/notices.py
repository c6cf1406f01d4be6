"""The words for what a report changes of the one it replaces."""

from workbench.domain.publications import NO_VERDICT
from workbench.domain.records import ChangeRecord, NoticeRecord
from workbench.domain.report_kinds import ReportKind


def describe_notice(notice: NoticeRecord) -> str:
    """What this report is to the one before: "Correction of R-3"."""
    return f"{notice.kind.capitalize()} of {notice.replaces}"


def describe_text(text: str) -> str:
    """What became of words of the report itself: "The summary reads otherwise"."""
    return f"The {text} reads otherwise"


def describe_change(change: ChangeRecord, kind: str) -> str:
    """What became of one claim, as a notice of this kind tells it: "C-12 30 km from border: was “True”, is
    “Mostly false” now"."""
    name = f"{change.claim} {change.title}" if change.title else change.claim
    return f"{name}: {describe_turn(change, kind)}"


def describe_turn(change: ChangeRecord, kind: str = "") -> str:
    """What became of the claim, without its name."""
    if kind == ReportKind.RETRACTION:
        return f"taken back, was {_quote(change.before)}"
    if not change.before:
        return f"added here, {_quote(change.after)}"
    if not change.after:
        return f"not in this report any more, was {_quote(change.before)}"
    if change.before == change.after:
        return f"still {_quote(change.after)}; changed: {describe_parts(change)}"
    turn, parts = f"was {_quote(change.before)}, is {_quote(change.after)} now", describe_parts(change)
    return f"{turn}; also changed: {parts}" if parts else turn


def describe_parts(change: ChangeRecord) -> str:
    """What of a claim that both reports hold reads otherwise, besides the rating."""
    told = {
        "the words of the claim": change.words,
        "who says it, where or how": change.said,
        "the reasoning": change.reasoning,
        "what it stands on": change.grounds,
    }
    parts = [words for words, changed in told.items() if changed]
    if not parts and change.before == change.after:
        return "details of the rating"  # like the version of its scale
    return "; ".join(parts)


def _quote(rating: str) -> str:
    return rating if rating == NO_VERDICT else f"“{rating}”"
