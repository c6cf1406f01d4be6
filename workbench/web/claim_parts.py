"""The claim page's answer to what was done on it: the parts that read differently now for htmx, the page anew
without a script."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from flask import Response, url_for

from workbench.domain.status import Status
from workbench.forms.base import EditForm
from workbench.models import Claim
from workbench.services.drafts import move_drafts
from workbench.web.cards import tell_act
from workbench.web.claim_page import PARTS, load_page, load_parts
from workbench.web.current import engine, user
from workbench.web.drafts import list_kept
from workbench.web.htmx import invalid, saved, tell, wants_part

# What reads differently once a claim stands elsewhere in the work.
MOVED = ("head", "verdict", "evidence", "status")
# Every part that there always is, but what people say to each other.
ALL = (*MOVED, "look", "appearances", "related", "details", "history")
# The search for earlier claims takes a while: the part asks for itself when it hears of this.
_ASKS_ITSELF = {"related": "claim-worded"}
SAID = "claims/_said.html"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands in the work, as far as parts of its page differ by it."""

    status: Status
    accepted: bool
    decided: bool

    @classmethod
    def of(cls, claim: Claim) -> Self:
        return cls(claim.status, claim.accepted_at is not None, claim.verdict_id is not None)

    def list_moved(self, claim: Claim) -> tuple[str, ...]:
        """The parts that differ by where the claim stands, if it stands elsewhere now."""
        return () if Standing.of(claim) == self else MOVED


def answer_parts(
    claim: Claim,
    part: str,
    *,
    touched: Sequence[str],
    seen: int | None = None,
    told: str = "",
    leads: str = "",
    undoable: bool = True,
) -> Response:
    """After an act: `part` in place of what was sent, and those that it `touched`. The version that stands in
    the forms of the other parts moves along on the page.

    seen: see `carry_drafts`; told: the act in words, for a notice with its undoing; leads: see `tell_act`.
    """
    carried = seen is not None and carry_drafts(claim, seen)
    to = url_for("claims.show", ref=f"C-{claim.number}")
    if not wants_part():
        return saved(to)
    if seen not in {None, claim.version} and not carried:
        touched = (
            *ALL,
            "discussion",
        )  # somebody else's act came in between: nothing on the page can be relied on
    asking = [name for name in touched if name in _ASKS_ITSELF]
    names = _list_names(part, [name for name in touched if name not in asking])
    context, also = load_parts(claim, names), [PARTS[name].template for name in names[1:]]
    if told:
        also.append("acts/_done.html")
        context |= tell_act(told, to, inside="#claim-head", leads=leads, undoable=undoable)
    answer = saved(to, PARTS[part].template, also=[*also, SAID], **context)
    events: dict[str, dict[str, Any]] = {_ASKS_ITSELF[name]: {} for name in asking}
    if carried:
        events["version-moved"] = {"seen": seen, "now": claim.version}
    return tell(answer, events) if events else answer


def refuse_part(claim: Claim, part: str, **forms: Any) -> Response:
    """A form that could not be taken, with what was typed: its part, without a script the whole page."""
    context = load_parts(claim, [part]) if wants_part() else load_page(claim)
    return invalid("claims/show.html", PARTS[part].template, **{**context, **forms})


def answer_form(
    claim: Claim, part: str, form: EditForm, before: Standing, also: Sequence[str] = (), **sent: Any
) -> Response:
    """After a form of a part: when refused the part again with what was sent, else all that changed."""
    if form.errors:
        return refuse_part(claim, part, **sent)
    return answer_parts(claim, part, touched=["history", *before.list_moved(claim), *also], seen=form.seen)


def carry_drafts(claim: Claim, seen: int) -> bool:
    """What this person has typed into other forms of the page was typed over the version `seen`, from which
    they have just acted: it goes along to the version that they made, if nobody came in between. That holds
    for drafts here, and with a true answer for the forms that stand open (static/parts.js)."""
    if claim.version != seen + 1:
        return False
    names = ("verdicts.give", "claims.edit", "claims.withdraw", "claim_splits.split", "claim_splits.merge")
    forms = [url_for(name, ref=f"C-{claim.number}") for name in names]
    if not list_kept().isdisjoint(forms):
        move_drafts(engine(), user().id, forms, seen, claim.version)
    return True


def _list_names(part: str, touched: Sequence[str]) -> list[str]:
    """The parts of an answer, the one first that takes the place of what was sent. What is sent inside or
    around another one is not sent twice."""
    holds = {name for name, one in PARTS.items() if one.inside == part}
    left_out = {part, *holds, PARTS[part].inside}
    rest = [name for name in dict.fromkeys(touched) if name not in left_out]
    rest = [name for name in rest if PARTS[name].inside not in rest]
    return [part, *rest]
