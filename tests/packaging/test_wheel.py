"""The wheel holds all that the product needs from outside the package, and nothing of the workshop."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.packaging.locks import CHECKOUT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def find_files(folder: str) -> list[str]:
    files = (path for path in (CHECKOUT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc")
    return [path.relative_to(CHECKOUT / folder).as_posix() for path in files]


@pytest.mark.parametrize(
    ("folder", "inside", "one_of_them"),
    [
        ("templates", "workbench/_templates", "base.html"),
        ("db", "workbench/_db", "migrations/env.py"),
        ("workbench/static", "workbench/static", "workbench.css"),
        ("workbench/domain/scales", "workbench/domain/scales", "five-steps.1.toml"),
    ],
)
def test_wheel_holds_every_file_of(names: set[str], folder: str, inside: str, one_of_them: str) -> None:
    files = find_files(folder)
    assert one_of_them in files
    assert {f"{inside}/{file}" for file in files} <= names


def test_wheel_holds_migrations_and_seeds(names: set[str]) -> None:
    assert any(name.startswith("workbench/_db/migrations/versions/") for name in names)
    assert any(name.startswith("workbench/_db/seeds/") for name in names)


def test_every_vendored_asset_brings_its_licence(names: set[str]) -> None:
    vendored = {path.name for path in (CHECKOUT / "workbench/static/vendor").iterdir() if path.is_dir()}
    assert vendored
    for library in vendored:
        assert any(name.startswith(f"workbench/static/vendor/{library}/LICENSE") for name in names)
        assert any(f".dist-info/licenses/workbench/static/vendor/{library}/LICENSE" in name for name in names)


def test_wheel_is_typed(names: set[str]) -> None:
    assert "workbench/py.typed" in names


def test_wheel_leaves_the_workshop_out(names: set[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"workbench"}
    assert not [name for name in names if name.endswith((".pyc", ".db", ".key")) or "/tests/" in name]
