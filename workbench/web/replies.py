"""The right of reply on a claim: who was asked, their answer, and taking a question back."""

import uuid
from datetime import date, datetime
from typing import Any

from flask import Blueprint, Response, url_for

from workbench.domain.roles import Permission
from workbench.forms.replies import EditReplyForm, ReplyForm
from workbench.models import Claim
from workbench.queries.claims import load_rows
from workbench.queries.replies import get_reply
from workbench.queries.sources import list_names
from workbench.services import replies as services
from workbench.web.access import needs
from workbench.web.claim_parts import answer_parts
from workbench.web.claims import find_claim
from workbench.web.current import db, sight, time_zone, user
from workbench.web.drafts import offer_draft
from workbench.web.htmx import invalid, page, saved, wants_part
from workbench.web.slots import REPLY, find_slot
from workbench.web.versions import read_version

blueprint = Blueprint("replies", __name__)

TEMPLATES = ("replies/form.html", "replies/_form.html")  # a page of its own, and the part of one


@blueprint.route("/claims/<ref>/replies/new", methods=["GET"])
@needs(Permission.WRITE)
def new(ref: str) -> Response:
    claim = find_claim(ref)
    form = ReplyForm(formdata=None, asked_on=datetime.now(time_zone()).date(), asked=_name_claimant(claim))
    offer_draft(form, url_for(".new", ref=ref))
    return page(*TEMPLATES, **_context(claim, form))


@blueprint.post("/claims/<ref>/replies/new")
@needs(Permission.WRITE)
def add(ref: str) -> Response:
    claim, form = find_claim(ref), ReplyForm()
    if form.validate():
        form.attempt(lambda: services.add_reply(db(), claim, _values(form), by=user().actor))
    if form.errors:
        return invalid(*TEMPLATES, **_context(claim, form))
    return _answer(claim)


@blueprint.route("/claims/<ref>/replies/<uuid:reply_id>", methods=["GET", "POST"])
@needs(Permission.WRITE)
def edit(ref: str, reply_id: uuid.UUID) -> Response:
    claim = find_claim(ref)
    row = get_reply(db(), reply_id, claim, sight=sight())
    form = EditReplyForm(obj=row.reply)
    context = _context(claim, form, row=row)
    if not form.is_submitted():
        offer_draft(form, url_for(".edit", ref=ref, reply_id=reply_id))
        return page(*TEMPLATES, **context)
    if form.validate():
        form.attempt(
            lambda: services.edit_reply(db(), row.reply, _values(form), seen=form.seen, by=user().actor)
        )
    if form.errors:
        return invalid(*TEMPLATES, **context)
    return _answer(claim)


@blueprint.post("/claims/<ref>/replies/<uuid:reply_id>/withdraw")
@needs(Permission.WRITE)
def withdraw(ref: str, reply_id: uuid.UUID) -> Response:
    claim = find_claim(ref)
    row = get_reply(db(), reply_id, claim, sight=sight())
    services.withdraw_reply(db(), row.reply, seen=read_version(), by=user().actor)
    return _answer(claim, "replies")


@blueprint.post("/claims/<ref>/replies/<uuid:reply_id>/reinstate")
@needs(Permission.WRITE)
def reinstate(ref: str, reply_id: uuid.UUID) -> Response:
    claim = find_claim(ref)
    row = get_reply(db(), reply_id, claim, sight=sight())
    services.reinstate_reply(db(), row.reply, seen=read_version(), by=user().actor)
    return _answer(claim, "replies")


def _values(form: ReplyForm) -> services.ReplyValues:
    return services.ReplyValues(
        asked=form.asked.data or "",
        asked_on=form.asked_on.data or date.min,
        question=form.question.data or "",
        answer=form.answer.data or "",
        answered_on=form.answered_on.data,
    )


def _name_claimant(claim: Claim) -> str:
    """Who says it is whom one asks first."""
    return load_rows(db(), [claim], sight=sight())[0].claimant


def _context(claim: Claim, form: object, **more: Any) -> dict[str, Any]:
    slot, names = find_slot(claim, REPLY), list_names(db(), sight=sight())
    return {"claim": claim, "ref": f"C-{claim.number}", "form": form, "sources": names, "slot": slot, **more}


def _answer(claim: Claim, part: str = "reply slot") -> Response:
    """The slot closed again, and what the claim page shows now. The claim's own version did not move."""
    if wants_part():
        return answer_parts(claim, part, touched=("replies", "history"))
    return saved(url_for("claims.show", ref=f"C-{claim.number}", _anchor="replies"))
