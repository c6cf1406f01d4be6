"""`workbench serve`: the desk in browsers, on one machine, in one process."""

from pathlib import Path

import click

from workbench import database
from workbench.commands.db_command import upgrade_database
from workbench.commands.desk import is_new, open_database, open_desk, read_settings
from workbench.commands.options import data_option
from workbench.queries.users import list_users
from workbench.server import CannotServe, bind_port, format_address, run_server
from workbench.settings import DEFAULT_PORT, Settings

LOOPBACK = ("127.", "::1")


@click.command("serve")
@data_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=DEFAULT_PORT, show_default=True)
@click.option(
    "--threads", type=click.IntRange(1, 64), default=4, show_default=True, help="Requests answered at a time."
)
def command(data: Path | None, host: str, port: int, threads: int) -> None:
    """Serve the desk to browsers.

    An empty or missing data directory becomes a new desk; an old database has to be upgraded first.
    """
    settings = read_settings(data)
    try:
        bound = bind_port(host, port)
        with bound:
            _make_new(settings)
            with open_desk(data) as desk:
                run_server(
                    settings,
                    desk.engine,
                    bound,
                    lambda: _announce(settings, desk.engine, format_address(bound)),
                    threads=threads,
                )
    except CannotServe as error:
        raise click.ClickException(str(error)) from error


def _make_new(settings: Settings) -> None:
    if is_new(settings):
        with open_database(settings) as engine:
            upgrade_database(settings, engine)
        click.echo(f"A new desk was made in {settings.data}.")


def _announce(settings: Settings, engine: database.Engine, address: str) -> None:
    with database.open_session(engine) as session:
        people = list_users(session)
    click.echo(f"Serving {address} from {settings.data}; Ctrl-C stops it.")
    if not people:
        click.echo(
            "No account exists yet. In another terminal: "
            f'workbench user add LOGIN --name "YOUR NAME" --role owner --data {settings.data}'
        )
    if not address.removeprefix("http://").removeprefix("[").startswith(LOOPBACK):
        click.echo("Others on the network can reach it, unencrypted: put it behind a proxy with HTTPS.")
