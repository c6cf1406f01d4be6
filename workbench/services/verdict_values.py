"""What a verdict is made of: what a person chose, its scale, and the evidence as it is graded now."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from workbench.domain.errors import RuleBroken
from workbench.domain.ratings import Confidence, Label, Scale
from workbench.domain.scale_files import pack_scale
from workbench.models import Claim, UsedScale, Verdict
from workbench.queries.evidence import list_evidence
from workbench.queries.scales import find_used


@dataclass(frozen=True, slots=True)
class VerdictValues:
    """`conclusion` is asked for by some scales and stands on none of the others."""

    scale: Scale
    rating: str
    confidence: Confidence
    reasoning: str
    conclusion: str = ""


def check_values(values: VerdictValues) -> Label:
    """The label that was chosen. Raises RuleBroken on the field to mend."""
    label = values.scale.label(values.rating)
    if label.retired:
        raise RuleBroken(
            f"“{label.text}” is not offered any more ({label.retired}). Choose another.", field="rating"
        )
    if values.scale.conclusion and not values.conclusion.strip():
        raise RuleBroken("Say in a sentence what was found.", field="conclusion")
    if not values.reasoning.strip():
        raise RuleBroken("Say how the evidence leads to this.", field="reasoning")
    return label


def list_grades(session: Session, claim: Claim) -> list[dict[str, Any]]:
    """The evidence of a claim as it is graded now, to be kept with a verdict."""
    return [
        {"evidence": str(row.evidence.id), "version": row.evidence.version, "grade": row.grade}
        for row in list_evidence(session, [claim.id], sight=True)
    ]


def keep_scale(session: Session, scale: Scale, at: datetime) -> None:
    """Keep the version that a verdict is given on, whole, within the open change; once for all verdicts.

    Raises RuleBroken when the same version was used with other labels: what was judged on is not changed.
    """
    used = find_used(session, scale.code, scale.version)
    if used is None:
        row = UsedScale(
            code=scale.code,
            scale_version=scale.version,
            name=scale.name,
            body=pack_scale(scale),
            first_used_at=at,
        )
        session.add(row)
    elif used != scale:
        raise RuleBroken(
            f"Version {scale.version} of “{scale.name}” read differently when it was used.", "scale"
        )


def build_verdict(
    claim: Claim,
    scale: Scale,
    label: Label,
    *,
    confidence: Confidence,
    reasoning: str,
    conclusion: str,
    author_id: uuid.UUID,
    at: datetime,
    grades: list[dict[str, Any]],
    blind_id: uuid.UUID | None = None,
) -> Verdict:
    """A verdict that is not saved yet, with its label as it reads now."""
    return Verdict(
        claim_id=claim.id,
        scale=scale.code,
        scale_version=scale.version,
        rating=label.key,
        rating_text=label.text,
        scale_name=scale.name,
        rating_definition=label.definition,
        rating_colour=label.colour,
        rollup=label.rollup,
        conclusion=conclusion.strip() if scale.conclusion else "",
        confidence=confidence,
        reasoning=reasoning.strip(),
        author_id=author_id,
        given_at=at,
        grades=grades,
        blind_id=blind_id,
    )
