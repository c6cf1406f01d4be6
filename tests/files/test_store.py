"""The file store: named by hash, opened by hash, never half written."""

import hashlib
import os
import resource
import threading
from pathlib import Path

import pytest

from workbench.domain.errors import NotFound
from workbench.files import FileStore
from workbench.files import store as store_module


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


def list_files(store: FileStore) -> list[Path]:
    return [path for path in store.root.rglob("*") if path.is_file()]


@pytest.mark.parametrize("data", [b"", b"a map", b"\0\r\n\xff" * 1000])
def test_what_was_put_is_read_by_its_sha256(store: FileStore, data: bytes) -> None:
    name = store.put(data)
    assert name == hashlib.sha256(data).hexdigest()
    assert store.read(name) == data
    assert store.put(data) == name
    assert len(list_files(store)) == 1


def test_nobody_else_on_the_machine_reads_a_stored_file(store: FileStore) -> None:
    store.put(b"a secret map")
    (path,) = list_files(store)
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "name",
    [
        "",
        "..",
        "../../etc/passwd",
        "a" * 63,
        "A" * 64,
        "g" * 64,
        "a" * 62 + "/.",
        "a" * 64 + "\0",
        "\uff41" * 64,
    ],
)
def test_only_a_hash_names_a_file(store: FileStore, name: str) -> None:
    with pytest.raises(NotFound):
        store.read(name)


def test_a_missing_file_is_not_found_and_an_altered_one_is_not_handed_out(store: FileStore) -> None:
    name = store.put(b"the true bytes")
    (path,) = list_files(store)
    path.write_bytes(b"other bytes")
    with pytest.raises(ValueError, match=name):
        store.read(name)
    path.unlink()
    with pytest.raises(NotFound, match=name[:12]):
        store.read(name)


def test_two_writers_of_the_same_bytes_leave_one_whole_file(store: FileStore) -> None:
    data, names, gate = os.urandom(200_000), [], threading.Barrier(6)

    def write() -> None:
        gate.wait()
        names.append(store.put(data))

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(names)) == 1
    assert store.read(names[0]) == data
    assert len(list_files(store)) == 1


def test_a_write_that_breaks_off_leaves_no_half_file(store: FileStore) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))  # the disk "is full" after a thousand bytes
    try:
        with pytest.raises(OSError, match="File too large"):
            store.put(b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list_files(store) == []
    assert store.read(store.put(b"x" * 100_000)) == b"x" * 100_000


def test_what_is_there_already_survives_a_power_cut_as_well(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = store.put(b"a map")  # by another writer, who may be cut off before the folders are synced
    synced: list[Path] = []
    monkeypatch.setattr(store_module, "sync_folder", synced.append)
    folders = [store.root / name[:2], store.root]
    assert store.put(b"a map") == name
    assert synced == folders
    with store.receive() as incoming:
        incoming.write(b"a map")
    assert synced == folders * 2


def test_what_a_killed_writer_left_is_never_read(store: FileStore) -> None:
    name = store.put(b"a map")
    (path,) = list_files(store)
    path.rename(path.with_name("tmpabc123"))  # killed before the rename
    with pytest.raises(NotFound):
        store.read(name)
    assert store.put(b"a map") == name
    assert store.read(name) == b"a map"
