"""What exports cost beside the csv and json modules writing the same rows, and whether memory stays flat.

Seeds a desk of each size, whose claims have two pieces of evidence and a signed verdict each. Writes all of
them as CSV and JSON, each in a process of its own, and prints CPU seconds and peak memory, both beside those
of the module that writes the same rows, which it has at hand, in a process of its own, too. Then one report
of 200 claims as PDF, beside WeasyPrint on the same report as a page where that is to be had, and in the
other formats. Run: python benchmarks/exports.py [SIZE …]   (100, 10,000 and 100,000 claims)
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import plain_rows
from seed import seed_desk
from sqlmodel import select

from workbench import database, history
from workbench.domain.evidence import EvidenceKind, Stance
from workbench.domain.ratings import DEFAULT_SCALE, Confidence, find_scale
from workbench.domain.status import Status
from workbench.exports import list_formats, render
from workbench.files import FileStore
from workbench.models import Claim, Evidence, Review, ReviewOutcome, Source, User, Verdict
from workbench.queries.claim_filter import ClaimFilter
from workbench.queries.claims import find_claims
from workbench.queries.report_records import build_record
from workbench.queries.report_streams import stream_report
from workbench.services.desk import ensure_desk
from workbench.settings import Settings

SIZES = (100, 10_000, 100_000)
AT_ONCE = 1000
CLAIMS_ON_PAPER = 200
WEASYPRINT = "WEASYPRINT_PYTHON"  # a Python that has it, if this one has not
_WEASY = (
    "import sys, time, weasyprint; page = open(sys.argv[1]).read(); start = time.process_time(); "
    "weasyprint.HTML(string=page).write_pdf(pdf_variant='pdf/ua-1'); print(time.process_time() - start)"
)


def fill(data: Path, claims: int) -> None:
    """A desk with this many claims, each with evidence on both sides and a verdict that was signed."""
    _, engine = seed_desk(data, claims)
    with database.open_session(engine) as session:
        ensure_desk(session, by="benchmark")
        author = session.exec(select(User)).one()
        source = session.exec(select(Source).limit(1)).one()
        for start in range(0, claims, AT_ONCE):
            with history.change(session, by="benchmark", action="verdict.given"):
                for claim in find_claims(session, range(start + 1, start + AT_ONCE + 1)):
                    session.add_all(_make_evidence(claim, source))
                    verdict = _make_verdict(claim, author)
                    session.add_all([verdict, _make_signature(verdict, author)])
                    claim.verdict_id, claim.status = verdict.id, Status.CHECKED
            session.expunge_all()
    engine.dispose()


def _make_evidence(claim: Claim, source: Source) -> list[Evidence]:
    return [
        Evidence(
            claim_id=claim.id,
            source_id=source.id,
            kind=kind,
            stance=stance,
            credibility=2,
            url=f"https://maps.example.org/{stance.value}/{claim.number}",
            excerpt=f"The map of that day has unit {claim.number} {where} the crossing, and names the post.",
            locator=f"sheet {claim.number % 40}",
            added_at=datetime.now(UTC),
        )
        for kind, stance, where in (
            (EvidenceKind.DOCUMENT, Stance.SUPPORTS, "some way short of"),
            (EvidenceKind.LINK, Stance.REFUTES, "well behind"),
        )
    ]


def _make_verdict(claim: Claim, author: User) -> Verdict:
    scale = find_scale(DEFAULT_SCALE)
    label = scale.labels[claim.number % len(scale.labels)]
    return Verdict(
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


def _make_signature(verdict: Verdict, reviewer: User) -> Review:
    return Review(
        claim_id=verdict.claim_id,
        verdict_id=verdict.id,
        reviewer_id=reviewer.id,
        outcome=ReviewOutcome.SIGNED,
        own_verdict=True,
        reviewed_at=datetime.now(UTC),
    )


def export(data: Path, code: str, output: Path) -> None:
    """One export of everything, as the command line does it; prints CPU seconds and peak memory in MiB."""
    settings = Settings(data=data)
    engine, files = database.open_engine(settings), FileStore(settings.files_path)
    write = list_formats()[code].stream
    assert write is not None
    with database.open_session(engine) as session, output.open("wb") as file:
        started = time.process_time()
        made_at = datetime.now(UTC)
        report = stream_report(
            session, ClaimFilter(), title="All", made_by="b", made_at=made_at, sight=False, read=files.read
        )
        file.writelines(write(report))
        spent = time.process_time() - started
    print(spent, plain_rows.read_peak())


def measure(*command: str | Path) -> tuple[float, float]:
    """CPU seconds and peak memory in MiB, as a process of its own tells them."""
    told = subprocess.run(
        [sys.executable, *map(str, command)], check=True, capture_output=True, text=True
    ).stdout.split()
    return float(told[0]), float(told[1])


def bench_streams(folder: Path, sizes: list[int]) -> None:
    print(f"{'':25} {'CPU s':^26} {'peak MiB':^23}")
    print(
        f"{'claims':>9} {'format':>6} {'MB':>8} {'export':>9} {'module':>9} {'ratio':>6}"
        f" {'export':>8} {'module':>8} {'ratio':>5}"
    )
    for size in sizes:
        data = folder / str(size)
        fill(data, size)
        for code in ("csv", "json"):
            output = folder / f"{size}.{code}"
            spent, peak = measure(__file__, "export", data, code, output)
            plain, held = measure(Path(plain_rows.__file__), output)
            print(
                f"{size:>9,} {code:>6} {output.stat().st_size / 1e6:>8.1f} {spent:>9.2f} {plain:>9.3f} "
                f"{spent / plain:>6.1f} {peak:>8.0f} {held:>8.0f} {peak / held:>5.2f}",
                flush=True,
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
