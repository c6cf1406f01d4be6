"""`workbench verify-files`: every stored file hashed again, or what is wrong with it."""

import sys
from pathlib import Path

import click
from tqdm import tqdm

from workbench import history
from workbench.commands.desk import open_desk
from workbench.commands.options import data_option
from workbench.database import open_session
from workbench.services.file_checks import FileTally, describe, verify_files


@click.command("verify-files")
@data_option
@click.pass_context
def command(context: click.Context, data: Path | None) -> None:
    """Prove that every stored file still has the bytes it was named for.

    What is altered, missing, orphaned (no record names it), set aside or unfinished is printed, one line
    each. The exit code is 1 when bytes are altered or missing. The act goes into the chain of custody.
    """
    tally = FileTally()
    # The bar is for a person who watches; the lines go to standard output.
    bar = tqdm(unit="B", unit_scale=True, disable=not sys.stderr.isatty(), leave=False)
    tally.watch = bar.update
    with open_desk(data) as desk, open_session(desk.engine) as session, bar:
        for finding in verify_files(session, desk.files, tally, by=history.COMMAND_LINE):
            click.echo(finding.message)
    click.echo(describe(tally), err=not tally.is_whole)
    context.exit(0 if tally.is_whole else 1)
