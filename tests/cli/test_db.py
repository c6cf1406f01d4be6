"""`workbench db`: upgrade, backup, restore and check, on both engines."""

import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session

from tests import factories, postgres
from tests.cli.conftest import SQLITE_ONLY, Run, invoke, refusal
from workbench import database, schema
from workbench.files import FileStore
from workbench.login.secret import load_key
from workbench.services.database_copies import read_snapshot
from workbench.settings import Settings


@pytest.fixture
def desk(settings: Settings, session: Session) -> Settings:
    """A desk with rows and the bytes behind them, a key and a queue."""
    files = FileStore(settings.files_path)
    files.put(factories.TEXT.encode())
    files.put(b"captured")
    files.put(b"record")
    claim = factories.make_claim(session)
    factories.make_evidence(session, claim, snapshot_id=factories.make_snapshot(session).id)
    factories.make_report(session, claim)
    session.commit()
    load_key(settings.data / "secret.key")
    settings.queue_path.write_bytes(b"")
    return settings


@pytest.fixture
def archive(desk: Settings, run: Run, tmp_path: Path) -> Path:
    output = tmp_path / "backup.zip"
    result = run("db", "backup", output)
    assert result.exit_code == 0, result.stderr
    return output


@pytest.fixture
def empty(settings: Settings, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Settings]:
    """Another place of the same engine, with nothing in it."""
    if not settings.database_url:
        yield Settings(data=tmp_path / "other")
        return
    admin = request.getfixturevalue("postgres_admin")
    url = postgres.create_database(admin)
    yield Settings(data=tmp_path / "other", database_url=url)
    postgres.drop_database(admin, url)


def test_upgrade_makes_a_desk_and_may_be_repeated(empty: Settings) -> None:
    for _ in range(2):
        result = invoke("db", "upgrade", "--data", empty.data, WORKBENCH_DATABASE_URL=empty.database_url)
        assert result.exit_code == 0, result.stderr
    found = invoke("check-history", "--data", empty.data, WORKBENCH_DATABASE_URL=empty.database_url)
    assert found.stdout.startswith("1 revisions, all in order")


