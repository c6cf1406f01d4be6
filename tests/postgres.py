"""A throw-away PostgreSQL for the tests: its own server, in its own folder, on a socket of its own."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql
from sqlalchemy.engine import make_url

MISSING = "PostgreSQL is not installed (Debian: apt-get install postgresql)"
START_SECONDS = 30
# Nothing here outlives the run, so nothing needs to survive a power cut.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
}


def need(name: str, reason: str) -> NoReturn:
    """Skip what this machine can't run, unless WORKBENCH_REQUIRE (comma separated) says that it must."""
    if name in os.environ.get("WORKBENCH_REQUIRE", "").split(","):
        pytest.fail(f"WORKBENCH_REQUIRE names {name}, but: {reason}", pytrace=False)
    pytest.skip(reason)


def find_binaries() -> Path | None:
    """Debian keeps initdb and postgres off the PATH, in a folder per major version; the newest wins."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"),
        key=lambda path: float(path.parts[-3]),
        reverse=True,
    )
    on_path = [Path(which) for which in [shutil.which("postgres")] if which]
    folders = [path.resolve().parent for path in found + on_path]
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


@contextmanager
def start_postgres() -> Iterator[str]:
    """The address of the server's own database, for create_database(); skips when there is no PostgreSQL."""
    binaries = find_binaries()
    if binaries is None:
        need("postgres", MISSING)
    # Short on purpose: a socket's path may have about 100 characters.
    folder = Path(tempfile.mkdtemp(prefix="wbpg-", dir="/tmp"))
    account = _hand_over(folder)
    try:
        _create_cluster(binaries, folder, account)
        with _serve(binaries, folder, account) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def create_database(admin_url: str, template: str | None = None) -> str:
    """A new database; `template` is the address of one to copy, which must have no open connection."""
    name = f"t_{uuid4().hex}"
    copied = make_url(template).database if template else "template1"
    _run_sql(admin_url, "CREATE DATABASE {} TEMPLATE {}", name, copied or "template1")
    return make_url(admin_url).set(database=name).render_as_string(hide_password=False)


def drop_database(admin_url: str, url: str) -> None:
    """Each takes about 8 MB; a session of hundreds of tests would fill a small /tmp."""
    _run_sql(admin_url, "DROP DATABASE IF EXISTS {} WITH (FORCE)", make_url(url).database or "")


def _run_sql(admin_url: str, statement: str, *names: str) -> None:
    with psycopg.connect(_libpq(admin_url), autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _libpq(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://", 1)


def _hand_over(folder: Path) -> str | None:
    """PostgreSQL refuses to run as root: an unprivileged account, None when we are not root ourselves."""
    if os.geteuid() != 0:
        return None
    for account in ("postgres", "nobody"):
        with suppress(LookupError):
            shutil.chown(folder, account)
            return account
    return None


def _create_cluster(binaries: Path, folder: Path, account: str | None) -> None:
    locale = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
    options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", f"--locale={locale}", "--no-sync"]
    subprocess.run(
        [binaries / "initdb", "-D", folder / "data", *options],
        user=account,
        cwd=folder,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


@contextmanager
def _serve(binaries: Path, folder: Path, account: str | None) -> Iterator[str]:
    settings = [argument for item in SETTINGS.items() for argument in ("-c", "=".join(item))]
    log = folder / "log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [binaries / "postgres", "-D", folder / "data", "-k", folder, *settings],
            user=account,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=_stop_with_parent,
        )
    url = f"postgresql+psycopg://postgres@/postgres?host={folder}"
    try:
        _wait_for(url, server, log)
        yield url
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=START_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _stop_with_parent() -> None:
    """A killed test run must not leave a server behind: 1 is PR_SET_PDEATHSIG, SIGINT is its fast stop."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGINT)


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            psycopg.connect(_libpq(url)).close()
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}", pytrace=False)
            time.sleep(0.05)
        else:
            return
