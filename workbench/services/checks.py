"""Is the desk whole? The database's own proof, the guards, the bytes behind every row, and the history."""

from collections.abc import Iterator

from sqlalchemy import Engine, text
from sqlmodel import Session

from workbench import database, schema
from workbench.domain.captures import HARMLESS_FAULTS
from workbench.files import FileStore
from workbench.queries.history_check import check_history
from workbench.services.file_checks import FileTally, find_faults


def check_desk(engine: Engine, files: FileStore) -> Iterator[str]:
    """Everything that is wrong, one line each, as it is found. Changes nothing."""
    with database.open_session(engine) as session:
        if engine.dialect.name == "sqlite":
            yield from _check_sqlite(session)
        for name in schema.find_weak_guards(session.connection()):
            yield f"The guard {name} is missing or altered. “workbench db upgrade” puts it back."
        for fault in find_faults(session, files, FileTally()):
            if fault.fault not in HARMLESS_FAULTS:
                yield fault.message
        for finding in check_history(session):
            yield f"{finding.entity} {finding.entity_id}: {finding.message}"


def _check_sqlite(session: Session) -> Iterator[str]:
    for (line,) in session.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield f"SQLite: {line}"
    for table, row, parent, _ in session.execute(text("PRAGMA foreign_key_check")):
        yield f"SQLite: row {row} of {table} points to a row of {parent} that is not there."
