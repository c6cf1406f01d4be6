"""Ways in: what arrives becomes an ArticleDraft, or a BadInput saying what is wrong, where, what to do.

A module of this package that names EXTENSIONS is a file format: it also carries `read(name, data)`, and is
found by itself. Nothing that arrives is corrected, cut or normalised: the text keeps its characters (only
CRLF and CR become LF, and a leading byte order mark goes), and page furniture is marked as ranges.
"""

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module

from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft
from workbench.intake import paste
from workbench.intake.limits import MAX_BYTES, check_size

__all__ = ["MAX_BYTES", "list_extensions", "read_file", "read_paste"]

Reader = Callable[[str, bytes], ArticleDraft]


def read_file(name: str, data: bytes) -> ArticleDraft:
    """The article in an uploaded or named file; its kind is told by the extension of `name`.

    `name` may carry folders, which are dropped. Raises BadInput.
    """
    base = name.replace("\\", "/").rpartition("/")[2]
    dot = base.rfind(".")
    extension = base[dot:].lower() if dot >= 0 else ""
    reader = _list_readers().get(extension)
    if reader is None:
        known = ", ".join(list_extensions())
        raise BadInput(f"“{base[:80]}” is not a kind of file that can be read here. These are: {known}.")
    check_size(len(data), "The file")
    return reader(base, data)


def read_paste(text: str) -> ArticleDraft:
    """The article in a text that somebody typed or pasted. Raises BadInput."""
    return paste.read(text)


def list_extensions() -> tuple[str, ...]:
    """Every extension that can be read, lower case with its dot: for `accept=` and for messages."""
    return tuple(sorted(_list_readers()))


@cache
def _list_readers() -> dict[str, Reader]:
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    return {extension: module.read for module in modules for extension in getattr(module, "EXTENSIONS", ())}
