"""What still stands between an article's claims and a published report, and which of them stand on little."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.status import SIGNED, Status

MOST_NAMED = 5  # claims that a line names
_WORST, _SOLID = "F", "C"


class Gap(StrEnum):
    """Why a claim is not ready, the first reason that holds."""

    PROPOSED = "proposed"
    LOOK = "look again"
    EVIDENCE = "no evidence"
    VERDICT = "no verdict"
    REVIEW = "not in review"
    SIGNATURE = "not signed"


@dataclass(frozen=True, slots=True)
class ClaimState:
    """What counts of a claim. `links`: pieces of evidence for or against it; `sources`: how many independent
    origins they have; `reliability`: the best grade among them, A to F; `unconfirmed`: a piece is graded as
    confirmed without a second origin; `asked`: somebody was asked for a comment."""

    reference: str
    title: str
    status: Status
    accepted: bool = True
    has_verdict: bool = False
    has_claimant: bool = True
    look_again: bool = False
    links: int = 0
    sources: int = 0
    reliability: str = _WORST
    unconfirmed: bool = False
    asked: bool = False


class Advice(StrEnum):
    """What makes a report weaker, and blocks none. Several may hold of a claim."""

    UNCONFIRMED = "unconfirmed"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the checklist: how many claims lack this, the first of them by name."""

    gap: Gap | Advice
    count: int
    named: tuple[ClaimState, ...]


_RULES: tuple[tuple[Gap, Callable[[ClaimState], bool]], ...] = (
    (Gap.PROPOSED, lambda one: not one.accepted),
    (Gap.LOOK, lambda one: one.look_again),
    (Gap.SIGNATURE, lambda one: one.status is Status.IN_REVIEW),
    (Gap.EVIDENCE, lambda one: one.status not in SIGNED and not one.sources),
    (Gap.VERDICT, lambda one: one.status not in SIGNED and not one.has_verdict),
    (Gap.REVIEW, lambda one: one.status not in SIGNED),
)


def list_blockers(states: Sequence[ClaimState]) -> list[Line]:
    """What is left to do before every claim can stand in a published report, each claim under one line."""
    found: dict[Gap, list[ClaimState]] = {gap: [] for gap in Gap}
    for state in states:
        gap = next((gap for gap, holds in _RULES if holds(state)), None)
        if gap is not None:
            found[gap].append(state)
    return [Line(gap, len(rows), tuple(rows[:MOST_NAMED])) for gap, rows in found.items() if rows]


_ADVICE: tuple[tuple[Advice, Callable[[ClaimState], bool]], ...] = (
    (Advice.UNCONFIRMED, lambda one: one.unconfirmed),
    # Who is not named cannot be asked.
    (Advice.NOT_ASKED, lambda one: one.accepted and one.has_claimant and not one.asked),
)


def list_advice(states: Sequence[ClaimState]) -> list[Line]:
    """What could be made better before a report."""
    found = [(advice, [state for state in states if holds(state)]) for advice, holds in _ADVICE]
    return [Line(advice, len(rows), tuple(rows[:MOST_NAMED])) for advice, rows in found if rows]


def list_weakest(states: Sequence[ClaimState], most: int = 3) -> list[ClaimState]:
    """Accepted claims that stand on the fewest sources, among equals on the least reliable ones. Those with
    no evidence at all are a line of the checklist, and two solid sources are not weak."""
    weak = [one for one in states if one.accepted and _is_weak(one)]
    return sorted(weak, key=lambda one: (one.sources, _rank(one.reliability)))[:most]


def _is_weak(one: ClaimState) -> bool:
    return one.sources == 1 or (one.sources > 1 and one.reliability > _SOLID)


def _rank(reliability: str) -> int:
    return -ord(reliability)
