"""What most commands begin with: the settings, and the desk's database opened or refused in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
from sqlalchemy import inspect
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from workbench import database, schema
from workbench.files import FileStore
from workbench.settings import Settings


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """An installation at work."""

    settings: Settings
    engine: database.Engine
    files: FileStore


def read_settings(data: Path | None) -> Settings:
    """The settings, with --data before the environment. Refuses a value that cannot be used."""
    try:
        settings = Settings.from_env(data)
        if settings.database_url:
            database.open_postgres(settings.database_url).dispose()  # connects to nothing yet
    except (ValueError, ArgumentError) as error:
        raise click.ClickException(str(error)) from None
    except ImportError as error:
        raise click.ClickException(
            f"WORKBENCH_DATABASE_URL needs a driver that is not here ({error}). "
            "Write postgresql+psycopg://… and install claim-workbench[postgres]."
        ) from None
    return settings


@contextmanager
def open_desk(data: Path | None, *, old: bool = False) -> Iterator[OpenDesk]:
    """The desk in this directory; refuses when there is none yet, and makes nothing.

    `old`: also with an older schema, which is refused otherwise.
    """
    settings = read_settings(data)
    if not settings.database_url and not settings.sqlite_path.exists():
        raise click.ClickException(
            f"There is no desk in {settings.data} yet. Run: {upgrade_command(settings)}"
        )
    with open_database(settings) as engine:
        if not old:
            require_current(settings, engine)
        yield OpenDesk(settings, engine, FileStore(settings.files_path))


@contextmanager
def open_database(settings: Settings) -> Iterator[database.Engine]:
    """The engine, at whatever schema. What the database itself refuses becomes one line."""
    engine = database.open_engine(settings)
    try:
        with tell_database_errors():
            yield engine
    finally:
        engine.dispose()


@contextmanager
def tell_database_errors() -> Iterator[None]:
    """What the database refuses for reasons from outside, as one line."""
    try:
        yield
    except DatabaseError as error:
        # The two that come from outside: locked, unreachable, no database at all. The rest are our mistakes.
        if type(error) not in {OperationalError, DatabaseError}:
            raise
        raise click.ClickException(_describe(error)) from error


def require_current(settings: Settings, engine: database.Engine) -> None:
    """Refuse a database that is not at the newest schema."""
    if not schema.is_current(engine):
        raise click.ClickException(
            f"The database is not at this version's schema. Run: {upgrade_command(settings)}"
        )


def is_new(settings: Settings) -> bool:
    """Whether nothing is there yet: an empty or missing directory, and no table in a PostgreSQL database."""
    if settings.data.exists() and any(settings.data.iterdir()):
        return False
    if not settings.database_url:
        return True
    with open_database(settings) as engine:
        return not inspect(engine).get_table_names()


def upgrade_command(settings: Settings) -> str:
    return f"workbench db upgrade --data {settings.data}"


def _describe(error: DatabaseError) -> str:
    lines = str(error.orig).strip().splitlines() or [type(error).__name__]
    if "locked" in lines[0]:
        return "The database is busy: another program is writing to it. Try again in a moment."
    return f"The database cannot be used: {lines[0]}"
