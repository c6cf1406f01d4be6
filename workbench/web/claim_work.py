"""One action on many claims, chosen in their list."""

from collections.abc import Callable, Sequence
from datetime import date

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from workbench.domain.errors import RuleBroken
from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.domain.status import Status
from workbench.domain.tags import read_tags
from workbench.models import Claim
from workbench.queries.claim_filter import NOBODY
from workbench.queries.claims import find_claims
from workbench.queries.users import find_user
from workbench.services.claim_steps import set_statuses
from workbench.services.work import assign_claims, set_due, tag_claims
from workbench.web import origin
from workbench.web.access import needs
from workbench.web.current import db, user
from workbench.web.htmx import saved

blueprint = Blueprint("claim_work", __name__)

MOST_AT_ONCE = 200


@blueprint.post("/claims/work")
@needs(Permission.WRITE)
def apply() -> Response:
    """One action on all chosen claims, or on none of them."""
    back = origin.own_path(request.form.get("back")) or url_for("claim_list.index")
    claims = _read_chosen()
    act = _ACTS.get(request.form.get("act", ""))
    if act is None:
        raise RuleBroken(_("Choose what to do with these claims."))
    flash(act(claims), "success")
    return saved(back)


@blueprint.post("/claims/report")
@needs(Permission.READ)
def report() -> Response:
    """Lead to a report of the chosen claims, in the format whose button was pressed."""
    code = request.form.get("format", "")
    return saved(url_for("reports.draft_of_claims", code=code, claim=_read_references()))


@blueprint.post("/claims/publish/chosen")
@needs(Permission.REVIEW)
def publish() -> Response:
    """Lead to the form that publishes the chosen claims."""
    return saved(url_for("publishing.of_chosen", claim=_read_references()))


def _assign(claims: Sequence[Claim]) -> str:
    login = request.form.get("to", "")
    to = None if login == NOBODY else find_user(db(), login)
    if to is None and login != NOBODY:
        raise RuleBroken(_("Choose whom to assign the claims to."))
    count = assign_claims(db(), claims, to, by=user().actor)
    name = to.name if to else _("nobody")
    one, many = "%(num)s claim assigned to %(name)s.", "%(num)s claims assigned to %(name)s."
    return str(ngettext(one, many, count, name=name))


def _tag(claims: Sequence[Claim]) -> str:
    count = tag_claims(db(), claims, read_tags(request.form.get("tags", "")), by=user().actor)
    return str(ngettext("%(num)s claim has the tag now.", "%(num)s claims have the tag now.", count))


def _set_due(claims: Sequence[Claim]) -> str:
    typed = request.form.get("due_on", "").strip()
    try:
        day = date.fromisoformat(typed) if typed else None
    except ValueError:
        raise RuleBroken(_("Choose a day first.")) from None
    count = set_due(db(), claims, day, by=user().actor)
    return str(
        ngettext("%(num)s claim has another due day now.", "%(num)s claims have another due day now.", count)
    )


def _move(claims: Sequence[Claim]) -> str:
    to = request.form.get("status", "")
    if to not in {status.value for status in Status}:
        raise RuleBroken(_("Choose a status first."))
    set_statuses(db(), claims, Status(to), person=user(), reason=request.form.get("reason", ""))
    count = len(claims)
    return str(
        ngettext("%(num)s claim moved to “%(to)s”.", "%(num)s claims moved to “%(to)s”.", count, to=to)
    )


_ACTS: dict[str, Callable[[Sequence[Claim]], str]] = {
    "assign": _assign,
    "due": _set_due,
    "tag": _tag,
    "status": _move,
}


def _read_references() -> list[str]:
    """What the chosen claims are called. Raises RuleBroken where there are none."""
    claims = request.form.getlist("claim")
    if not claims:
        raise RuleBroken(_("Choose some claims first."))
    return claims


def _read_chosen() -> list[Claim]:
    """The chosen claims, none changed since the list was opened. Raises RuleBroken."""
    numbers = [parse_reference("C", ref) for ref in request.form.getlist("claim")[:MOST_AT_ONCE]]
    claims = find_claims(db(), numbers)
    if not claims:
        raise RuleBroken(_("Choose some claims first."))
    stale = [
        f"C-{claim.number}"
        for claim in claims
        if request.form.get(f"version-C-{claim.number}", type=int) != claim.version
    ]
    if stale:
        refs = ", ".join(stale)
        raise RuleBroken(
            _("Changed since you opened this list: %(refs)s. Nothing was done; look again.", refs=refs)
        )
    return claims
