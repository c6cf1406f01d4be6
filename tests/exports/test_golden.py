"""A report, a correction and a retraction in every format, word by word: a change of any of them is seen."""

import pytest

from tests.exports.golden import REPORTS, make_golden, name_golden
from workbench.exports import list_formats


@pytest.mark.parametrize("code", sorted(list_formats()))
@pytest.mark.parametrize("kind", sorted(REPORTS))
def test_a_format_makes_what_it_made(kind: str, code: str) -> None:
    with name_golden(kind, code).open(encoding="utf-8", newline="") as file:
        assert make_golden(kind, code) == file.read()
