"""Prints the one table, the formulas under it, and the cases when they are asked for."""

from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.splitting.figures import Case, Report, Result, Row

HEAD = ("figure", "ours", "peers", "must reach", "try for", "reached?")
_MOST_LABELS = 40


def format_result(result: Result) -> tuple[str, ...]:
    row, ours = result.row, result.ours
    peers = ", ".join(f"{name} {row.form.format(value)}" for name, value in result.peers.items())
    return (
        row.what,
        row.form.format(ours),
        peers or result.detail or "-",
        *_format_limits(row),
        judge(row, ours),
    )


def format_missing(row: Row, reason: str) -> tuple[str, ...]:
    return row.what, reason, "", *_format_limits(row), "not measured"


def judge(row: Row, value: float) -> str:
    """Say whether a value is what must be reached, or even what is tried for."""
    if row.must is None:
        return "-"
    if not row.reaches(value, row.must):
        return "NO"
    return "yes, aim too" if row.aim is not None and row.reaches(value, row.aim) else "yes"


def print_table(lines: Sequence[tuple[str, ...]]) -> None:
    """Print the rows in columns; a reason why a row is not measured runs over the peers' column."""
    measured = [line for line in lines if line[2]]
    widths = [max(len(line[column]) for line in [HEAD, *measured]) for column in range(len(HEAD))]
    widths[0] = max(len(line[0]) for line in [HEAD, *lines])
    room = widths[1] + 2 + widths[2]
    widths[2] += max([0, *(len(line[1]) - room for line in lines if not line[2])])
    print(_lay_out(HEAD, widths))
    print("-" * (sum(widths) + 2 * (len(widths) - 1)))
    for line in lines:
        print(_lay_out(line, widths))


def print_formulas(formulas: Iterable[str]) -> None:
    print()
    for formula in formulas:
        print(formula)


def print_cases(name: str, report: Report, number: int) -> None:
    """Print the notes and `number` cases of each kind: the worst if ranked, else spread over the set."""
    print(f"\n== {name}")
    for note in report.notes:
        print(f"   {note}")
    for kind in dict.fromkeys(case.kind for case in report.cases):
        cases = [case for case in report.cases if case.kind == kind]
        print(f"\n-- {name}: {kind}, {min(number, len(cases))} of {len(cases)}")
        labels = Counter(case.label for case in cases if case.label)
        if labels:
            print(
                "   most: "
                + ", ".join(f"{label} {times}" for label, times in labels.most_common(_MOST_LABELS))
            )
        for case in cases[:number] if "rank" in kind or "worst" in kind else spread(cases, number):
            print(f" * {case.where}: {case.text}")


def spread(cases: Sequence[Case], number: int) -> list[Case]:
    """Choose evenly, so that one article doesn't fill the list; the same ones each time."""
    if number >= len(cases):
        return list(cases)
    return [cases[index * len(cases) // number] for index in range(number)]


def _format_limits(row: Row) -> tuple[str, str]:
    sign = "<= " if row.lower_is_better else ""
    must, aim = ("-" if limit is None else sign + row.form.format(limit) for limit in (row.must, row.aim))
    return must, aim


def _lay_out(line: Sequence[str], widths: Sequence[int]) -> str:
    if not line[2] and line[1]:
        room = widths[1] + 2 + widths[2]
        cells = [line[0].ljust(widths[0]), line[1].ljust(room)]
        cells += [cell.rjust(width) for cell, width in zip(line[3:5], widths[3:5], strict=True)]
        return "  ".join([*cells, line[5]])
    cells = [line[0].ljust(widths[0]), line[1].rjust(widths[1]), line[2].ljust(widths[2])]
    cells += [cell.rjust(width) for cell, width in zip(line[3:5], widths[3:5], strict=True)]
    return "  ".join([*cells, line[5]])
