"""The cards beside an article's text, in stretches: of a long list a page and an answer hold a few, and the
others come when somebody gets there. A stretch names its claims, so that nothing shifts it meanwhile."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.domain.errors import NotFound
from workbench.domain.number_ranges import read_ranges, write_ranges
from workbench.models import ArticleVersion
from workbench.queries.article_claims import ArticleClaim
from workbench.queries.claims import ClaimRow, list_article_claims
from workbench.web.current import db, sight

STRETCH = 20  # cards that come at once, under 20 kB
DRAWN = 60  # cards that stand on a page from the start; a shorter list is never in pieces


@dataclass(slots=True)
class Stretch:
    """Neighbours in a list. `rows`: what their cards show, None while they are left out; `soon`: whether they
    come by themselves, else when somebody gets there."""

    claims: Sequence[ArticleClaim]
    soon: bool = False
    rows: list[ClaimRow] | None = field(default=None)

    @property
    def numbers(self) -> str:
        """Its claims as an address names them."""
        return write_ranges(claim.number for claim in self.claims)

    def holds(self, reference: str) -> bool:
        return any(claim.reference == reference for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Cards:
    """The three lists of the page, and how every claim of theirs looks, for marks whose card is left out.
    `opens_withdrawn`: whether somebody comes for one of those, which are folded."""

    accepted: list[Stretch]
    proposals: list[Stretch]
    withdrawn: list[Stretch]
    looks: list[tuple[str, str, str, str]]
    opens_withdrawn: bool

    @property
    def withdrawn_count(self) -> int:
        return sum(len(stretch.claims) for stretch in self.withdrawn)


def load_cards(
    version: ArticleVersion, claims: Sequence[ArticleClaim], *, room: int, near: str = ""
) -> Cards:
    """`room`: how many cards to draw, from the first on; those about the claim `near` are drawn instead of
    the first ones where the room is small."""
    accepted = _cut([claim for claim in claims if claim.accepted and not claim.withdrawn])
    proposals = _cut([claim for claim in claims if claim.waiting])
    withdrawn = _cut([claim for claim in claims if claim.withdrawn])
    every = [*accepted, *proposals, *withdrawn]
    _draw(version, _choose(every, room, near))
    for stretch in _choose(every, DRAWN, near):
        stretch.soon = True
    return Cards(
        accepted, proposals, withdrawn, _group_looks(claims), any(one.holds(near) for one in withdrawn)
    )


def load_stretch(version: ArticleVersion, claims: Sequence[ArticleClaim], numbers: str) -> Stretch:
    """The cards of these claims in the order of now. Raises NotFound for what is no list of numbers."""
    try:
        asked = set(read_ranges(numbers, STRETCH))
    except ValueError as error:
        raise NotFound(str(error)) from None
    stretch = Stretch([claim for claim in claims if claim.number in asked])
    _draw(version, [stretch])
    return stretch


def _cut(claims: Sequence[ArticleClaim]) -> list[Stretch]:
    return [Stretch(claims[start : start + STRETCH]) for start in range(0, len(claims), STRETCH)]


def _choose(stretches: Sequence[Stretch], room: int, near: str) -> list[Stretch]:
    asked = [stretch for stretch in stretches if near and stretch.holds(near)]
    left = room - sum(len(stretch.claims) for stretch in asked)
    chosen = list(asked)
    for stretch in (stretch for stretch in stretches if stretch not in asked):
        left -= len(stretch.claims)
        if left >= 0:
            chosen.append(stretch)
    return chosen


def _draw(version: ArticleVersion, stretches: Sequence[Stretch]) -> None:
    ids = [claim.id for stretch in stretches for claim in stretch.claims]
    rows = {row.claim.id: row for row in list_article_claims(db(), version, sight=sight(), only=ids)}
    for stretch in stretches:
        stretch.rows = [rows[claim.id] for claim in stretch.claims if claim.id in rows]


def _group_looks(claims: Sequence[ArticleClaim]) -> list[tuple[str, str, str, str]]:
    """(status, rating's colour, "proposal" or "", numbers) for all claims that look the same."""
    groups: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for claim in claims:
        groups[claim.status.value, claim.colour, "proposal" if claim.waiting else ""].append(claim.number)
    return [(*look, write_ranges(numbers)) for look, numbers in groups.items()]
