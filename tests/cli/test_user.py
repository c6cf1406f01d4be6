"""`workbench user`: accounts from the command line, on both engines."""

import os
import pty
import subprocess

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from tests.cli.conftest import PROGRAM, SQLITE_ONLY, Run, refusal
from workbench import database
from workbench.domain.errors import RuleBroken
from workbench.domain.roles import Role
from workbench.login.accounts import authenticate
from workbench.models import User
from workbench.services.users import turn_on_second_factor
from workbench.settings import Settings

PASSWORD = "correct horse battery"
OTHER = "seven green bottles"


def add(run: Run, login: str = "Ann", role: str = "owner", password: str = PASSWORD) -> None:
    typed = f"{password}\n"
    result = run(
        "user", "add", login, "--name", "Ann Example", "--role", role, "--password-stdin", typed=typed
    )
    assert result.exit_code == 0, result.stderr


def test_an_added_person_may_log_in(run: Run, engine: Engine) -> None:
    add(run)
    assert authenticate(engine, "ann", PASSWORD).role is Role.OWNER
    assert run("user", "list").stdout.split() == ["ann", "owner", "Ann", "Example"]


def test_role_password_and_closing(run: Run, engine: Engine) -> None:
    add(run)
    add(run, "ben", "viewer")
    assert run("user", "role", "Ben", "reviewer").stdout == "ben is reviewer now.\n"
    assert run("user", "password", "ben", "--password-stdin", typed=OTHER).exit_code == 0
    assert authenticate(engine, "ben", OTHER).role is Role.REVIEWER
    assert run("user", "deactivate", "ben").exit_code == 0
    assert "(closed)" in run("user", "list").stdout
    with pytest.raises(RuleBroken):
        authenticate(engine, "ben", OTHER)
    assert run("user", "activate", "ben").exit_code == 0
    assert authenticate(engine, "ben", OTHER)


@SQLITE_ONLY
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["role", "nobody", "viewer"], "nobody"),
        (["role", "ann", "viewer"], "last active owner"),
        (["deactivate", "ann"], "last active owner"),
        (["password", "ann"], "--password-stdin"),
        (["password", "ann", "--password-stdin"], "at least 12"),
        (["add", "ANN", "--name", "A", "--role", "viewer", "--password-stdin"], "at least 12"),
    ],
)
def test_refusals_are_one_line(run: Run, arguments: list[str], words: str) -> None:
    add(run)
    assert words in refusal(run("user", *arguments, typed="short\n"))


@SQLITE_ONLY
def test_a_taken_login_is_refused(run: Run) -> None:
    add(run)
    arguments = ["user", "add", "ANN", "--name", "A", "--role", "viewer", "--password-stdin"]
    assert "taken" in refusal(run(*arguments, typed=PASSWORD))


@SQLITE_ONLY
def test_on_a_terminal_the_password_is_asked_twice_without_echo(settings: Settings, engine: Engine) -> None:
    ours, theirs = pty.openpty()
    command = [PROGRAM, "user", "add", "ann", "--name", "Ann", "--role", "owner", "--data", settings.data]
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, env=dict(os.environ)
    )
    os.close(theirs)
    said = b""
    for prompt in (b"Password: ", b"Once more: "):
        while prompt not in said:
            said += os.read(ours, 1000)
        os.write(ours, PASSWORD.encode() + b"\n")
    while b"may log in" not in said:
        said += os.read(ours, 1000)
    assert process.wait(20) == 0
    os.close(ours)
    assert PASSWORD.encode() not in said
    assert authenticate(engine, "ann", PASSWORD)


def test_a_lost_device_is_taken_off(run: Run, engine: Engine) -> None:
    add(run)
    with database.open_session(engine) as session:
        user = session.exec(select(User)).one()
        turn_on_second_factor(session, user, by="tests")
    assert authenticate(engine, "ann", PASSWORD).second_factor
    assert run("user", "no-second-factor", "Ann").stdout == "ann logs in with the password alone.\n"
    assert not authenticate(engine, "ann", PASSWORD).second_factor
