"""Where a claim can go from its status, and what is missing before it may: told before one presses."""

from dataclasses import dataclass, replace
from typing import Any

from flask import url_for
from flask_babel import LazyString, lazy_gettext

from workbench.domain.status import (
    AGREED,
    SIGNED,
    Need,
    Status,
    Transition,
    find_transition,
    next_by_hand,
)
from workbench.models import Claim
from workbench.queries.claim_facts import is_claimant_named, load_facts
from workbench.web.current import db, user

WORDS: dict[Need, LazyString] = {
    Need.CLAIMANT: lazy_gettext("A claimant, or why nobody is named"),
    Need.EVIDENCE: lazy_gettext("Evidence"),
    Need.BOTH_SIDES: lazy_gettext("Evidence for and against, or why there is none"),
    Need.VERDICT: lazy_gettext("A verdict, with its reasoning"),
    Need.SECOND_VERDICT: lazy_gettext("The second verdict, given without sight of the first"),
    Need.SETTLED: lazy_gettext("Somebody who settles the two verdicts"),
}
# What the status form itself can say.
NOTES = frozenset({Need.CLAIMANT, Need.BOTH_SIDES})
SAID = NOTES | {Need.REASON}
# The next step forward that a claim is made ready for.
_AHEAD = {
    Status.NEW: Status.IN_REVIEW,
    Status.CHECKING: Status.IN_REVIEW,
    Status.IN_REVIEW: Status.CHECKED,
}


@dataclass(frozen=True, slots=True)
class NeedNow:
    """One thing that the step ahead needs: whether it is there, and where it can be brought about."""

    need: Need
    words: LazyString
    met: bool
    link: str


@dataclass(frozen=True, slots=True)
class Step:
    """A way on in the status form. `open`: nothing is missing but what the form itself may say."""

    to: Status
    open: bool


def load_steps(claim: Claim) -> dict[str, Any]:
    """What templates/claims/_status.html shows."""
    facts = load_facts(db(), [claim])[claim.id]
    ahead = _AHEAD.get(claim.status)
    needs = find_transition(claim.status, ahead).needs if ahead else ()
    missing = find_transition(claim.status, ahead).list_missing(facts) if ahead else []
    # Said in a note, they may be said anew: the note's field stays where it is.
    named = is_claimant_named(db(), claim) if claim.claimant_unknown else facts.claimant_known
    bare = replace(facts, claimant_known=named, one_sided_note=False)
    noted = find_transition(claim.status, ahead).list_missing(bare) if ahead else []
    return {
        "steps": [_read_step(step, set(step.list_missing(facts))) for step in _list_steps(claim)],
        "needs": [
            NeedNow(need, WORDS[need], need not in missing, _link(claim, need))
            for need in needs
            if need in WORDS and (need not in AGREED or need in missing)
        ],
        "missing": missing,
        "reopens": claim.status in SIGNED,
        "notable": [need for need in noted if need in NOTES] if claim.status is not Status.IN_REVIEW else [],
    }


def _list_steps(claim: Claim) -> list[Transition]:
    return [step for step in next_by_hand(claim.status) if user().may(step.permission)]


def _read_step(step: Transition, missing: set[Need]) -> Step:
    return Step(step.to, missing <= SAID)


def _link(claim: Claim, need: Need) -> str:
    return {
        Need.CLAIMANT: url_for("claims.edit", ref=f"C-{claim.number}"),
        Need.EVIDENCE: url_for("evidence.new", ref=f"C-{claim.number}"),
        Need.BOTH_SIDES: "#evidence",
    }.get(need, "#verdict")
