"""What counts as one, and what "confirmed" asks for."""

import uuid
from dataclasses import replace

from workbench.domain.evidence import Stance
from workbench.domain.independence import (
    NOTHING,
    Piece,
    Weight,
    find_origins,
    find_unconfirmed,
    makes_circle,
    weigh,
)

CLAIM = uuid.UUID(int=1)
WIRE, PAPER, RADIO = (uuid.UUID(int=100 + number) for number in range(3))


def piece(number: int, source: uuid.UUID, repeats: int | None = None, **values: object) -> Piece:
    kept = {"stance": Stance.SUPPORTS, "repeats": uuid.UUID(int=repeats) if repeats else None, **values}
    return Piece(uuid.UUID(int=number), CLAIM, source, **kept)  # type: ignore[arg-type]


def count(*pieces: Piece) -> Weight:
    return weigh(pieces, find_origins(pieces))


def test_three_links_to_one_wire_story_are_one_origin() -> None:
    assert count(piece(11, WIRE), piece(12, PAPER, 11), piece(13, RADIO, 12)) == Weight(3, 1)
    assert count(piece(11, WIRE), piece(12, PAPER), piece(13, RADIO, 12)) == Weight(3, 2)
    assert count() == NOTHING


def test_one_source_is_one_origin_also_behind_another() -> None:
    assert count(piece(11, WIRE), piece(12, WIRE)).origins == 1
    assert count(piece(11, WIRE), piece(12, PAPER), piece(13, RADIO, 11), piece(14, PAPER, 11)).origins == 2


def test_context_speaks_neither_for_nor_against_but_may_be_what_others_repeat() -> None:
    told = count(piece(11, WIRE, stance=Stance.CONTEXT), piece(12, PAPER, 11), piece(13, RADIO, 11))
    assert told == Weight(2, 1)


def test_the_best_reliability_counts() -> None:
    assert count(piece(11, WIRE, reliability="C"), piece(12, PAPER, reliability="B")).reliability == "B"


def test_confirmed_needs_a_second_origin_that_says_the_same() -> None:
    def lacking(*pieces: Piece) -> int:
        return len(find_unconfirmed(pieces, find_origins(pieces)))

    sure = piece(11, WIRE, credibility=1)
    assert lacking(sure) == 1
    assert lacking(sure, piece(12, PAPER, 11)) == 1
    assert lacking(sure, piece(12, WIRE, credibility=1)) == 2
    assert lacking(sure, piece(12, PAPER, stance=Stance.REFUTES)) == 1
    assert lacking(sure, piece(12, PAPER)) == 0
    assert lacking(piece(11, WIRE, credibility=2)) == 0
    assert count(sure).unconfirmed
    assert not count(sure, piece(12, PAPER)).unconfirmed


def test_a_circle_is_seen_before_it_is_made_and_harmless_after() -> None:
    ids = [uuid.UUID(int=number) for number in (11, 12, 13)]
    chains = {ids[0]: None, ids[1]: ids[0], ids[2]: ids[1]}
    assert makes_circle(ids[0], ids[2], chains)
    assert makes_circle(ids[0], ids[0], chains)
    assert not makes_circle(ids[2], ids[0], chains)
    round_trip = [piece(11, WIRE, 12), piece(12, PAPER, 11)]
    assert len(set(find_origins(round_trip).values())) == 1


def test_one_page_or_file_under_two_names_is_one_origin() -> None:
    page, file = frozenset({"https://example.org/a"}), frozenset({"sha256:1"})
    sure = piece(11, WIRE, marks=page, credibility=1)
    assert count(sure, piece(12, PAPER, marks=page)) == Weight(2, 1, unconfirmed=True)
    assert count(sure, piece(12, PAPER, marks=page | file), piece(13, RADIO, marks=file)).origins == 1
    assert count(sure, piece(12, PAPER, marks=file)) == Weight(2, 2)


def test_what_repeats_another_draws_along_what_is_the_same_page() -> None:
    page = frozenset({"https://example.org/a"})
    assert count(piece(11, WIRE), piece(12, PAPER, 11, marks=page), piece(13, RADIO, marks=page)).origins == 1


def test_one_page_of_two_claims_is_nobodys_business() -> None:
    page = frozenset({"https://example.org/a"})
    other = replace(piece(12, PAPER, marks=page), claim=uuid.UUID(int=2))
    assert len(set(find_origins([piece(11, WIRE, marks=page), other]).values())) == 2


def test_the_first_of_those_that_are_one_is_where_they_began() -> None:
    page = frozenset({"https://example.org/a"})
    found = find_origins(
        [piece(14, RADIO), piece(13, WIRE), piece(12, PAPER, marks=page), piece(11, WIRE, marks=page)]
    )
    assert {key.int: origin.int for key, origin in found.items()} == {14: 14, 13: 13, 12: 13, 11: 13}


def test_what_is_circular_is_a_link_and_no_origin() -> None:
    again = piece(12, PAPER, reliability="A", circular=True)
    assert count(piece(11, WIRE, credibility=1), again) == Weight(2, 1, unconfirmed=True)
    assert count(again) == Weight(1, 0)
