"""The discussion of a claim: comments on it and on its evidence, settled one by one."""

import uuid
from typing import Any

from flask import Blueprint, Response, url_for

from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.forms.comments import DiscussForm
from workbench.models import Claim, Comment
from workbench.queries.claims import get_claim
from workbench.queries.comments import get_comment
from workbench.queries.evidence import EvidenceRow, list_evidence
from workbench.services import comments as services
from workbench.web.access import needs
from workbench.web.claim_parts import answer_parts
from workbench.web.current import db, files, sight, user
from workbench.web.htmx import invalid, page, saved, wants_part
from workbench.web.lists import read_words
from workbench.web.thread import load_thread, make_form
from workbench.web.versions import read_version

blueprint = Blueprint("comments", __name__)

THREAD = "comments/_thread.html"


@blueprint.get("/claims/<ref>/comments")
@needs(Permission.READ)
def show(ref: str) -> Response:
    """The discussion by itself; `about` chooses the evidence that the form is about."""
    claim = _find_claim(ref)
    context = _context(claim)
    form, about = context["discuss_form"], read_words("about")
    if about in {choice.value for choice in form.about.choices}:
        form.about.data = about
    return page("comments/show.html", THREAD, **context, ready=bool(about))


@blueprint.post("/claims/<ref>/comments")
@needs(Permission.WRITE)
def add(ref: str) -> Response:
    claim = _find_claim(ref)
    evidence = _list_evidence(claim)
    form = make_form(evidence)
    if form.validate():
        about = next((row.evidence for row in evidence if str(row.evidence.id) == form.about.data), None)
        form.attempt(
            lambda: services.add_comment(db(), claim, form.words.data or "", person=user(), evidence=about)
        )
    if form.errors:
        return invalid("comments/show.html", THREAD, **_context(claim, form))
    return _answer(claim)


@blueprint.post("/claims/<ref>/comments/<uuid:comment_id>/resolve")
@needs(Permission.WRITE)
def resolve(ref: str, comment_id: uuid.UUID) -> Response:
    claim, comment = _find(ref, comment_id)
    services.resolve_comment(db(), comment, seen=read_version(), by=user().actor)
    return _answer(claim)


@blueprint.post("/claims/<ref>/comments/<uuid:comment_id>/reopen")
@needs(Permission.WRITE)
def reopen(ref: str, comment_id: uuid.UUID) -> Response:
    claim, comment = _find(ref, comment_id)
    services.reopen_comment(db(), comment, seen=read_version(), by=user().actor)
    return _answer(claim)


@blueprint.post("/claims/<ref>/comments/<uuid:comment_id>/withdraw")
@needs(Permission.WRITE)
def withdraw(ref: str, comment_id: uuid.UUID) -> Response:
    claim, comment = _find(ref, comment_id)
    services.withdraw_comment(db(), comment, seen=read_version(), person=user())
    return _answer(claim)


def _context(claim: Claim, form: DiscussForm | None = None) -> dict[str, Any]:
    """For the discussion without the rest of the claim page. Standing alone it has no parts to swap."""
    thread = load_thread(claim, _list_evidence(claim), form)
    return {"claim": claim, "ref": f"C-{claim.number}", "alone": not wants_part(), **thread}


def _answer(claim: Claim) -> Response:
    """Evidence and head say how much of the discussion is open."""
    if wants_part():
        return answer_parts(claim, "discussion", touched=("open comments", "evidence", "history"))
    return saved(url_for("claims.show", ref=f"C-{claim.number}", _anchor="discussion"))


def _list_evidence(claim: Claim) -> list[EvidenceRow]:
    return list_evidence(db(), [claim.id], sight=sight(), withdrawn=True, read=files().read)


def _find(ref: str, comment_id: uuid.UUID) -> tuple[Claim, Comment]:
    claim = _find_claim(ref)
    return claim, get_comment(db(), comment_id, claim, sight=sight(), reader=user().id)


def _find_claim(ref: str) -> Claim:
    return get_claim(db(), parse_reference("C", ref))
