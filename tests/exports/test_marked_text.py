from hypothesis import given
from hypothesis import strategies as st

from tests.exports.report_factory import make_appearance, make_claims, make_report
from workbench.domain.records import ArticleRecord, ClaimRecord
from workbench.exports.marked_text import build_blocks


def make_article(text: str, furniture: tuple[tuple[int, int], ...] = ()) -> ArticleRecord:
    return ArticleRecord("A-1", "", "", "", "", None, "", text, "", furniture)


def make_claim(*slices: tuple[int, int]) -> ClaimRecord:
    appearance = make_appearance("dam", slices=slices)
    return ClaimRecord("C-1", 1, "", "", "new", "event", "person", (appearance,), (), None)


def test_overlapping_claims_keep_their_lanes_and_end_where_they_end() -> None:
    [block] = build_blocks(
        make_article("abcdefgh"), [make_claim((0, 5)), make_claim((2, 7)), make_claim((6, 8))]
    )
    [paragraph] = block.paragraphs

    assert [(p.text, [(m.number, m.lane) for m in p.marks], p.ended) for p in paragraph] == [
        ("ab", [(1, 0)], ()),
        ("cde", [(1, 0), (2, 1)], (1,)),
        ("f", [(2, 1)], ()),
        ("g", [(2, 1), (3, 0)], (2,)),
        ("h", [(3, 0)], (3,)),
    ]


def test_a_claim_of_several_slices_is_numbered_at_its_last_one() -> None:
    [block] = build_blocks(make_article("ab cd\nef"), [make_claim((0, 2), (6, 8))])

    assert [[p.ended for p in paragraph] for paragraph in block.paragraphs] == [[(), ()], [(1,)]]


def test_furniture_is_set_apart_and_open_where_a_claim_lies_on_it() -> None:
    article = make_article("Menu\n\nWords\nMore menu", ((0, 4), (12, 21)))
    blocks = build_blocks(article, [make_claim((12, 16))])

    assert [(b.furniture, b.marked, len(b.paragraphs)) for b in blocks] == [
        (True, False, 1),
        (False, False, 1),
        (True, True, 1),
    ]


@given(
    st.text(alphabet="ab\n ", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6),
)
def test_no_words_are_lost_and_no_lane_is_shared(text: str, edges: list[tuple[int, int]]) -> None:
    ranges = [(min(len(text), *pair), min(len(text), max(pair))) for pair in edges]
    furniture = tuple(sorted(pair for pair in ranges[:1] if pair[0] < pair[1]))
    blocks = build_blocks(make_article(text, furniture), [make_claim(pair) for pair in ranges[1:]])
    pieces = [piece for block in blocks for paragraph in block.paragraphs for piece in paragraph]

    assert "".join("".join(p.text for p in pieces).split()) == "".join(text.split())
    for piece in pieces:
        lanes = [mark.lane for mark in piece.marks]
        assert len(set(lanes)) == len(lanes)


def test_the_sample_report_shows_all_of_its_article() -> None:
    report = make_report()
    blocks = build_blocks(report.articles[0], make_claims())
    shown = "".join(p.text for block in blocks for paragraph in block.paragraphs for p in paragraph)

    assert shown == report.articles[0].text.replace("\n", "")


def test_stretches_of_furniture_with_only_empty_lines_between_them_fold_as_one() -> None:
    article = make_article("Menu\n\nShare\n\nWords", ((0, 4), (6, 11)))

    blocks = build_blocks(article, [])

    assert [(block.furniture, len(block.paragraphs)) for block in blocks] == [(True, 2), (False, 1)]
