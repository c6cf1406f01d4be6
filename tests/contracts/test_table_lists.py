"""Which tables are tracked is a decision: each is on exactly one list, and each tracked one is guarded."""

import pytest
from sqlalchemy import Engine, inspect, text

from workbench.models import METADATA, TRACKED, UNTRACKED, Revision, RevisionPayload, Tracked
from workbench.schema import FROZEN

TRACKED_TABLES = {
    "adjudication",
    "anchor",
    "appearance",
    "article",
    "article_version",
    "attribution",
    "blind_request",
    "blind_verdict",
    "capture",
    "claim",
    "claim_link",
    "claim_tag",
    "comment",
    "custody",
    "desk",
    "evidence",
    "foreign_verdict",
    "furniture",
    "reply",
    "report",
    "report_claim",
    "report_file",
    "report_page",
    "review",
    "snapshot",
    "source",
    "used_scale",
    "user_account",
    "verdict",
}
UNTRACKED_TABLES = {
    "credential",
    "draft",
    "feed_token",
    "idempotency_key",
    "job",
    "login_attempt",
    "login_session",
    "notification",
    "recovery_code",
    "saved_view",
    "second_factor",
}
HISTORY_TABLES = {"revision", "revision_payload"}

_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard!_%' ESCAPE '!'",
    # 'A': it fires in replica mode too.
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'A'",
}
_PER_TABLE = {"sqlite": ("insert", "update", "delete"), "postgresql": ("row", "truncate")}
_HISTORY = {
    "sqlite": {
        "guard_revision_insert",
        "guard_revision_update",
        "guard_revision_delete",
        "guard_revision_payload_insert",
        "guard_revision_payload_update",
        "guard_revision_payload_delete",
    },
    "postgresql": {
        "guard_revision_row",
        "guard_revision_truncate",
        "guard_revision_payload_update",
        "guard_revision_payload_delete",
        "guard_revision_payload_truncate",
    },
}


def test_each_table_is_on_exactly_one_list() -> None:
    assert {model.__tablename__ for model in TRACKED} == TRACKED_TABLES
    assert {model.__tablename__ for model in UNTRACKED} == UNTRACKED_TABLES
    assert {Revision.__tablename__, RevisionPayload.__tablename__} == HISTORY_TABLES
    assert set(METADATA.tables) == TRACKED_TABLES | UNTRACKED_TABLES | HISTORY_TABLES


def test_every_tracked_model_and_no_other_is_of_the_tracked_class() -> None:
    assert all(issubclass(model, Tracked) for model in TRACKED)
    assert not any(issubclass(model, Tracked) for model in UNTRACKED)
    assert FROZEN <= TRACKED_TABLES


def test_the_database_has_the_tables_of_the_lists(engine: Engine) -> None:
    found = {name for name in inspect(engine).get_table_names() if "_fts" not in name}

    assert found == TRACKED_TABLES | UNTRACKED_TABLES | HISTORY_TABLES | {"alembic_version"}


def test_every_tracked_table_has_its_guards(engine: Engine) -> None:
    dialect = engine.dialect.name
    wanted = {f"guard_{table}_{event}" for table in TRACKED_TABLES for event in _PER_TABLE[dialect]}
    wanted |= {f"guard_{table}_frozen" for table in FROZEN} | _HISTORY[dialect]

    with engine.connect() as connection:
        assert set(connection.execute(text(_TRIGGERS[dialect])).scalars()) == wanted


def test_every_tracked_row_is_tied_to_its_revision_until_commit(engine: Engine) -> None:
    for table in TRACKED_TABLES:
        ties = [
            key
            for key in inspect(engine).get_foreign_keys(table)
            if key["constrained_columns"] == ["id", "version"]
        ]
        assert len(ties) == 1, table
        assert ties[0]["referred_table"] == "revision"
        assert ties[0]["referred_columns"] == ["entity_id", "version"]
        assert ties[0]["options"] == {"deferrable": True, "initially": "DEFERRED"}


@pytest.mark.parametrize("model", TRACKED, ids=lambda model: model.__tablename__)
def test_no_tracked_column_is_a_float_or_stored_bytes(model: type[Tracked]) -> None:
    """Neither can stand in the history: a decimal number is text, bytes are a file named by its SHA-256."""
    for column in model.__table__.columns:  # type: ignore[attr-defined]
        assert column.type.python_type not in {float, bytes}, column
