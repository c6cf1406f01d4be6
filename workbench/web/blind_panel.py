"""What the claim page shows of two verdicts given without sight of each other: none before both are in."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.domain.errors import NotAllowed, RuleBroken
from workbench.domain.ratings import Scale
from workbench.models import BlindRequest, BlindVerdict, Claim, Verdict
from workbench.queries.blind import (
    OpenedPair,
    find_first_author,
    find_first_scale,
    find_own_half,
    find_pair_of,
    find_request,
    list_pairs,
    list_settlers,
    load_pairs,
)
from workbench.queries.scales import load_used
from workbench.queries.users import find_name
from workbench.services.blind_rules import (
    check_asking,
    check_settling,
    check_turn,
    find_asked,
    require_waiting,
)
from workbench.web.current import db, scales, user


def _passes(check: Callable[[], object]) -> bool:
    """Whether one of the rules of services/blind_rules.py lets this person do it."""
    try:
        check()
    except (NotAllowed, RuleBroken):
        return False
    return True


@dataclass
class Panel:
    """How a claim stands with its second verdict, for the person who looks. `request` is the one that has
    come to no end yet."""

    claim: Claim
    verdict: Verdict | None

    @cached_property
    def request(self) -> BlindRequest | None:
        return find_request(db(), self.claim)

    @property
    def waits(self) -> bool:
        """Whether a verdict of the pair is still to come."""
        return self.request is not None and self.request.opened_at is None

    @property
    def started(self) -> bool:
        """Whether one of the two is in."""
        return self.request is not None and self.request.first_id is not None

    @cached_property
    def own(self) -> BlindVerdict | None:
        """What this person has given themselves."""
        return find_own_half(db(), self.request, user().id) if self.request and self.waits else None

    @cached_property
    def asked(self) -> str:
        """Who was asked, by name; empty for whoever comes."""
        return find_name(db(), self._asked) if self._asked else ""

    @property
    def is_asked(self) -> bool:
        return self._asked == user().id

    @cached_property
    def may_give(self) -> bool:
        """Whether the verdict form is for this person."""
        request = self.request
        return request is None or _passes(lambda: check_turn(db(), request, self._first_author, user()))

    @cached_property
    def may_ask(self) -> bool:
        return _passes(lambda: check_asking(self.claim, self.request, user()))

    @cached_property
    def may_withdraw(self) -> bool:
        return _passes(lambda: require_waiting(self.request, user()))

    @cached_property
    def pair(self) -> OpenedPair | None:
        """The pair that waits to be settled, or the one that the verdict in force came from."""
        if self.request is not None:
            return None if self.waits else load_pairs(db(), [self.request])[0]
        pairs = list_pairs(db(), [self.claim.id]).get(self.claim.id, [])
        if self.verdict is None:
            return pairs[0] if pairs else None
        return find_pair_of(pairs, self.verdict.id, self.verdict.blind_id)

    @property
    def apart(self) -> bool:
        """Whether both are in and nobody has settled them yet."""
        return self.request is not None and not self.waits

    @cached_property
    def settlers(self) -> Mapping[uuid.UUID, str]:
        """Who may settle it, by name."""
        found = list_settlers(db(), self.pair) if self.apart and self.pair else []
        return {person.id: person.name for person in found}

    @cached_property
    def may_settle(self) -> bool:
        pair = self.pair if self.apart else None
        return pair is not None and _passes(lambda: check_settling(db(), self.claim, pair, user()))

    @cached_property
    def offered(self) -> tuple[Mapping[str, Scale], Scale]:
        """Scales for a verdict, and the one that is offered first: the second of a pair has the first's."""
        second = self.request is not None and self._first_author not in {None, user().id}
        fixed = find_first_scale(db(), self.request) if second and self.request else None
        if fixed is None:
            return scales().scales, scales().default
        scale = load_used(db())[fixed]
        return {scale.code: scale}, scale

    @cached_property
    def _asked(self) -> uuid.UUID | None:
        return find_asked(db(), self.request) if self.request else None

    @cached_property
    def _first_author(self) -> uuid.UUID | None:
        return find_first_author(db(), self.request) if self.request else None
