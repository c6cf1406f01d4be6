"""A desk as one archive, made while people work: the database, the stored files and a manifest of both.

The key that signs cookies stays out: with a restored desk everybody logs in anew.
"""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Engine

from workbench import history
from workbench.database import open_session
from workbench.domain import chain
from workbench.domain.captures import CustodyAct
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.manifest import DATABASES, MANIFEST, Manifest, Member, name_file
from workbench.files import FileStore
from workbench.services.custody import note_all
from workbench.services.database_copies import copy_database

CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup just made. `damaged` names stored files that could not go into it, in words."""

    manifest: Manifest
    damaged: tuple[str, ...]


def make_backup(engine: Engine, files: FileStore, output: Path) -> Backup:
    """Write an archive of the whole desk, readable by its owner alone, whole or not at all.

    Raises RuleBroken when there is such a file already or a tool is missing.
    """
    if output.exists():
        raise RuleBroken(f"{output} is there already. Choose another name.")
    if not output.parent.is_dir():
        raise RuleBroken(f"There is no folder {output.parent}.")
    # In the archive's own folder: a rename at the end is only atomic on one disk.
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=".backup-") as folder:
        draft = Path(folder) / "backup.zip"
        with zipfile.ZipFile(draft, "w") as archive:
            backup = _write_members(archive, engine, files, Path(folder))
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        draft.chmod(0o600)
        draft.rename(output)
    return backup


def note_backup(engine: Engine, backup: Backup, name: str, *, by: str) -> None:
    """One link for every file in the chain of custody: where the copies are, and how many. The archive
    itself was closed before. Raises what the database raises when it cannot be written to just now."""
    digest = hashlib.sha256(backup.manifest.to_json()).hexdigest()
    note = f"Backup {name}: {len(backup.manifest.members) - 1:,} files, SHA-256 of its manifest {digest}"
    with open_session(engine) as session, history.change(session, by=by, action="files.copied") as change:
        change.subject = note_all(session, CustodyAct.COPIED, change.at, note)


def suggest_name(now: datetime) -> str:
    """A file name that sorts by time: "workbench-20260501T120000Z.zip"."""
    return f"workbench-{now:%Y%m%dT%H%M%SZ}.zip"


def _write_members(archive: zipfile.ZipFile, engine: Engine, files: FileStore, folder: Path) -> Backup:
    database = DATABASES[engine.dialect.name]
    # The database first: a file is stored before the row that names it, so none can be missing after.
    snapshot = copy_database(engine, folder / database)
    with (folder / database).open("rb") as copied:
        members = {database: _add_member(archive, database, copied, zipfile.ZIP_DEFLATED)}
    damaged = []
    for sha256 in files.list_hashes():
        try:
            stored = files.open_checked(sha256)
        except (NotFound, ValueError) as error:
            damaged.append(str(error))
            continue
        with stored:
            members[name_file(sha256)] = _add_member(archive, name_file(sha256), stored, zipfile.ZIP_STORED)
    manifest = Manifest(
        made_at=chain.format_time(datetime.now(UTC)),
        engine=engine.dialect.name,
        schema=snapshot.schema,
        seq=snapshot.seq,
        hash=snapshot.hash,
        members=members,
    )
    archive.writestr(MANIFEST, manifest.to_json())
    return Backup(manifest, tuple(damaged))


def _add_member(archive: zipfile.ZipFile, name: str, source: BinaryIO, method: int) -> Member:
    """Copy what is open into the archive, a part at a time."""
    digest, size = hashlib.sha256(), 0
    entry = zipfile.ZipInfo(name)
    entry.compress_type = method
    with archive.open(entry, "w", force_zip64=True) as target:
        for chunk in read_chunks(source.read):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return Member(size, digest.hexdigest())


def read_chunks(read: Callable[[int], bytes]) -> Iterator[bytes]:
    """All that `read` gives, in parts of CHUNK bytes."""
    while chunk := read(CHUNK):
        yield chunk
