"""Related claims: linking two, taking a link back, and having looked again at what depends on another."""

import uuid

from flask import Blueprint, Response, request, url_for

from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.links import LinkKind
from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.forms.claim_links import LinkForm
from workbench.models import Claim
from workbench.queries import claim_links as queries
from workbench.queries.claims import get_claim
from workbench.services import claim_links as services
from workbench.web.access import needs
from workbench.web.claim_parts import answer_parts
from workbench.web.current import db, user
from workbench.web.htmx import invalid, page, saved, wants_part
from workbench.web.related import load_related
from workbench.web.versions import read_version

blueprint = Blueprint("links", __name__)


@blueprint.get("/claims/<ref>/related")
@needs(Permission.READ)
def show(ref: str) -> Response:
    """The part by itself, which asks anew once the claim's words are others."""
    return page("claims/related.html", "claims/_related.html", **load_related(_find_claim(ref)))


@blueprint.post("/claims/<ref>/links")
@needs(Permission.WRITE)
def link(ref: str) -> Response:
    claim = _find_claim(ref)
    form = LinkForm()
    if form.validate():
        kind, note = LinkKind(form.kind.data), form.note.data or ""
        form.attempt(
            lambda: services.link_claims(db(), claim, _find_other(form), kind, by=user().actor, note=note)
        )
    if form.errors:
        context = {**load_related(claim), "link_form": form}
        return invalid("claims/related.html", "claims/_related.html", **context)
    return _show(claim)


@blueprint.post("/claims/<ref>/links/<uuid:link_id>/withdraw")
@needs(Permission.WRITE)
def unlink(ref: str, link_id: uuid.UUID) -> Response:
    claim = _find_claim(ref)
    found = queries.get_link(db(), link_id, claim)
    services.unlink_claims(db(), found, seen=read_version(), by=user().actor)
    return _show(claim)


@blueprint.post("/claims/<ref>/looked-again")
@needs(Permission.WRITE)
def looked_again(ref: str) -> Response:
    claim = _find_claim(ref)
    note = request.form.get("note", "").replace("\0", "")
    services.clear_look_again(db(), claim, seen=read_version(), by=user().actor, note=note)
    return answer_parts(claim, "look", touched=["history"], seen=read_version())


def _show(claim: Claim) -> Response:
    """Neither claim changes by a link, so that nothing but its history reads differently besides."""
    if wants_part():
        return answer_parts(claim, "related", touched=["history"])
    return saved(url_for("claims.show", ref=f"C-{claim.number}", _anchor="related"))


def _find_claim(ref: str) -> Claim:
    return get_claim(db(), parse_reference("C", ref))


def _find_other(form: LinkForm) -> Claim:
    try:
        return _find_claim(form.other.data or "")
    except NotFound as error:
        raise RuleBroken(str(error), field="other") from None
