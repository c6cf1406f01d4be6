"""Migrations make what the models say, once, with guards and search, whole or not at all."""

import threading
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Engine, inspect, text
from sqlmodel import Session

from tests import factories
from tests.contracts.bypass import refuse
from workbench import database, schema
from workbench.models import METADATA
from workbench.queries.history_check import check_history

TRIGGERS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT tgname, pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger "
    "WHERE NOT tgisinternal ORDER BY tgname",
}


def list_triggers(engine: Engine) -> list[tuple[str, str]]:
    with engine.connect() as connection:
        return [(name, sql) for name, sql in connection.execute(text(TRIGGERS[engine.dialect.name]))]


def describe(engine: Engine) -> dict[str, Any]:
    """Everything the inspector tells of each table of the models, without the search columns."""
    found = inspect(engine)
    return {
        table: {
            "columns": [
                (column["name"], str(column["type"]), column["nullable"])
                for column in found.get_columns(table)
                if column["name"] != "search"
            ],
            "checks": sorted(
                (str(check["name"]), check["sqltext"]) for check in found.get_check_constraints(table)
            ),
            "keys": sorted(map(repr, found.get_foreign_keys(table))),
            "unique": sorted(map(repr, found.get_unique_constraints(table))),
            "indexes": sorted(
                (str(index["name"]), index["column_names"], index["unique"])
                for index in found.get_indexes(table)
                if not str(index["name"]).endswith("_search")
            ),
            "primary": found.get_pk_constraint(table),
        }
        for table in METADATA.tables
    }


def test_alembic_finds_nothing_left_to_migrate(engine: Engine) -> None:
    config = schema._config()
    config.attributes["engine"] = engine

    command.check(config)


def test_the_migrations_make_exactly_what_the_models_say(empty: Engine) -> None:
    """Alembic compares neither CHECK constraints nor how a key is deferred."""
    schema.upgrade(empty)
    migrated = describe(empty)
    clear(empty)
    METADATA.create_all(empty)

    assert migrated == describe(empty)


def clear(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        engine.dispose()
        Path(engine.url.database or "").unlink()
        return
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))


def test_an_empty_database_gets_everything(empty: Engine) -> None:
    assert not schema.is_current(empty)
    schema.upgrade(empty)

    assert schema.is_current(empty)
    with Session(empty, expire_on_commit=False) as session:
        factories.make_every_kind(session)
        assert check_history(session) == []
    assert "nothing is deleted" in refuse(empty, "DELETE FROM claim")


def test_upgrading_twice_changes_nothing(engine: Engine, session: Session) -> None:
    factories.make_every_kind(session)
    session.close()
    before = list_triggers(engine), describe(engine)
    schema.upgrade(engine)

    assert (list_triggers(engine), describe(engine)) == before
    assert check_history(session) == []


def test_guards_and_search_survive_a_second_install(engine: Engine) -> None:
    before = list_triggers(engine)
    with engine.begin() as connection:
        schema.install(connection)

    assert list_triggers(engine) == before
    assert before


def test_dropped_guards_come_back_with_an_upgrade(engine: Engine, session: Session) -> None:
    factories.make_claim(session)
    session.close()
    before = list_triggers(engine)
    with engine.begin() as connection:
        schema.drop_guards(connection)
    schema.upgrade(engine)

    assert list_triggers(engine) == before
    refuse(engine, "UPDATE claim SET title = 'x'")


def test_a_process_that_starts_while_another_migrates_waits_for_it(empty: Engine) -> None:
    waiting = threading.Thread(target=schema.upgrade, args=(empty,))
    with empty.connect().execution_options(**database.WRITE) as other, other.begin():
        if empty.dialect.name == "postgresql":
            other.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": database.MIGRATION_LOCK})
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive()
        assert not inspect(other).has_table("claim")
    waiting.join()

    assert schema.is_current(empty)
