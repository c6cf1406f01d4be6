"""Bytes on their way into the store: hashed as they are written, synced at the end."""

import hashlib
import os
from pathlib import Path
from typing import BinaryIO


class Incoming:
    """A file being written. `sha256` is empty until all of it has come."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self.size = 0
        self.sha256 = ""

    def write(self, data: bytes) -> int:
        """Add bytes; answers how many, as a file does."""
        self._digest.update(data)
        self._file.write(data)
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        """Writers of archives ask for it; what counts is the sync at the end."""
        self._file.flush()

    def end(self) -> None:
        """Have all of it on the disk, and its name known."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self.sha256 = self._digest.hexdigest()


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, too."""
    if os.name != "posix":
        return  # Windows has no way to sync a folder
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
