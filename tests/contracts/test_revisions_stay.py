"""Revisions and their payloads are only added to; the one permitted update is a genuine redaction."""

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session

from tests import factories
from tests.contracts.bypass import refuse
from workbench import history
from workbench.models import METADATA
from workbench.queries.history_check import check_history

COLUMNS = [column.name for column in METADATA.tables["revision"].columns]
BLANK = "UPDATE revision_payload SET salt = NULL, body = NULL, redacted_by = :by WHERE seq = :seq"


@pytest.mark.parametrize("column", COLUMNS)
def test_no_column_of_a_revision_changes(desk: Engine, column: str) -> None:
    assert "only added to" in refuse(desk, f"UPDATE revision SET {column} = {column} WHERE seq = 1")


@pytest.mark.parametrize("table", ["revision", "revision_payload"])
def test_nothing_of_the_history_is_deleted(desk: Engine, table: str) -> None:
    for which in ("", " WHERE seq = 1", " WHERE seq = (SELECT max(seq) FROM revision)"):
        assert "only added to" in refuse(desk, f"DELETE FROM {table}{which}")


@pytest.mark.parametrize(
    "change",
    ["body = '{}'", "salt = NULL", "body = NULL", "redacted_by = 1", "seq = 999", "salt = NULL, body = NULL"],
)
def test_a_payload_changes_only_by_a_redaction(desk: Engine, change: str) -> None:
    assert "only a redaction" in refuse(desk, f"UPDATE revision_payload SET {change} WHERE seq = 1")


def test_an_upsert_changes_no_revision_and_no_payload(desk: Engine) -> None:
    upsert = "INSERT INTO {0} SELECT * FROM {0} WHERE seq = 1 ON CONFLICT (seq) DO UPDATE SET {1}"

    refuse(desk, upsert.format("revision", "reason = 'x'"))
    refuse(desk, upsert.format("revision_payload", "body = '{}'"))


def test_a_revision_that_is_no_redaction_blanks_nothing(engine: Engine, session: Session) -> None:
    source = factories.make_source(session)
    factories.edit(session, source, name="Edited")
    session.commit()

    assert "only a redaction" in refuse(engine, BLANK, seq=1, by=2)


def test_a_redaction_blanks_nothing_of_another_row(engine: Engine, session: Session) -> None:
    factories.make_source(session, "One")
    factories.make_source(session, "Other")
    history.redact(session, 1, by="owner", reason="a private person")
    session.commit()

    assert "only a redaction" in refuse(engine, BLANK, seq=2, by=3)


def test_a_redaction_blanks_only_the_revision_that_it_names(engine: Engine, session: Session) -> None:
    source = factories.make_source(session)
    factories.edit(session, source, name="Edited")
    history.redact(session, 1, by="owner", reason="a private person")
    session.commit()

    assert "only a redaction" in refuse(engine, BLANK, seq=2, by=3)
    assert "only a redaction" in refuse(engine, BLANK, seq=3, by=3)


def test_blanked_values_do_not_come_back(engine: Engine, session: Session) -> None:
    factories.make_source(session)
    history.redact(session, 1, by="owner", reason="a private person")
    session.commit()

    refuse(engine, "UPDATE revision_payload SET body = '{}', redacted_by = NULL WHERE seq = 1")
    assert check_history(session) == []


def test_a_payload_without_its_revision_fails_at_commit(desk: Engine) -> None:
    assert (
        "foreign key" in refuse(desk, "INSERT INTO revision_payload (seq, body) VALUES (999, '{}')").lower()
    )


def test_blanking_takes_the_words_out_of_the_table(engine: Engine, session: Session) -> None:
    factories.make_source(session, "Private person")
    history.redact(session, 1, by="owner", reason="a private person")

    with engine.connect() as connection:
        bodies = connection.execute(text("SELECT coalesce(body, '') || '.' FROM revision_payload"))
        assert "Private" not in "".join(bodies.scalars())
