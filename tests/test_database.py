"""Which writes wait for the disk, on each engine."""

from sqlalchemy import Engine, text

from workbench import database
from workbench.database import SQLITE, pick_journal_mode

SHOW = {"sqlite": "PRAGMA synchronous", "postgresql": "SHOW synchronous_commit"}
FULL = 2
PASSES = {"sqlite": 1, "postgresql": "off"}


def test_a_passing_write_does_not_wait_and_the_next_one_does(engine: Engine) -> None:
    name = engine.dialect.name
    show = text(SHOW[name])
    with database.open_session(engine) as session:
        usual = session.execute(show).scalar()  # of PostgreSQL the server decides
    with database.scratch(engine, lasting=False) as session:
        passing = session.execute(show).scalar()
    with database.scratch(engine) as session:
        lasting = session.execute(show).scalar()
    with database.open_session(engine) as session:
        reading = session.execute(show).scalar()
    whole = name == "postgresql" or pick_journal_mode(SQLITE.sqlite_version_info) == "WAL"
    assert passing == (PASSES[name] if whole else usual)
    assert (lasting, reading) == (usual, usual)
    assert name == "postgresql" or usual == FULL
