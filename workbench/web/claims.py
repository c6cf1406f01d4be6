"""Claims: the claim page and everything that moves its work on."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _

from workbench.domain.evidence import SourceKind
from workbench.domain.ratings import Confidence
from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.domain.statements import ClaimKind
from workbench.domain.status import Status
from workbench.forms.actions import CommentForm, ReasonForm
from workbench.forms.base import EditForm
from workbench.forms.claims import ClaimForm, EditClaimForm, StatusForm
from workbench.models import Claim
from workbench.queries import claims as queries
from workbench.queries.desk import get_desk
from workbench.queries.sources import list_names
from workbench.services import claims as services
from workbench.services import verdicts
from workbench.web.access import needs
from workbench.web.cards import answer_act
from workbench.web.claim_memory import is_looking, offer_earlier
from workbench.web.claim_page import load_page, make_verdict_form
from workbench.web.claim_parts import EDIT, PARTS, WORDS, answer_parts
from workbench.web.current import db, sight, user
from workbench.web.drafts import offer_draft
from workbench.web.hints import offer_hints
from workbench.web.htmx import invalid, page, wants_part
from workbench.web.slots import find_slot
from workbench.web.versions import read_version

blueprint = Blueprint("claims", __name__)

RESCALE = "rescale"  # the button that offers another scale's ratings, and saves nothing


@blueprint.get("/claims/<ref>")
@needs(Permission.READ)
def show(ref: str) -> Response:
    return page("claims/show.html", **load_page(find_claim(ref)))


@blueprint.route("/claims/<ref>/edit", methods=["GET", "POST"])
@needs(Permission.WRITE)
def edit(ref: str) -> Response:
    claim = find_claim(ref)
    row = queries.load_rows(db(), [claim], sight=sight())[0]
    form = EditClaimForm(obj=claim, claimant=row.claimant)
    names = list_names(db(), sight=sight())
    slot = find_slot(claim)
    context: dict[str, Any] = {"form": form, "row": row, "ref": row.reference, "sources": names, "slot": slot}
    context |= offer_earlier(form, row) | offer_hints(form)
    if is_looking():
        return invalid("claims/edit.html", **context)  # nothing was saved, and the draft stays
    if request.method == "GET":
        offer_draft(form, url_for(".edit", ref=ref), claim.id, "claim.edited")
        return page("claims/edit.html", "claims/_edit.html", **context)
    if form.validate():
        form.attempt(
            lambda: services.edit_claim(
                db(),
                claim,
                read_values(form),
                seen=form.seen,
                by=user().actor,
                reason=form.reason.data or "",
            )
        )
    if form.errors:
        return invalid("claims/edit.html", "claims/_edit.html", **context)
    if slot.article:
        return answer_act(claim, _("%(ref)s is saved.", ref=row.reference), undoable=False)
    return answer_parts(claim, EDIT, seen=form.seen, more=WORDS)


@blueprint.post("/claims/<ref>/accept")
@needs(Permission.WRITE)
def accept(ref: str) -> Response:
    claim = find_claim(ref)
    services.accept_claim(db(), claim, seen=read_version(), by=user().actor)
    return _answer_act(claim, _("C-%(number)s: accepted", number=claim.number))


@blueprint.post("/claims/<ref>/dismiss")
@needs(Permission.WRITE)
def dismiss(ref: str) -> Response:
    claim = find_claim(ref)
    services.dismiss_claim(db(), claim, seen=read_version(), by=user().actor)
    return _answer_act(claim, _("C-%(number)s: dismissed", number=claim.number))


@blueprint.post("/claims/<ref>/reinstate")
@needs(Permission.WRITE)
def reinstate(ref: str) -> Response:
    claim = find_claim(ref)
    services.reinstate_claim(db(), claim, seen=read_version(), person=user())
    return _answer_act(claim, _("C-%(number)s: reinstated", number=claim.number))


@blueprint.route("/claims/<ref>/withdraw", methods=["GET", "POST"])
@needs(Permission.WRITE)
def withdraw(ref: str) -> Response:
    claim = find_claim(ref)
    form, slot = ReasonForm(version=claim.version), find_slot(claim)
    context = {"form": form, "claim": claim, "ref": ref, "slot": slot}
    if request.method == "GET":
        offer_draft(form, url_for(".withdraw", ref=ref), claim.id, "claim.withdrawn")
        return page("claims/withdraw.html", "claims/_withdraw.html", **context)
    if form.validate():
        form.attempt(
            lambda: services.withdraw_claim(
                db(), claim, reason=form.reason.data or "", seen=form.seen, person=user()
            )
        )
    if form.errors:
        return invalid("claims/withdraw.html", "claims/_withdraw.html", **context)
    words = _("%(ref)s is withdrawn.", ref=ref)
    if slot.alone or slot.article:
        return answer_act(claim, words)
    return answer_parts(claim, EDIT, seen=form.seen, more=WORDS, told=words)


@blueprint.post("/claims/<ref>/status")
@needs(Permission.WRITE)
def status(ref: str) -> Response:
    claim = find_claim(ref)
    form = StatusForm()
    if form.validate():
        form.attempt(
            lambda: services.set_status(
                db(),
                claim,
                Status(form.status.data),
                seen=form.seen,
                person=user(),
                reason=form.reason.data or "",
            )
        )
    return _answer(claim, "status", form, status_form=form)


@blueprint.post("/claims/<ref>/verdict")
@needs(Permission.WRITE)
def verdict(ref: str) -> Response:
    claim = find_claim(ref)
    made = make_verdict_form(claim)
    form = made["verdict_form"]
    if RESCALE in request.form:
        return invalid("claims/show.html", PARTS["verdict"], **{**load_page(claim), **made})
    if form.validate():
        values = verdicts.VerdictValues(
            scale=made["scale"],
            rating=form.rating.data,
            confidence=Confidence(form.confidence.data),
            reasoning=form.reasoning.data or "",
            conclusion=form.conclusion.data or "",
        )
        form.attempt(lambda: verdicts.give_verdict(db(), claim, values, seen=form.seen, person=user()))
    return _answer(claim, "verdict", form, **made)


@blueprint.post("/claims/<ref>/sign")
@needs(Permission.REVIEW)
def sign(ref: str) -> Response:
    alone = get_desk(db()).alone
    return _review(
        ref,
        lambda claim, form: verdicts.sign_verdict(
            db(), claim, alone=alone, comment=form.comment.data or "", seen=form.seen, person=user()
        ),
    )


@blueprint.post("/claims/<ref>/return")
@needs(Permission.REVIEW)
def send_back(ref: str) -> Response:
    return _review(
        ref,
        lambda claim, form: verdicts.return_verdict(
            db(), claim, comment=form.comment.data or "", seen=form.seen, person=user()
        ),
    )


@blueprint.get("/claims/<ref>/text")
@needs(Permission.READ)
def text(ref: str) -> Response:
    context = load_page(find_claim(ref))
    return Response(context["as_text"], mimetype="text/plain")


def find_claim(ref: str) -> Claim:
    """The claim of a reference in the address. Raises NotFound."""
    return queries.get_claim(db(), parse_reference("C", ref))


def read_values(form: ClaimForm) -> services.ClaimValues:
    """What the claim form holds, for the services."""
    return services.ClaimValues(
        title=form.title.data or "",
        statement=form.statement.data or "",
        kind=ClaimKind(form.kind.data),
        claimant=form.claimant.data or "",
        claimant_kind=SourceKind(form.claimant_kind.data),
    )


def _review(ref: str, act: Callable[[Claim, CommentForm], object]) -> Response:
    claim = find_claim(ref)
    form = CommentForm()
    if form.validate():
        form.attempt(lambda: act(claim, form))
    return _answer(claim, "verdict", form, comment_form=form)


def _answer(claim: Claim, part: str, form: EditForm, **sent: Any) -> Response:
    """The form's own part again when it was refused, with what was sent, else all that changed."""
    if form.errors:
        return invalid("claims/show.html", PARTS[part], **{**load_page(claim), **sent})
    return answer_parts(claim, PARTS[part], seen=form.seen)


def _answer_act(claim: Claim, words: str) -> Response:
    """On the claim page its parts; beside the text its card. Both can undo it."""
    if wants_part() and request.form.get("back") != "article":
        return answer_parts(claim, PARTS["head"], seen=read_version(), told=words)
    return answer_act(claim, words)
