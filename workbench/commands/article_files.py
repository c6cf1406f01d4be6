"""A text that is named on the command line, read through intake."""

import sys
from datetime import date
from pathlib import Path

import click

from workbench.domain.errors import WorkbenchError
from workbench.domain.records import ArticleDraft
from workbench.intake import MAX_BYTES, read_file
from workbench.intake.limits import check_size

STDIN = Path("-")
STDIN_NAME = "standard-input.txt"  # intake tells the kind by the name; what is piped in is plain text


def read_day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    """The callback of an option that takes a day like 2025-05-14."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"“{value}” is not a day like 2025-05-14.") from None


def read_draft(path: Path) -> ArticleDraft:
    """The article in this file, or on standard input for `-`. Raises BadInput or OSError."""
    if path == STDIN:
        return read_file(STDIN_NAME, sys.stdin.buffer.read())
    if path.is_file() and path.stat().st_size > MAX_BYTES:
        check_size(path.stat().st_size, "The file")  # without reading gigabytes first
    return read_file(path.name, path.read_bytes())


def describe_failure(path: Path, error: WorkbenchError | OSError) -> str:
    """One line: which file, and why it cannot be taken in."""
    reason = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
    return f"{path}: {' '.join(reason.split())}"
