"""A backup put back: everything in it is proved in a folder of its own before the desk is touched."""

import hashlib
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import inspect

from workbench import database
from workbench.domain.errors import BadInput, RuleBroken
from workbench.domain.manifest import MANIFEST, Manifest, Member, read_manifest
from workbench.services.backups import read_chunks
from workbench.services.database_copies import Snapshot, leave_wal, load_dump, read_snapshot
from workbench.settings import Settings

MANIFEST_LIMIT = 256 * 1024 * 1024  # bytes: about a million files
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError)


DESK_FILES = ("workbench.db", "secret.key", "files")


def _require_desk(data: Path) -> None:
    """Only a desk is moved aside: --data may name somebody's home directory by mistake."""
    if not any((data / name).exists() for name in DESK_FILES):
        raise RuleBroken(f"{data} holds no desk, so it is not moved aside. Choose another --data.")


def restore_backup(settings: Settings, archive: Path, *, force: bool) -> tuple[Manifest, Path | None]:
    """Put the backup into the empty data directory; with `force` a full one is moved aside first.

    Answers the manifest and where the old directory is now. Raises BadInput for an archive that is not what
    its manifest says, RuleBroken for a place that is not empty.
    """
    full = settings.data.exists() and any(settings.data.iterdir())
    if full and not force:
        raise RuleBroken(
            f"{settings.data} is not empty. Choose another --data, or --force to move it aside first."
        )
    if full:
        _require_desk(settings.data)
        _refuse_open_desk(settings.sqlite_path)
    if settings.database_url:
        _require_empty_database(settings)
    with _make_staging(settings.data.parent if full else settings.data) as staging:
        manifest = _unpack(archive, staging)
        _place_database(settings, manifest, staging)
        aside = _move_aside(settings.data) if full else None
        settings.data.mkdir(exist_ok=True, mode=0o700)
        # The database last: without it nobody takes the directory for a desk.
        for entry in sorted(staging.iterdir(), key=lambda entry: entry.name == manifest.database):
            entry.rename(settings.data / entry.name)
    return manifest, aside


@contextmanager
def _make_staging(home: Path) -> Iterator[Path]:
    made = not home.exists()
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    staging = Path(tempfile.mkdtemp(dir=home, prefix=".restore-"))
    try:
        yield staging
    except BaseException:
        shutil.rmtree(staging)
        if made:
            home.rmdir()
        raise
    staging.rmdir()


def _unpack(archive: Path, staging: Path) -> Manifest:
    """Every member proved against the manifest and written under `staging`. Raises BadInput."""
    try:
        with zipfile.ZipFile(archive) as opened:
            manifest = _read_manifest(opened)
            entries = _match_entries(opened, manifest)
            needed = sum(member.size for member in manifest.members.values())
            if needed > shutil.disk_usage(staging).free:
                raise RuleBroken(f"There is no room here for the {needed:,} bytes of this backup.")
            for name, member in manifest.members.items():
                _unpack_member(opened, entries[name], member, staging / name)
    except _BROKEN as error:
        raise BadInput(f"{archive} is no backup that can be read: {error}") from None
    return manifest


def _read_manifest(opened: zipfile.ZipFile) -> Manifest:
    try:
        entry = opened.getinfo(MANIFEST)
    except KeyError:
        raise BadInput(f"This archive has no {MANIFEST}: it is no backup of a desk.") from None
    _check_entry(entry)
    with opened.open(entry) as source:
        data = source.read(MANIFEST_LIMIT + 1)
    if len(data) > MANIFEST_LIMIT:
        raise BadInput("The backup's manifest is larger than any that was ever written.")
    return read_manifest(data)


def _match_entries(opened: zipfile.ZipFile, manifest: Manifest) -> dict[str, zipfile.ZipInfo]:
    entries = {entry.filename: entry for entry in opened.infolist()}
    if len(entries) != len(opened.infolist()):
        raise BadInput("The backup holds two members of one name.")
    if set(entries) != {*manifest.members, MANIFEST}:
        odd = sorted(set(entries) ^ {*manifest.members, MANIFEST})[0]
        raise BadInput(f"The backup and its manifest do not name the same members: “{odd[:80]}”.")
    for entry in entries.values():
        _check_entry(entry)
    return entries


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & 1 or entry.compress_type not in _METHODS:
        raise BadInput(f"The member {entry.filename[:80]} is packed in a way that no backup uses.")


def _unpack_member(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, member: Member, target: Path) -> None:
    """Write one member; stops as soon as it grows beyond what the manifest promised."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest, size = hashlib.sha256(), 0
    with opened.open(entry) as source, target.open("xb") as file:
        for chunk in read_chunks(source.read):
            size += len(chunk)
            if size > member.size:
                break
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if size != member.size or digest.hexdigest() != member.sha256:
        raise BadInput(f"The member {entry.filename} does not have the bytes that the manifest promises.")


def _place_database(settings: Settings, manifest: Manifest, staging: Path) -> None:
    """Prove that the database is the one the manifest speaks of; PostgreSQL's is loaded here."""
    wanted = "postgresql" if settings.database_url else "sqlite"
    if manifest.engine != wanted:
        raise RuleBroken(f"This is a backup of {manifest.engine}; the desk is set up for {wanted}.")
    member = staging / manifest.database
    engine = database.open_engine(settings) if settings.database_url else database.open_sqlite(member)
    try:
        if settings.database_url:
            load_dump(engine, member)
            member.unlink()
        _compare(manifest, read_snapshot(engine))
    finally:
        engine.dispose()


def _compare(manifest: Manifest, found: Snapshot) -> None:
    if found != Snapshot(manifest.schema, manifest.seq, manifest.hash):
        raise BadInput("The history in the backup does not end where its manifest says.")


def _require_empty_database(settings: Settings) -> None:
    engine = database.open_postgres(settings.database_url)
    try:
        if inspect(engine).get_table_names():
            raise RuleBroken(
                "The PostgreSQL database is not empty. Make a new one and name that one instead."
            )
    finally:
        engine.dispose()


def _refuse_open_desk(path: Path) -> None:
    """Nobody may go on writing to the file that is moved aside."""
    if not path.exists():
        return
    try:
        leave_wal(path)
    except database.SQLITE.OperationalError:
        raise RuleBroken("The desk is in use. Stop its server first.") from None
    except database.SQLITE.DatabaseError:
        return  # too broken to be in use: likely why a backup is put back


def _move_aside(data: Path) -> Path:
    aside = data.with_name(f"{data.name}.before-{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
    data.rename(aside)
    return aside
