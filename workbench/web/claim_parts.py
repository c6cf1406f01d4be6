"""The claim page's answer to what was done on it: its parts for htmx, the page anew without a script."""

from flask import Response, url_for

from workbench.models import Claim
from workbench.services.drafts import move_drafts
from workbench.web.cards import tell_act
from workbench.web.claim_page import load_page
from workbench.web.current import engine, user
from workbench.web.htmx import saved, wants_part

# Every part that may read differently after an act, by name. The head holds the sorting.
PARTS = {
    "head": "claims/_head.html",
    "sorting": "claims/_sorting.html",
    "look": "claims/_look_again.html",
    "verdict": "claims/_verdict.html",
    "evidence": "claims/_evidence.html",
    "status": "claims/_status.html",
    "details": "claims/_details.html",
    "history": "claims/_history.html",
}
EDIT = "claims/_edit_closed.html"
_SAID = "claims/_said.html"


def answer_parts(claim: Claim, fragment: str, *, seen: int | None = None, told: str = "") -> Response:
    """After an act: `fragment` in place of what was sent, and every other part of the page as it is now.

    seen: see `carry_drafts`; told: the act in words, for a notice with its undoing.
    """
    if seen is not None:
        carry_drafts(claim, seen)
    to = url_for("claims.show", ref=f"C-{claim.number}")
    if not wants_part():
        return saved(to)
    context = load_page(claim)
    inner = PARTS["head"] if fragment == PARTS["sorting"] else PARTS["sorting"]
    also = [part for part in PARTS.values() if part not in {fragment, inner}]
    if not claim.look_again:
        also.remove(PARTS["look"])  # there is no such part to be replaced
    if told:
        also.append("acts/_done.html")
        context |= tell_act(told, to)
    return saved(to, fragment, also=[*also, _SAID], **context)


def carry_drafts(claim: Claim, seen: int) -> None:
    """What this person has typed into other forms of the page was typed over the version `seen`, from which
    they have just acted: their drafts go along to the version that they made, if nobody came in between."""
    if claim.version == seen + 1:
        forms = [url_for(name, ref=f"C-{claim.number}") for name in ("claims.verdict", "claims.edit")]
        move_drafts(engine(), user().id, forms, seen, claim.version)
