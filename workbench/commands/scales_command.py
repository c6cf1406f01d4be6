"""`workbench scales`: the rating scales of a desk, or what is wrong with a file that is to be one."""

import sys
from pathlib import Path

import click

from workbench.commands.options import data_option
from workbench.domain.ratings import Scale
from workbench.domain.scale_files import BadScale
from workbench.domain.scale_shelf import ScaleShelf, read_scale_file
from workbench.settings import Settings

HEADINGS = ("Code", "Version", "Labels", "Name")


@click.command("scales")
@click.option(
    "--check",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Read this file as a scale and say what is wrong, line by line; nothing is taken in.",
)
@data_option
def command(file: Path | None, data: Path | None) -> None:
    """List the rating scales, or check one of your own.

    They are what verdicts can be given on. The desk's own are TOML files in the folder "scales" of its data
    directory. Ends with 1 when one of them, or the file to check, is wrong.
    """
    sys.exit(_check(file) if file else _list_scales(Settings.from_env(data)))


def _check(file: Path) -> int:
    try:
        scale = read_scale_file(file)
    except BadScale as error:
        for mistake in error.mistakes:
            click.echo(f"{file}: {mistake}", err=True)
        return 1
    click.echo(f"{file}: {scale.name}, version {scale.version}")
    for label in scale.labels:
        number = "-" if label.number is None else label.number
        click.echo(f"  {number:>3}  {label.text}: {label.definition}")
    return 0


def _list_scales(settings: Settings) -> int:
    stock = ScaleShelf(settings.scales_path).read()
    rows = [HEADINGS, *(_describe(scale) for scale in stock.scales.values())]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    for problem in stock.problems:
        for mistake in problem.mistakes:
            click.echo(f"{settings.scales_path / problem.name}: {mistake}", err=True)
    return 1 if stock.problems else 0


def _describe(scale: Scale) -> tuple[str, ...]:
    return scale.code, str(scale.version), str(len(scale.offered)), scale.name
