"""A running desk that the tests of one module share: a browser per role, and the database behind it."""

from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine
from sqlmodel import Session
from werkzeug.test import TestResponse

from tests.web.forms import SAME_ORIGIN, find_token, submit
from workbench import database
from workbench.domain.roles import Role
from workbench.files import FileStore
from workbench.login.accounts import SignedIn

PASSWORD = "four quiet words here"


@dataclass
class Browser:
    """A browser without JavaScript, logged in."""

    client: FlaskClient
    token: str

    def get(self, url: str, headers: dict[str, str] | None = None) -> TestResponse:
        return self.client.get(url, headers=headers)

    def read(self, url: str) -> str:
        """A page that has to be there."""
        answer = self.client.get(url)
        assert answer.status_code == 200, (url, answer.status_code)
        return answer.text

    def post(self, url: str, headers: dict[str, str] | None = None, /, **fields: Any) -> TestResponse:
        """A form sent from the desk's own page."""
        data = {"csrf_token": self.token, **fields}
        return self.client.post(url, data=data, headers=SAME_ORIGIN | (headers or {}))

    def save(self, url: str, /, **fields: Any) -> str:
        """A form that has to be taken; answers where it leads."""
        answer = self.post(url, **fields)
        assert answer.status_code == 303, (url, answer.status_code, answer.text)
        return answer.location


@dataclass
class RunningDesk:
    app: Flask
    engine: Engine
    files: FileStore
    people: dict[Role, SignedIn]
    _browsers: dict[Role, Browser] = field(default_factory=dict)

    def open(self) -> Session:
        """A session on the desk's database."""
        return database.open_session(self.engine)

    def browser(self, role: Role) -> Browser:
        """The browser of this role's person."""
        if role not in self._browsers:
            client = self.app.test_client()
            assert submit(client, "/login", login=role.value, password=PASSWORD).status_code == 303
            self._browsers[role] = Browser(client, find_token(client))
        return self._browsers[role]

    @property
    def viewer(self) -> Browser:
        return self.browser(Role.VIEWER)

    @property
    def checker(self) -> Browser:
        return self.browser(Role.CHECKER)

    @property
    def reviewer(self) -> Browser:
        return self.browser(Role.REVIEWER)

    @property
    def owner(self) -> Browser:
        return self.browser(Role.OWNER)
