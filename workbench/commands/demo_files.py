"""The demo's own directory: told from real data by one file, which also keeps the demo's passwords."""

import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from workbench.demo import NAMES
from workbench.login.passwords import make_password
from workbench.settings import Settings

MARKER = "demo.json"


@dataclass(frozen=True, slots=True)
class Demo:
    """`passwords` by login name. Not yet `filled`: a first start that was broken off, and begins anew."""

    passwords: dict[str, str]
    filled: bool = False


def open_demo(settings: Settings) -> Demo:
    """What the directory's marker says; a missing or empty directory becomes a demo's.

    Refuses a directory that holds anything else: the demo must never touch a real desk.
    """
    marker = settings.data / MARKER
    if marker.exists():
        return _read(marker)
    if settings.data.exists() and any(settings.data.iterdir()):
        raise click.ClickException(
            f"{settings.data} holds something that is not a demo desk. Choose another directory: --data DIR"
        )
    demo = Demo({str(role): make_password() for role in NAMES})
    save_demo(settings, demo)
    return demo


def save_demo(settings: Settings, demo: Demo) -> None:
    """Write the marker whole or not at all, readable by its owner alone."""
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, draft = tempfile.mkstemp(dir=settings.data, prefix=".demo-")  # 0600 from the start
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(demo), file, indent=2)
    Path(draft).replace(settings.data / MARKER)


def remove_unfinished(settings: Settings) -> None:
    """Take away the database of a first start that was broken off. Only ever called on an unfilled demo."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        settings.sqlite_path.with_name(settings.sqlite_path.name + suffix).unlink(missing_ok=True)


def _read(marker: Path) -> Demo:
    try:
        values = json.loads(marker.read_text("utf-8"))
        passwords = {str(role): str(values["passwords"][role]) for role in NAMES}
        return Demo(passwords, filled=bool(values["filled"]))
    except (ValueError, TypeError, LookupError):
        raise click.ClickException(
            f"{marker} is damaged. Delete the directory {marker.parent} to get a new demo."
        ) from None
