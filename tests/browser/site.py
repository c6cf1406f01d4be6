"""A desk that is really served: its own data directory, waitress on a free port, one person of each role."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy import Engine
from waitress import wasyncore
from waitress.server import create_server

from workbench import database, history
from workbench.app import create_app
from workbench.demo import NAMES, fill_desk
from workbench.domain.roles import Role
from workbench.files import FileStore
from workbench.services.users import add_user
from workbench.settings import Settings
from workbench.web.current import Installation

PASSWORD = "four quiet words here"


@dataclass(frozen=True)
class Site:
    """The people are those of the demo; each logs in with the name of the role ("checker") and PASSWORD."""

    url: str
    app: Flask
    engine: Engine

    @property
    def installation(self) -> Installation:
        installed = self.app.extensions["workbench"]
        assert isinstance(installed, Installation)
        return installed


def make_demo(template: Path, data: Path) -> None:
    """A data directory as `workbench demo` makes it: an article and a few claims on their way."""
    engine = _open_new(template, data)
    fill_desk(engine, FileStore(Settings(data=data).files_path), dict.fromkeys(Role, PASSWORD))
    engine.dispose()


def make_empty(template: Path, data: Path) -> None:
    """A data directory with nothing but the same people."""
    engine = _open_new(template, data)
    with database.open_session(engine) as session:
        for role, name in NAMES.items():
            add_user(session, login=role, name=name, role=role, password=PASSWORD, by=history.COMMAND_LINE)
    engine.dispose()


@contextmanager
def serve(data: Path) -> Iterator[Site]:
    """Serve what lies in a data directory, on a free port."""
    settings = Settings(data=data)
    engine = database.open_engine(settings)
    app = create_app(settings, engine)
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, name="desk")
    thread.start()
    try:
        yield Site(f"http://127.0.0.1:{server.effective_port}", app, engine)
    finally:
        # In the server's own thread, which ends when nothing is left to listen to.
        server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
        thread.join()
        server.task_dispatcher.shutdown()
        engine.dispose()


def _open_new(template: Path, data: Path) -> Engine:
    data.mkdir(parents=True)
    shutil.copy(template, data / "workbench.db")
    return database.open_engine(Settings(data=data))
