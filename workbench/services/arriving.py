"""Files that wait to be taken in: kept apart from those that are kept for good, and not for long."""

import time
from pathlib import Path

from workbench.files import FileStore

DAYS = 7  # so long a person may take to choose
SECONDS = DAYS * 86_400


def put_arriving(store: FileStore, data: bytes) -> str:
    """Keep the bytes until they are taken in, and return their SHA-256; what waited too long goes."""
    sweep_arriving(store)
    sha256 = store.put(data)
    _find(store, sha256).touch()  # the same bytes may have been brought before
    return sha256


def forget_arriving(store: FileStore, sha256: str, *, since: float) -> None:
    """Bytes that were taken in and were brought before `since` (seconds, as of time.time()): whoever has
    brought the same ones after that still waits for them."""
    path = _find(store, sha256)
    if path.exists() and path.stat().st_mtime <= since:
        path.unlink(missing_ok=True)


def sweep_arriving(store: FileStore) -> None:
    """What nobody has taken in for DAYS goes."""
    before = time.time() - SECONDS
    for path in store.root.glob("??/*"):
        if path.stat().st_mtime < before:
            path.unlink(missing_ok=True)


def _find(store: FileStore, sha256: str) -> Path:
    return store.root / sha256[:2] / sha256[2:]
