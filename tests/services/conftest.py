"""A desk without its web pages: a session, people of each role and a file store, shared by one module."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from tests import factories
from tests.services.publishing import Desk
from workbench import database
from workbench.app import make_press
from workbench.domain.roles import Role
from workbench.files import FileStore
from workbench.login.accounts import SignedIn, describe_user
from workbench.services.press import Press
from workbench.settings import Settings


@pytest.fixture(scope="module")
def store(shared: Settings) -> Iterator[Engine]:
    """The engine of the module's database, with the desk's settings made."""
    engine = database.open_engine(shared)
    with database.open_session(engine) as session:
        factories.make_desk(session)
    yield engine
    engine.dispose()


@pytest.fixture
def rows(store: Engine) -> Iterator[Session]:
    """A session on the module's database; what other tests made is in it."""
    with database.open_session(store) as session:
        yield session


@pytest.fixture(scope="module")
def files(shared: Settings) -> FileStore:
    return FileStore(shared.files_path)


@pytest.fixture
def press(files: FileStore) -> Press:
    return make_press(files)


@pytest.fixture(scope="module")
def staff(store: Engine) -> dict[Role, SignedIn]:
    """One person per role."""
    with database.open_session(store) as session:
        return {role: describe_user(factories.make_user(session, role)) for role in Role}


@pytest.fixture
def desk(rows: Session, files: FileStore, staff: dict[Role, SignedIn]) -> Desk:
    return Desk(rows, files, staff)
