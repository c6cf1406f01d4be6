"""What a machine lacks is skipped by name; on a machine that must have it, the same is a failure."""

import pytest

from tests import postgres


@pytest.fixture
def no_postgres(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "find_binaries", lambda: None)


@pytest.mark.parametrize("required", ["", "chromium"])
def test_missing_postgres_skips(no_postgres: None, monkeypatch: pytest.MonkeyPatch, required: str) -> None:
    monkeypatch.setenv("WORKBENCH_REQUIRE", required)
    with pytest.raises(pytest.skip.Exception, match="apt-get install postgresql"), postgres.start_postgres():
        pass


def test_missing_postgres_fails_where_it_is_required(
    no_postgres: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_REQUIRE", "postgres,chromium")
    with pytest.raises(pytest.fail.Exception, match="WORKBENCH_REQUIRE"), postgres.start_postgres():
        pass
