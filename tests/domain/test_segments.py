import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.segments import Segment, Span, split_segments


def test_splits_overlapping_spans_at_each_boundary() -> None:
    spans = [Span(2, 6, "C-1"), Span(4, 9, "C-2")]

    assert split_segments(10, spans) == [
        Segment(0, 2, ()),
        Segment(2, 4, ("C-1",)),
        Segment(4, 6, ("C-1", "C-2")),
        Segment(6, 9, ("C-2",)),
        Segment(9, 10, ()),
    ]


def test_keys_come_in_the_order_of_the_spans_not_of_the_text() -> None:
    spans = [Span(3, 5, "late"), Span(0, 5, "early")]

    assert split_segments(5, spans)[-1].keys == ("late", "early")


def test_a_key_stands_once_where_its_own_spans_overlap() -> None:
    spans = [Span(0, 3, "C-1"), Span(0, 3, "C-2"), Span(1, 3, "C-1")]

    assert split_segments(3, spans) == [Segment(0, 1, ("C-1", "C-2")), Segment(1, 3, ("C-1", "C-2"))]


def test_a_text_without_spans_is_one_segment_and_no_text_is_none() -> None:
    assert split_segments(4, []) == [Segment(0, 4, ())]
    assert split_segments(0, []) == []


def test_an_empty_span_marks_and_cuts_nothing() -> None:
    assert split_segments(4, [Span(2, 2, "C-1")]) == [Segment(0, 4, ())]


@pytest.mark.parametrize("span", [Span(-1, 2, "x"), Span(0, 5, "x"), Span(3, 2, "x")])
def test_a_span_outside_the_text_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="does not lie in a text of 4 characters"):
        split_segments(4, [span])


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[int, list[Span]]:
    length = draw(st.integers(0, 40))
    edges = st.lists(st.integers(0, length), min_size=2, max_size=2).map(sorted)
    spans = draw(st.lists(st.tuples(edges, st.sampled_from("abcdef")), max_size=12))
    return length, [Span(start, end, key) for (start, end), key in spans]


@given(texts_with_spans())
def test_every_character_carries_exactly_the_keys_of_the_spans_over_it(case: tuple[int, list[Span]]) -> None:
    length, spans = case
    segments = split_segments(length, spans)

    assert [place for segment in segments for place in range(segment.start, segment.end)] == list(
        range(length)
    )
    for segment in segments:
        for place in range(segment.start, segment.end):
            over = (span.key for span in spans if span.start <= place < span.end)
            assert segment.keys == tuple(dict.fromkeys(over))


def test_four_hundred_overlapping_spans_make_no_more_segments_than_they_have_ends() -> None:
    spans = [Span(number * 240, min(number * 240 + 900, 100_000), f"C-{number}") for number in range(400)]

    segments = split_segments(100_000, spans)

    assert max(len(segment.keys) for segment in segments) == 4
    assert len(segments) <= 2 * len(spans) + 1
