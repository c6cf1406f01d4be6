"""Two long texts: the work is bounded, and what comes of it is still a right difference."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from workbench.domain import word_steps
from workbench.domain.comparing import Comparison, Kind, compare

WORDS = st.sampled_from(["port", "ships", "the", "the", "30", ".", "港口", "\n", "\n\n", "»"])
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)


@pytest.fixture
def cells(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many cells each comparison word by word had."""
    counted: list[int] = []

    class Counting:
        @staticmethod
        def opcodes(one: list[int], other: list[int]) -> object:
            counted.append(len(one) * len(other))
            return Indel.opcodes(one, other)

    monkeypatch.setattr(word_steps, "Indel", Counting)
    return counted


def apply(comparison: Comparison) -> tuple[str, ...]:
    """The new words, made of the old ones by the steps."""
    made: list[str] = []
    for step in comparison.steps:
        same = step.kind is Kind.SAME
        made += comparison.old.words[slice(*step.old)] if same else comparison.new.words[slice(*step.new)]
    return tuple(made)


def covers(comparison: Comparison) -> bool:
    """Whether the steps lead through both texts without a gap."""
    olds = [at for step in comparison.steps for at in step.old]
    news = [at for step in comparison.steps for at in step.new]
    whole = [0, *olds[1:-1], len(comparison.old.words)] if olds else []
    return (
        olds == whole
        and olds[1:-1:2] == olds[2::2]
        and news[1:-1:2] == news[2::2]
        and (not news or (news[0], news[-1]) == (0, len(comparison.new.words)))
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, TEXTS, st.sampled_from([0, 1, 6, 30, 200, 10_000]))
def test_the_steps_make_the_new_text_of_the_old_one_however_little_is_compared(
    monkeypatch: pytest.MonkeyPatch, old: str, new: str, most: int
) -> None:
    monkeypatch.setattr(word_steps, "MOST_CELLS", most)
    monkeypatch.setattr(word_steps, "ALL_CELLS", 3 * most)
    comparison = compare(old, new)
    assert apply(comparison) == comparison.new.words
    assert covers(comparison)


def test_two_long_texts_of_other_words_are_changed_whole(
    cells: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_steps, "MOST_CELLS", 10_000)
    draw = random.Random(5)  # noqa: S311 - a text to compare
    old, new = (" ".join(f"w{draw.randrange(90)}" for _ in range(2_000)) for _ in range(2))

    comparison = compare(old, new)

    assert max(cells, default=0) <= 10_000
    assert Kind.OTHER in {step.kind for step in comparison.steps}
    assert comparison.count()[0] > 1_900


def test_a_long_text_changed_here_and_there_shows_only_that(
    cells: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_steps, "MOST_CELLS", 50_000)
    lines = [f"Line {n} tells of {n * 7} boats and of {n * 3} cranes in the port." for n in range(200)]
    changed = [line.replace("boats", "ships") if n % 20 == 5 else line for n, line in enumerate(lines)]

    comparison = compare(" ".join(lines), " ".join(changed))

    assert comparison.count() == (10, 10)
    assert max(cells) <= 50_000


def test_what_both_texts_begin_and_end_with_is_not_compared(cells: list[int]) -> None:
    same = " ".join(f"word{n}" for n in range(500))
    comparison = compare(f"{same} ten {same}", f"{same} twelve {same}")
    assert comparison.count() == (1, 1)
    assert sum(cells) == 1


def test_many_blocks_together_are_bounded_too(cells: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_steps, "MOST_CELLS", 100_000)
    monkeypatch.setattr(word_steps, "ALL_CELLS", 150_000)
    old = "\n".join(f"Shared {n} .\n" + " ".join(f"a{n}" for _ in range(100)) for n in range(50))
    new = "\n".join(f"Shared {n} .\n" + " ".join(f"b{n}" for _ in range(100)) for n in range(50))
    comparison = compare(old, new)
    assert sum(cells) <= 150_000
    assert apply(comparison) == comparison.new.words
