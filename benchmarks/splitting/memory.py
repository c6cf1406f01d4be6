"""Resident memory of a process of its own that splits many articles.

That process is this module run by itself, with the articles as JSON on standard input.
"""

import json
import resource
import subprocess
import sys
from pathlib import Path

from benchmarks.splitting.figures import NotMeasured, Options, Report, Result, Row
from benchmarks.splitting.scores import mean
from benchmarks.splitting.texts import collect_articles
from workbench.splitting import split
from workbench.splitting.parsing.parser import load_parser

ROWS = (
    Row("memory: peak while splitting, MB", 300, 230, "{:.0f}", lower_is_better=True),
    Row("memory: growth after the first fifth, MB", 10, 5, "{:.1f}", lower_is_better=True),
)
FORMULA = (
    "memory: highest resident memory of a process with the model loaded that splits the articles one by "
    "one; growth is the mean over the last fifth of the articles less that over the second."
)
_STATM = Path("/proc/self/statm")
_STATUS = Path("/proc/self/status")


def measure(options: Options) -> Report:
    if not _STATM.exists():
        raise NotMeasured(f"not measured: {_STATM} is missing (Linux only)")
    texts = collect_articles(options, options.articles)
    command = [sys.executable, "-m", "benchmarks.splitting.memory"]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    loaded, peak, samples = json.loads(done.stdout)
    fifth = max(len(samples) // 5, 1)
    growth = mean(samples[-fifth:]) - mean(samples[fifth : 2 * fifth])
    detail = f"{loaded:.0f} MB with the model loaded, {len(texts)} articles"
    return Report([Result(ROWS[0], peak, detail=detail), Result(ROWS[1], growth)])


def watch() -> None:
    """Split the articles given, and write memory when loaded, at its highest and after each article."""
    texts = json.load(sys.stdin)
    load_parser()
    loaded = read_resident()
    samples = []
    for text in texts:
        split(text)
        samples.append(read_resident())
    json.dump([loaded, read_peak(), samples], sys.stdout)


def read_resident() -> float:
    """Megabytes of this process in memory now."""
    return int(_STATM.read_text().split()[1]) * resource.getpagesize() / 2**20


def read_peak() -> float:
    """Megabytes at the most; getrusage would also count the process that started this one."""
    [line] = [line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    watch()
