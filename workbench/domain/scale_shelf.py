"""The scales that a desk can judge on: those that come with the workbench, and its own from a folder."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from workbench.domain.ratings import Scale, load_scales, load_versions
from workbench.domain.scale_files import BadScale, Mistake, read_scale

MOST_BYTES = 100_000
_LOG = logging.getLogger(__name__)
_State: TypeAlias = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A file that is not taken, and why."""

    name: str
    mistakes: tuple[Mistake, ...]

    def __str__(self) -> str:
        return f"{self.name}: {'; '.join(map(str, self.mistakes))}"


@dataclass(frozen=True, slots=True)
class Stock:
    """The newest version of each scale by code, the shipped ones first; `files` says where a scale of the
    desk's own was read from."""

    scales: Mapping[str, Scale]
    files: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[FileProblem, ...] = ()


class ScaleShelf:
    """Reads the folder anew when something in it changed. A broken file is told, in the log too, and left
    out; it takes nothing else with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._state: _State | None = None
        self._stock = Stock(load_scales())

    def read(self) -> Stock:
        """What can be judged on now."""
        try:
            state = self._look()
        except OSError as error:
            return Stock(load_scales(), problems=(_refuse(self.folder.name, str(error)),))
        if state != self._state:
            self._stock = _read_folder([self.folder / name for name, _, _ in state])
            self._state = state
            for problem in self._stock.problems:
                _LOG.warning("Rating scale not taken: %s", problem)
        return self._stock

    def _look(self) -> _State:
        if not self.folder.is_dir():
            return ()
        found = [(path, path.stat()) for path in self.folder.glob("*.toml") if path.is_file()]
        return tuple(sorted((path.name, stat.st_mtime_ns, stat.st_size) for path, stat in found))


def read_scale_file(path: Path) -> Scale:
    """The scale of one file. Raises BadScale, also for a code that belongs to a scale of the workbench."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadScale([Mistake(0, f"a scale has at most {MOST_BYTES:,} bytes")])
        toml = path.read_text("utf-8-sig")  # some editors write a mark in front
    except UnicodeDecodeError as error:
        before = path.read_bytes()[: error.start].count(b"\n")
        raise BadScale([Mistake(before + 1, "this is not UTF-8")]) from None
    except OSError as error:
        raise BadScale([Mistake(0, error.strerror or str(error))]) from None
    return read_scale(toml, taken={code for code, _ in load_versions()})


def _read_folder(paths: list[Path]) -> Stock:
    found: dict[tuple[str, int], tuple[Scale, str]] = {}
    problems = []
    for path in paths:
        try:
            scale = read_scale_file(path)
        except BadScale as error:
            problems.append(FileProblem(path.name, error.mistakes))
            continue
        key = (scale.code, scale.version)
        if key in found:
            words = f"version {scale.version} of “{scale.code}” stands in {found[key][1]} already"
            problems.append(_refuse(path.name, words))
        else:
            found[key] = (scale, path.name)
    own = {code: found[code, version] for code, version in sorted(found)}
    scales = {**load_scales(), **{code: scale for code, (scale, _) in own.items()}}
    return Stock(scales, {code: name for code, (_, name) in own.items()}, tuple(problems))


def _refuse(name: str, words: str) -> FileProblem:
    return FileProblem(name, (Mistake(0, words),))
