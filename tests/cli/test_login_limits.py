"""Failed logins are counted, and a code works once, over all servers of a desk and over their restarts."""

import re
import threading
from contextlib import AbstractContextManager

import httpx
import pyotp
import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from tests.cli.conftest import Server, start
from workbench import database
from workbench.domain.roles import Role
from workbench.login import second_factor
from workbench.login.accounts import SignedIn, describe_user
from workbench.login.attempts import MOST_FAILURES
from workbench.models import SecondFactor
from workbench.queries.users import get_user
from workbench.services.users import add_user, turn_on_second_factor
from workbench.settings import Settings

pytestmark = pytest.mark.slow
PASSWORD = "four quiet words here"


@pytest.fixture
def person(session: Session) -> SignedIn:
    user = add_user(session, login="ann", name="Ann", role=Role.OWNER, password=PASSWORD, by="tests")
    return describe_user(user)


def serve(settings: Settings) -> AbstractContextManager[Server]:
    environment = {"WORKBENCH_DATABASE_URL": settings.database_url, "WORKBENCH_WORKERS": "outside"}
    return start("serve", "--port", 0, "--data", settings.data, ready="Serving", **environment)


def send(client: httpx.Client, path: str, **fields: str) -> int:
    """Fill in a form of the login pages, and answer the status."""
    [token] = re.findall(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(path).text)
    return client.post(path, data={"csrf_token": token, **fields}).status_code


def log_in(server: Server, password: str) -> int:
    with httpx.Client(base_url=server.address, timeout=20) as stranger:
        return send(stranger, "/login", login="ann", password=password)


def test_failures_are_counted_over_two_servers_and_a_restart(settings: Settings, person: SignedIn) -> None:
    with serve(settings) as one, serve(settings) as other:
        tried = [log_in(server, "wrong") for server in (one, other) for _ in range(MOST_FAILURES // 2)]
        assert tried == [422] * MOST_FAILURES
        assert [log_in(server, PASSWORD) for server in (one, other)] == [429, 429]
    with serve(settings) as again:
        assert log_in(again, PASSWORD) == 429


def test_a_code_given_to_two_servers_at_once_lets_one_in(
    settings: Settings, person: SignedIn, engine: Engine
) -> None:
    second_factor.begin(engine, person, desk="Desk")
    with database.open_session(engine) as session:
        device = pyotp.TOTP(session.get_one(SecondFactor, person.id).secret)
    second_factor.confirm(engine, person, device.generate_otp(second_factor.current_step() - 1))
    with database.open_session(engine) as session:
        turn_on_second_factor(session, get_user(session, person.id), by="tests")
    with serve(settings) as one, serve(settings) as other:
        clients = [httpx.Client(base_url=server.address, timeout=20) for server in (one, other)]
        assert [send(client, "/login", login="ann", password=PASSWORD) for client in clients] == [303, 303]
        code, gate, answers = device.now(), threading.Barrier(len(clients)), []

        def give(client: httpx.Client) -> None:
            gate.wait()
            answers.append(send(client, "/login/code", code=code))

        threads = [threading.Thread(target=give, args=(client,)) for client in clients]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        inside = [client.get("/account").status_code for client in clients]
        for client in clients:
            client.close()
    assert sorted(answers) == [303, 422]
    assert sorted(inside) == [200, 303]
