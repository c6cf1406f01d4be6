"""Where the work on a claim stands, and every way from one status to the next. Never says what is true."""

from collections.abc import Callable, Iterable
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


# Somebody still has work with it.
OPEN = (Status.NEW, Status.CHECKING, Status.IN_REVIEW)

# Who may take a claim out of the work, or bring it back, by the status that it has or had.
_WITHDRAWING = {
    Status.NEW: Permission.WRITE,
    Status.CHECKING: Permission.WRITE,
    Status.IN_REVIEW: Permission.WRITE,
    Status.CHECKED: Permission.REVIEW,
    Status.PUBLISHED: Permission.REVIEW,
}


class Origin(StrEnum):
    """How a claim or a furniture mark came to be."""

    PERSON = "person"
    MACHINE = "machine"
    IMPORT = "import"


class Need(StrEnum):
    """What a step waits for."""

    CLAIMANT = "claimant"
    EVIDENCE = "evidence"
    BOTH_SIDES = "both sides"
    VERDICT = "verdict"
    REASONING = "reasoning"
    SECOND_VERDICT = "second verdict"
    SETTLED = "settled"
    SECOND_PERSON = "second person"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Facts:
    """What counts of a claim when it is to go a step. `supports`, `refutes` and `context` are pieces of
    evidence; `claimant_known`: somebody is named, be it the article's outlet or author, or it is said why
    nobody is; `one_sided_note`: it is said why there is nothing for or against; `own_verdict`: who acts gave
    the verdict; `alone`: this desk lets people sign their own; `reason`: who acts says why. A sealed
    verdict is a verdict, too: `awaits_second` says that another is to be given without sight of it, `apart`
    that both are in, differ, and nobody has settled it."""

    claimant_known: bool = False
    supports: int = 0
    refutes: int = 0
    context: int = 0
    one_sided_note: bool = False
    has_verdict: bool = False
    has_reasoning: bool = False
    own_verdict: bool = False
    alone: bool = False
    reason: bool = False
    awaits_second: bool = False
    apart: bool = False


# Need -> (what fulfils it, what a person is told as long as nothing does).
NEEDS: dict[Need, tuple[Callable[[Facts], bool], str]] = {
    Need.CLAIMANT: (
        lambda facts: facts.claimant_known,
        "Name the claimant, or say why nobody is named.",
    ),
    Need.EVIDENCE: (
        lambda facts: facts.supports + facts.refutes + facts.context > 0,
        "Add the evidence that it rests on.",
    ),
    Need.BOTH_SIDES: (
        lambda facts: (facts.supports > 0 and facts.refutes > 0) or facts.one_sided_note,
        "Add evidence for and against, or say why there is none.",
    ),
    Need.VERDICT: (lambda facts: facts.has_verdict, "Give a verdict first."),
    Need.REASONING: (
        lambda facts: facts.has_reasoning or not facts.has_verdict,  # without a verdict that is told
        "Say how the evidence leads to the rating.",
    ),
    Need.SECOND_VERDICT: (
        lambda facts: not facts.awaits_second,
        "The second verdict, given without sight of the first, is not in yet. "
        "A reviewer can withdraw the request with a reason.",
    ),
    Need.SETTLED: (
        lambda facts: not facts.apart,
        "Two people judged it apart: somebody else has to settle it first.",
    ),
    Need.SECOND_PERSON: (
        lambda facts: facts.alone or not facts.own_verdict,
        "Somebody else has to sign your verdict. The settings say that this desk does not work alone.",
    ),
    Need.REASON: (lambda facts: facts.reason, "Say why: it stands in the history."),
}
# What a verdict has to stand on before a second person looks at it, in the order in which it comes about.
READY = (Need.CLAIMANT, Need.EVIDENCE, Need.BOTH_SIDES, Need.VERDICT, Need.REASONING)
# Where a second verdict was asked for without sight of the first, nothing is signed before both are opened.
AGREED = (Need.SECOND_VERDICT, Need.SETTLED)


@dataclass(frozen=True, slots=True)
class Transition:
    """One permitted step, refused while one of `needs` is missing. `by_hand`: offered in the status form; the
    others happen through their own action (sign, return, publish, withdraw, reinstate)."""

    start: Status
    to: Status
    permission: Permission = Permission.WRITE
    needs: tuple[Need, ...] = ()
    by_hand: bool = True

    def list_missing(self, facts: Facts) -> list[Need]:
        """What it still waits for."""
        return [need for need in self.needs if not NEEDS[need][0](facts)]


TRANSITIONS: tuple[Transition, ...] = (
    # Forward first: a form offers them in this order.
    Transition(Status.NEW, Status.CHECKING),
    Transition(Status.NEW, Status.IN_REVIEW, needs=READY),
    Transition(Status.CHECKING, Status.IN_REVIEW, needs=READY),
    Transition(Status.CHECKING, Status.NEW),
    Transition(Status.IN_REVIEW, Status.CHECKING),
    Transition(
        Status.IN_REVIEW,
        Status.CHECKED,
        Permission.REVIEW,
        needs=(*READY, *AGREED, Need.SECOND_PERSON),
        by_hand=False,
    ),
    Transition(Status.CHECKED, Status.CHECKING, Permission.REVIEW, needs=(Need.REASON,)),
    # What it stands on was signed and cannot change since: only that there is a verdict is asked again.
    Transition(
        Status.CHECKED,
        Status.PUBLISHED,
        Permission.REVIEW,
        needs=(Need.VERDICT, Need.REASONING, *AGREED),
        by_hand=False,
    ),
    Transition(Status.PUBLISHED, Status.CHECKING, Permission.REVIEW, needs=(Need.REASON,)),
    # Out of the work with a reason, and back to where it was.
    *(
        Transition(start, Status.WITHDRAWN, permission, needs=(Need.REASON,), by_hand=False)
        for start, permission in _WITHDRAWING.items()
    ),
    *(
        Transition(Status.WITHDRAWN, back, permission, by_hand=False)
        for back, permission in _WITHDRAWING.items()
    ),
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


def describe_needs(missing: Iterable[Need]) -> str:
    """What is missing, in words."""
    return " ".join(NEEDS[need][1] for need in missing)
