"""`workbench db`: the database's own commands."""

from datetime import UTC, datetime
from pathlib import Path

import click
from alembic.util import CommandError
from sqlalchemy.exc import OperationalError

from workbench import database, history, schema
from workbench.commands.desk import open_database, open_desk, read_settings, tell_database_errors
from workbench.commands.options import data_option
from workbench.queries.history_check import head
from workbench.services.backups import Backup, make_backup, note_backup, suggest_name
from workbench.services.checks import check_desk
from workbench.services.desk import ensure_desk
from workbench.services.restores import restore_backup
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


@command.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@data_option
@click.pass_context
def backup(context: click.Context, file: Path | None, data: Path | None) -> None:
    """Write the whole desk to one archive, while people work on it.

    FILE is workbench-TIME.zip in this folder unless named; a folder gets that name in it. It holds password
    hashes and withheld sources: keep it as safe as the desk. The key that signs cookies is not in it.
    """
    name = Path(suggest_name(datetime.now(UTC)))
    output = name if file is None else file / name if file.is_dir() else file
    with open_desk(data, old=True) as desk:  # the best time for a backup is before an upgrade
        made = make_backup(desk.engine, desk.files, output)
        note_in_custody(desk.engine, made, output)
    for line in made.damaged:
        click.echo(f"Error: not in the backup: {line}", err=True)
    manifest = made.manifest
    click.echo(f"{output}  {len(manifest.members) - 1} files; head #{manifest.seq} {manifest.hash}")
    context.exit(1 if made.damaged else 0)


def note_in_custody(engine: database.Engine, made: Backup, output: Path) -> None:
    """Say in the chain of custody that there are copies; a backup is none the worse where that cannot be."""
    if not schema.is_current(engine):
        return  # an older version's desk is copied, and written to by nobody
    try:
        note_backup(engine, made, output.name, by=history.COMMAND_LINE)
    except OperationalError:
        click.echo("The desk is busy: the chain of custody does not name this backup.", err=True)


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Move what is in the data directory aside first.")
@data_option
@click.pass_context
def restore(context: click.Context, file: Path, force: bool, data: Path | None) -> None:
    """Put a backup into an empty data directory, and check it.

    Stop the server first. Everything in FILE is proved against its manifest before the directory is touched.
    """
    settings = read_settings(data)
    with tell_database_errors():
        manifest, aside = restore_backup(settings, file, force=force)
    if aside is not None:
        click.echo(f"What was there before is in {aside}.")
    click.echo(f"Restored the desk of {manifest.made_at} to {settings.data}.")
    context.invoke(check, data=data)


@command.command()
@data_option
@click.pass_context
def check(context: click.Context, data: Path | None) -> None:
    """Look whether the desk is whole: database, guards, stored files, history."""
    found = 0
    with open_desk(data) as desk:
        for line in check_desk(desk.engine, desk.files):
            found += 1
            click.echo(line)
        with database.open_session(desk.engine) as session:
            seq, newest = head(session)
    if found:
        click.echo(f"{found} findings.", err=True)
        context.exit(1)
    click.echo(f"The desk is whole: database, guards, files, {seq} revisions; head #{seq} {newest}")
