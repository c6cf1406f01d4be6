"""What every command has in common: help, --data, one line for a mistake, and a quick start."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.cli.conftest import invoke, refusal
from workbench.cli import COMMANDS, main

HEAVY = ("sqlalchemy", "sqlmodel", "flask", "spacy", "alembic", "huey", "lxml", "httpx")


def list_paths(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        yield (*before, name)
        if isinstance(found, click.Group):
            yield from list_paths(found, (*before, name))


@pytest.mark.parametrize("path", list(list_paths(main)), ids=" ".join)
def test_every_command_has_help_and_data(path: tuple[str, ...]) -> None:
    result = invoke(*path, "--help")
    assert result.exit_code == 0
    assert "--data DIR" in result.stdout
    assert result.stderr == ""


def test_help_names_every_command() -> None:
    result = invoke("--help")
    assert result.exit_code == 0
    assert all(name in result.stdout for name in COMMANDS)


def test_every_command_says_the_same_in_its_own_help() -> None:
    context = click.Context(main)
    for name, words in COMMANDS.items():
        command = main.get_command(context, name)
        assert command is not None
        assert (command.help or "").splitlines()[0] == words


def test_help_waits_for_nothing_heavy() -> None:
    program = (
        "import sys\nfrom workbench.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    print([n for n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not [name for name in HEAVY if f"'{name}'" in done.stdout]


def test_split_needs_no_database() -> None:
    program = "import sys, workbench.commands.split_command\nprint([n for n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not [name for name in ("sqlalchemy", "flask", "alembic") if f"'{name}'" in done.stdout]


def test_without_a_command_help_comes_on_stderr() -> None:
    result = invoke()
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Commands:" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense"], "nonsense"),
        (["split"], "'FILE'"),
        (["user", "add", "ann", "--name", "Ann", "--role", "king"], "king"),
        (["user", "add", "ann", "--name", "Ann"], "--role"),
        (["export", "--article", "A-1", "--format", "odt"], "odt"),
        (["serve", "--port", "99999"], "99999"),
        (["split", "a.txt", "--published-on", "14.5.2025"], "2025-05-14"),
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], words: str) -> None:
    assert words in refusal(invoke(*arguments))


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "a.txt"],
        ["export", "--article", "A-1", "--format", "csv"],
        ["check-history"],
        ["user", "list"],
        ["db", "backup", "b.zip"],
        ["db", "check"],
    ],
    ids=" ".join,
)
def test_no_desk_is_one_line_and_makes_nothing(arguments: list[str], tmp_path: Path) -> None:
    data = tmp_path / "nothing"
    assert f"workbench db upgrade --data {data}" in refusal(invoke(*arguments, "--data", data))
    assert not data.exists()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("WORKBENCH_SECURE_COOKIES", "perhaps", "must be yes or no"),
        ("WORKBENCH_DATABASE_URL", "mysql://here/desk", "postgresql+psycopg"),
        ("WORKBENCH_DATABASE_URL", "nonsense", "URL"),
        ("WORKBENCH_DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:1/desk", "cannot be used"),
    ],
)
def test_wrong_settings_are_one_line(name: str, value: str, words: str, tmp_path: Path) -> None:
    assert words in refusal(invoke("check-history", "--data", tmp_path, **{name: value}))


def test_something_else_in_the_databases_place_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "workbench.db").write_text("a diary\n" * 100)
    assert "not a database" in refusal(invoke("user", "list", "--data", tmp_path))


def test_data_may_stand_before_the_command_and_come_from_the_environment(tmp_path: Path) -> None:
    for place in ("one", "two", "three"):
        assert invoke("db", "upgrade", "--data", tmp_path / place).exit_code == 0
    assert invoke("--data", tmp_path / "one", "user", "list").exit_code == 0
    assert invoke("user", "--data", tmp_path / "two", "list").exit_code == 0
    assert invoke("user", "list", WORKBENCH_DATA=str(tmp_path / "three")).exit_code == 0
    elsewhere = invoke("--data", tmp_path / "one", "user", "list", "--data", tmp_path / "nowhere")
    assert "nowhere" in refusal(elsewhere)
