"""Each migration is tried on a desk with data: a new migration needs its own function here.

A migration that changes the values of a tracked table must write revisions for it, or check_history() will
rightly say that the rows were changed behind its back; one that adds a column need not.
"""

from collections.abc import Callable

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlmodel import select

from tests import factories
from workbench import database, schema
from workbench.models import TRACKED
from workbench.queries.history_check import check_history


def the_first_schema(engine: Engine) -> None:
    """Before it there is nothing; after it every kind of row can be written and read."""
    upgrade_to(engine, "0001")
    with database.open_session(engine) as session:
        factories.make_every_kind(session)
        assert all(session.exec(select(model)).first() for model in TRACKED)


TRIED: dict[str, Callable[[Engine], None]] = {"0001": the_first_schema}


def upgrade_to(engine: Engine, revision: str) -> None:
    config = schema._config()
    config.attributes["engine"] = engine
    command.upgrade(config, revision)


def test_every_migration_is_tried_with_data() -> None:
    scripts = ScriptDirectory.from_config(schema._config())

    assert {script.revision for script in scripts.walk_revisions()} == set(TRIED)


@pytest.mark.parametrize("revision", TRIED)
def test_data_come_through_the_migration(empty: Engine, revision: str) -> None:
    TRIED[revision](empty)
    upgrade_to(empty, "head")

    with database.open_session(empty) as session:
        assert check_history(session) == []
