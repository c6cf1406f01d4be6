"""Options that every command has. Light: `workbench --help` imports it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])


def data_option(function: Function) -> Function:
    """`--data DIR`; given to a group it holds for the group's commands."""
    return click.option(
        "--data",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        callback=_inherit,
        help="The directory that holds all the desk owns (default: $WORKBENCH_DATA, else ./data).",
    )(function)


def _inherit(context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
    return value or (context.parent.params.get("data") if context.parent else None)
