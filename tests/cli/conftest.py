"""Commands run in this process, and servers started for real."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest
from argon2 import PasswordHasher
from click.testing import CliRunner, Result

from workbench.cli import main
from workbench.login import passwords
from workbench.settings import Settings

PROGRAM = Path(sys.executable).with_name("workbench")
START_SECONDS = 60
STOP_SECONDS = 2.0
# For refusals, which have nothing to do with the engine: a second one would only take time.
SQLITE_ONLY = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)


class Run(Protocol):
    def __call__(self, *arguments: object, typed: str | bytes | None = None) -> Result: ...


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [
        name for name in os.environ if name.startswith("WORKBENCH_") and name != "WORKBENCH_REQUIRE"
    ]:
        monkeypatch.delenv(name)


def invoke(*arguments: object, typed: str | bytes | None = None, **environment: str) -> Result:
    """Run a command in this process; what would be a traceback fails the test."""
    words = [str(argument) for argument in arguments]
    return CliRunner().invoke(main, words, input=typed, env=environment, catch_exceptions=False)


def refusal(result: Result) -> str:
    """The one line on stderr of a command that refused."""
    assert result.exit_code != 0
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    return line.removeprefix("Error: ")


@pytest.fixture
def run(settings: Settings) -> Run:
    """Run a command on the test's own desk."""

    def run_here(*arguments: object, typed: str | bytes | None = None) -> Result:
        address = {"WORKBENCH_DATABASE_URL": settings.database_url}
        return invoke(*arguments, "--data", settings.data, typed=typed, **address)

    return run_here


class Server:
    """A started `workbench` that has said where it listens."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.lines: list[str] = []

    def read_until(self, words: str) -> None:
        deadline = time.monotonic() + START_SECONDS
        assert self.process.stdout is not None
        while not any(words in line for line in self.lines):
            line = self.process.stdout.readline()
            if not line or time.monotonic() > deadline:
                pytest.fail(f"the server did not say “{words}”:\n{''.join(self.lines)}")
            self.lines.append(line)

    @property
    def address(self) -> str:
        [found] = {word for line in self.lines for word in line.split() if word.startswith("http://")}
        return found

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, float]:
        """The exit code, and how many seconds it took to stop."""
        began = time.monotonic()
        self.process.send_signal(number)
        return self.process.wait(START_SECONDS), time.monotonic() - began


@contextmanager
def start(*arguments: object, ready: str, **environment: str) -> Iterator[Server]:
    """Start a command that serves; it is ready once it has said `ready`, and never outlives the test."""
    process = subprocess.Popen(
        [PROGRAM, *map(str, arguments)],
        env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        server = Server(process)
        server.read_until(ready)
        yield server
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
