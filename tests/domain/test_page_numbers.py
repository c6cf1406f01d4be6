import pytest

from workbench.domain.page_numbers import tell_pages


@pytest.mark.parametrize(
    ("slices", "told"),
    [
        ([[0, 5]], "p. 1"),
        ([[9, 10]], "p. 1"),
        ([[10, 12]], "p. 3"),  # the second page is empty
        ([[8, 11]], "pp. 1–3"),
        ([[2, 4], [30, 31]], "pp. 1–4"),
    ],
)
def test_words_are_on_the_last_page_that_has_begun(slices: list[list[int]], told: str) -> None:
    assert tell_pages([0, 10, 10, 20], slices) == told


def test_a_text_without_pages_has_no_page_to_tell() -> None:
    assert tell_pages([], [[0, 5]]) == ""
