"""What exports cost beside the csv and json modules writing the same rows, and whether memory stays flat.

Seeds a desk of each size, writes all its claims as CSV and JSON, each in a process of its own, and prints
seconds, peak memory, and the ratio of CPU time to the module writing the same rows from memory. Then one
report of 200 claims as PDF, beside WeasyPrint on the same report as a page where that is to be had, and in
the other formats. Run: python benchmarks/exports.py [SIZE …]   (100, 10,000 and 100,000 claims)
"""

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from seed import seed_desk
from sqlmodel import select

from workbench import database, history
from workbench.domain.ratings import DEFAULT_SCALE, Confidence, find_scale
from workbench.exports import list_formats, render
from workbench.exports.csv import read_csv
from workbench.models import User, Verdict
from workbench.queries.claim_filter import ClaimFilter
from workbench.queries.claims import find_claims
from workbench.queries.report_records import build_record
from workbench.queries.report_streams import stream_report
from workbench.services.desk import ensure_desk
from workbench.settings import Settings

SIZES = (100, 10_000, 100_000)
CLAIMS_ON_PAPER = 200
WEASYPRINT = "WEASYPRINT_PYTHON"  # a Python that has it, if this one has not
_WEASY = (
    "import sys, time, weasyprint; page = open(sys.argv[1]).read(); start = time.process_time(); "
    "weasyprint.HTML(string=page).write_pdf(pdf_variant='pdf/ua-1'); print(time.process_time() - start)"
)


def fill(data: Path, claims: int) -> None:
    """A desk with this many claims, each with a verdict."""
    _, engine = seed_desk(data, claims)
    scale = find_scale(DEFAULT_SCALE)
    with database.open_session(engine) as session:
        ensure_desk(session, by="benchmark")
        author = session.exec(select(User)).one()
        for start in range(0, claims, 1000):
            with history.change(session, by="benchmark", action="verdict.given"):
                for claim in find_claims(session, range(start + 1, start + 1001)):
                    label = scale.labels[claim.number % len(scale.labels)]
                    verdict = Verdict(
                        claim_id=claim.id,
                        scale=scale.code,
                        scale_version=scale.version,
                        rating=label.key,
                        rating_text=label.text,
                        rating_colour=label.colour,
                        confidence=Confidence.MEDIUM,
                        reasoning="Two maps drawn by separate teams show it, and one does not. " * 3,
                        author_id=author.id,
                        given_at=datetime.now(UTC),
                    )
                    session.add(verdict)
                    claim.verdict_id = verdict.id
            session.expunge_all()
    engine.dispose()


def export(data: Path, code: str, output: Path) -> None:
    """One export of everything, as the command line does it; prints CPU seconds and peak memory in MiB."""
    engine = database.open_engine(Settings(data=data))
    write = list_formats()[code].stream
    assert write is not None
    with database.open_session(engine) as session, output.open("wb") as file:
        started = time.process_time()
        report = stream_report(
            session, ClaimFilter(), title="All", made_by="b", made_at=datetime.now(UTC), sight=False
        )
        file.writelines(write(report))
        spent = time.process_time() - started
    print(spent, read_peak())


def read_peak() -> float:
    """This process's own peak in MiB. What getrusage() says on Linux begins with that of the process that
    started it, which has filled the desk."""
    status = Path("/proc/self/status")
    if status.exists():
        [line] = [one for one in status.read_text().splitlines() if one.startswith("VmHWM:")]
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(data: Path, code: str, output: Path) -> tuple[float, float]:
    command = [sys.executable, __file__, "export", str(data), code, str(output)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


def write_again(code: str, output: Path) -> float:
    """CPU seconds of the plain module for the same rows, which it has at hand."""
    data = output.read_bytes()
    rows = [list(row.values()) for row in read_csv(data)] if code == "csv" else json.loads(data)
    with (output.parent / "again").open("w", newline="") as file:
        started = time.process_time()
        if code == "csv":
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
        else:
            json.dump(rows, file, ensure_ascii=False, indent=2)
        return time.process_time() - started


def bench_streams(folder: Path, sizes: list[int]) -> None:
    print(f"{'claims':>9} {'format':>6} {'MB':>7} {'CPU s':>8} {'module s':>9} {'ratio':>6} {'peak MiB':>9}")
    for size in sizes:
        data = folder / str(size)
        fill(data, size)
        for code in ("csv", "json"):
            output = folder / f"{size}.{code}"
            spent, peak = measure(data, code, output)
            plain = write_again(code, output)
            megabytes = output.stat().st_size / 1e6
            print(
                f"{size:>9,} {code:>6} {megabytes:>7.1f} {spent:>8.2f} {plain:>9.3f} "
                f"{spent / max(plain, 1e-6):>6.1f} {peak:>9.0f}"
            )


def bench_paper(folder: Path) -> None:
    data = folder / "paper"
    fill(data, CLAIMS_ON_PAPER)
    with database.open_session(database.open_engine(Settings(data=data))) as session:
        claims = find_claims(session, range(1, CLAIMS_ON_PAPER + 1))
        record = build_record(session, claims, title="Report", made_by="b", made_at=datetime.now(UTC))
    times = {}
    for code in ("pdf", "docx", "html", "markdown"):
        if list_formats()[code].is_missing():
            print(f"{code}: {list_formats()[code].is_missing()}")
            continue
        render(code, record)
        started = time.process_time()
        made = render(code, record)
        times[code] = time.process_time() - started
        print(f"{CLAIMS_ON_PAPER} claims as {code}: {times[code]:.2f} s CPU, {len(made) / 1000:.0f} kB")
    page = folder / "report.html"
    page.write_bytes(render("html", record))
    python = os.environ.get(WEASYPRINT, sys.executable)
    found = subprocess.run([python, "-c", _WEASY, str(page)], capture_output=True, text=True, check=False)
    if found.returncode:
        print(f"WeasyPrint is not here to compare with; name a Python that has it in {WEASYPRINT}.")
    elif "pdf" in times:
        theirs = float(found.stdout)
        print(f"WeasyPrint, the same report: {theirs:.2f} s CPU, {theirs / times['pdf']:.1f} times ours")


def main() -> None:
    if sys.argv[1:2] == ["export"]:
        export(Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
        return
    sizes = [int(text) for text in sys.argv[1:]] or list(SIZES)
    with tempfile.TemporaryDirectory() as folder:
        bench_streams(Path(folder), sizes)
        bench_paper(Path(folder))


if __name__ == "__main__":
    main()
