"""Engines for SQLite and PostgreSQL, one session per request, and the side door for untracked tables.

SQLite runs with explicit transactions: a reader's BEGIN is deferred, a writer's is IMMEDIATE, because a
deferred transaction that turns into a writer fails at once when somebody else has written meanwhile.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy import Engine as Engine  # named again: web takes both types from here
from sqlalchemy.engine import make_url
from sqlmodel import Session as Session

from workbench.models import Revision, RevisionPayload, Tracked
from workbench.settings import Settings

try:
    from pysqlite3 import dbapi2 as _sqlite
except ImportError:  # no wheel for this platform: the standard module, with care (see pick_journal_mode)
    _sqlite = sqlite3

SQLITE: ModuleType = _sqlite
BUSY_TIMEOUT_MS = 15_000
WRITE = {"workbench_write": True, "workbench_lasting": True}
PASSING = {"workbench_write": True, "workbench_lasting": False}
# Letters as themselves: the search reads lists of names where they are kept.
_write_json = partial(json.dumps, ensure_ascii=False)
MIGRATION_LOCK = 7_240_812  # any fixed number but history's: PostgreSQL's advisory lock around migrations


def open_engine(settings: Settings) -> Engine:
    """The engine for the installation's database; makes the data directory (0700) if it is not there."""
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    if settings.database_url:
        return open_postgres(settings.database_url)
    return open_sqlite(settings.sqlite_path)


def open_postgres(url: str) -> Engine:
    """An engine for a `postgresql+psycopg://` URL."""
    if make_url(url).get_backend_name() != "postgresql":
        raise ValueError(
            "WORKBENCH_DATABASE_URL must be a postgresql+psycopg:// address, or empty for SQLite."
        )
    # History takes its lock and then reads what is newest; a stricter default of the server would break that.
    return create_engine(
        url,
        pool_pre_ping=True,
        json_serializer=_write_json,
        hide_parameters=True,  # an error must not carry a secret into the log
        isolation_level="READ COMMITTED",
        connect_args={"options": f"-c lock_timeout={BUSY_TIMEOUT_MS}"},
    )


def open_sqlite(path: Path) -> Engine:
    """An engine for one SQLite file, set up so that an acknowledged save survives a power cut."""
    engine = create_engine(
        f"sqlite:///{path}", module=SQLITE, json_serializer=_write_json, hide_parameters=True
    )
    journal = pick_journal_mode(SQLITE.sqlite_version_info)

    @event.listens_for(engine, "connect")
    def prepare_connection(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout = {BUSY_TIMEOUT_MS}",
            f"journal_mode = {journal}",
            "synchronous = FULL",
            "foreign_keys = ON",
            "recursive_triggers = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin_transaction(connection: Connection) -> None:
        options = connection.get_execution_options()
        if journal == "WAL" and not options.get("workbench_lasting", True):
            # The journal stays whole without waiting for the disk. Not so the rollback journal's file.
            connection.exec_driver_sql("PRAGMA synchronous = NORMAL")
            connection.info["passing"] = True
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("workbench_write") else "BEGIN")

    @event.listens_for(engine, "checkin")
    def leave_as_it_came(connection: Any, record: Any) -> None:
        # A COMMIT that SQLite refuses leaves the transaction open, with the lock that stops every writer.
        if connection is not None and connection.in_transaction:
            connection.rollback()
        if connection is not None and record.info.pop("passing", False):
            connection.execute("PRAGMA synchronous = FULL")

    return engine


def pick_journal_mode(version: tuple[int, ...]) -> str:
    """WAL, or the rollback journal for the SQLite versions whose WAL can lose committed writes
    (the WAL-reset bug: 3.7.0 to 3.51.2, mended in 3.44.6, 3.50.7 and 3.51.3)."""
    mended = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    return "WAL" if mended else "TRUNCATE"


def open_session(engine: Engine) -> Session:
    """A session that keeps loaded values after a commit, so that the version answered is the one saved."""
    return Session(engine, expire_on_commit=False)


def begin_write(session: Session, *, lasting: bool = True) -> None:
    """End the session's reading transaction and begin a writing one; what was loaded stays loaded."""
    if session.in_transaction():
        session.commit()
    connection = session.connection(execution_options=WRITE if lasting else PASSING)
    if not lasting and connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL synchronous_commit = off")


@contextmanager
def scratch(engine: Engine, *, lasting: bool = True) -> Iterator[Session]:
    """A short writing transaction for untracked tables only, committed at the end.

    `lasting=False` does not wait for the disk: a killed process takes nothing of it back, a power cut may
    take back all of it, and never a part. For what nobody was told, and what is done again without harm.
    """
    with open_session(engine) as session:
        session.info["scratch"] = True
        begin_write(session, lasting=lasting)
        yield session
        session.commit()


@event.listens_for(Session, "before_flush")
def refuse_unguarded_flush(session: Session, _context: object, _instances: object) -> None:
    """A flush outside `history.change()` may write nothing, and inside `scratch()` nothing tracked.

    Revisions come from `history` alone, which writes them without the unit of work.
    """
    pending = [*session.new, *session.dirty, *session.deleted]
    if any(isinstance(row, Revision | RevisionPayload) for row in pending):
        raise RuntimeError("Only history.change() writes revisions.")
    if session.info.get("change") is not None:
        return
    tracked = [row for row in pending if isinstance(row, Tracked)]
    if tracked or (pending and not session.info.get("scratch")):
        names = ", ".join(sorted({type(row).__name__ for row in pending}))
        raise RuntimeError(f"{names} may be written only inside history.change() or database.scratch().")
