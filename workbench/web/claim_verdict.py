"""What the claim page shows of the verdict: the one in force, the ones before, the form for another."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from flask import url_for

from workbench.domain.pictures import Picture, Step, draw_course
from workbench.domain.pointing import Piece, Point, mark_points
from workbench.domain.ratings import CONFIDENCE_MEANINGS
from workbench.domain.roles import Permission
from workbench.domain.status import Status
from workbench.forms.actions import ReviewForm
from workbench.forms.verdicts import VerdictForm
from workbench.models import ReviewOutcome, Verdict
from workbench.queries.evidence import VerdictRow
from workbench.services.verdicts import read_pointable
from workbench.web.claim_reads import ClaimReads
from workbench.web.current import desk, time_zone, user
from workbench.web.drafts import offer_draft
from workbench.web.hints import weigh_evidence

_MENDED = {"scale", "rating", "conclusion", "confidence", "reasoning"}


def load_verdict(reads: ClaimReads) -> dict[str, Any]:
    """What templates/claims/_verdict.html shows."""
    claim, current = reads.claim, reads.verdict
    return {
        "row": reads.row,
        "verdict": current,
        "blind": reads.blind,
        "verdicts": reads.verdicts,
        "course": draw_verdicts(reads.verdicts),
        "graded": {given.verdict.id: given.list_grades(reads.evidence) for given in reads.verdicts},
        "meanings": CONFIDENCE_MEANINGS,
        "one_sided": weigh_evidence(reads.columns),
        "columns": reads.columns,
        "circles": reads.circles,
        "may_sign": _may_sign(reads),
        "mends": _find_returned(reads) is not None,
        "own": current is not None and current.verdict.author_id == user().id,
        **_make_fresh_form(reads),
        "comment_form": ReviewForm(formdata=None, version=claim.version),
        "pointed": mark_pointed(reads),
    }


def draw_verdicts(verdicts: Sequence[VerdictRow]) -> Picture | None:
    """The claim's verdict over time; None while there is not more than one. `verdicts` are newest first."""
    steps = [
        Step(
            row.verdict.given_at.astimezone(time_zone()).date(),
            row.verdict.rating_text,
            row.verdict.rating_colour or "none",
        )
        for row in reversed(verdicts)
    ]
    return draw_course(steps, datetime.now(time_zone()).date()) if len(steps) > 1 else None


def make_verdict_form(reads: ClaimReads) -> dict[str, Any]:
    """The verdict form as a request sent it, and the scale that it offers: the desk's, or the one that was
    chosen in it."""
    form = VerdictForm()
    return {"verdict_form": form, "scale": form.offer(*reads.blind.offered)}


def mark_pointed(reads: ClaimReads) -> dict[str, list[Piece]]:
    """Statement and verdict in pieces, with the words marked that the newest return points at: until there is
    another verdict, or a signature."""
    claim, current = reads.claim, reads.verdict
    if current is None:
        return {"statement": [Piece(claim.statement, 0)]}
    newest = current.reviews[0][0] if current.reviews else None
    given = newest.points if newest and newest.outcome == ReviewOutcome.RETURNED else []
    points = [Point(**point) for point in given]
    texts = read_pointable(claim, current.verdict)
    return {field: mark_points(text, field, points) for field, text in texts.items()}


def _make_fresh_form(reads: ClaimReads) -> dict[str, Any]:
    """The same without what a request sent: with what was typed before, or else one's own verdict that was
    returned, to be mended rather than typed again."""
    claim, returned = reads.claim, _find_returned(reads)
    values = returned.model_dump(include=_MENDED) if returned else {}
    form = VerdictForm(formdata=None, **values, version=claim.version)
    offer_draft(form, url_for("verdicts.give", ref=f"C-{claim.number}"), claim.id, "verdict.given")
    return {"verdict_form": form, "scale": form.offer(*reads.blind.offered)}


def _find_returned(reads: ClaimReads) -> Verdict | None:
    """The verdict in force, where this person gave it, it came back, and its scale is offered still."""
    current = reads.verdict
    if current is None or not current.reviews or current.verdict.author_id != user().id:
        return None
    came_back = current.reviews[0][0].outcome == ReviewOutcome.RETURNED
    return current.verdict if came_back and current.verdict.scale in reads.blind.offered[0] else None


def _may_sign(reads: ClaimReads) -> bool:
    claim, current = reads.claim, reads.verdict
    if claim.status is not Status.IN_REVIEW or current is None or not user().may(Permission.REVIEW):
        return False
    return desk().alone or current.verdict.author_id != user().id
