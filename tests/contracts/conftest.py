"""A desk with every kind of row, shared by a module, that each bypass must leave as it found it."""

import shutil
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from tests import factories, postgres
from tests.conftest import ENGINES
from tests.contracts import bypass
from workbench import database


@pytest.fixture(scope="module", params=ENGINES)
def furnished(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("desk") / "workbench.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        engine = _furnish(database.open_sqlite(path))
        yield engine
        engine.dispose()
        return
    admin: str = request.getfixturevalue("postgres_admin")
    url = postgres.create_database(admin, request.getfixturevalue("postgres_template"))
    engine = _furnish(database.open_postgres(url))
    yield engine
    engine.dispose()
    postgres.drop_database(admin, url)


def _furnish(engine: Engine) -> Engine:
    with database.open_session(engine) as session:
        factories.make_every_kind(session)
    return engine


@pytest.fixture
def desk(furnished: Engine) -> Iterator[Engine]:
    """For one bypass; afterwards every row of every table is as it was."""
    before = bypass.fingerprint(furnished)
    yield furnished
    assert bypass.fingerprint(furnished) == before
