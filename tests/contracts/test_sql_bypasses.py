"""Raw SQL around the door, on every tracked table and both engines: each way is refused."""

import pytest
from sqlalchemy import Engine

from tests.contracts.bypass import OTHER_ID, copy_row, refuse, unlike
from workbench.models import TRACKED, Claim
from workbench.schema import FROZEN

NUMBERED = [model for model in TRACKED if "number" in model.__table__.columns]  # type: ignore[attr-defined]
NEXT = "version = version + 1"


def test_an_update_without_a_new_version_is_refused(desk: Engine) -> None:
    for model in TRACKED:
        words = refuse(desk, f'UPDATE "{model.__tablename__}" SET id = id')
        assert "version by one" in words or "never edited" in words


def test_a_new_version_without_its_revision_fails_at_commit(desk: Engine) -> None:
    for model in TRACKED:
        assert "foreign key" in refuse(desk, f'UPDATE "{model.__tablename__}" SET {NEXT}').lower()


@pytest.mark.parametrize("step", ["+ 0", "+ 2", "- 1"])
def test_a_version_rises_by_one_only(desk: Engine, step: str) -> None:
    for model in TRACKED:
        words = refuse(desk, f'UPDATE "{model.__tablename__}" SET version = version {step}')
        assert "version by one" in words


def test_a_new_row_without_its_revision_fails_at_commit(desk: Engine) -> None:
    for model in TRACKED:
        assert "foreign key" in refuse(desk, copy_row(model, **unlike(model), version="1")).lower()


def test_a_new_row_starts_at_version_1(desk: Engine) -> None:
    for model in TRACKED:
        assert "starts at version 1" in refuse(desk, copy_row(model, **unlike(model), version="2"))


def test_nothing_is_deleted(desk: Engine) -> None:
    for model in TRACKED:
        assert "nothing is deleted" in refuse(desk, f'DELETE FROM "{model.__tablename__}"')


def test_an_id_never_changes(desk: Engine) -> None:
    for model in TRACKED:
        words = refuse(desk, f"UPDATE \"{model.__tablename__}\" SET id = '{OTHER_ID}', {NEXT}")
        assert "keeps id" in words or "never edited" in words


def test_a_number_never_changes(desk: Engine) -> None:
    for model in NUMBERED:
        words = refuse(desk, f'UPDATE "{model.__tablename__}" SET number = 999, {NEXT}')
        assert "and number" in words or "never edited" in words


def test_no_column_of_a_frozen_table_changes_even_with_a_new_version(desk: Engine) -> None:
    frozen = [model for model in TRACKED if model.__tablename__ in FROZEN]
    assert {str(model.__tablename__) for model in frozen} == FROZEN
    for model in frozen:
        for column in model.__table__.columns:  # type: ignore[attr-defined]
            if column.name != "version":
                change = f'"{column.name}" = "{column.name}", {NEXT}'
                assert "never edited" in refuse(desk, f'UPDATE "{model.__tablename__}" SET {change}')


@pytest.mark.parametrize("key", ["id", "number"])
@pytest.mark.parametrize("version", ["claim.version", "claim.version + 1"])
def test_an_upsert_changes_no_row(desk: Engine, key: str, version: str) -> None:
    clash = {name: value for name, value in unlike(Claim).items() if name != key} | {"version": "1"}
    change = f"ON CONFLICT ({key}) DO UPDATE SET title = 'x', version = {version}"

    refuse(desk, f"{copy_row(Claim, **clash)} {change}")


def test_two_steps_in_one_transaction_need_two_revisions(desk: Engine) -> None:
    step = f"UPDATE claim SET title = 'x', {NEXT}"

    refuse(desk, step, step)
