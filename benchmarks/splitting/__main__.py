"""python -m benchmarks.splitting [DATA] [--only polnear,gold] [--errors N] [--articles N] [--no-peers]"""

import argparse
import sys
import time
from pathlib import Path

from benchmarks.splitting import batch, checkthat, feverfact, kept, memory, polnear, propsegment, speed
from benchmarks.splitting.figures import Measure, NotMeasured, Options, Report
from benchmarks.splitting.gold import Gold
from benchmarks.splitting.table import format_missing, format_result, print_cases, print_formulas, print_table
from tests.gold.reader import CHECK, FIRST, FURTHER

MEASURES: dict[str, Measure] = {
    "polnear": polnear,
    "propsegment": propsegment,
    "feverfact": feverfact,
    "checkthat": checkthat,
    "gold": Gold(FIRST, "first eight"),
    "further": Gold(FURTHER, "further nineteen"),
    "check": Gold(CHECK, "check", shown=False),
    "kept": kept,
    "speed": speed,
    "batch": batch,
    "memory": memory,
}


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-splitting", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, metavar="DATA", help="folder of the public sets")
    parser.add_argument("--only", default=",".join(MEASURES), help=f"some of {','.join(MEASURES)}")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N cases of each kind")
    parser.add_argument("--articles", type=int, default=1000, metavar="N", help="for batch and memory")
    parser.add_argument("--no-peers", action="store_true", help="measure ours only, which is quicker")
    arguments = parser.parse_args()
    unknown = set(arguments.only.split(",")) - MEASURES.keys()
    if unknown:
        parser.error(f"no such set: {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}")
    return arguments


def main() -> None:
    arguments = read_arguments()
    options = Options(arguments.data, arguments.articles, not arguments.no_peers)
    lines: list[tuple[str, ...]] = []
    reports: dict[str, Report] = {}
    chosen = [name for name in MEASURES if name in arguments.only.split(",")]
    for name in chosen:
        started = time.perf_counter()
        try:
            reports[name] = MEASURES[name].measure(options)
            lines += [format_result(result) for result in reports[name].results]
        except NotMeasured as reason:
            lines += [format_missing(row, str(reason)) for row in MEASURES[name].ROWS]
        print(f"{name}: {time.perf_counter() - started:.0f} s", file=sys.stderr)
    for name, report in reports.items():
        if arguments.errors:
            print_cases(name, report, arguments.errors)
    print()
    print_table(lines)
    print_formulas(dict.fromkeys(MEASURES[name].FORMULA for name in chosen))


if __name__ == "__main__":
    main()
