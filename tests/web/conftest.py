"""The application on either engine, a browser without JavaScript, and one person of each role."""

from collections.abc import Callable, Iterator

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from tests.web.desk import PASSWORD, RunningDesk
from tests.web.forms import submit
from workbench import database
from workbench.app import create_app
from workbench.domain.roles import Role
from workbench.files import FileStore
from workbench.login import passwords
from workbench.login.accounts import SignedIn, describe_user
from workbench.services.users import add_user
from workbench.settings import Settings

# For what has nothing to do with the database: a second engine would only take time.
ONE_ENGINE = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)


@pytest.fixture(scope="session", autouse=True)
def _cheap_passwords() -> None:
    passwords.use_hasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Compiled templates, kept from test to test: compiling them takes longer than most tests."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def app(settings: Settings, engine: Engine, compiled: FileSystemBytecodeCache) -> Flask:
    """The application as it runs, with every check in place."""
    app = create_app(settings, engine)
    app.jinja_env.bytecode_cache = compiled
    app.testing = True
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser that is not logged in. `app.test_client()` makes another one."""
    return app.test_client()


@pytest.fixture
def people(app: Flask, engine: Engine) -> dict[Role, SignedIn]:
    """One person per role, all with PASSWORD; the login name is the role's ("checker")."""
    return add_people(engine)


def add_people(engine: Engine) -> dict[Role, SignedIn]:
    with database.open_session(engine) as session:
        made = {
            role: add_user(
                session,
                login=role.value,
                name=role.value.title(),
                role=role,
                password=PASSWORD,
                by="tests",
            )
            for role in Role
        }
        return {role: describe_user(user) for role, user in made.items()}


@pytest.fixture
def log_in(people: dict[Role, SignedIn]) -> Callable[[FlaskClient, Role], TestResponse]:
    """`log_in(client, Role.CHECKER)` logs a browser in through the login form, and answers the answer."""

    def fill_in(client: FlaskClient, role: Role) -> TestResponse:
        answer = submit(client, "/login", login=role.value, password=PASSWORD)
        assert answer.status_code == 303, answer.text
        return answer

    return fill_in


@pytest.fixture(scope="module")
def desk(shared: Settings, compiled: FileSystemBytecodeCache) -> Iterator[RunningDesk]:
    """One desk for all tests of a module: starting one takes longer than most tests."""
    engine = database.open_engine(shared)
    app = create_app(shared, engine)
    app.jinja_env.bytecode_cache = compiled
    app.testing = True
    yield RunningDesk(app, engine, FileStore(shared.files_path), add_people(engine))
    engine.dispose()
