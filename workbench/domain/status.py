"""Where the work on a claim stands, and every way from one status to the next. Never says what is true."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.errors import RuleBroken
from workbench.domain.roles import Permission


class Status(StrEnum):
    NEW = "new"
    CHECKING = "checking"
    IN_REVIEW = "in review"
    CHECKED = "checked"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


# A second person stands behind the verdict: nothing under it changes before the claim is re-opened.
SIGNED = frozenset({Status.CHECKED, Status.PUBLISHED})


class Origin(StrEnum):
    """How a claim or a furniture mark came to be."""

    PERSON = "person"
    MACHINE = "machine"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Transition:
    """One permitted step. `needs_verdict`: refused while the claim has none. `by_hand`: offered in the
    status form; the others happen through their own action (sign, return, publish, withdraw, reinstate)."""

    start: Status
    to: Status
    permission: Permission = Permission.WRITE
    needs_verdict: bool = False
    by_hand: bool = True


TRANSITIONS: tuple[Transition, ...] = (
    # Forward first: a form offers them in this order.
    Transition(Status.NEW, Status.CHECKING),
    Transition(Status.NEW, Status.IN_REVIEW, needs_verdict=True),
    Transition(Status.CHECKING, Status.IN_REVIEW, needs_verdict=True),
    Transition(Status.CHECKING, Status.NEW),
    Transition(Status.IN_REVIEW, Status.CHECKING),
    Transition(Status.IN_REVIEW, Status.CHECKED, Permission.REVIEW, needs_verdict=True, by_hand=False),
    Transition(Status.CHECKED, Status.CHECKING, Permission.REVIEW),
    Transition(Status.CHECKED, Status.PUBLISHED, Permission.REVIEW, needs_verdict=True, by_hand=False),
    Transition(Status.PUBLISHED, Status.CHECKING, Permission.REVIEW),
)


def find_transition(start: Status, to: Status) -> Transition:
    """The step from `start` to `to`. Raises RuleBroken when there is none."""
    for step in TRANSITIONS:
        if step.start is start and step.to is to:
            return step
    raise RuleBroken(f"A claim that is “{start}” cannot become “{to}”.", field="status")


def next_by_hand(start: Status) -> tuple[Transition, ...]:
    """The steps a person may choose in the status form of a claim that is at `start`."""
    return tuple(step for step in TRANSITIONS if step.start is start and step.by_hand)
