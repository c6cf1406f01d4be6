"""Every stored file hashed again and held against the records that name it."""

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from sqlmodel import Session

from workbench import history
from workbench.domain.captures import HARMLESS_FAULTS, CustodyAct, FileFault
from workbench.domain.errors import NotFound
from workbench.files import FileStore
from workbench.queries.stored_files import list_snapshots_of, read_named
from workbench.services.custody import note_act, note_all

PREFIXES = [f"{number:02x}" for number in range(256)]
_NOTED = 1000  # findings that get a link in their own file's chain; a store so broken needs another remedy


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. `name` is a SHA-256, or a path in the store where the file has none."""

    fault: FileFault
    name: str
    message: str


@dataclass(slots=True)
class FileTally:
    """What was looked at: files, their bytes, how many of each fault. `watch` is told each file's size."""

    files: int = 0
    size: int = 0
    faults: Counter[FileFault] = field(default_factory=Counter)
    watch: Callable[[int], object] = abs  # nobody watches

    @property
    def is_whole(self) -> bool:
        """Whether every record has its bytes, as they were."""
        return not set(self.faults) - HARMLESS_FAULTS


def find_faults(session: Session, files: FileStore, tally: FileTally) -> Iterator[Finding]:
    """Everything that is wrong with the store, as it is found; `tally` counts along. Changes nothing.

    A part at a time: names are read by their first two digits, bytes a chunk at a time, and no transaction
    is held meanwhile. Names come before files, because a file is stored before the record that names it.
    """
    stored = groupby(files.list_hashes(), key=lambda sha256: sha256[:2])
    folder, names = next(stored, ("", iter(())))
    for prefix in PREFIXES:
        named = read_named(session, prefix)
        session.commit()
        lonely: list[str] = []
        if folder == prefix:
            lonely = yield from _check_folder(files, names, named, tally)
            folder, names = next(stored, ("", iter(())))
        # What was read is out of `named`; a file that came or went meanwhile is asked for once more.
        for sha256, tables in sorted(named.items()):
            if not files.exists(sha256):
                yield _count(
                    tally, FileFault.MISSING, sha256, f"{_list(tables)}: it is missing from the store."
                )
        if lonely:
            now = read_named(session, prefix)  # a record may have come meanwhile
            session.commit()
            for sha256 in lonely:
                if sha256 not in now:
                    yield _count(tally, FileFault.ORPHANED, sha256, "no record names it.")
    for path in files.list_set_aside():
        yield _count(
            tally, FileFault.SET_ASIDE, f"altered/{path.name}", "altered bytes, kept to be examined."
        )
    for path in files.list_unfinished():
        yield _count(
            tally, FileFault.UNFINISHED, path.name, "a write that was broken off, or goes on just now."
        )


def verify_files(session: Session, files: FileStore, tally: FileTally, *, by: str) -> Iterator[Finding]:
    """The same, and a link in the chain of custody at the end: one for all files, and one more for each that
    is altered or missing."""
    bad: dict[str, str] = {}
    for found in find_faults(session, files, tally):
        if found.fault not in HARMLESS_FAULTS and len(bad) < _NOTED:
            bad[found.name] = found.message
        yield found
    with history.change(session, by=by, action="files.verified") as change:
        change.subject = note_all(session, CustodyAct.VERIFIED, change.at, describe(tally))
        for snapshot in list_snapshots_of(session, list(bad)):
            note = f"Not as collected: {bad[snapshot.sha256]}"
            note_act(session, snapshot, CustodyAct.VERIFIED, change.at, note)


def describe(tally: FileTally) -> str:
    """The tally in a sentence."""
    parts = [f"{tally.faults[fault]:,} {fault.value}" for fault in FileFault if tally.faults[fault]]
    return f"{tally.files:,} files, {tally.size:,} bytes: {', '.join(parts) or 'all as their names promise'}."


def _check_folder(
    files: FileStore, names: Iterable[str], named: dict[str, dict[str, int | None]], tally: FileTally
) -> Generator[Finding, None, list[str]]:
    """Answers the names that no record knew."""
    lonely = []
    for sha256 in names:
        tables = named.pop(sha256, {})
        tally.files += 1
        try:
            size = files.check(sha256)
        except ValueError:
            yield _count(
                tally,
                FileFault.ALTERED,
                sha256,
                f"{_list(tables)}: its bytes are not those it was named for.",
            )
            continue
        except NotFound:
            named[sha256] = tables  # moved aside this very moment: told with the missing ones
            continue
        tally.size += size
        tally.watch(size)
        for table, told in tables.items():
            if told is not None and told != size:
                message = f"{table}: the record says {told:,} bytes, it has {size:,}."
                yield _count(tally, FileFault.ALTERED, sha256, message)
        if not tables:
            lonely.append(sha256)
    return lonely


def _count(tally: FileTally, fault: FileFault, name: str, message: str) -> Finding:
    tally.faults[fault] += 1
    return Finding(fault, name, f"{fault.value}: {name}: {message}")


def _list(tables: Iterable[str]) -> str:
    return ", ".join(sorted(tables)) or "no record"
