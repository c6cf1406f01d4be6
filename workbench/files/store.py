"""A folder of files named by the SHA-256 of their bytes."""

import hashlib
import os
import string
import tempfile
from collections.abc import Iterator
from pathlib import Path

from workbench.domain.errors import NotFound

_HEX = frozenset(string.hexdigits.lower())


class FileStore:
    """Files under `root`, spread over 256 folders. A stored file is never changed: same bytes, same name."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, data: bytes) -> str:
        """Store the bytes and return their SHA-256. When this returns they survive a power cut."""
        sha256 = hashlib.sha256(data).hexdigest()
        target = self._path(sha256)
        if target.exists():
            return sha256
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)
        return sha256

    def read(self, sha256: str) -> bytes:
        """The bytes of this hash. Raises NotFound when they are missing, ValueError when altered."""
        try:
            data = self._path(sha256).read_bytes()
        except FileNotFoundError:
            raise NotFound(f"The file {sha256[:12]}… is missing from the store.") from None
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ValueError(f"The stored file {sha256} does not have the bytes that its name promises.")
        return data

    def list_hashes(self) -> Iterator[str]:
        """The SHA-256 of every stored file, in order; what else lies in the folder is passed over."""
        for folder in sorted(self.root.glob("[0-9a-f][0-9a-f]")):
            for path in sorted(folder.iterdir()):
                if len(path.name) == 62 and _HEX.issuperset(path.name):
                    yield folder.name + path.name

    def _path(self, sha256: str) -> Path:
        if len(sha256) != 64 or not _HEX.issuperset(sha256):
            raise NotFound("That is not the name of a stored file.")
        return self.root / sha256[:2] / sha256[2:]


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows has no way to sync a folder
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
