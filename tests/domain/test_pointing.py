"""Words that a return points at."""

from workbench.domain.pointing import Piece, Point, mark_points, read_points

TEXTS = {
    "statement": "Troops are 30 km from the border.",
    "reasoning": "A map shows it.\n\nThe map is of May (not  dated), and one\nwitness says so.",
}


def test_pasted_words_are_found_where_they_stand_whatever_their_spaces() -> None:
    typed = "30 km\n\n of  May (not dated) \n“one witness”\nno such words\n30 km"
    assert read_points(typed, TEXTS) == (
        [
            Point("statement", "30 km"),
            Point("reasoning", "of May (not  dated)"),
            Point("reasoning", "one\nwitness"),
        ],
        ["no such words"],
    )


def test_signs_are_only_signs() -> None:
    assert read_points("(not dated), and", TEXTS)[0] == [Point("reasoning", "(not  dated), and")]
    assert read_points("m.p\n.*", TEXTS) == ([], ["m.p", ".*"])


def test_what_is_pointed_at_is_marked_with_its_number() -> None:
    points = [Point("reasoning", "map"), Point("statement", "30 km"), Point("reasoning", "one\nwitness")]
    assert mark_points(TEXTS["statement"], "statement", points) == [
        Piece("Troops are ", 0),
        Piece("30 km", 2),
        Piece(" from the border.", 0),
    ]
    marked = mark_points(TEXTS["reasoning"], "reasoning", points)
    assert "".join(piece.text for piece in marked) == TEXTS["reasoning"]
    assert [(piece.text, piece.number) for piece in marked if piece.number] == [
        ("map", 1),
        ("one\nwitness", 3),
    ]


def test_words_that_are_gone_and_words_that_overlap_are_not_marked_twice() -> None:
    points = [Point("statement", "30 km from"), Point("statement", "km"), Point("statement", "40 km")]
    marked = mark_points(TEXTS["statement"], "statement", points)
    assert [(piece.text, piece.number) for piece in marked if piece.number] == [("30 km from", 1)]
    assert mark_points("", "statement", points) == []
