"""`workbench demo`: a desk to try things on, made at the first start and kept at the next."""

from dataclasses import replace
from pathlib import Path

import click

from workbench import database, schema
from workbench.commands.db_command import upgrade_database
from workbench.commands.demo_files import Demo, open_demo, remove_unfinished, save_demo
from workbench.commands.desk import open_database, read_settings
from workbench.commands.options import data_option
from workbench.demo import add_changed_article, fill_desk
from workbench.domain.roles import ROLE_MEANINGS, Role
from workbench.files import FileStore
from workbench.queries.users import list_users
from workbench.server import CannotServe, bind_port, format_address, run_server
from workbench.settings import DEFAULT_PORT, Settings

DEMO_DATA = Path("demo-data")
HOST = "127.0.0.1"  # nobody else gets at accounts whose passwords stand on a screen


@click.command("demo")
@data_option
@click.option("--port", type=click.IntRange(0, 65535), default=DEFAULT_PORT, show_default=True)
def command(data: Path | None, port: int) -> None:
    """Serve a desk with an invented article to try things on.

    It lives in a directory of its own, ./demo-data unless --data names another, and in its own SQLite file:
    WORKBENCH_DATA and WORKBENCH_DATABASE_URL are for real desks and are not looked at.
    """
    settings = replace(read_settings(data or DEMO_DATA), database_url="")
    try:
        with bind_port(HOST, port) as bound:
            demo = open_demo(settings)
            if not demo.filled:
                remove_unfinished(settings)
            with open_database(settings) as engine:
                demo = _prepare(settings, engine, demo)
                address = format_address(bound)
                run_server(settings, engine, bound, lambda: _announce(settings, engine, demo, address))
    except CannotServe as error:
        raise click.ClickException(str(error)) from error


def _prepare(settings: Settings, engine: database.Engine, demo: Demo) -> Demo:
    if not schema.is_current(engine):
        upgrade_database(settings, engine)
    if demo.filled:
        return demo
    click.echo("Loading the demo article and splitting it into claims; this once, a few seconds…")
    files = FileStore(settings.files_path)
    fill_desk(engine, files, demo.passwords)
    add_changed_article(engine, files)
    filled = replace(demo, filled=True)
    save_demo(settings, filled)
    return filled


def _announce(settings: Settings, engine: database.Engine, demo: Demo, address: str) -> None:
    with database.open_session(engine) as session:
        changed = {user.login for user in list_users(session) if user.password_changed_at or not user.active}
    click.echo(
        f"\nThe demo desk is at {address}\nEverything in it is invented; it is kept in {settings.data}\n"
    )
    click.echo(f"{'log in as':<10}  {'with the password':<23}  a role that")
    for login, password in demo.passwords.items():
        shown = "(changed or closed)" if login in changed else password
        click.echo(f"{login:<10}  {shown:<23}  {ROLE_MEANINGS[Role(login)]}")
    click.echo("\n“I am alone” is on in its settings: reviewers and owners may sign their own verdicts.")
    click.echo("Ctrl-C stops it.")
