"""Ways in: what arrives becomes an ArticleDraft, or a BadInput saying what is wrong, where, what to do.

A module of this package that names a FORMAT is a way in, and is found by itself. One with `read(name, data)`
makes one article of a file; one with `read_all(name, data)` finds several things in it. Nothing that arrives
is corrected, cut or normalised: the text keeps its characters (only CRLF and CR become LF, and a leading byte
order mark goes), page furniture is marked as ranges, and what can't stand in a text is said in `left_out`.
"""

import json
import pkgutil
from dataclasses import replace
from functools import cache
from importlib import import_module
from types import ModuleType

from workbench.domain.arrivals import Find
from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft
from workbench.intake import paste
from workbench.intake.apart import run_apart
from workbench.intake.formats import CLAIMS, Format
from workbench.intake.limits import MAX_BYTES, check_size

__all__ = [
    "MAX_BYTES",
    "find_format",
    "holds_one_article",
    "list_extensions",
    "list_formats",
    "most_bytes",
    "read_file",
    "read_finds",
    "read_paste",
]

# Readers of what is plain text itself, with nothing in it to unpack or to follow.
_TAME = frozenset({"plain", "paste"})


def read_file(name: str, data: bytes) -> ArticleDraft:
    """The article in an uploaded or named file; its kind is told by the extension of `name`.

    `name` may carry folders, which are dropped. Raises BadInput.
    """
    base = _base(name)
    module = _find_module(base)
    if not hasattr(module, "read"):
        raise BadInput(
            f"“{base[:80]}” holds {module.FORMAT.gives}, not one article: bring it in by its own way."
        )
    check_size(len(data), "The file", module.FORMAT.most_bytes)
    if module.__name__.rpartition(".")[2] in _TAME:
        return module.read(base, data)  # type: ignore[no-any-return]
    draft: ArticleDraft = run_apart(module.read, base, data)
    return replace(draft, received=data)


def read_finds(name: str, data: bytes, columns: dict[str, str] | None = None) -> tuple[Find, ...]:
    """Everything in a file of any kind: its one article, or each entry, page, row or review. Raises BadInput.
    `columns` of a table say what each holds; left out they are guessed from its headings."""
    base = _base(name)
    module = _find_module(base)
    if hasattr(module, "read"):
        draft = read_file(base, data)
        return (Find(base, draft, url=draft.url, title=draft.title, published_on=draft.published_on),)
    check_size(len(data), "The file", module.FORMAT.most_bytes)
    # Arguments are plain values: the columns go over as text.
    extra = (json.dumps(columns),) if columns and module.FORMAT.gives == CLAIMS else ()
    found: tuple[Find, ...] = run_apart(module.read_all, base, data, *extra)
    return found


def read_paste(text: str) -> ArticleDraft:
    """The article in a text that somebody typed or pasted. Raises BadInput."""
    return paste.read(text)


def list_formats() -> tuple[Format, ...]:
    """Every way in, by its name."""
    return tuple(sorted((module.FORMAT for module in _list_modules()), key=lambda format_: format_.name))


def find_format(name: str) -> Format:
    """The format of a file by its name. Raises BadInput for one that can't be read."""
    found: Format = _find_module(_base(name)).FORMAT
    return found


def holds_one_article(name: str) -> bool:
    """Whether a file of this name is one article. Raises BadInput for a kind that can't be read."""
    return hasattr(_find_module(_base(name)), "read")


def list_extensions(*, articles: bool = False) -> tuple[str, ...]:
    """Every extension that can be read, lower case with its dot: for `accept=` and for messages.
    `articles`: only of files that are one article."""
    return tuple(
        sorted(ext for ext, module in _by_extension().items() if not articles or hasattr(module, "read"))
    )


def most_bytes() -> int:
    """As much as any file may hold."""
    return max(format_.most_bytes for format_ in list_formats())


def _base(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2]


def _find_module(base: str) -> ModuleType:
    low = base.lower()
    fitting = [ext for ext in _by_extension() if low.endswith(ext) and "." in low]
    if not fitting:
        known = ", ".join(list_extensions())
        raise BadInput(f"“{base[:80]}” is not a kind of file that can be read here. These are: {known}.")
    return _by_extension()[max(fitting, key=len)]


@cache
def _by_extension() -> dict[str, ModuleType]:
    return {extension: module for module in _list_modules() for extension in module.FORMAT.extensions}


@cache
def _list_modules() -> tuple[ModuleType, ...]:
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    return tuple(module for module in modules if isinstance(getattr(module, "FORMAT", None), Format))
