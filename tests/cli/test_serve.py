"""`workbench serve` and `workbench demo`, started for real and asked over HTTP."""

import json
import re
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from tests.cli.conftest import STOP_SECONDS, invoke, refusal, start
from tests.cli.test_import import LONG
from workbench import database
from workbench.files import FileStore
from workbench.intake import read_paste
from workbench.models import Claim, Job, JobState
from workbench.services.articles import ArticleValues, add_article
from workbench.settings import Settings

pytestmark = pytest.mark.slow


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@contextmanager
def logged_in(address: str, login: str, password: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, follow_redirects=True, timeout=20) as client:
        form = client.get("/login").text
        [token] = re.findall(r'name="csrf_token"[^>]*value="([^"]+)"', form)
        answer = client.post("/login", data={"csrf_token": token, "login": login, "password": password})
        assert answer.status_code == 200
        yield client


def test_a_new_desk_is_made_served_and_stopped(tmp_path: Path) -> None:
    data = tmp_path / "new"
    with start("serve", "--port", 0, "--data", data, ready="No account exists yet") as server:
        assert f"--role owner --data {data}" in server.lines[-1]
        assert httpx.get(f"{server.address}/healthz").text == "ok\n"
        code, seconds = server.stop(signal.SIGTERM)
    assert code == 0
    assert seconds < STOP_SECONDS


def test_waiting_jobs_are_done_at_the_next_start(
    settings: Settings, engine: Engine, session: Session
) -> None:
    values = ArticleValues(title="Long")
    added = add_article(session, FileStore(settings.files_path), read_paste(LONG), values, by="tests")
    assert added.job is not None
    state = select(Job.state).where(Job.id == added.job.id)
    environment = {"WORKBENCH_DATABASE_URL": settings.database_url}
    with start("serve", "--port", 0, "--data", settings.data, ready="No account", **environment) as server:
        deadline = time.monotonic() + 20
        while session.exec(state).one() is not JobState.DONE and time.monotonic() < deadline:
            session.rollback()
            time.sleep(0.05)
        code, seconds = server.stop(signal.SIGINT)
    assert session.exec(state).one() is JobState.DONE
    assert len(session.exec(select(Claim.id)).all()) > 100
    assert (code, seconds < STOP_SECONDS) == (0, True)


def test_a_taken_port_is_told_before_anything_is_made(taken_port: int, tmp_path: Path) -> None:
    for command in ("serve", "demo"):
        line = refusal(invoke(command, "--port", taken_port, "--data", tmp_path / "new"))
        assert line.startswith(f"Port {taken_port} is taken")
        assert "--port" in line
    assert not (tmp_path / "new").exists()


def test_an_old_schema_and_a_wrong_host_are_refused(tmp_path: Path) -> None:
    engine = database.open_sqlite(tmp_path / "workbench.db")
    engine.connect().close()
    engine.dispose()
    line = refusal(invoke("serve", "--port", 0, "--data", tmp_path))
    assert f"workbench db upgrade --data {tmp_path}" in line
    assert "no address" in refusal(invoke("serve", "--host", "no-such-host.invalid", "--port", 0))


def test_a_directory_with_other_things_is_not_made_a_desk(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").touch()
    assert "no desk" in refusal(invoke("serve", "--port", 0, "--data", tmp_path))
    assert "not a demo desk" in refusal(invoke("demo", "--port", 0, "--data", tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


def test_a_damaged_demo_says_how_to_get_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "demo.json").write_text("{}")
    assert "Delete the directory" in refusal(invoke("demo", "--port", 0, "--data", tmp_path))


def test_the_demo_shows_life_and_keeps_it(tmp_path: Path) -> None:
    data = tmp_path / "demo"
    # A start that was broken off: the marker is there, the desk is half made.
    data.mkdir()
    passwords = {
        role: f"{role[:2]}-bottle-{role[-2:]}-staple" for role in ("owner", "reviewer", "checker", "viewer")
    }
    (data / "demo.json").write_text(json.dumps({"passwords": passwords, "filled": False}))
    (data / "workbench.db").write_bytes(b"half a database")
    # Never the real desk's database, whatever the environment says.
    real = {"WORKBENCH_DATABASE_URL": "postgresql+psycopg://nobody@127.0.0.1:1/real"}
    with start("demo", "--port", 0, "--data", data, ready="Ctrl-C stops it", **real) as first:
        told = "".join(first.lines)
        assert all(f"{role:<10}  {password}" in told for role, password in passwords.items())
        with logged_in(first.address, "owner", passwords["owner"]) as owner:
            assert "Northern brigades cross the Vell" in owner.get("/articles").text
            page = owner.get("/articles/A-1").text
            versions = owner.get("/articles/A-2/versions").text
        assert "Silent edit" in versions
        assert "1 claim waits for you" in versions
        assert "Mostly true" in page
        assert "Unverifiable" in page
        assert first.stop()[0] == 0
    assert (data / "demo.json").stat().st_mode & 0o077 == 0
    revisions = invoke("check-history", "--data", data).stdout.split()[0]
    with start("demo", "--port", 0, "--data", data, ready="Ctrl-C stops it") as second:
        table, again = ("".join(server.lines).split("log in as")[1] for server in (first, second))
        assert table == again
        with logged_in(second.address, "viewer", passwords["viewer"]) as viewer:
            assert viewer.get("/articles/A-1").status_code == 200
    assert invoke("check-history", "--data", data).stdout.split()[0] == revisions
    assert invoke("db", "check", "--data", data).exit_code == 0
