"""The command `workbench`: the table of its commands, and one line on stderr for whatever a person got wrong.

A command's module is imported when the command is used, so that `workbench --help` need not wait for the
database and the web.
"""

import atexit
import errno
import gc
import sys
from importlib import import_module
from typing import Any

import click

from workbench.commands.options import data_option
from workbench.domain.errors import WorkbenchError

# Command -> what it does, as `workbench --help` says it. Its module has the same name, - as _.
COMMANDS = {
    "split": "Print the claims of a text as JSON.",
    "import": "Take in articles from files.",
    "formats": "List what can be brought in.",
    "export": "Write a draft verdict report.",
    "check-history": "Prove that nobody tampered with the history.",
    "verify-files": "Prove that every stored file still has the bytes it was named for.",
    "scales": "List the rating scales, or check one of your own.",
    "user": "Add people, change their roles and passwords.",
    "db": "Upgrade, back up, restore and check the database.",
    "serve": "Serve the desk to browsers.",
    "worker": "Do the desk's long work, on any number of machines.",
    "demo": "Serve a desk with an invented article to try things on.",
}
INTERRUPTED = 130  # what a shell reports for Ctrl-C

# Python looks for garbage once more as it ends; with the language model loaded that takes a second or two.
atexit.register(gc.freeze)


class Commands(click.Group):
    """The commands of COMMANDS, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        if cmd_name not in COMMANDS:
            return None
        module = cmd_name.replace("-", "_")
        command = import_module(f"workbench.commands.{module}_command").command
        assert isinstance(command, click.Command)  # noqa: S101 - tells mypy what import_module() cannot
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run and exit. A mistake ends in one line on stderr and a code that is not 0."""
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            sys.exit(error.exit_code)
        except click.ClickException as error:
            _refuse(_describe(error), error.exit_code)
        except WorkbenchError as error:
            _refuse(str(error), 1)
        except click.Abort:
            _refuse("Stopped.", INTERRUPTED)
        except OSError as error:
            if error.errno is None or error.errno == errno.EPIPE:
                raise
            _refuse(f"{error.filename}: {error.strerror}" if error.filename else str(error), 1)
        sys.exit(code if isinstance(code, int) else 0)


def _describe(error: click.ClickException) -> str:
    """The message; after a wrong option also where help is."""
    context = getattr(error, "ctx", None)
    hint = f" Help: {context.command_path} --help" if isinstance(context, click.Context) else ""
    return error.format_message() + hint


def _refuse(message: str, code: int) -> None:
    click.echo(f"Error: {' '.join(message.split())}", err=True)
    sys.exit(code)


@click.group("workbench", cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="claim-workbench", prog_name="workbench")
@data_option
def main(data: object) -> None:
    """A claim-tracking fact-check workbench.

    Everything a desk owns lies in one directory, --data; WORKBENCH_DATA sets it for all commands.
    """
