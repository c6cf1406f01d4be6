"""What a circle draws along, and what it leaves alone."""

import uuid

from workbench.domain.circularity import Circle
from workbench.domain.echoes import find_tied, spread_circles
from workbench.domain.evidence import Stance
from workbench.domain.independence import Piece

CLAIM, OTHER_CLAIM, SOURCE = (uuid.UUID(int=number) for number in range(1, 4))
PAGE, FILE = "https://example.org/a", "sha256:ab"
WHOLE, QUOTE = Circle("", "url"), Circle("", "excerpt", whole=False)


def make(number: int, repeats: int | None = None, *marks: str, claim: uuid.UUID = CLAIM) -> Piece:
    origin = uuid.UUID(int=repeats) if repeats else None
    return Piece(
        uuid.UUID(int=number), claim, SOURCE, Stance.SUPPORTS, repeats=origin, marks=frozenset(marks)
    )


def spread(begun: Circle, *pieces: Piece) -> dict[int, str]:
    """The fields at which the pieces are refused, by their numbers, where the first one is a circle."""
    found = spread_circles({piece.id: piece for piece in pieces}, {pieces[0].id: begun})
    return {key.int: circle.field for key, circle in found.items()}


def test_what_repeats_it_over_any_number_of_steps() -> None:
    assert spread(WHOLE, make(11), make(12, 11), make(13, 12), make(14)) == {
        11: "url",
        12: "origin",
        13: "origin",
    }


def test_what_it_repeats_itself_and_what_has_one_source_with_it_is_left_alone() -> None:
    assert spread(WHOLE, make(11, 12), make(12), make(13)) == {11: "url"}


def test_one_page_or_file_with_it() -> None:
    pieces = make(11, None, PAGE), make(12, None, PAGE, FILE), make(13, None, FILE), make(14, 13)
    assert spread(WHOLE, *pieces) == {11: "url", 12: "url", 13: "url", 14: "origin"}
    assert spread(WHOLE, make(11, None, PAGE), make(12, None, PAGE, claim=OTHER_CLAIM)) == {11: "url"}


def test_other_words_of_a_page_that_quotes_the_article_may_stand() -> None:
    assert spread(QUOTE, make(11, None, PAGE), make(12, None, PAGE), make(13, 11)) == {
        11: "excerpt",
        13: "origin",
    }


def test_a_chain_that_leads_back_to_itself_ends() -> None:
    assert spread(WHOLE, make(11, 12), make(12, 11)) == {11: "url", 12: "origin"}


def test_only_what_others_meet_has_to_be_looked_at() -> None:
    found = find_tied(
        [make(11), make(12, 11), make(13, None, PAGE), make(14, None, PAGE), make(15, None, FILE)]
    )
    assert {key.int for key in found} == {11, 13, 14}
