"""A claim in somebody's hands, and its tags, changed on the claim page."""

from flask import Blueprint, Response, request
from flask_babel import gettext as _

from workbench.domain.errors import RuleBroken
from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.domain.tags import read_tags
from workbench.forms.sorting import AssignForm, DueForm, TagsForm
from workbench.models import Claim
from workbench.queries.claim_filter import NOBODY
from workbench.queries.claims import get_claim
from workbench.queries.users import find_user
from workbench.services import work
from workbench.web.access import needs
from workbench.web.claim_head import list_people
from workbench.web.claim_parts import answer_parts, refuse_part
from workbench.web.current import db, user

blueprint = Blueprint("sorting", __name__)


@blueprint.post("/claims/<ref>/assign")
@needs(Permission.WRITE)
def assign(ref: str) -> Response:
    claim = _find_claim(ref)
    form = AssignForm()
    form.to.choices, form.to.validate_choice = [], False  # whoever is named: the service knows who may
    if form.validate():
        form.attempt(lambda: _assign(claim, form))
    if form.errors:
        return refuse_part(claim, "sorting", assign_form=form.offer(list_people()))
    return _answer(claim, form.seen)


@blueprint.post("/claims/<ref>/due")
@needs(Permission.WRITE)
def due(ref: str) -> Response:
    claim = _find_claim(ref)
    form = DueForm()
    if form.validate():
        form.attempt(lambda: _set_due(claim, form))
    return refuse_part(claim, "sorting", due_form=form) if form.errors else _answer(claim, form.seen)


@blueprint.post("/claims/<ref>/tags")
@needs(Permission.WRITE)
def tag(ref: str) -> Response:
    claim = _find_claim(ref)
    form = TagsForm()
    if form.validate():
        form.attempt(lambda: _tag(claim, form))
    return refuse_part(claim, "sorting", tags_form=form) if form.errors else _answer(claim)


def _assign(claim: Claim, form: AssignForm) -> None:
    login = request.form.get("to", "")
    to = None if login == NOBODY else find_user(db(), login)
    if to is None and login != NOBODY:
        raise RuleBroken(_("Choose whom to assign the claim to."), field="to")
    work.assign_claim(db(), claim, to, seen=form.seen, by=user().actor)


def _set_due(claim: Claim, form: DueForm) -> None:
    work.set_due_on(db(), claim, form.due_on.data, seen=form.seen, by=user().actor)


def _tag(claim: Claim, form: TagsForm) -> None:
    before, wanted = read_tags(form.before.data or ""), read_tags(form.tags.data or "")
    work.retag_claim(db(), claim, before=before, wanted=wanted, by=user().actor)


def _answer(claim: Claim, seen: int | None = None) -> Response:
    return answer_parts(claim, "sorting", touched=["history"], seen=seen)


def _find_claim(ref: str) -> Claim:
    return get_claim(db(), parse_reference("C", ref))
