"""An empty database of each engine, and a folder of migrations to which a test may add one of its own."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests import postgres
from tests.conftest import ENGINES
from workbench import database, schema
from workbench.paths import MIGRATIONS

HEAD = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{0}"
branch_labels = None
depends_on = None


def upgrade():
"""


@pytest.fixture(params=ENGINES)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database in which nothing is yet."""
    if request.param == "sqlite":
        engine = database.open_sqlite(tmp_path / "empty.db")
        yield engine
        engine.dispose()
        return
    admin: str = request.getfixturevalue("postgres_admin")
    url = postgres.create_database(admin)
    engine = database.open_postgres(url)
    yield engine
    engine.dispose()
    postgres.drop_database(admin, url)


@pytest.fixture
def add_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Adds (or replaces) a migration after the newest one; its argument is the body of upgrade()."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder)
    newest = max(path.name.split("_")[0] for path in (folder / "versions").glob("*.py"))
    monkeypatch.setattr(schema, "MIGRATIONS", folder)

    def write(body: str) -> None:
        lines = "".join(f"    {line}\n" for line in body.strip().splitlines())
        (folder / "versions" / "9999_of_a_test.py").write_text(HEAD.format(newest) + lines)

    return write
