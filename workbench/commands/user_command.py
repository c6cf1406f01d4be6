"""`workbench user`: people and their accounts, from the machine the desk runs on."""

import sys
from pathlib import Path

import click
from sqlmodel import Session

from workbench import history
from workbench.commands.desk import open_desk
from workbench.commands.options import data_option
from workbench.database import open_session
from workbench.domain.errors import NotFound
from workbench.domain.roles import ROLE_MEANINGS, Role
from workbench.login.accounts import fold_login
from workbench.models import User
from workbench.queries.users import find_user, list_users
from workbench.services import users

ROLE = click.Choice([role.value for role in Role])
ROLES_HELP = "; ".join(f"{role}: {meaning}" for role, meaning in ROLE_MEANINGS.items())
stdin_option = click.option(
    "--password-stdin", is_flag=True, help="Read the password from the first line of standard input."
)


@click.group("user")
@data_option
def command(data: Path | None) -> None:
    """Add people, change their roles and passwords."""


@command.command()
@click.argument("login")
@click.option("--name", required=True, help="The name as it stands in the history and in reports.")
@click.option("--role", type=ROLE, required=True, help=ROLES_HELP)
@stdin_option
@data_option
def add(login: str, name: str, role: str, password_stdin: bool, data: Path | None) -> None:
    """Make an account for somebody."""
    with open_desk(data) as desk, open_session(desk.engine) as session:
        user = users.add_user(
            session,
            login=login,
            name=name,
            role=Role(role),
            password=_read_password(password_stdin),
            by=history.COMMAND_LINE,
        )
    click.echo(f"{user.login} may log in as {user.role}.")


@command.command()
@click.argument("login")
@click.argument("role", type=ROLE)
@data_option
def role(login: str, role: str, data: Path | None) -> None:
    """Give somebody another role."""
    with open_desk(data) as desk, open_session(desk.engine) as session:
        user = _find(session, login)
        users.change_role(session, user, Role(role), seen=user.version, by=history.COMMAND_LINE)
    click.echo(f"{user.login} is {user.role} now.")


@command.command()
@click.argument("login")
@stdin_option
@data_option
def password(login: str, password_stdin: bool, data: Path | None) -> None:
    """Set somebody's password; it logs them out everywhere."""
    with open_desk(data) as desk, open_session(desk.engine) as session:
        user = _find(session, login)
        users.set_password(session, user, _read_password(password_stdin), by=history.COMMAND_LINE)
    click.echo(f"{user.login} has a new password.")


@command.command("no-second-factor")
@click.argument("login")
@data_option
def no_second_factor(login: str, data: Path | None) -> None:
    """Turn somebody's second factor off: for a lost device without recovery codes."""
    with open_desk(data) as desk, open_session(desk.engine) as session:
        user = _find(session, login)
        users.turn_off_second_factor(session, user, by=history.COMMAND_LINE)
    click.echo(f"{user.login} logs in with the password alone.")


@command.command()
@click.argument("login")
@data_option
def deactivate(login: str, data: Path | None) -> None:
    """Close somebody's account; what they did stays."""
    with open_desk(data) as desk, open_session(desk.engine) as session:
        user = _find(session, login)
        users.deactivate(session, user, seen=user.version, by=history.COMMAND_LINE)
    click.echo(f"{user.login} cannot log in any more.")


@command.command()
@click.argument("login")
@data_option
def activate(login: str, data: Path | None) -> None:
    """Open a closed account again."""
    with open_desk(data) as desk, open_session(desk.engine) as session:
        user = _find(session, login)
        users.reactivate(session, user, seen=user.version, by=history.COMMAND_LINE)
    click.echo(f"{user.login} can log in again.")


@command.command("list")
@data_option
def list_people(data: Path | None) -> None:
    """List everybody: login, role, name."""
    with open_desk(data) as desk, open_session(desk.engine) as session:
        for user in list_users(session):
            closed = "" if user.active else "  (closed)"
            click.echo(f"{user.login:<20}  {user.role:<8}  {user.name}{closed}")


def _find(session: Session, login: str) -> User:
    user = find_user(session, fold_login(login))
    if user is None:
        raise NotFound(f"Nobody here has the login name “{login}”. “workbench user list” names everybody.")
    session.commit()  # typing a password takes long: hold no transaction open meanwhile
    return user


def _read_password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise click.UsageError("There is no terminal to ask for the password on; use --password-stdin.")
    typed: str = click.prompt("Password", hide_input=True, confirmation_prompt="Once more")
    return typed
