"""A folder of files named by the SHA-256 of their bytes."""

import hashlib
import os
import string
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

from workbench.domain.errors import NotFound
from workbench.files.incoming import Incoming, sync_folder

_HEX = frozenset(string.hexdigits.lower())
_PART = 256 * 1024  # bytes held at a time, whatever a file's size


class FileStore:
    """Files under `root`, spread over 256 folders. A stored file is never changed: same bytes, same name.

    What has other bytes than its name promises is moved to `altered/` when the true bytes come in again: it
    may be evidence itself.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._parts = (
            threading.local()
        )  # one buffer a thread: a new one for each file costs more than it holds

    def put(self, data: bytes) -> str:
        """Store the bytes and return their SHA-256. When this returns they survive a power cut."""
        sha256 = hashlib.sha256(data).hexdigest()
        if self._is_whole(sha256, len(data)):
            self._sync(self._path(sha256))
        else:
            with self.receive() as incoming:
                incoming.write(data)
        return sha256

    @contextmanager
    def receive(self) -> Iterator[Incoming]:
        """Take in bytes as they come, never all at once. Once the block has ended `sha256` and `size` of what
        it gave hold, and the bytes survive a power cut; an exception leaves nothing behind."""
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=self.root)  # on the same disk: the rename is one step
        try:
            with os.fdopen(handle, "wb") as file:
                incoming = Incoming(file)
                yield incoming
                incoming.end()
            self._settle(Path(temporary), incoming)
        finally:
            Path(temporary).unlink(missing_ok=True)

    def read(self, sha256: str) -> bytes:
        """The bytes of this hash. Raises NotFound when they are missing, ValueError when altered."""
        with self._open(sha256) as file:
            data = file.read()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ValueError(_describe_altered(sha256))
        return data

    def open_checked(self, sha256: str) -> FileIO:
        """The file to be read, after all of it was hashed. Raises NotFound, or ValueError when altered."""
        file = self._open(sha256)
        try:
            self._prove(file, sha256)
            file.seek(0)
        except BaseException:  # whatever ends it: nobody else would close the file
            file.close()
            raise
        return file

    def check(self, sha256: str) -> int:
        """Hash the file by parts and answer its size. Raises NotFound, or ValueError when altered."""
        with self._open(sha256) as file:
            self._prove(file, sha256)
            return file.tell()

    def exists(self, sha256: str) -> bool:
        """Whether there is a file of this name, whatever its bytes."""
        return self._path(sha256).exists()

    def list_hashes(self) -> Iterator[str]:
        """The SHA-256 of every stored file, in order; what else lies in the folder is passed over."""
        for folder in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            for name in sorted(entry.name for entry in os.scandir(folder)):
                if len(name) == 62 and _HEX.issuperset(name):
                    yield folder.name + name

    def list_unfinished(self) -> Iterator[Path]:
        """What a write that was killed left behind, in order; also what is being written just now."""
        yield from sorted(self.root.glob("tmp*"))

    def list_set_aside(self) -> Iterator[Path]:
        """Files whose bytes were not what their names promised, in order."""
        yield from sorted((self.root / "altered").glob("*"))

    def _settle(self, temporary: Path, incoming: Incoming) -> None:
        target = self._path(incoming.sha256)
        if target.exists():
            if self._is_whole(incoming.sha256, incoming.size):
                self._sync(target)
                return
            self._set_aside(target, incoming.sha256)
        target.parent.mkdir(exist_ok=True, mode=0o700)
        temporary.replace(target)
        self._sync(target)

    def _sync(self, target: Path) -> None:
        """A file that lies there may have been renamed just now, by a writer who has not come to this yet."""
        sync_folder(target.parent)
        sync_folder(self.root)  # the folder itself may be new

    def _is_whole(self, sha256: str, size: int) -> bool:
        """Whether what lies there is what its name says: a name alone is nothing to trust."""
        try:
            return self.check(sha256) == size
        except (NotFound, ValueError):
            return False

    def _set_aside(self, path: Path, sha256: str) -> None:
        aside = self.root / "altered"
        aside.mkdir(exist_ok=True, mode=0o700)
        path.replace(aside / f"{sha256}-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}")
        sync_folder(aside)

    def _open(self, sha256: str) -> FileIO:
        try:
            return self._path(sha256).open("rb", buffering=0)
        except FileNotFoundError:
            raise NotFound(f"The file {sha256[:12]}… is missing from the store.") from None

    def _prove(self, file: FileIO, sha256: str) -> None:
        digest, part = hashlib.sha256(), self._parts.__dict__.setdefault("part", bytearray(_PART))
        view = memoryview(part)
        while length := file.readinto(part):
            digest.update(view[:length])
        if digest.hexdigest() != sha256:
            raise ValueError(_describe_altered(sha256))

    def _path(self, sha256: str) -> Path:
        if len(sha256) != 64 or not _HEX.issuperset(sha256):
            raise NotFound("That is not the name of a stored file.")
        return self.root.joinpath(sha256[:2], sha256[2:])


def _describe_altered(sha256: str) -> str:
    return f"The stored file {sha256} does not have the bytes that its name promises."
