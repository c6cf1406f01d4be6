"""The import contracts hold, and each of them can fail: a contract that nothing breaks guards nothing."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]

# One forbidden import for each contract, put into a copy of the package.
VIOLATIONS = {
    "Imports point one way": ("queries", "import workbench.services"),
    "Forms know only the domain": ("forms", "import workbench.models"),
    "Ways in know only the domain and the language tools": ("intake", "import workbench.fetching"),
    "Ways out know only the domain and where the templates are": ("exports", "import workbench.queries"),
    "Services are handed readers and renderers": ("services", "import workbench.exports"),
    "A view cannot write": ("web", "import sqlmodel"),
    "Flask stays at the edge": ("services", "import flask"),
    "Forms use Flask-WTF and no more of Flask": ("forms", "import flask_login"),
    "The database stays behind models, queries and services": ("domain", "import sqlalchemy"),
    "Only fetching opens outgoing connections": ("services", "import httpx"),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [command, "--no-logo", "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the linter says of a copy that breaks every rule."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copy(CHECKOUT / "pyproject.toml", folder)
    ignored = shutil.ignore_patterns("static", "__pycache__")
    shutil.copytree(CHECKOUT / "workbench", folder / "workbench", ignore=ignored)
    (folder / "workbench" / "helpers.py").touch()
    for package, line in VIOLATIONS.values():
        with (folder / "workbench" / package / "__init__.py").open("a") as module:
            module.write(f"\n{line}\n")
    result = lint_imports(folder)
    assert result.returncode == 1, result.stdout + result.stderr
    return result.stdout


def test_contracts_hold() -> None:
    result = lint_imports(CHECKOUT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_each_contract_has_a_violation_here() -> None:
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]} == set(VIOLATIONS)


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_contract_can_fail(broken: str, contract: str) -> None:
    assert f"{contract} BROKEN" in broken


def test_a_module_without_a_layer_is_refused(broken: str) -> None:
    assert "helpers" in broken
