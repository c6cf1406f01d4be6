"""The wheel, built once, and a clean virtual environment that has it and what requirements.lock names."""

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest

from tests.packaging.locks import CHECKOUT, read_lock


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=CHECKOUT)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment without the checkout and without the tools that only tests need.

    The product's dependencies are linked from the environment that runs the tests: no network, no minutes.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=True)
    scheme = {"base": str(folder), "platbase": str(folder)}
    site_packages = Path(sysconfig.get_path("purelib", scheme="venv", vars=scheme))
    for name in read_lock("requirements.lock"):
        for entry in _find_entries(name):
            if not (site_packages / entry.name).exists():
                (site_packages / entry.name).symlink_to(entry)
    python = folder / "bin" / "python"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
    ]
    run(*pip, str(wheel), cwd=folder)
    return python.parent


def run(*command: str | Path, cwd: Path) -> str:
    """The command's output; fails with all that it said."""
    done = subprocess.run(
        command, cwd=cwd, env=clean_environment(), capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, f"{command} answered {done.returncode}:\n{done.stdout}{done.stderr}"
    return done.stdout


def clean_environment() -> dict[str, str]:
    """Nothing that could lead an installed program back to the checkout or to somebody's data."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "WORKBENCH_", "FLASK_")) and name != "VIRTUAL_ENV"
    }


def _find_entries(name: str) -> Iterator[Path]:
    """What a distribution puts directly into site-packages; nothing when its marker left it out here."""
    try:
        found: Distribution = distribution(name)
    except PackageNotFoundError:
        return
    for first in {file.parts[0] for file in found.files or []} - {"..", "__pycache__"}:
        yield Path(str(found.locate_file(first)))
