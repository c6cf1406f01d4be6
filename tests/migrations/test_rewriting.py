"""A migration that rewrites a table loses no row, no guard and no word; a failed one leaves all as it was."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, inspect, text
from sqlmodel import Session

from tests import factories
from tests.contracts.bypass import fingerprint, refuse
from tests.migrations.test_upgrade import list_triggers
from workbench import schema
from workbench.models import Claim
from workbench.queries.history_check import check_history

Add = Callable[[str], None]
REWRITE = """
with op.batch_alter_table("{table}", recreate="{recreate}") as batch:
    batch.add_column(sa.Column("extra", sa.String()))
"""
FIND = {
    "sqlite": "SELECT claim.title FROM claim_fts JOIN claim ON claim.number = claim_fts.rowid "
    "WHERE claim_fts MATCH :word",
    "postgresql": "SELECT title FROM claim WHERE search @@ to_tsquery('simple', :word)",
}


def find(engine: Engine, word: str) -> list[str]:
    with engine.connect() as connection:
        return list(connection.execute(text(FIND[engine.dialect.name]), {"word": word}).scalars())


@pytest.mark.parametrize("table", ["claim", "article_version", "source", "verdict", "report", "user_account"])
def test_a_rewritten_table_keeps_its_children_guards_and_search(
    engine: Engine, session: Session, add_migration: Add, table: str
) -> None:
    factories.make_every_kind(session)
    claim = factories.make_claim(session, title="Pontoon bridges")
    session.close()
    before, triggers = fingerprint(engine), list_triggers(engine)
    add_migration(
        REWRITE.format(table=table, recreate="always" if engine.dialect.name == "sqlite" else "auto")
    )
    schema.upgrade(engine)

    assert "extra" in {column["name"] for column in inspect(engine).get_columns(table)}
    assert fingerprint(engine) == before
    assert list_triggers(engine) == triggers
    refuse(engine, f'DELETE FROM "{table}"')
    assert check_history(session) == []
    factories.edit(session, session.get_one(Claim, claim.id), title="Ferry crossings")
    factories.make_claim(session, title="Ferry timetables")
    assert (find(engine, "pontoon"), len(find(engine, "ferry"))) == ([], 2)


@pytest.mark.parametrize("table", ["revision", "revision_payload"])
def test_the_history_itself_can_be_rewritten_once_the_guards_are_down(
    engine: Engine, session: Session, add_migration: Add, table: str
) -> None:
    """SQLite refuses to rename a table while a trigger of another speaks of the one that was dropped."""
    factories.make_every_kind(session)
    session.close()
    before, triggers = fingerprint(engine), list_triggers(engine)
    recreate = "always" if engine.dialect.name == "sqlite" else "auto"
    add_migration(
        "from workbench import schema\nschema.drop_guards(op.get_bind())\n"
        + REWRITE.format(table=table, recreate=recreate)
    )
    schema.upgrade(engine)

    assert fingerprint(engine) == before
    assert list_triggers(engine) == triggers
    assert check_history(session) == []


def test_a_crash_in_the_middle_leaves_the_old_schema_whole(
    engine: Engine, session: Session, add_migration: Add
) -> None:
    factories.make_every_kind(session)
    session.close()
    before, triggers = fingerprint(engine), list_triggers(engine)
    add_migration(
        "from workbench import schema\nschema.drop_guards(op.get_bind())\n"
        "op.create_table('extra', sa.Column('id', sa.Integer(), primary_key=True))\n"
        "op.execute(\"UPDATE claim SET title = 'half done', version = version + 1\")\n"
        "raise KeyboardInterrupt"
    )
    with pytest.raises(KeyboardInterrupt):
        schema.upgrade(engine)

    assert not inspect(engine).has_table("extra")
    assert fingerprint(engine) == before
    assert list_triggers(engine) == triggers
    factories.make_claim(session)
    assert check_history(session) == []


def test_a_migration_that_orphans_rows_is_undone(
    engine: Engine, session: Session, add_migration: Add
) -> None:
    """SQLite does not check foreign keys while it migrates; the check at the end must still undo it all."""
    factories.make_claim(session)
    session.close()
    before, triggers = fingerprint(engine), list_triggers(engine)
    add_migration(
        "from workbench import schema\nschema.drop_guards(op.get_bind())\nop.execute('DELETE FROM article')"
    )
    with pytest.raises(Exception, match=r"without the rows they point to|foreign key"):
        schema.upgrade(engine)

    assert fingerprint(engine) == before
    assert list_triggers(engine) == triggers


def test_a_migration_may_write_revisions(engine: Engine, session: Session, add_migration: Add) -> None:
    """PostgreSQL makes no trigger on a table with a deferred check still open."""
    factories.make_claim(session)
    session.close()
    triggers = list_triggers(engine)
    columns = "entity, entity_id, actor, at, action, reason, parent_hash, payload_digest"
    add_migration(
        'op.execute("INSERT INTO revision (seq, version, hash, ' + columns + ") "
        "SELECT 1000, 2, 'x', " + columns + ' FROM revision WHERE seq = 1")\n'
        'op.execute("INSERT INTO revision_payload (seq) VALUES (1000)")'
    )
    schema.upgrade(engine)

    assert list_triggers(engine) == triggers
    assert {finding.seq for finding in check_history(session)} >= {1000}


def test_a_connection_used_after_a_migration_checks_foreign_keys(engine: Engine, add_migration: Add) -> None:
    add_migration("pass")
    schema.upgrade(engine)

    values = "(id, claim_id, verdict_id, reviewer_id, outcome, comment, own_verdict, reviewed_at, version)"
    nobody = ", ".join(["'00000000000000000000000000000000'"] * 4)
    refuse(
        engine,
        f"INSERT INTO review {values} VALUES ({nobody}, 'signed', '', false, '2026-05-01 12:00:00', 1)",
    )


def test_words_from_before_the_index_are_found(engine: Engine, session: Session) -> None:
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            for name in ("insert", "update"):
                connection.execute(text(f"DROP TRIGGER search_claim_{name}"))
            connection.execute(text("DROP TABLE claim_fts"))
        else:
            connection.execute(text("ALTER TABLE claim DROP COLUMN search"))
    factories.make_claim(session, title="Pontoon bridges")
    session.close()
    with engine.begin() as connection:
        schema.install(connection)

    assert find(engine, "pontoon") == ["Pontoon bridges"]
