"""Files that wait to be taken in: kept apart from those that are kept for good, and not for long."""

import time
from pathlib import Path

from workbench.files import FileStore

DAYS = 7  # so long a person may take to choose
_SECONDS = DAYS * 86_400


def put_arriving(store: FileStore, data: bytes) -> str:
    """Keep the bytes until they are taken in, and return their SHA-256; what waited too long goes."""
    _sweep(store.root, time.time() - _SECONDS)
    sha256 = store.put(data)
    _find(store, sha256).touch()  # the same bytes may have been brought before
    return sha256


def forget_arriving(store: FileStore, sha256: str) -> None:
    """Bytes that nobody waits for any more."""
    _find(store, sha256).unlink(missing_ok=True)


def _find(store: FileStore, sha256: str) -> Path:
    return store.root / sha256[:2] / sha256[2:]


def _sweep(root: Path, before: float) -> None:
    for path in root.glob("??/*"):
        if path.stat().st_mtime < before:
            path.unlink(missing_ok=True)
