"""Ways out: each format is a module that turns a ReportRecord, and nothing else, into the bytes of a file.

A format is a module of this package with the names of `_CONTRACT`; it is found by itself. The same record
gives the same bytes every time: nothing here reads a clock, a place or a setting.

A format that can be written piece by piece has `stream` too, which takes a ReportStream of any length. One
that needs what is not installed everywhere has `is_missing`, which says what to do about it.
"""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType

from workbench.domain.errors import NotFound
from workbench.domain.records import ReportRecord, ReportStream

_CONTRACT: dict[str, Callable[[object], bool]] = {
    "CODE": lambda value: isinstance(value, str),
    "LABEL": lambda value: isinstance(value, str),
    "MEDIA_TYPE": lambda value: isinstance(value, str),
    "EXTENSION": lambda value: isinstance(value, str),
    "render": callable,
}


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `extension` comes without a dot; `media_type` is what a download is served as. `stream` is
    None for a format that needs the whole report at once; `is_missing` says what has to be installed first,
    empty where nothing has to."""

    code: str
    label: str
    media_type: str
    extension: str
    render: Callable[[ReportRecord], bytes]
    stream: Callable[[ReportStream], Iterator[bytes]] | None = None
    is_missing: Callable[[], str] = str


@cache
def list_formats() -> dict[str, Exporter]:
    """Every format by its code, in the order of the codes. Raises TypeError for half a format."""
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    formats = [read_format(module) for module in modules if any(hasattr(module, name) for name in _CONTRACT)]
    return {entry.code: entry for entry in sorted(formats, key=lambda entry: entry.code)}


def read_format(module: ModuleType) -> Exporter:
    """The format in a module. Raises TypeError naming what it lacks."""
    wrong = [name for name, fits in _CONTRACT.items() if not fits(getattr(module, name, None))]
    if wrong:
        raise TypeError(
            f"{module.__name__} is no export format: {', '.join(wrong)} missing or of a wrong type."
        )
    return Exporter(
        module.CODE,
        module.LABEL,
        module.MEDIA_TYPE,
        module.EXTENSION,
        module.render,
        getattr(module, "stream", None),
        getattr(module, "is_missing", str),
    )


def render(code: str, record: ReportRecord) -> bytes:
    """The report as a file of this format. Raises NotFound for a code that no format has."""
    entry = list_formats().get(code)
    if entry is None:
        known = ", ".join(list_formats())
        raise NotFound(f"There is no export format “{code[:40]}”. There are: {known}.")
    return entry.render(record)
