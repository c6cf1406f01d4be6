"""The words of two versions side by side: what a page shows as taken out and put in."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.comparing import Kind, compare
from workbench.domain.drawn_changes import IN, OUT, SAME, draw_changes

WORDS = st.sampled_from(
    ["port", "ships", "the", "30", ".", "سفينة", "港口", "e\u0301t", "\n", "\n\n", "👩‍👩‍👧"]
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


def show(old: str, new: str) -> str:
    """The shown paragraphs, one a line; what was taken out in [-…-], what was put in in [+…+]."""
    marks = {SAME: "{}", OUT: "[-{}-]", IN: "[+{}+]"}
    return "\n".join(
        "…"
        if stretch.folded
        else "\n".join("".join(marks[p.kind].format(p.text) for p in line) for line in stretch.paragraphs)
        for stretch in draw_changes(compare(old, new))
    )


def test_a_changed_number_is_one_word_of_its_sentence() -> None:
    assert (
        show("He saw 30 ships, he said.", "He saw 40 ships, he said.")
        == "He saw [-30-] [+40+] ships, he said."
    )


def test_a_paragraph_put_in_and_one_taken_out_stand_by_themselves() -> None:
    one, two, three, four = "One came in.", "Two left.", "Three ships lay there all day.", "Four sank."
    assert show(f"{one}\n\n{two}\n\n{three}", f"{one}\n\n{three}\n\n{four}") == (
        f"{one}\n[-{two}-]\n{three}\n[+{four}+]"
    )


def test_a_sentence_put_in_keeps_its_own_full_stop() -> None:
    assert show("A came. B went.", "A came. C stayed. B went.") == "A came. [+C stayed.+] B went."


def test_words_shared_by_chance_do_not_chop_a_rewrite() -> None:
    old = "He left the old town at night with a friend."
    new = "Nobody saw the very tall boat sink under a bridge."
    assert show(old, new).count("[-") == 1


def test_unchanged_paragraphs_far_from_a_change_are_folded() -> None:
    lines = [f"Line number {n} of the text." for n in range(9)]
    assert show("\n".join(lines), "\n".join([*lines[:8], "Another end."])).startswith("…\nLine number 7")


def test_the_same_text_is_folded_whole() -> None:
    assert show("One.\nTwo.", "One.\nTwo.") == "…"
    assert show("", "") == ""
    assert show("", "New.") == "[+New.+]"


@given(TEXTS, TEXTS)
def test_each_text_can_be_read_back_from_the_steps_and_from_the_page(old: str, new: str) -> None:
    comparison = compare(old, new)
    olds = [step.old for step in comparison.steps]
    assert [a for a, _ in olds] == [0, *[b for _, b in olds]][: len(olds)]
    for step in comparison.steps:
        mine = comparison.old.words[slice(*step.old)]
        if step.kind is Kind.SAME:
            assert mine == comparison.new.words[slice(*step.new)]
    pieces = [p for stretch in draw_changes(comparison) for line in stretch.paragraphs for p in line]
    plain = "".join(new.split())
    assert "".join("".join(p.text for p in pieces if p.kind != OUT).split()) == plain
    kept = "".join("".join(p.text for p in pieces if p.kind == OUT).split())
    gone = [w for s in comparison.steps if s.kind is Kind.OTHER for w in old[_span(comparison, s)].split()]
    assert kept == "".join(gone)


def _span(comparison, step) -> slice:  # type: ignore[no-untyped-def]
    return slice(*comparison.old.place_of(*step.old)) if step.old[0] < step.old[1] else slice(0, 0)
