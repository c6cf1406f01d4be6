"""Pictures say in words what they show, hold no code of anybody's, and keep within their box."""

from datetime import date

import pytest
from lxml import etree
from markupsafe import escape

from workbench.domain.pictures import NARROW, WIDTH, Share, Step, draw_course, draw_mix, draw_record
from workbench.exports.pictures import read_colours

SHARES = (Share("False", "false", 1), Share("True", "true", 200), Share("Open", "none", 0))


def read(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode())


def list_boxes(svg: str) -> list[tuple[float, float]]:
    boxes = read(svg).iter("{http://www.w3.org/2000/svg}rect")
    return [(float(box.attrib["x"]), float(box.attrib["width"])) for box in boxes]


def test_a_mix_has_its_numbers_and_its_words() -> None:
    picture = draw_mix(SHARES)
    assert picture is not None
    assert picture.words == "False: 1, True: 200"
    assert read(picture.svg).attrib["aria-label"] == picture.words
    assert [text.text for text in read(picture.svg) if text.tag.endswith("text")] == ["1", "200"]
    boxes = list_boxes(picture.svg)
    assert [box.attrib["data-rating"] for box in read(picture.svg) if "rect" in box.tag] == ["false", "true"]
    assert all(width >= 12 for _, width in boxes)  # one of two hundred can still be seen
    assert max(left + width for left, width in boxes) <= WIDTH


def test_nothing_to_show_is_no_picture() -> None:
    assert draw_mix([]) is None
    assert draw_mix([Share("Open", "none", 0)]) is None
    assert draw_course([], date(2026, 5, 1)) is None


def test_a_record_has_a_bar_for_each_stretch_as_long_as_there_is_in_it() -> None:
    rows = [("Aug 2026", SHARES[1:]), ("Jul 2026", SHARES[2:]), ("May 2026", [Share("True", "true", 100)])]
    picture = draw_record(rows)
    assert picture is not None
    assert picture.words == "Aug 2026: True: 200; May 2026: True: 100"
    assert picture.shares == ()
    (_, first), (_, second) = list_boxes(picture.svg)
    assert 1.9 < first / second < 2.1
    assert [text.text for text in read(picture.svg) if text.tag.endswith("text")] == [
        "Aug 2026",
        "200",
        "May 2026",
        "100",
    ]
    assert draw_record([("Aug 2026", [])]) is None


def test_beside_something_else_a_mix_is_drawn_narrow_so_that_its_numbers_stay_as_large() -> None:
    picture = draw_mix(SHARES, width=NARROW)
    assert picture is not None
    assert read(picture.svg).attrib["viewBox"] == f"0 0 {NARROW} 28"
    assert max(left + width for left, width in list_boxes(picture.svg)) <= NARROW
    assert [share.text for share in picture.shares] == ["False", "True"]


def test_many_shares_stay_within_the_box() -> None:
    picture = draw_mix([Share(str(place), "false", 1) for place in range(90)])
    assert picture is not None
    assert max(left + width for left, width in list_boxes(picture.svg)) <= WIDTH + 1


def test_a_course_is_as_long_as_each_verdict_held() -> None:
    steps = [Step(date(2026, 1, 1), "True", "true"), Step(date(2026, 1, 31), "False", "false")]
    picture = draw_course(steps, date(2026, 2, 10))
    assert picture is not None
    assert picture.words == "True from 2026-01-01; False from 2026-01-31"
    (_, first), (_, second) = list_boxes(picture.svg)
    assert 2 < first / second < 3.1
    today = draw_course([*steps, Step(date(2026, 2, 10), "True", "true")], date(2026, 2, 10))
    assert today is not None
    assert len(list_boxes(today.svg)) == 3


def test_a_picture_is_markup_by_itself() -> None:
    picture = draw_mix([Share("<b>", "false", 3)])
    assert picture is not None
    assert escape(picture) == picture.svg
    assert "<b>" not in picture.svg


@pytest.mark.parametrize("text", ['"><script>', "a & b", "\x00\u202e", "]]>"])
def test_words_of_people_stay_words(text: str) -> None:
    for picture in (
        draw_mix([Share(text, text, 3)]),
        draw_course([Step(date(2026, 1, 1), text, text)], date(2026, 2, 1)),
    ):
        assert picture is not None
        tags = {etree.QName(one).localname for one in read(picture.svg).iter()}
        assert tags <= {"svg", "rect", "text"}


def test_a_file_without_a_style_sheet_gets_the_colours_in_it() -> None:
    picture = draw_mix(SHARES, read_colours())
    assert picture is not None
    assert 'fill="#9e2618"' in picture.svg
