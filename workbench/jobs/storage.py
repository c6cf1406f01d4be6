"""Where the queue lies: beside the SQLite file, or in the PostgreSQL database that all machines share.

The queue carries ids of jobs and nothing else; what is lost of it is found again in the job table.
"""

import sqlite3
from typing import Any

from huey import Huey, PostgresHuey, SqliteHuey
from huey.serializer import SignedSerializer
from sqlalchemy.engine import make_url

from workbench.settings import Settings

NAME = "workbench"
SCHEMA = "workbench_queue"  # Huey's tables, apart from the desk's
_LOCK = 7_240_813  # any fixed number but history's and the migrations': around the making of the tables


def open_huey(settings: Settings, secret: bytes | str) -> Huey:
    """The queue of this installation. Huey pickles: only what the desk's key signed is ever loaded."""
    signed: dict[str, Any] = {"results": False, "serializer": SignedSerializer(secret=secret)}
    if not settings.database_url:
        return SqliteHuey(NAME, filename=str(settings.queue_path), **signed)
    return _open_postgres(settings.database_url, signed)


def list_failures(settings: Settings) -> tuple[type[Exception], ...]:
    """What the queue's database raises when it is busy, full or away."""
    if not settings.database_url:
        return sqlite3.Error, OSError
    import psycopg  # noqa: PLC0415 - an extra: a desk on SQLite has no driver

    return psycopg.Error, OSError


def _open_postgres(url: str, signed: dict[str, Any]) -> Huey:
    import psycopg  # noqa: PLC0415 - an extra: a desk on SQLite has no driver

    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)

    def connect() -> Any:
        return psycopg.connect(address, options=f"-c search_path={SCHEMA}")

    with psycopg.connect(address, autocommit=True) as connection:
        # Two processes that start at once would trip over each other's CREATE … IF NOT EXISTS.
        connection.execute("SELECT pg_advisory_lock(%s)", (_LOCK,))
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        return PostgresHuey(NAME, connection=connect, **signed)
