"""What waits to be taken in is there for a week, counted from when it was brought last."""

import os
import time
from pathlib import Path

import pytest

from workbench.domain.errors import NotFound
from workbench.files import FileStore
from workbench.services.arriving import DAYS, forget_arriving, put_arriving


def test_what_nobody_came_back_for_goes_and_the_rest_stays(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    old, young, again = (put_arriving(store, data) for data in (b"old", b"young", b"again"))
    long_ago = time.time() - (DAYS + 1) * 86_400
    for sha256 in (old, again):
        os.utime(tmp_path / sha256[:2] / sha256[2:], (long_ago, long_ago))

    assert put_arriving(store, b"again") == again
    put_arriving(store, b"more")

    assert store.read(young) == b"young"
    with pytest.raises(NotFound):
        store.read(old)
    assert store.read(put_arriving(store, b"again")) == b"again"


def test_what_was_taken_in_is_forgotten(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    sha256 = put_arriving(store, b"words")

    forget_arriving(store, sha256, since=time.time() - 60)
    assert list(store.list_hashes()) == [sha256]  # somebody has brought the same since

    forget_arriving(store, sha256, since=time.time() + 1)
    forget_arriving(store, sha256, since=time.time() + 1)

    assert list(store.list_hashes()) == []
