"""The table says whether a figure reaches what it must."""

import pytest

from benchmarks.splitting.figures import Case, Report, Result, Row
from benchmarks.splitting.table import (
    HEAD,
    format_missing,
    format_result,
    judge,
    print_cases,
    print_table,
    spread,
)

HIGHER = Row("claims", 0.7, 0.8)
LOWER = Row("time", 1.8, 1.3, "{:.1f}x", lower_is_better=True)


@pytest.mark.parametrize(
    ("row", "value", "answer"),
    [
        (HIGHER, 0.699, "NO"),
        (HIGHER, 0.7, "yes"),
        (HIGHER, 0.8, "yes, aim too"),
        (LOWER, 1.9, "NO"),
        (LOWER, 1.8, "yes"),
        (LOWER, 1.2, "yes, aim too"),
        (Row("no limit"), 0.1, "-"),
    ],
)
def test_judge(row: Row, value: float, answer: str) -> None:
    assert judge(row, value) == answer


def test_columns_stand_under_their_heads(capsys: pytest.CaptureFixture[str]) -> None:
    result = Result(HIGHER, 0.75, {"sentences": 0.2})
    print_table([format_result(result), format_missing(LOWER, "not measured: /data/set is missing")])
    head, _, first, second = capsys.readouterr().out.splitlines()
    assert head.split("  ")[0] == HEAD[0]
    for line, answer in ((first, "yes"), (second, "not measured")):
        assert line[head.index(HEAD[-1]) :] == answer
    assert "sentences 0.200" in first
    assert "<= 1.8x" in second


def test_cases_are_spread_over_the_set() -> None:
    cases = [Case("missed", "", str(number)) for number in range(10)]
    assert [case.text for case in spread(cases, 3)] == ["0", "3", "6"]
    assert spread(cases, 20) == cases


def test_cases_are_printed_with_what_is_commonest(capsys: pytest.CaptureFixture[str]) -> None:
    cases = [Case("missed", "one", "A said B", "said"), Case("missed", "two", "C said D", "said")]
    print_cases("polnear", Report(cases=cases), 1)
    printed = capsys.readouterr().out
    assert "missed, 1 of 2" in printed
    assert "most: said 2" in printed
    assert "A said B" in printed
    assert "C said D" not in printed
