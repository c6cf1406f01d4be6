"""Claims: the claim page and everything that moves its work on."""

from typing import Any

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _

from workbench.domain.evidence import SourceKind
from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.domain.statements import ClaimKind
from workbench.domain.status import Status
from workbench.exports.claim_text import render_claim_text
from workbench.forms.actions import ReasonForm
from workbench.forms.claims import ClaimForm, EditClaimForm, StatusForm
from workbench.models import Claim
from workbench.queries import claims as queries
from workbench.queries.report_records import build_claim
from workbench.queries.sources import list_names
from workbench.services import acceptance, claim_steps
from workbench.services import claims as services
from workbench.web.access import needs
from workbench.web.cards import answer_act
from workbench.web.claim_memory import is_looking, offer_earlier
from workbench.web.claim_page import load_page
from workbench.web.claim_parts import ALL, Standing, answer_form, answer_parts
from workbench.web.current import db, files, sight, user
from workbench.web.drafts import offer_draft
from workbench.web.hints import offer_hints
from workbench.web.htmx import invalid, page, wants_part
from workbench.web.slots import find_slot
from workbench.web.versions import read_version

blueprint = Blueprint("claims", __name__)


@blueprint.get("/claims/<ref>")
@needs(Permission.READ)
def show(ref: str) -> Response:
    return page("claims/show.html", **load_page(find_claim(ref)))


@blueprint.route("/claims/<ref>/edit", methods=["GET", "POST"])
@needs(Permission.WRITE)
def edit(ref: str) -> Response:
    claim = find_claim(ref)
    form, slot, before = EditClaimForm(obj=claim), find_slot(claim), Standing.of(claim)
    if is_looking():
        return invalid("claims/edit.html", **_load_form(claim, form))  # nothing was saved, the draft stays
    if request.method != "POST":
        context = _load_form(claim, form)
        form.claimant.data = context["row"].claimant
        offer_draft(form, url_for(".edit", ref=ref), claim.id, "claim.edited")
        return page("claims/edit.html", "claims/_edit.html", **context)
    kind, renamed = claim.kind, None
    if form.validate():
        renamed = form.attempt(
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
        return invalid("claims/edit.html", "claims/_edit.html", **_load_form(claim, form))
    if slot.article:
        return answer_act(claim, _("%(ref)s is saved.", ref=ref), undoable=False)
    touched = ["head", "related", "history", *before.list_moved(claim)]
    if renamed or before.list_moved(claim):
        # Whose own words are evidence for them is told with the verdict and the evidence; an accepted claim's
        # claimants have become sources.
        touched += ["status", "appearances", "verdict", "evidence"]
    if claim.kind is not kind:
        touched.append("details")
    return answer_parts(claim, "claim slot", touched=touched, seen=form.seen)


@blueprint.post("/claims/<ref>/accept")
@needs(Permission.WRITE)
def accept(ref: str) -> Response:
    claim = find_claim(ref)
    acceptance.accept_claim(db(), claim, seen=read_version(), by=user().actor)
    return _answer_act(claim, _("C-%(number)s: accepted", number=claim.number))


@blueprint.post("/claims/<ref>/dismiss")
@needs(Permission.WRITE)
def dismiss(ref: str) -> Response:
    claim = find_claim(ref)
    acceptance.dismiss_claim(db(), claim, seen=read_version(), by=user().actor)
    return _answer_act(claim, _("C-%(number)s: dismissed", number=claim.number))


@blueprint.post("/claims/<ref>/reinstate")
@needs(Permission.WRITE)
def reinstate(ref: str) -> Response:
    claim = find_claim(ref)
    claim_steps.reinstate_claim(db(), claim, seen=read_version(), person=user())
    return _answer_act(claim, _("C-%(number)s: reinstated", number=claim.number))


@blueprint.route("/claims/<ref>/withdraw", methods=["GET", "POST"])
@needs(Permission.WRITE)
def withdraw(ref: str) -> Response:
    claim = find_claim(ref)
    form, slot = ReasonForm(version=claim.version), find_slot(claim)
    context = {"form": form, "claim": claim, "ref": ref, "slot": slot}
    if request.method != "POST":
        offer_draft(form, url_for(".withdraw", ref=ref), claim.id, "claim.withdrawn")
        return page("claims/withdraw.html", "claims/_withdraw.html", **context)
    if form.validate():
        form.attempt(
            lambda: claim_steps.withdraw_claim(
                db(), claim, reason=form.reason.data or "", seen=form.seen, person=user()
            )
        )
    if form.errors:
        return invalid("claims/withdraw.html", "claims/_withdraw.html", **context)
    words = _("%(ref)s is withdrawn.", ref=ref)
    if slot.alone or slot.article:
        return answer_act(claim, words)
    return answer_parts(claim, "claim slot", touched=ALL, seen=form.seen, told=words)


@blueprint.post("/claims/<ref>/status")
@needs(Permission.WRITE)
def status(ref: str) -> Response:
    claim = find_claim(ref)
    form, before = StatusForm(), Standing.of(claim)
    if form.validate():
        form.attempt(
            lambda: claim_steps.set_status(
                db(),
                claim,
                Status(form.status.data),
                seen=form.seen,
                person=user(),
                reason=form.reason.data or "",
                notes=_read_notes(claim, form),
            )
        )
    return answer_form(claim, "status", form, before, status_form=form)


@blueprint.get("/claims/<ref>/text")
@needs(Permission.READ)
def text(ref: str) -> Response:
    record = build_claim(db(), find_claim(ref), files().read)
    return Response(render_claim_text(record), mimetype="text/plain")


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


def _read_notes(claim: Claim, form: StatusForm) -> claim_steps.Notes:
    """What the form says of what is missing; where it did not ask, what was said before."""
    unknown, one_sided = form.claimant_unknown.data, form.one_sided.data
    return claim_steps.Notes(
        claimant_unknown=unknown or "" if "claimant_unknown" in request.form else claim.claimant_unknown,
        one_sided=one_sided or "" if "one_sided" in request.form else claim.one_sided_note,
    )


def _load_form(claim: Claim, form: EditClaimForm) -> dict[str, Any]:
    """What templates/claims/_edit.html shows."""
    row = queries.load_rows(db(), [claim], sight=sight())[0]
    return {
        "form": form,
        "row": row,
        "ref": row.reference,
        "sources": list_names(db(), sight=sight()),
        "slot": find_slot(claim),
        **offer_earlier(form, row),
        **offer_hints(form),
    }


def _answer_act(claim: Claim, words: str) -> Response:
    """On the claim page its parts; beside the text its card. Both can undo it."""
    if wants_part() and request.form.get("back") != "article":
        return answer_parts(claim, "head", touched=ALL, seen=read_version(), told=words)
    return answer_act(claim, words)
