"""Ways around the one door: statements in a transaction of their own, and the desk as it was before them."""

import hashlib
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.exc import IntegrityError

from workbench.models import METADATA, Tracked

OTHER_ID = "0" * 31 + "1"
on_sqlite = pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
on_postgres = pytest.mark.parametrize("furnished", ["postgresql"], indirect=True)


def refuse(engine: Engine, *statements: str, **values: Any) -> str:
    """The statements and their commit are refused; answers the database's words."""
    with pytest.raises(IntegrityError) as caught, engine.begin() as connection:  # noqa: PT012 - the commit too
        for statement in statements:
            connection.execute(text(statement), values)
    return str(caught.value.orig)


def fingerprint(engine: Engine) -> dict[str, str]:
    """Every row of every table, as one digest a table."""
    with engine.connect() as connection:
        return {table.name: _digest_rows(connection, table) for table in METADATA.sorted_tables}


def _digest_rows(connection: Connection, table: Any) -> str:
    return hashlib.sha256(
        "\n".join(sorted(map(repr, connection.execute(select(table))))).encode()
    ).hexdigest()


def copy_row(model: type[Tracked], verb: str = "INSERT INTO", **changed: str) -> str:
    """An INSERT of the table's first row once more, with some columns (SQL expressions) changed."""
    return f"{verb} {_name(model)} ({_columns(model)}) {select_row(model, **changed)}"


def select_row(model: type[Tracked], **changed: str) -> str:
    names = [column.name for column in model.__table__.columns]  # type: ignore[attr-defined]
    values = ", ".join(changed.get(name, f'"{name}"') for name in names)
    return f"SELECT {values} FROM (SELECT * FROM {_name(model)} ORDER BY id LIMIT 1) AS first WHERE 1 = 1"


def unlike(model: type[Tracked]) -> dict[str, str]:
    """Values that clash with no other row: a new id, and a new number or login where there is one."""
    fresh = {"id": f"'{OTHER_ID}'", "number": "999", "login": "'nobody'"}
    return {name: value for name, value in fresh.items() if name in model.__table__.columns}  # type: ignore[attr-defined]


def _name(model: type[Tracked]) -> str:
    return f'"{model.__tablename__}"'


def _columns(model: type[Tracked]) -> str:
    return ", ".join(f'"{column.name}"' for column in model.__table__.columns)  # type: ignore[attr-defined]
