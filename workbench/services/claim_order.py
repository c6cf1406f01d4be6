"""Writes to the order of an article's claims, where a person wants another than the text's."""

from collections.abc import Sequence

from sqlmodel import Session

from workbench import history
from workbench.domain.claim_order import order_key, rank_between
from workbench.domain.errors import RuleBroken
from workbench.models import Appearance


def move_place(session: Session, places: Sequence[Appearance], at: int, step: int, *, by: str) -> None:
    """Move the claim at index `at` of an article's list up (-1) or down (1). `places`: the list's
    appearances in its order. Verdicts do not change by it, so a signed claim may be moved, too.

    Raises RuleBroken at the end of the list.
    """
    to = at + step
    if not 0 <= to < len(places):
        raise RuleBroken("The claim stands at the end of the list already.")
    moved = places[at]
    others = [place for index, place in enumerate(places) if index != at]
    keys = [order_key(place.start, place.rank) for place in others]
    before = keys[to - 1] if to > 0 else None
    after = keys[to] if to < len(keys) else None
    with history.change(session, by=by, action="claim.moved") as change:
        moved.rank = rank_between(before, after)
        _make_room(moved.rank, before, others[to:], keys[to:], moved)
        change.subject = moved


def _make_room(
    rank: int, before: int | None, behind: Sequence[Appearance], keys: Sequence[int], moved: Appearance
) -> None:
    """Where two stand on one place there is no number between them: those behind step back by one each."""
    if before is not None and rank <= before:
        rank = moved.rank = before + 1
    for place, key in zip(behind, keys, strict=True):
        if key > rank:
            return
        rank = place.rank = rank + 1
