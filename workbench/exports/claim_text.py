"""A claim and its verdict as plain text, for "copy" buttons and letters. Not a format of its own."""

from datetime import UTC

from workbench.domain.records import ClaimRecord, EvidenceRecord, VerdictRecord
from workbench.exports.dates import format_day
from workbench.exports.directions import set_apart
from workbench.exports.wording import (
    describe_blind,
    describe_gaps,
    describe_reply,
    first_appearance,
    group_evidence,
    join_claimants,
    list_marks,
    name_kind,
    name_signature,
)


def render_claim_text(claim: ClaimRecord) -> str:
    """What a reader needs to know about the claim, as paragraphs of plain text, ending with a line feed."""
    first = first_appearance(claim)
    head = [f"{claim.reference}: {claim.title}", claim.statement]
    if first is not None:
        head.append(f"Said by: {join_claimants(first.attributions)}")
        head.append(f"In the words: “{first.quote}”")
    parts = ["\n".join(head), _render_verdict(claim.verdict), *describe_gaps(claim)]
    for title, entries in group_evidence(claim):
        parts.append("\n".join([f"{title}:", *(_render_evidence(claim, entry) for entry in entries)]))
    parts.extend(
        "\n".join(line for line in (describe_reply(reply), reply.answer and f"  “{reply.answer}”") if line)
        for reply in claim.replies
    )
    if claim.withheld_evidence:
        parts.append(f"Withheld evidence: {claim.withheld_evidence}")
    if claim.others:
        lines = (f"- {other.publisher}: {other.rating}; {other.url}" for other in claim.others)
        parts.append("\n".join(["Other fact-checkers’ verdicts:", *lines]))
    return "\n\n".join(parts) + "\n"


def _render_verdict(verdict: VerdictRecord | None) -> str:
    if verdict is None:
        return "Verdict: none yet, this claim is open."
    day = format_day(verdict.at.astimezone(UTC).date())
    given = f"Given by {set_apart(verdict.author)} on {day}, {name_signature(verdict.signed)}."
    head = f"Verdict: {verdict.name} (confidence: {verdict.confidence})"
    lines = [head, verdict.reasoning, given, describe_blind(verdict)]
    return "\n".join(line for line in lines if line)


def _render_evidence(claim: ClaimRecord, entry: EvidenceRecord) -> str:
    facts = [entry.source, f"{name_kind(entry.kind)}, grade {entry.grade}", entry.locator, entry.url]
    facts += list_marks(claim, entry)
    line = "- " + "; ".join(fact for fact in facts if fact)
    return f"{line}\n  “{entry.excerpt}”" if entry.excerpt else line
