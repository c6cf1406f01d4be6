"""Alembic's entry: runs the migrations with SQLite's foreign keys off, then puts guards and search back."""

import os
from pathlib import Path
from typing import Any

from alembic import context
from sqlalchemy import Connection, Engine, text
from sqlmodel.sql.sqltypes import AutoString

from workbench import database, schema
from workbench.models import METADATA
from workbench.settings import Settings


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    """Leave the search tables and columns, which db/search makes, out of comparisons."""
    return not (
        name and ((kind == "table" and "_fts" in name) or name == "search" or name.endswith("_search"))
    )


def render_item(kind: str, item: Any, _context: object) -> str | bool:
    """Write plain SQLAlchemy types into migrations instead of SQLModel's private ones."""
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    if kind == "type" and type(item).__name__ == "UTCDateTime":
        return "sa.DateTime(timezone=True)"
    return False


def run_migrations(connection: Connection) -> None:
    """All migrations, guards and search in one transaction: a crash leaves the old schema whole."""
    # Begun before configure(): Alembic commits a transaction that it did not find open, before the guards.
    with connection.begin():
        wait_for_others(connection)
        context.configure(
            connection=connection,
            target_metadata=METADATA,
            include_name=include_name,
            render_item=render_item,
            render_as_batch=connection.dialect.name == "sqlite",
            transactional_ddl=True,
        )
        context.run_migrations()
        check_foreign_keys(connection)
        # The guards are made for the newest tables; on the way there, or while a migration is being
        # written, some are not there yet.
        if schema.find_migration(connection) == context.get_head_revision():
            schema.install(connection)


def wait_for_others(connection: Connection) -> None:
    """Two processes that start together must not both migrate; SQLite's BEGIN IMMEDIATE holds one back."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": database.MIGRATION_LOCK})


def check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        if broken:
            raise RuntimeError(f"The migration left rows without the rows they point to: {broken[:5]}")
    else:  # PostgreSQL alters no table, not even for its guards, while a deferred check of its rows is open
        connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))


def set_foreign_keys(connection: Connection, state: str) -> None:
    # Batch mode drops and renames tables; with foreign keys on that would delete child rows. The pragma
    # does nothing inside a transaction, hence the driver's own connection.
    if connection.dialect.name == "sqlite":
        driver: Any = connection.connection.dbapi_connection
        driver.execute(f"PRAGMA foreign_keys = {state}")


def open_engine() -> Engine:
    given: Engine | None = context.config.attributes.get("engine")
    if given is not None:
        return given
    data = Path(os.environ.get("WORKBENCH_DATA", "data"))
    return database.open_engine(Settings.from_env(data))


with open_engine().connect().execution_options(**database.WRITE) as connection:
    set_foreign_keys(connection, "OFF")
    try:
        run_migrations(connection)
    finally:
        set_foreign_keys(connection, "ON")
