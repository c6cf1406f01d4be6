"""Migrations, and what Alembic does not know: the guards of the history and the search indexes.

Guards are dropped and made again after every migration, because Alembic's batch mode on SQLite loses
triggers with the table it copies. Both come from the SQL files in db/, filled in from the models.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from workbench.models import TRACKED, Tracked
from workbench.paths import DB, MIGRATIONS

# Rows of these tables are made once: a verdict is replaced, a version is followed by another.
FROZEN = frozenset(
    {
        "adjudication",
        "article_version",
        "blind_verdict",
        "capture",
        "custody",
        "report",
        "report_claim",
        "report_file",
        "review",
        "snapshot",
        "used_scale",
        "verdict",
    }
)
# PostgreSQL holds at most 1 MB in one tsvector; so long a beginning of a text is found by its words.
SEARCHED_CHARACTERS = 200_000


@dataclass(frozen=True, slots=True)
class Searched:
    """A table with a text search and the columns that it reads."""

    table: str
    columns: tuple[str, ...]


SEARCHED = (
    Searched("claim", ("title", "statement")),
    Searched("article", ("title", "author")),
    Searched("article_version", ("text",)),
    Searched("source", ("name", "description", "aliases")),
)


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest schema, with its guards and search indexes."""
    config = _config()
    config.attributes["engine"] = engine
    command.upgrade(config, "head")


def is_current(engine: Engine) -> bool:
    """Whether the database is at the newest migration."""
    with engine.connect() as connection:
        found = find_migration(connection)
    return found == ScriptDirectory.from_config(_config()).get_current_head()


def find_migration(connection: Connection) -> str:
    """The migration that the database is at; empty before the first."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def install(connection: Connection) -> None:
    """Put the guards and the search indexes in place, whatever was there before."""
    dialect = connection.dialect.name
    drop_guards(connection)
    for statement in _guard_statements(dialect):
        connection.exec_driver_sql(statement)
    for searched in SEARCHED:
        if dialect == "postgresql" or not _has_search(connection, searched.table):
            for statement in _read_statements(f"search/{dialect}.sql", **_search_words(searched)):
                connection.exec_driver_sql(statement)


def find_weak_guards(connection: Connection) -> list[str]:
    """Guards that are missing, switched off or not as this version makes them; an upgrade puts them back."""
    dialect = connection.dialect.name
    found = {row[0]: row[1] for row in connection.execute(text(_GUARDS_NOW[dialect]))}
    begin = "CREATE TRIGGER "
    made = [statement for statement in _guard_statements(dialect) if statement.startswith(begin)]
    wanted = {statement.removeprefix(begin).split(maxsplit=1)[0]: statement.rstrip(";") for statement in made}
    if dialect == "postgresql":
        wanted = dict.fromkeys(wanted, "A")  # enabled always; its text is the server's own wording
    return [name for name, state in wanted.items() if found.get(name) != state]


def drop_guards(connection: Connection) -> None:
    """Take the guards away: before a migration that has to rewrite a table, and before they are made anew."""
    for name, table in connection.execute(text(_GUARDS[connection.dialect.name])).all():
        on = f' ON "{table}"' if connection.dialect.name == "postgresql" else ""
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"{on}')


_GUARDS = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'guard_*'",
    "postgresql": (
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
        "WHERE NOT tgisinternal AND starts_with(tgname, 'guard_')"
    ),
}
_GUARDS_NOW = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal",
}


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _guard_statements(dialect: str) -> Iterator[str]:
    for model in TRACKED:
        table = str(model.__tablename__)
        yield from _read_statements(f"guards/{dialect}_tracked.sql", **_guard_words(model))
        if table in FROZEN:
            words = {"table": table, "frozen": _frozen_columns(model)}
            yield from _read_statements(f"guards/{dialect}_frozen.sql", **words)
    yield from _read_statements(f"guards/{dialect}_revision.sql")


def _read_statements(file: str, **words: str) -> list[str]:
    """The statements of a file of db/ with its {words} filled in; a blank line ends a statement."""
    script = (DB / file).read_text("utf-8")
    for name, word in words.items():
        script = script.replace("{" + name + "}", word)
    return script.strip().split("\n\n")


def _guard_words(model: type[Tracked]) -> dict[str, str]:
    unique = [column.name for column in model.__table__.columns if column.unique or column.primary_key]  # type: ignore[attr-defined]
    numbered = "number" in unique
    # SQLite's hidden rowid is one more key by which OR REPLACE can take a row away.
    same_row = [f'"{name}" = NEW."{name}"' for name in unique] + ["rowid = NEW.rowid"]
    return {
        "table": str(model.__tablename__),
        "same_row": " OR ".join(same_row),
        "fixed": "OR NEW.number <> OLD.number" if numbered else "",
    }


def _frozen_columns(model: type[Tracked]) -> str:
    names = [column.name for column in model.__table__.columns if column.name != "version"]  # type: ignore[attr-defined]
    return ", ".join(f'"{name}"' for name in names)


def _search_words(searched: Searched) -> dict[str, str]:
    columns = searched.columns
    # A list (a source's other names) is searched as the text that it is kept as.
    document = " || ' ' || ".join(f'left("{name}"::text, {SEARCHED_CHARACTERS})' for name in columns)
    return {
        "table": searched.table,
        "columns": ", ".join(columns),
        "new": ", ".join(f"NEW.{name}" for name in columns),
        "old": ", ".join(f"OLD.{name}" for name in columns),
        "document": document,
    }


def _has_search(connection: Connection, table: str) -> bool:
    """Whether SQLite's index and both of its triggers are there; batch mode takes the triggers alone away."""
    wanted = {f"{table}_fts", f"search_{table}_insert", f"search_{table}_update"}
    found = connection.execute(text("SELECT name FROM sqlite_master WHERE type IN ('table', 'trigger')"))
    return wanted <= set(found.scalars())
