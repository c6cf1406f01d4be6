"""`workbench db`: the database's own commands."""

from pathlib import Path

import click
from alembic.util import CommandError

from workbench import database, history, schema
from workbench.commands.desk import open_database, read_settings
from workbench.commands.options import data_option
from workbench.services.desk import ensure_desk
from workbench.settings import Settings


@click.group("db")
@data_option
def command(data: Path | None) -> None:
    """Upgrade, back up, restore and check the database."""


@command.command()
@data_option
def upgrade(data: Path | None) -> None:
    """Bring the database to this version's schema, making it when there is none."""
    settings = read_settings(data)
    with open_database(settings) as engine:
        upgrade_database(settings, engine)
    click.echo(f"The database in {settings.data} is at this version's schema.")


def upgrade_database(settings: Settings, engine: database.Engine) -> None:
    """Migrate, and make the desk's settings when there are none."""
    try:
        schema.upgrade(engine)
    except CommandError as error:
        raise click.ClickException(
            f"The database in {settings.data} was made by another version of the workbench ({error})."
        ) from error
    with database.open_session(engine) as session:
        ensure_desk(session, by=history.COMMAND_LINE)
