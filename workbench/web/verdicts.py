"""Verdicts: given, signed and returned on the claim page."""

from collections.abc import Callable

from flask import Blueprint, Response, request

from workbench.domain.ratings import Confidence
from workbench.domain.roles import Permission
from workbench.forms.actions import ReviewForm
from workbench.models import Claim
from workbench.queries.blind import find_request
from workbench.services import verdicts
from workbench.services.verdict_values import VerdictValues
from workbench.web.access import needs
from workbench.web.claim_parts import Standing, answer_form, refuse_part
from workbench.web.claim_reads import ClaimReads
from workbench.web.claim_verdict import make_verdict_form, mark_pointed
from workbench.web.claims import find_claim
from workbench.web.current import db, desk, files, user

blueprint = Blueprint("verdicts", __name__)

RESCALE = "rescale"  # the button that offers another scale's ratings, and saves nothing


@blueprint.post("/claims/<ref>/verdict")
@needs(Permission.WRITE)
def give(ref: str) -> Response:
    claim = find_claim(ref)
    reads, before = ClaimReads(claim), Standing.of(claim)
    made = make_verdict_form(reads)
    # Words that a return points at stand marked in the head until there is another verdict.
    marked = ["head"] if any(piece.number for piece in mark_pointed(reads)["statement"]) else []
    form = made["verdict_form"]
    if RESCALE in request.form:
        return refuse_part(claim, "verdict", **made, rescaled=True)
    if form.validate():
        values = VerdictValues(
            scale=made["scale"],
            rating=form.rating.data,
            confidence=Confidence(form.confidence.data),
            reasoning=form.reasoning.data or "",
            conclusion=form.conclusion.data or "",
        )
        form.attempt(lambda: verdicts.give_verdict(db(), claim, values, seen=form.seen, person=user()))
    # A sealed verdict moves no claim, but counts for what it still needs; the second opens what was hidden.
    also = ["head", "status", "discussion"] if reads.blind.request or find_request(db(), claim) else []
    return answer_form(claim, "verdict", form, before, [*marked, *also], **made)


@blueprint.post("/claims/<ref>/sign")
@needs(Permission.REVIEW)
def sign(ref: str) -> Response:
    alone = desk().alone
    return _review(
        ref,
        lambda claim, form: verdicts.sign_verdict(
            db(), files(), claim, alone=alone, comment=form.comment.data or "", seen=form.seen, person=user()
        ),
    )


@blueprint.post("/claims/<ref>/return")
@needs(Permission.REVIEW)
def send_back(ref: str) -> Response:
    return _review(
        ref,
        lambda claim, form: verdicts.return_verdict(
            db(),
            claim,
            comment=form.comment.data or "",
            points=form.points.data or "",
            seen=form.seen,
            person=user(),
        ),
    )


def _review(ref: str, act: Callable[[Claim, ReviewForm], object]) -> Response:
    claim = find_claim(ref)
    form, before = ReviewForm(), Standing.of(claim)
    if form.validate():
        form.attempt(lambda: act(claim, form))
    return answer_form(claim, "verdict", form, before, comment_form=form)
