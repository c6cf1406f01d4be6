"""What only PostgreSQL offers: TRUNCATE, replica mode, data-changing WITH, COPY."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from tests.contracts.bypass import on_postgres, refuse
from workbench.models import TRACKED

pytestmark = on_postgres
TABLES = [str(model.__tablename__) for model in TRACKED] + ["revision", "revision_payload"]


@pytest.mark.parametrize("cascade", ["CASCADE", "RESTART IDENTITY CASCADE"])
def test_no_table_is_truncated(desk: Engine, cascade: str) -> None:
    for table in TABLES:
        refuse(desk, f'TRUNCATE "{table}" {cascade}')


def test_all_tables_are_not_truncated_at_once(desk: Engine) -> None:
    refuse(desk, "TRUNCATE " + ", ".join(f'"{table}"' for table in TABLES))


def test_a_single_table_is_not_truncated(desk: Engine) -> None:
    for table in TABLES:
        with pytest.raises(DBAPIError), desk.begin() as connection:
            connection.execute(text(f'TRUNCATE "{table}"'))


def test_the_guards_stand_in_replica_mode_where_foreign_keys_do_not(desk: Engine) -> None:
    replica = "SET LOCAL session_replication_role = replica"
    for table in TABLES:
        refuse(desk, replica, f'DELETE FROM "{table}"')
        refuse(desk, replica, f'TRUNCATE "{table}" CASCADE')
    refuse(desk, replica, "UPDATE claim SET title = 'x'")
    refuse(desk, replica, "UPDATE verdict SET reasoning = 'x', version = version + 1")
    refuse(desk, replica, "UPDATE revision SET reason = 'x'")


def test_a_delete_inside_a_query_is_refused(desk: Engine) -> None:
    refuse(desk, "WITH gone AS (DELETE FROM claim RETURNING id) SELECT * FROM gone")


def test_a_merge_is_refused(desk: Engine) -> None:
    refuse(desk, "MERGE INTO claim USING source ON true WHEN MATCHED THEN UPDATE SET title = 'x'")
