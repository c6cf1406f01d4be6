"""What is named on the command line as things to take in: files, folders, addresses, lists, feeds."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import click

from workbench.commands.article_files import STDIN_NAME
from workbench.domain.errors import WorkbenchError
from workbench.intake import find_format
from workbench.intake.facts import clean_url
from workbench.intake.limits import check_size
from workbench.intake.web_page import check_status
from workbench.services.arriving import put_arriving
from workbench.services.imports import Order
from workbench.services.job_work import Tools


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing as it was named, and what to take in for it; without an order its `problem` says why not."""

    name: str
    order: Order | None = None
    problem: str = ""

    def call(self, item: str) -> str:
        """What an item of it is called: a file by its path, an entry of it by both."""
        if self.order is None or not self.order.files or item == self.order.files[0][0]:
            return self.name if self.order is not None and self.order.files else item
        return f"{self.name}: {item}"


def read_columns(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> dict[str, str]:
    """The callback of --columns: FIELD=HEADING, as often as needed."""
    pairs = [value.partition("=") for value in values]
    if not all(field and sign and heading for field, sign, heading in pairs):
        raise click.BadParameter("write it like statement=Claim.")
    return {field: heading for field, _sign, heading in pairs}


def is_single(
    things: Sequence[str], lists: Sequence[str], feeds: Sequence[str], checks: Sequence[str]
) -> bool:
    """Whether one file or address is named, and no folder."""
    return len(things) == 1 and not (lists or feeds or checks or Path(things[0]).is_dir())


def list_things(
    tools: Tools,
    things: Sequence[str],
    lists: Sequence[str],
    feeds: Sequence[str],
    checks: Sequence[str],
    columns: dict[str, str],
    *,
    fetch: bool,
) -> Iterator[Thing]:
    """Everything in the order it was named; a folder's files by name, hidden ones passed over."""
    for thing in things:
        if clean_url(thing):
            yield Thing(thing, Order(addresses=thing))
        elif Path(thing).is_dir():
            for path in sorted(Path(thing).rglob("*")):
                if path.is_file() and not any(part.startswith(".") for part in path.relative_to(thing).parts):
                    yield _read(tools, path, columns, fetch=fetch)
        else:
            yield _read(tools, Path(thing), columns, fetch=fetch)
    for name in lists:
        yield _read_list(Path(name))
    for address in feeds:
        yield _fetch(tools, address, ".xml", fetch=fetch)
    for address in checks:
        yield _fetch(tools, address, ".json", fetch=fetch)


def _read(tools: Tools, path: Path, columns: dict[str, str], *, fetch: bool) -> Thing:
    try:
        if str(path) == "-":
            name, data = STDIN_NAME, sys.stdin.buffer.read()
        else:
            most = find_format(path.name).most_bytes
            if path.is_file() and path.stat().st_size > most:
                check_size(path.stat().st_size, "The file", most)  # without reading gigabytes first
            name, data = path.name, path.read_bytes()
        order = Order(files=((name, put_arriving(tools.arriving, data)),), columns=columns, fetch=fetch)
    except WorkbenchError as error:
        return Thing(str(path), problem=str(error))
    except OSError as error:
        return Thing(str(path), problem=error.strerror or str(error))
    return Thing(str(path), order)


def _read_list(path: Path) -> Thing:
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text("utf-8-sig")
    except OSError as error:
        return Thing(str(path), problem=error.strerror or str(error))
    except UnicodeDecodeError:
        return Thing(str(path), problem="The list is not in UTF-8.")
    return (
        Thing(str(path), Order(addresses=text)) if text.strip() else Thing(str(path), problem="It is empty.")
    )


def _fetch(tools: Tools, address: str, ending: str, *, fetch: bool) -> Thing:
    """What stands at an address, as a file of the kind it is asked for as."""
    try:
        answer = tools.fetcher.fetch(address)
        check_status(answer)
    except WorkbenchError as error:
        return Thing(address, problem=str(error))
    name = f"{urlsplit(answer.final_url).hostname}{ending}"
    return Thing(address, Order(files=((name, put_arriving(tools.arriving, answer.body)),), fetch=fetch))
