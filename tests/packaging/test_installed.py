"""An installed wheel migrates and serves from any working directory, with nothing of the checkout."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.packaging.conftest import clean_environment, run
from tests.packaging.locks import CHECKOUT

pytestmark = pytest.mark.slow
START_SECONDS = 40


@contextmanager
def serving(installed: Path, data: Path, cwd: Path) -> Iterator[str]:
    """The address of a server that was given a port nobody else had a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = cwd / "server.log"
    with log.open("wb") as output:
        command = [str(installed / "workbench"), "serve", "--data", str(data), "--port", str(port)]
        server = subprocess.Popen(
            command, cwd=cwd, env=clean_environment(), stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
    try:
        wait_for(port, server, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=START_SECONDS)


def wait_for(port: int, server: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the server did not start:\n{log.read_text(errors='replace')}")


def get(url: str) -> str:
    try:
        with urlopen(url, timeout=20) as answer:  # noqa: S310 the address is our own server's
            return str(answer.read().decode())
    except URLError as error:
        pytest.fail(f"{url}: {error}")


def test_python_finds_the_installed_package(installed: Path, tmp_path: Path) -> None:
    program = "import workbench.paths as paths; print(paths.PACKAGE, paths.TEMPLATES, paths.DB)"
    places = [Path(place) for place in run(installed / "python", "-c", program, cwd=tmp_path).split()]
    assert all(place.is_relative_to(installed.parent.resolve()) for place in places)
    assert not any(place.is_relative_to(CHECKOUT) for place in places)


def test_installed_wheel_migrates_and_serves(installed: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    run(installed / "workbench", "db", "upgrade", "--data", data, cwd=tmp_path)
    with serving(installed, data, tmp_path) as address:
        assert "<form" in get(f"{address}/login")
        assert get(f"{address}/static/workbench.css").strip()
