"""Each migration is tried on a desk with data: a new migration needs its own function here.

A migration that changes the values of a tracked table must write revisions for it, or check_history() will
rightly say that the rows were changed behind its back; one that adds a column need not.

`desks/NNNN.json` holds the rows that the version of that migration wrote: {table: [row, …]} as they lay in
SQLite, bytes as "hex:…". It is made once, when the next migration comes, and never again.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from workbench import database, schema
from workbench.domain.web_addresses import fold_address
from workbench.queries.history_check import check_history

DESKS = Path(__file__).parent / "desks"


def the_first_schema(engine: Engine) -> None:
    """Before it there is nothing; what its version wrote goes in."""
    upgrade_to(engine, "0001")
    fill(engine, "0001")


def the_desk(engine: Engine) -> None:
    """Claims are nobody's, need no other look and are in the order of the text, as they were."""
    the_first_schema(engine)
    upgrade_to(engine, "0002")
    with engine.connect() as connection:
        claims = connection.execute(text("SELECT assignee_id, merged_into_id, look_again FROM claim")).all()
        assert claims == [(None, None, "")]
        assert connection.execute(text("SELECT rank FROM appearance")).scalars().all() == [None]


def sources_and_evidence(engine: Engine) -> None:
    """What was captured before is a file that a person handed in; nothing is due, merged or pointed at."""
    upgrade_to(engine, "0002")
    fill(engine, "0002")
    upgrade_to(engine, "0003")
    with engine.connect() as connection:
        files = connection.execute(text("SELECT role, capture_id, evidence_id FROM snapshot")).all()
        assert files == [("file", None, None)]
        addresses = connection.execute(text("SELECT url, canonical_url FROM article")).all()
        assert all(folded == fold_address(url) for url, folded in addresses)
        fingerprints = connection.execute(text("SELECT simhash FROM article_version")).scalars().all()
        assert all(len(one) == 16 for one in fingerprints)
        jobs = connection.execute(text("SELECT state, worker, attempts, not_before FROM job")).all()
        assert jobs == [("queued", "", 0, None)]
        assert connection.execute(text("SELECT merged_into_id FROM source")).scalars().all() == [None, None]
        connection.execute(text("UPDATE job SET state = 'cancelled'"))  # a state that there was not before
        connection.commit()


def decide_and_publish(engine: Engine) -> None:
    """A verdict from before keeps its label's words; a report from before replaces none and has no page."""
    upgrade_to(engine, "0003")
    fill(engine, "0003")
    upgrade_to(engine, "0004")
    with engine.connect() as connection:
        verdicts = connection.execute(
            text("SELECT scale_name, rating_definition, rating_colour, rollup, conclusion FROM verdict")
        ).all()
        half_true = "The statement is partly accurate but leaves out or gets wrong something that matters."
        assert verdicts == [("Five steps, False to True", half_true, "half-true", "mixture", "")]
        claims = connection.execute(text("SELECT due_on, claimant_unknown, one_sided_note FROM claim")).all()
        assert claims == [(None, "", "")] * 2
        reports = connection.execute(text("SELECT kind, replaces_id, public_note, summary FROM report")).all()
        assert reports == [("report", None, "", "")]
        assert connection.execute(text("SELECT * FROM report_page")).all() == []
        switches = connection.execute(text("SELECT blind_second, public_reports FROM desk")).all()
        assert [tuple(map(bool, row)) for row in switches] == [(False, False)]


def blind_requests(engine: Engine) -> None:
    """Sealed verdicts from before belong to no request; what settled them still names its verdict."""
    upgrade_to(engine, "0004")
    fill(engine, "0004")
    upgrade_to(engine, "0005")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT * FROM blind_request")).all() == []
        settled = connection.execute(text("SELECT verdict_id FROM adjudication")).scalars().all()
        assert settled == connection.execute(text("SELECT id FROM verdict")).scalars().all()
        # A page is for anybody or for nobody: no address opened it by a secret.
        pages = connection.execute(text("SELECT * FROM report_page")).mappings().all()
        assert [set(page) for page in pages] == [{"id", "version", "report_id", "public", "closed_reason"}]


TRIED: dict[str, Callable[[Engine], None]] = {
    "0001": the_first_schema,
    "0002": the_desk,
    "0003": sources_and_evidence,
    "0004": decide_and_publish,
    "0005": blind_requests,
}


def upgrade_to(engine: Engine, revision: str) -> None:
    config = schema._config()
    config.attributes["engine"] = engine
    command.upgrade(config, revision)


def fill(engine: Engine, name: str) -> None:
    """Put the rows of a desk of an older version in, as that version left them."""
    tables = json.loads((DESKS / f"{name}.json").read_text("utf-8"))
    with engine.begin() as connection:
        schema.drop_guards(connection)  # they take new rows at version 1 alone
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL TIME ZONE 'UTC'"))
        for table, rows in tables.items():
            for row in rows:
                insert(connection, table, row)


def insert(connection: Connection, table: str, row: dict[str, Any]) -> None:
    columns = ", ".join(f'"{column}"' for column in row)
    values = ", ".join(f":{column}" for column in row)
    statement = f'INSERT INTO "{table}" ({columns}) VALUES ({values})'
    on_postgres = connection.dialect.name == "postgresql"
    connection.execute(text(statement), {name: _read(value, on_postgres) for name, value in row.items()})


def _read(value: Any, as_literal: bool) -> Any:
    if isinstance(value, str) and value.startswith("hex:"):
        return bytes.fromhex(value.removeprefix("hex:"))
    # PostgreSQL reads a text of no known type as whatever the column holds, be it 0 for false.
    return str(value) if as_literal and value is not None else value


def test_every_migration_is_tried_with_data() -> None:
    scripts = ScriptDirectory.from_config(schema._config())

    assert {script.revision for script in scripts.walk_revisions()} == set(TRIED)


@pytest.mark.parametrize("revision", TRIED)
def test_data_come_through_the_migration(empty: Engine, revision: str) -> None:
    TRIED[revision](empty)
    upgrade_to(empty, "head")

    with database.open_session(empty) as session:
        assert check_history(session) == []
