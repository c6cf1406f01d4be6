"""Is the desk whole? The database's own proof, the guards, the bytes behind every row, and the history."""

from collections.abc import Iterator

from sqlalchemy import Engine, Table, select, text
from sqlmodel import Session

from workbench import database, schema
from workbench.domain.errors import NotFound
from workbench.files import FileStore
from workbench.models import ArticleVersion, Report, ReportFile, Snapshot, Tracked
from workbench.queries.history_check import check_history

# Every column that names stored bytes.
STORED: tuple[tuple[type[Tracked], str], ...] = (
    (ArticleVersion, "received_sha256"),
    (Snapshot, "sha256"),
    (Report, "record_sha256"),
    (ReportFile, "sha256"),
)


def check_desk(engine: Engine, files: FileStore) -> Iterator[str]:
    """Everything that is wrong, one line each, as it is found. Changes nothing."""
    with database.open_session(engine) as session:
        if engine.dialect.name == "sqlite":
            yield from _check_sqlite(session)
        for name in schema.find_weak_guards(session.connection()):
            yield f"The guard {name} is missing or altered. “workbench db upgrade” puts it back."
        yield from _check_files(session, files)
        for finding in check_history(session):
            yield f"{finding.entity} {finding.entity_id}: {finding.message}"


def _check_sqlite(session: Session) -> Iterator[str]:
    for (line,) in session.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield f"SQLite: {line}"
    for table, row, parent, _ in session.execute(text("PRAGMA foreign_key_check")):
        yield f"SQLite: row {row} of {table} points to a row of {parent} that is not there."


def _check_files(session: Session, files: FileStore) -> Iterator[str]:
    for model, column in STORED:
        table: Table = model.__table__  # type: ignore[attr-defined]
        query = select(table.c[column]).distinct().order_by(table.c[column])
        for (sha256,) in session.execute(query, execution_options={"yield_per": 1000}):
            try:
                files.read(sha256)
            except (NotFound, ValueError) as error:
                yield f"{table.name}: {error}"
