"""`workbench worker`: the desk's long work, done by a process of its own."""

import signal
import threading
from pathlib import Path
from types import FrameType

import click

from workbench.commands.desk import open_desk
from workbench.commands.options import data_option
from workbench.jobs import make_queue
from workbench.jobs.queue import THREADS
from workbench.login.secret import load_key
from workbench.settings import Settings
from workbench.workshop import make_tools


@click.command("worker")
@data_option
@click.option(
    "--threads", type=click.IntRange(1, 32), default=THREADS, show_default=True, help="Jobs done at a time."
)
def command(data: Path | None, threads: int) -> None:
    """Do the desk's long work, on any number of machines.

    Set WORKBENCH_WORKERS=outside for `workbench serve`, and start this as often as you like: beside it, or on
    other machines that reach the same PostgreSQL database and the same data directory. A worker that dies
    loses nothing: another one takes its job over within a minute.
    """
    with open_desk(data) as desk:
        queue = make_queue(desk.settings, make_tools(desk.settings, desk.engine), _read_key(desk.settings))
        ended = threading.Event()

        def end(_number: int, _frame: FrameType | None) -> None:
            ended.set()

        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, end)
        queue.start(threads)
        click.echo(f"Working for {desk.settings.data}; Ctrl-C stops it.")
        ended.wait()
        queue.stop()


def _read_key(settings: Settings) -> bytes:
    """The key that the web process signs jobs with; a new one would leave this worker without work."""
    key = settings.data / "secret.key"
    if not key.exists():
        raise click.ClickException(
            f"{key} is missing: start `workbench serve` first, and give every worker the same data directory."
        )
    try:
        return load_key(key)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
