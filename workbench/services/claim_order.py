"""Writes to the order of an article's claims, where a person wants another than the text's."""

from collections.abc import Sequence

from sqlmodel import Session

from workbench import history
from workbench.domain.claim_order import rank_between
from workbench.domain.errors import RuleBroken
from workbench.queries.places import Place


def move_place(session: Session, places: Sequence[Place], at: int, step: int, *, by: str) -> None:
    """Move the claim at index `at` of an article's list up (-1) or down (1). `places`: the list's first
    places in its order. Verdicts do not change by it, so a signed claim may be moved, too.

    Raises RuleBroken at the end of the list.
    """
    to = at + step
    if not 0 <= to < len(places):
        raise RuleBroken("The claim stands at the end of the list already.")
    moved = places[at]
    others = [place for index, place in enumerate(places) if index != at]
    keys = [place.key for place in others]
    before = keys[to - 1] if to > 0 else None
    after = keys[to] if to < len(keys) else None
    with history.change(session, by=by, action="claim.moved") as change:
        rank = rank_between(before, after)
        if before is not None and rank <= before:
            rank = before + 1
        _rank(moved, rank)
        _make_room(rank, others[to:], keys[to:])
        change.subject = moved.appearance


def _make_room(rank: int, behind: Sequence[Place], keys: Sequence[int]) -> None:
    """Where two stand on one place there is no number between them: those behind step back by one each."""
    for place, key in zip(behind, keys, strict=True):
        if key > rank:
            return
        rank += 1
        _rank(place, rank)


def _rank(place: Place, key: int) -> None:
    """A rank is kept in the order of the version in which the claim was said."""
    place.appearance.rank = key - place.shift
