"""Claim memory on the page: earlier claims while one is written, and beside a claim that stands."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext

from workbench.domain.links import LinkKind
from workbench.domain.memory.differences import Differs, Nearness
from workbench.domain.references import find_number
from workbench.domain.roles import Permission
from workbench.forms.claims import ClaimForm
from workbench.queries.claim_links import LinkRow
from workbench.queries.claim_memory import EarlierClaim, Wording, find_earlier
from workbench.queries.claims import ClaimRow, find_claims, load_rows
from workbench.web.access import needs
from workbench.web.current import db, sight
from workbench.web.htmx import page
from workbench.web.lists import read_words

blueprint = Blueprint("memory", __name__)

NEARNESS_WORDS = {
    Nearness.SAME: lazy_gettext("Says the same"),
    Nearness.CONFLICTING: lazy_gettext("Conflicting"),
    Nearness.RELATED: lazy_gettext("Related"),
}
DIFFERS_WORDS = {
    Differs.NUMBER: lazy_gettext("Number"),
    Differs.UNIT: lazy_gettext("Unit"),
    Differs.DATE: lazy_gettext("Date"),
    Differs.PLACE: lazy_gettext("Place"),
    Differs.NEGATION: lazy_gettext("Denial"),
    Differs.OPPOSITE: lazy_gettext("Opposite"),
}
# What a person most likely means by linking such a claim; the form offers the others, too.
USUAL_LINK = {
    Nearness.SAME: LinkKind.SAME,
    Nearness.CONFLICTING: LinkKind.CONTRADICTS,
    Nearness.RELATED: LinkKind.NARROWER,
}


@blueprint.get("/claims/earlier")
@needs(Permission.READ)
def earlier() -> Response:
    """Earlier claims for words that are being typed, or that somebody asks about."""
    wording = Wording(read_words("title"), read_words("statement"))
    number = find_number("C", read_words("own"))
    claims = find_claims(db(), [number]) if number is not None else []
    own = load_rows(db(), claims, sight=sight())[0] if claims else None
    found = find_earlier(db(), wording, sight=sight(), own=own)
    return page("claims/earlier.html", "claims/_earlier_found.html", earlier=found, wording=wording, **WORDS)


def is_looking() -> bool:
    """Whether the form was sent by its button "Look for earlier claims", to be shown again and not saved."""
    return "look" in request.form


def offer_earlier(form: ClaimForm, own: ClaimRow | None = None) -> dict[str, Any]:
    """What templates/claims/_memory.html shows beside a claim's form."""

    def look() -> list[EarlierClaim]:
        wording = Wording(form.title.data or "", form.statement.data or "")
        return find_earlier(db(), wording, sight=sight(), own=own)

    return {"look": look, "own_ref": own.reference if own else "", **WORDS}


def look_beside(row: ClaimRow, links: list[LinkRow]) -> Callable[[], list[EarlierClaim]]:
    """Earlier claims for a claim's own page, without those it is linked to."""
    wording = Wording(row.claim.title, row.claim.statement)
    linked = [link.other.number for link in links]
    return lambda: find_earlier(db(), wording, sight=sight(), own=row, but=linked)


def say_count(found: list[EarlierClaim]) -> str:
    """The result in a sentence, for those who hear the page."""
    if not found:
        return str(_("No earlier claim."))
    words = ", ".join(f"{one.row.reference} {NEARNESS_WORDS[one.comparison.nearness]}" for one in found)
    return str(_("Earlier claims: %(words)s.", words=words))


WORDS: dict[str, Any] = {
    "nearness_words": NEARNESS_WORDS,
    "differs_words": DIFFERS_WORDS,
    "usual_link": USUAL_LINK,
    "say_count": say_count,
}
