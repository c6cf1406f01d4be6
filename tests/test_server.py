"""The application as another web server takes it."""

import shutil
from pathlib import Path

import pytest

from workbench.server import find_installation, make_wsgi


def test_another_server_gets_the_application_with_its_consumer(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(sqlite_template, tmp_path / "workbench.db")
    monkeypatch.setenv("WORKBENCH_DATA", str(tmp_path))
    monkeypatch.delenv("WORKBENCH_DATABASE_URL", raising=False)
    app = make_wsgi()
    installation = find_installation(app)
    try:
        assert app.test_client().get("/healthz").status_code == 200
        assert (tmp_path / "queue.db").exists()
    finally:
        installation.queue.stop()
        installation.engine.dispose()


def test_a_desk_that_is_not_in_order_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_DATA", str(tmp_path))
    monkeypatch.delenv("WORKBENCH_DATABASE_URL", raising=False)
    with pytest.raises(ValueError, match="workbench db upgrade"):
        make_wsgi()