def test_a_newer_database_is_refused(run: Run, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert "workbench db upgrade" in refusal(run("user", "list"))
    assert "another version" in refusal(run("db", "upgrade"))


def test_a_restored_desk_is_the_same_desk(
    archive: Path, desk: Settings, engine: Engine, empty: Settings
) -> None:
    address = {"WORKBENCH_DATABASE_URL": empty.database_url}
    result = invoke("db", "restore", archive, "--data", empty.data, **address)
    assert result.exit_code == 0, result.stderr
    assert "The desk is whole" in result.stdout
    restored = database.open_engine(empty)
    with zipfile.ZipFile(archive) as opened:
        manifest = json.loads(opened.read("manifest.json"))
    found = read_snapshot(restored)
    assert (found.seq, found.hash) == (manifest["seq"], manifest["hash"])
    assert read_snapshot(engine).seq == found.seq + 1  # the chain of custody names the backup
    restored.dispose()
    stored = [list(FileStore(place.files_path).list_hashes()) for place in (desk, empty)]
    assert stored[0] == stored[1]
    assert len(stored[0]) == 3
    assert not (empty.data / "secret.key").exists()
    assert [path.name for path in empty.data.glob(".*")] == []


def test_a_backup_is_private_and_holds_no_key(archive: Path, desk: Settings) -> None:
    assert archive.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(archive) as opened:
        manifest = json.loads(opened.read("manifest.json"))
        assert set(opened.namelist()) == {*manifest["members"], "manifest.json"}
    assert not [name for name in manifest["members"] if "key" in name or "queue" in name]
    assert manifest["schema"] == "0005"
    assert list(archive.parent.glob(".backup-*")) == []


@SQLITE_ONLY
def test_a_backup_waits_for_no_writer(
    run: Run, desk: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 300)
    if database.pick_journal_mode(database.SQLITE.sqlite_version_info) != "WAL":
        pytest.skip("this SQLite needs the rollback journal, where readers wait")
    writer = database.SQLITE.connect(str(desk.sqlite_path))
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE alembic_version SET version_num = version_num")
    result = run("db", "backup", tmp_path / "b.zip")
    assert result.exit_code == 0
    assert result.stderr == "The desk is busy: the chain of custody does not name this backup.\n"
    writer.rollback()
    writer.close()


@SQLITE_ONLY
def test_a_folder_gets_a_name_by_the_time_and_nothing_is_overwritten(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    assert run("db", "backup", folder).exit_code == 0
    assert [path.name[:10] for path in folder.iterdir()] == ["workbench-"]
    assert "there already" in refusal(run("db", "backup", archive))
    assert "no folder" in refusal(run("db", "backup", tmp_path / "none" / "b.zip"))


@SQLITE_ONLY
def test_a_full_directory_is_left_alone_without_force(run: Run, archive: Path, engine: Engine) -> None:
    assert "not empty" in refusal(run("db", "restore", archive))
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        assert "in use" in refusal(run("db", "restore", archive, "--force"))


@SQLITE_ONLY
def test_force_moves_nothing_aside_that_is_no_desk(archive: Path, tmp_path: Path, engine: Engine) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "letter.txt").write_text("mine")
    assert "holds no desk" in refusal(invoke("db", "restore", archive, "--force", "--data", home))
    assert (home / "letter.txt").read_text() == "mine"


@SQLITE_ONLY
def test_force_moves_the_old_desk_aside(run: Run, archive: Path, desk: Settings, engine: Engine) -> None:
    engine.dispose()
    result = run("db", "restore", archive, "--force")
    assert result.exit_code == 0, result.stderr
    [aside] = desk.data.parent.glob("data.before-*")
    assert (aside / "secret.key").exists()
    assert not (desk.data / "secret.key").exists()
    assert "The desk is whole" in result.stdout


def test_a_backup_of_the_other_engine_is_refused(
    archive: Path, settings: Settings, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    place = tmp_path / "elsewhere"
    if settings.database_url:
        line = refusal(invoke("db", "restore", archive, "--data", place))
    else:
        admin = request.getfixturevalue("postgres_admin")
        url = postgres.create_database(admin)
        line = refusal(invoke("db", "restore", archive, "--data", place, WORKBENCH_DATABASE_URL=url))
        postgres.drop_database(admin, url)
    assert "is set up for" in line
    assert not place.exists()


@pytest.mark.parametrize("settings", ["postgresql"], indirect=True)
def test_a_full_postgresql_database_is_refused(archive: Path, desk: Settings, tmp_path: Path) -> None:
    elsewhere = {"WORKBENCH_DATABASE_URL": desk.database_url}
    line = refusal(invoke("db", "restore", archive, "--data", tmp_path / "x", **elsewhere))
    assert "not empty" in line


Members = dict[str, bytes]


def _forge(members: Members, **values: object) -> None:
    manifest = json.loads(members["manifest.json"])
    manifest.update(values)
    members["manifest.json"] = json.dumps(manifest).encode()


def _promise(members: Members, name: str, **values: object) -> None:
    manifest = json.loads(members["manifest.json"])
    manifest["members"].setdefault(name, {"size": 4, "sha256": "0" * 64}).update(values)
    members["manifest.json"] = json.dumps(manifest).encode()


def _one_file(members: Members) -> str:
    return next(name for name in members if name.startswith("files/"))


def change_a_byte(members: Members) -> None:
    members[_one_file(members)] = b"captureD"


def leave_one_out(members: Members) -> None:
    del members[_one_file(members)]


def add_one(members: Members) -> None:
    members["files/aa/" + "b" * 62] = b"more"


def climb_out(members: Members) -> None:
    members["../../climbed"] = b"evil"
    _promise(members, "../../climbed")


def name_a_root_path(members: Members) -> None:
    members["/climbed"] = b"evil"
    _promise(members, "/climbed")


def bring_a_key(members: Members) -> None:
    members["secret.key"] = b"evil"
    _promise(members, "secret.key")


def lie_about_a_size(members: Members) -> None:
    members[_one_file(members)] = b"\0" * 10_000_000


def promise_too_much(members: Members) -> None:
    _promise(members, _one_file(members), size=10**18)


def promise_less_than_nothing(members: Members) -> None:
    _promise(members, _one_file(members), size=-1)


def leave_the_manifest_out(members: Members) -> None:
    del members["manifest.json"]


def break_the_manifest(members: Members) -> None:
    members["manifest.json"] = b"[" * 100_000


def come_from_elsewhere(members: Members) -> None:
    _forge(members, format="another/9")


def claim_another_head(members: Members) -> None:
    _forge(members, seq=1)


def leave_the_database_out(members: Members) -> None:
    manifest = json.loads(members["manifest.json"])
    del manifest["members"]["workbench.db"], members["workbench.db"]
    members["manifest.json"] = json.dumps(manifest).encode()


@SQLITE_ONLY
@pytest.mark.parametrize(
    "spoil",
    [
        change_a_byte,
        leave_one_out,
        add_one,
        climb_out,
        name_a_root_path,
        bring_a_key,
        lie_about_a_size,
        promise_too_much,
        promise_less_than_nothing,
        leave_the_manifest_out,
        break_the_manifest,
        come_from_elsewhere,
        claim_another_head,
        leave_the_database_out,
    ],
)
def test_a_spoilt_backup_touches_nothing(
    spoil: Callable[[Members], None], archive: Path, empty: Settings, tmp_path: Path
) -> None:
    with zipfile.ZipFile(archive) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    spoil(members)
    spoilt = tmp_path / "spoilt.zip"
    with zipfile.ZipFile(spoilt, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in members.items():
            opened.writestr(name, data)
    before = sorted(tmp_path.rglob("*"))
    assert refusal(invoke("db", "restore", spoilt, "--data", empty.data))
    assert sorted(tmp_path.rglob("*")) == before
    assert not Path("/climbed").exists()


@SQLITE_ONLY
def test_two_members_of_one_name_are_refused(archive: Path, empty: Settings) -> None:
    with zipfile.ZipFile(archive, "a") as opened, pytest.warns(UserWarning, match="Duplicate name"):
        opened.writestr("workbench.db", b"another")
    assert "of one name" in refusal(invoke("db", "restore", archive, "--data", empty.data))


@SQLITE_ONLY
def test_what_is_no_archive_or_a_cut_one_is_refused(archive: Path, empty: Settings, tmp_path: Path) -> None:
    cut = tmp_path / "cut.zip"
    cut.write_bytes(archive.read_bytes()[:-2000])
    assert "no backup that can be read" in refusal(invoke("db", "restore", cut, "--data", empty.data))
    missing = tmp_path / "none.zip"
    assert "No such file" in refusal(invoke("db", "restore", missing, "--data", empty.data))


def test_a_whole_desk_checks(desk: Settings, run: Run) -> None:
    result = run("db", "check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("The desk is whole: database, guards, files, ")


def test_missing_and_altered_files_are_found_and_stay_out_of_a_backup(
    desk: Settings, run: Run, tmp_path: Path
) -> None:
    files = FileStore(desk.files_path)
    gone, altered = files.put(b"captured"), files.put(b"record")
    (files.root / gone[:2] / gone[2:]).unlink()
    (files.root / altered[:2] / altered[2:]).write_bytes(b"forged")
    result = run("db", "check")
    assert result.exit_code == 1
    assert f"missing: {gone}: snapshot: it is missing from the store." in result.stdout
    assert f"altered: {altered}: report, report_file: " in result.stdout
    backup = run("db", "backup", tmp_path / "b.zip")
    assert backup.exit_code == 1
    assert altered in backup.stderr


def test_a_lost_guard_is_found_and_an_upgrade_puts_it_back(desk: Settings, run: Run, engine: Engine) -> None:
    drop = {
        "sqlite": "DROP TRIGGER guard_claim_delete",
        "postgresql": "ALTER TABLE claim DISABLE TRIGGER guard_claim_row",
    }
    with engine.begin() as connection:
        connection.execute(text(drop[engine.dialect.name]))
    result = run("db", "check")
    assert result.exit_code == 1
    assert "The guard guard_claim_" in result.stdout
    assert run("db", "upgrade").exit_code == 0
    assert run("db", "check").exit_code == 0


@SQLITE_ONLY
def test_a_weakened_guard_is_found(desk: Settings, run: Run, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TRIGGER guard_claim_delete"))
        connection.execute(
            text("CREATE TRIGGER guard_claim_delete BEFORE DELETE ON claim BEGIN SELECT 1; END")
        )
    assert "guard_claim_delete" in run("db", "check").stdout


@SQLITE_ONLY
def test_a_row_without_its_parent_is_found(desk: Settings, run: Run, engine: Engine) -> None:
    with engine.begin() as connection:
        schema.drop_guards(connection)
    with closing(database.SQLITE.connect(str(desk.sqlite_path))) as raw:  # without foreign keys
        raw.execute("DELETE FROM source")
        raw.commit()
    assert "points to a row of source that is not there" in run("db", "check").stdout
