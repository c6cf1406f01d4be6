"""The claim page's answer to what was done on it: its parts for htmx, the page anew without a script."""

from collections.abc import Sequence

from flask import Response, url_for

from workbench.models import Claim
from workbench.services.drafts import move_drafts
from workbench.web.cards import tell_act
from workbench.web.claim_page import load_page
from workbench.web.current import engine, user
from workbench.web.htmx import saved, tell, wants_part

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
# Parts that only some acts touch.
DISCUSSION = "comments/_thread.html"
RELATED = "claims/_related.html"
WORDS = ("claims/_appearances.html", RELATED)
EDIT = "claims/_edit_closed.html"
OTHERS = "claims/_others.html"
SAID = "claims/_said.html"


def answer_parts(
    claim: Claim,
    fragment: str,
    *,
    seen: int | None = None,
    more: Sequence[str] = (),
    told: str = "",
    leads: str = "",
    undoable: bool = True,
) -> Response:
    """After an act: `fragment` in place of what was sent, and every other part of the page as it is now.

    seen: see `carry_drafts`; more: parts beyond PARTS that the act touched; told: the act in words, for a
    notice with its undoing, and leads: see `tell_act`.
    """
    carried = seen is not None and carry_drafts(claim, seen)
    to = url_for("claims.show", ref=f"C-{claim.number}")
    if not wants_part():
        return saved(to)
    context = load_page(claim)
    inner = PARTS["head"] if fragment == PARTS["sorting"] else PARTS["sorting"]
    also = [part for part in (*PARTS.values(), *more) if part not in {fragment, inner}]
    if told:
        also.append("acts/_done.html")
        context |= tell_act(told, to, inside="#claim-head", leads=leads, undoable=undoable)
    answer = saved(to, fragment, also=[*also, SAID], **context)
    return tell(answer, {"version-moved": {"seen": seen, "now": claim.version}}) if carried else answer


def carry_drafts(claim: Claim, seen: int) -> bool:
    """What this person has typed into other forms of the page was typed over the version `seen`, from which
    they have just acted: it goes along to the version that they made, if nobody came in between. That holds
    for drafts here, and with a true answer for the forms that stand open (static/parts.js)."""
    if claim.version != seen + 1:
        return False
    names = ("claims.verdict", "claims.edit", "claims.withdraw", "claim_splits.split", "claim_splits.merge")
    forms = [url_for(name, ref=f"C-{claim.number}") for name in names]
    move_drafts(engine(), user().id, forms, seen, claim.version)
    return True
