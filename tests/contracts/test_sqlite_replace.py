"""SQLite's REPLACE deletes the row in the way without a DELETE trigger, unless recursive_triggers is on.

So each key is tried with the program's own settings, and with those of a bare sqlite3 shell, which also
leaves foreign keys unchecked: there the guards stand alone.
"""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import Engine

from tests.contracts.bypass import copy_row, on_sqlite, unlike
from workbench.database import SQLITE
from workbench.models import METADATA, TRACKED, Tracked

pytestmark = on_sqlite
PROGRAM = ("foreign_keys = ON", "recursive_triggers = ON")
SHELL = ("foreign_keys = OFF", "recursive_triggers = OFF")


@pytest.fixture(params=[PROGRAM, SHELL], ids=["program", "shell"])
def connection(request: pytest.FixtureRequest, desk: Engine) -> Iterator[Any]:
    with closing(SQLITE.connect(desk.url.database, isolation_level=None)) as opened:
        for pragma in request.param:
            opened.execute(f"PRAGMA {pragma}")
        yield opened


def refuse(connection: Any, statement: str) -> None:
    with pytest.raises(SQLITE.IntegrityError):
        connection.execute(statement)


def keys(model: type[Tracked]) -> list[str]:
    return [column.name for column in model.__table__.columns if column.primary_key or column.unique]  # type: ignore[attr-defined]


@pytest.mark.parametrize("verb", ["INSERT OR REPLACE INTO", "REPLACE INTO"])
def test_no_row_is_replaced_by_any_of_its_keys(connection: Any, verb: str) -> None:
    for model in TRACKED:
        for key in keys(model):
            others = {name: value for name, value in unlike(model).items() if name != key}
            refuse(connection, copy_row(model, verb, **others, version="1"))


def test_no_row_is_replaced_by_its_hidden_rowid(connection: Any) -> None:
    for model in TRACKED:
        for alias in ("rowid", "_rowid_", "oid"):
            statement = copy_row(model, "REPLACE INTO", **unlike(model), version="1")
            rowid = f'(SELECT min(rowid) FROM "{model.__tablename__}")'
            with_rowid = statement.replace("(", f"({alias}, ", 1).replace("SELECT ", f"SELECT {rowid}, ", 1)
            refuse(connection, with_rowid)


def test_no_update_pushes_another_row_away(connection: Any) -> None:
    for change in ("rowid = rowid + 1", "number = number + 1", "id = (SELECT max(id) FROM source)"):
        refuse(connection, f"UPDATE OR REPLACE source SET {change}, version = version + 1")
    refuse(connection, "UPDATE OR REPLACE user_account SET login = 'same', version = version + 1")


def test_or_ignore_skips_no_guard(connection: Any) -> None:
    refuse(connection, "UPDATE OR IGNORE claim SET title = 'x'")
    refuse(connection, "UPDATE OR IGNORE revision SET reason = 'x'")


@pytest.mark.parametrize(
    "changed",
    [{"seq": "seq"}, {"hash": "hash"}, {"entity_id": "entity_id"}],
    ids=["seq", "hash", "entity and version"],
)
def test_no_revision_is_replaced_by_any_of_its_keys(connection: Any, changed: dict[str, str]) -> None:
    fresh = {"seq": "9999", "hash": "'other'", "entity_id": f"'{'0' * 32}'"} | changed
    names = [column.name for column in METADATA.tables["revision"].columns]
    values = ", ".join(fresh.get(name, name) for name in names)

    refuse(
        connection, f"REPLACE INTO revision ({', '.join(names)}) SELECT {values} FROM revision WHERE seq = 1"
    )


def test_no_payload_is_replaced(connection: Any) -> None:
    for key in ("seq", "rowid"):
        refuse(connection, f"REPLACE INTO revision_payload ({key}, salt, body) VALUES (1, NULL, NULL)")
