"""The csv or the json module by itself, writing the rows of a file that it has read before: what exports.py
sets an export beside. Imports nothing else, so that its memory is that of the rows.

Run: python benchmarks/plain_rows.py FILE   (a .csv or .json file; prints CPU seconds and peak memory in MiB)
"""

import csv
import json
import resource
import sys
import time
from pathlib import Path


def write_again(source: Path) -> float:
    """CPU seconds of writing, the rows being at hand."""
    plain = source.suffix == ".csv"
    with source.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file)) if plain else json.load(file)
    with source.with_suffix(".again").open("w", encoding="utf-8", newline="") as file:
        started = time.process_time()
        if plain:
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
        else:
            json.dump(rows, file, ensure_ascii=False, indent=2)
        return time.process_time() - started


def read_peak() -> float:
    """This process's own peak in MiB. What getrusage() says on Linux begins with that of the process that
    started it, which has filled the desk."""
    status = Path("/proc/self/status")
    if status.exists():
        [line] = [one for one in status.read_text().splitlines() if one.startswith("VmHWM:")]
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(write_again(Path(sys.argv[1])), read_peak())
