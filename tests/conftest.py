"""What every test may ask for: a migrated database on either engine, a session, people of each role."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sqlalchemy import Engine
from sqlmodel import Session

from tests import postgres
from tests.browser import chromium
from tests.loopback_only import stop_others
from workbench import database, schema
from workbench.settings import Settings

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def all_going_out() -> Iterator[list[str]]:
    with stop_others() as tried:
        yield tried


@pytest.fixture(autouse=True)
def going_out(all_going_out: list[str]) -> Iterator[list[str]]:
    """What a test tried to reach outside this machine: stopped, and the test fails at its end, even where
    the code took the failure for a bad network. A test that means it clears the list."""
    all_going_out.clear()
    yield all_going_out
    assert all_going_out == [], "tests connect to loopback only"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy; migrating anew for each test would take most of the suite's time."""
    path = tmp_path_factory.mktemp("template") / "workbench.db"
    engine = database.open_sqlite(path)
    schema.upgrade(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_admin() -> Iterator[str]:
    with postgres.start_postgres() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres_admin: str) -> str:
    url = postgres.create_database(postgres_admin)
    engine = database.open_postgres(url)
    schema.upgrade(engine)
    engine.dispose()
    return url


@pytest.fixture(params=ENGINES)
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """An installation of its own for one test, once on each engine."""
    with install(request, tmp_path / "data") as settings:
        yield settings


@pytest.fixture(scope="module", params=ENGINES)
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """An installation that the tests of one module share, once on each engine: each makes its own rows."""
    with install(request, tmp_path_factory.mktemp("shared") / "data") as settings:
        yield settings


@contextmanager
def install(request: pytest.FixtureRequest, data: Path) -> Iterator[Settings]:
    """A migrated installation on the engine that the fixture asks for."""
    data.mkdir()
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), data / "workbench.db")
        yield Settings(data=data)
        return
    admin = request.getfixturevalue("postgres_admin")
    url = postgres.create_database(admin, request.getfixturevalue("postgres_template"))
    yield Settings(data=data, database_url=url)
    postgres.drop_database(admin, url)


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    engine = database.open_engine(settings)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with database.open_session(engine) as session:
        yield session


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each opens windows of its own in it."""
    with chromium.launch() as browser:
        yield browser
