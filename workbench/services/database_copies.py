"""A database as one file, taken while others work on it, and put back: SQLite's online backup, pg_dump."""

import os
import shutil
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, text
from sqlmodel import Session

from workbench import database, schema
from workbench.domain.errors import RuleBroken
from workbench.queries.history_check import head

CLIENT = "It comes with PostgreSQL's client programs (Debian: apt-get install postgresql-client)."


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a copy holds: the migration it is at and the newest revision in it."""

    schema: str
    seq: int
    hash: str


def copy_database(engine: Engine, target: Path) -> Snapshot:
    """Write the database as it stands at one moment to `target`. Raises RuleBroken when a tool is missing."""
    if engine.dialect.name == "sqlite":
        return _copy_sqlite(engine, target)
    return _dump_postgres(engine, target)


def read_snapshot(engine: Engine) -> Snapshot:
    """Where a database stands now."""
    with database.open_session(engine) as session:
        return _read_snapshot(session)


def load_dump(engine: Engine, dump: Path) -> None:
    """Put a dump into an empty PostgreSQL database, all of it or nothing. Raises RuleBroken."""
    options = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]
    _run_client("pg_restore", engine, [*options, str(dump)])


def _copy_sqlite(engine: Engine, target: Path) -> Snapshot:
    with closing(database.SQLITE.connect(str(target))) as copy:
        source = engine.raw_connection()
        try:
            # All pages in one step: in smaller ones every write of others would start it anew.
            source.driver_connection.backup(copy)  # type: ignore[union-attr]  # SQLite's own connection
        finally:
            source.close()
    copied = database.open_sqlite(target)
    try:
        return read_snapshot(copied)
    finally:
        copied.dispose()
        leave_wal(target)


def leave_wal(path: Path) -> None:
    """Make the one file the whole database. Raises SQLite's OperationalError while anybody has it open."""
    with closing(database.SQLITE.connect(str(path), timeout=0)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _dump_postgres(engine: Engine, target: Path) -> Snapshot:
    with database.open_session(engine) as session:
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        # The dump reads the very snapshot that the head is read from.
        exported = session.execute(text("SELECT pg_export_snapshot()")).scalar_one()
        options = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={exported}"]
        _run_client("pg_dump", engine, [*options, f"--file={target}"])
        return _read_snapshot(session)


def _read_snapshot(session: Session) -> Snapshot:
    return Snapshot(schema.find_migration(session.connection()), *head(session))


def _run_client(program: str, engine: Engine, options: list[str]) -> None:
    found = shutil.which(program)
    if found is None:
        raise RuleBroken(f"{program} is not installed. {CLIENT}")
    password = {"PGPASSWORD": engine.url.password} if engine.url.password else {}
    # Without the password: other people on the machine can read the arguments of a process.
    address = engine.url.set(drivername="postgresql", password=None).render_as_string()
    command = [found, f"--dbname={address}", "--no-password", *options]
    done = subprocess.run(  # noqa: S603 - a known program; the address is the installation's own setting
        command, env={**os.environ, **password}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"it answered {done.returncode}"]
        raise RuleBroken(f"{program} failed: {said[0]}")
