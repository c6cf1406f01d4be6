"""Other fact-checkers' verdicts on a claim: one that does not belong there is withdrawn, and brought back."""

import uuid

from flask import Blueprint, Response, url_for
from flask_babel import gettext as _

from workbench.domain.roles import Permission
from workbench.forms.evidence import WithdrawOtherForm
from workbench.models import Claim
from workbench.queries.foreign_verdicts import get_foreign_verdict
from workbench.services import foreign_verdicts as services
from workbench.web.access import needs
from workbench.web.cards import flash_act
from workbench.web.claim_parts import answer_parts
from workbench.web.claims import find_claim
from workbench.web.current import db, sight, user
from workbench.web.drafts import offer_draft
from workbench.web.htmx import invalid, page, saved, wants_part
from workbench.web.slots import OTHERS as PLACE
from workbench.web.slots import find_slot
from workbench.web.versions import read_version

blueprint = Blueprint("foreign_verdicts", __name__)


@blueprint.route("/claims/<ref>/others/<uuid:verdict_id>/withdraw", methods=["GET", "POST"])
@needs(Permission.WRITE)
def withdraw(ref: str, verdict_id: uuid.UUID) -> Response:
    claim = find_claim(ref)
    row = get_foreign_verdict(db(), verdict_id, claim, sight=sight())
    form = WithdrawOtherForm(version=row.verdict.version)
    context = {"claim": claim, "ref": ref, "form": form, "row": row, "slot": find_slot(claim, PLACE)}
    if not form.is_submitted():
        offer_draft(form, url_for(".withdraw", ref=ref, verdict_id=verdict_id))
        return page("claims/others_withdraw.html", "claims/_others_withdraw.html", **context)
    if form.validate():
        form.attempt(
            lambda: services.withdraw_foreign_verdict(
                db(), row.verdict, reason=form.reason.data or "", seen=form.seen, by=user().actor
            )
        )
    if form.errors:
        return invalid("claims/others_withdraw.html", "claims/_others_withdraw.html", **context)
    return _answer(claim, "others slot", _("Their verdict is withdrawn."))


@blueprint.post("/claims/<ref>/others/<uuid:verdict_id>/reinstate")
@needs(Permission.WRITE)
def reinstate(ref: str, verdict_id: uuid.UUID) -> Response:
    claim = find_claim(ref)
    row = get_foreign_verdict(db(), verdict_id, claim, sight=sight())
    services.reinstate_foreign_verdict(db(), row.verdict, seen=read_version(), by=user().actor)
    return _answer(claim, "others", _("Their verdict stands here again."))


def _answer(claim: Claim, part: str, words: str) -> Response:
    """The slot closed again, and what the claim page shows now. The claim's own version did not move."""
    if wants_part():
        return answer_parts(claim, part, touched=("others", "history"), told=words)
    to = url_for("claims.show", ref=f"C-{claim.number}", _anchor="others")
    flash_act(words, to)
    return saved(to)
