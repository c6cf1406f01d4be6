"""`workbench verify-files` on a desk whose store was meddled with, and after a kill in the worst moment."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from tests import factories
from tests.cli.conftest import Run
from workbench.domain.captures import CustodyAct
from workbench.files import FileStore
from workbench.models import Custody, Evidence
from workbench.settings import Settings

# Stores the bytes, and is killed before the row that would name them.
KILLED = """
import os, signal, sys
from pathlib import Path
from workbench.files import FileStore
FileStore(Path(sys.argv[1])).put(b"stored, and then the power went")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def files(settings: Settings) -> FileStore:
    return FileStore(settings.files_path)


def path_of(files: FileStore, sha256: str) -> Path:
    return files.root / sha256[:2] / sha256[2:]


def read_custody(session: Session) -> list[tuple[str, bool, str]]:
    query = select(Custody).order_by(col(Custody.at), col(Custody.id))
    return [(row.act, row.snapshot_id is None, row.note) for row in session.exec(query)]


def test_a_whole_store_is_told_in_numbers_and_stands_in_the_chain_of_custody_once(
    run: Run, session: Session, files: FileStore
) -> None:
    for content in (b"a map", b"a photograph", b"a report"):
        files.put(content)
        factories.make_snapshot(session, content)
    session.commit()
    result = run("verify-files")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "3 files, 25 bytes: all as their names promise.\n"
    assert read_custody(session) == [(CustodyAct.VERIFIED, True, result.stdout.strip())]


def test_what_is_altered_missing_resized_orphaned_or_unfinished_is_named(
    run: Run, session: Session, files: FileStore
) -> None:
    whole, altered, missing = (files.put(content) for content in (b"whole", b"to be altered", b"to go"))
    orphan, resized = files.put(b"nobody's"), files.put(b"seven b")
    factories.make_snapshot(session, b"whole")
    for content in (b"to be altered", b"to go"):
        factories.make_snapshot(session, content)
    factories.make_snapshot(session, b"seven b", size=5)
    session.commit()
    path_of(files, altered).write_bytes(b"forged!")
    path_of(files, missing).unlink()
    (files.root / "tmpabc").write_bytes(b"half")
    result = run("verify-files")
    assert result.exit_code == 1
    lines = set(result.stdout.splitlines())
    assert lines == {
        f"altered: {altered}: snapshot: its bytes are not those it was named for.",
        f"missing: {missing}: snapshot: it is missing from the store.",
        f"altered: {resized}: snapshot: the record says 5 bytes, it has 7.",
        f"orphaned: {orphan}: no record names it.",
        "unfinished: tmpabc: a write that was broken off, or goes on just now.",
    }
    assert result.stderr == "4 files, 20 bytes: 2 altered, 1 missing, 1 orphaned, 1 unfinished.\n"
    notes = {note for act, every, note in read_custody(session) if not every}
    assert len(notes) == 3
    assert not any(whole in line for line in lines)


def test_altered_bytes_are_set_aside_when_the_true_ones_come_in_again(
    run: Run, session: Session, files: FileStore
) -> None:
    name = files.put(b"a true map")
    factories.make_snapshot(session, b"a true map")
    session.commit()
    path_of(files, name).write_bytes(b"a forged m")  # of the same size
    assert run("verify-files").exit_code == 1
    assert files.put(b"a true map") == name
    assert files.read(name) == b"a true map"
    result = run("verify-files")
    assert result.exit_code == 0
    assert f"set aside: altered/{name}-" in result.stdout
    [aside] = files.list_set_aside()
    assert aside.read_bytes() == b"a forged m"


def test_kill_9_between_store_and_row_leaves_an_orphan_and_nothing_else(
    run: Run, session: Session, files: FileStore, settings: Settings
) -> None:
    version = factories.make_article(session)
    files.put(version.text.encode())
    factories.make_evidence(session, factories.make_claim(session, version))
    session.commit()
    done = subprocess.run([sys.executable, "-c", KILLED, settings.files_path], cwd=Path.cwd())
    assert done.returncode == -signal.SIGKILL
    result = run("verify-files")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    orphaned = [line for line in lines if line.startswith("orphaned: ")]
    assert len(orphaned) == 1
    assert not any(line.startswith(("unfinished", "altered")) for line in lines)
    assert run("db", "check").exit_code == 0
    session.expire_all()
    assert session.exec(select(Evidence)).one().snapshot_id is None


def test_memory_stays_flat_over_a_large_file(files: FileStore, tmp_path: Path) -> None:
    """A file of 200 MB goes in, is proved and goes out by parts."""
    program = (
        "import resource, sys; from pathlib import Path; from workbench.files import FileStore\n"
        "store, part = FileStore(Path(sys.argv[1])), bytes(1 << 20)\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "with store.receive() as incoming:\n"
        "    for _ in range(200): incoming.write(part)\n"
        "assert store.check(incoming.sha256) == incoming.size == 200 << 20\n"
        "with store.open_checked(incoming.sha256) as file:\n"
        "    while file.read(1 << 20): pass\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "files"],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    assert int(done.stdout) < 20, "MB more than before"
