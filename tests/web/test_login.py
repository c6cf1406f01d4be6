"""Logging in and out, and what ends a login."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from werkzeug.test import TestResponse

from tests.web.conftest import ONE_ENGINE, PASSWORD
from tests.web.forms import find_token, submit
from workbench import database
from workbench.domain.roles import Role
from workbench.login import passwords, second_factor
from workbench.login.accounts import SignedIn
from workbench.login.sessions import ABSOLUTE_LIMIT, IDLE_LIMIT, SEEN_EVERY
from workbench.models import LoginAttempt, LoginSession
from workbench.queries.users import get_user
from workbench.services.users import change_role, deactivate, set_password, turn_on_second_factor

LogIn = Callable[[FlaskClient, Role], TestResponse]
People = dict[Role, SignedIn]


def is_in(client: FlaskClient) -> bool:
    return client.get("/account").status_code == 200


def age(engine: Engine, *, started: timedelta = timedelta(0), seen: timedelta = timedelta(0)) -> None:
    """Make every login session older than it is."""
    with database.scratch(engine) as session:
        for login in session.execute(select(LoginSession)).scalars():
            login.started_at, login.seen_at = login.started_at - started, login.seen_at - seen


def test_a_person_logs_in_and_goes_where_they_wanted(client: FlaskClient, people: People) -> None:
    page = client.get("/login?next=/claims")
    assert 'value="/claims"' in page.text
    answer = submit(client, "/login", login=" Checker ", password=PASSWORD, next="/claims")
    assert (answer.status_code, answer.location) == (303, "/claims")
    assert client.get("/login").location == "/"


@ONE_ENGINE
def test_a_login_never_leads_to_another_host(client: FlaskClient, people: People) -> None:
    assert "evil.example" not in client.get("/login?next=//evil.example").text
    answer = submit(client, "/login", login="viewer", password=PASSWORD, next="//evil.example")
    assert answer.location == "/"


def test_every_wrong_pair_gets_the_same_refusal(client: FlaskClient, people: People, engine: Engine) -> None:
    with database.open_session(engine) as session:
        deactivate(session, get_user(session, people[Role.VIEWER].id), seen=1, by="tests")
    pairs = [("checker", "wrong password"), ("nobody", PASSWORD), ("viewer", PASSWORD), ("a\0b", PASSWORD)]
    answers = [submit(client, "/login", login=login, password=password) for login, password in pairs]
    assert [answer.status_code for answer in answers] == [422] * 4
    assert ["belong together" in answer.text for answer in answers] == [True, True, True, False]
    assert 'value="nobody"' in answers[1].text
    assert not any(PASSWORD in answer.text for answer in answers)
    assert not is_in(client)


def test_ten_failures_close_a_name_for_a_while_whether_it_exists_or_not(
    client: FlaskClient, people: People, engine: Engine
) -> None:
    for login in ("checker", "nobody"):
        tries = [submit(client, "/login", login=login, password="wrong").status_code for _ in range(11)]
        assert tries == [422] * 10 + [429]
    refused = submit(client, "/login", login="CHECKER", password=PASSWORD)
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "900"
    assert submit(client, "/login", login="viewer", password=PASSWORD).status_code == 303
    with database.scratch(engine) as session:
        for attempt in session.execute(select(LoginAttempt)).scalars():
            attempt.at = attempt.at - timedelta(minutes=16)
    assert (
        submit(client.application.test_client(), "/login", login="checker", password=PASSWORD).status_code
        == 303
    )
    with database.open_session(engine) as session:
        assert session.execute(select(LoginAttempt)).scalars().all() == []


def test_a_copied_cookie_is_dead_after_logging_out(app: Flask, client: FlaskClient, log_in: LogIn) -> None:
    log_in(client, Role.CHECKER)
    cookie = client.get_cookie("workbench")
    assert cookie is not None
    thief = app.test_client()
    thief.set_cookie("workbench", cookie.value)
    assert is_in(thief)
    assert submit(client, "/logout").status_code == 303
    assert not is_in(client)
    assert not is_in(thief)


@ONE_ENGINE
def test_the_cookie_is_closed_to_scripts_and_renewed_by_the_login(
    client: FlaskClient, log_in: LogIn, engine: Engine
) -> None:
    before = find_token(client)
    answer = log_in(client, Role.CHECKER)
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("workbench=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    with client.session_transaction() as session:
        token = session["token"]
    assert len(token) >= 43
    with database.open_session(engine) as reading:
        stored = reading.execute(select(LoginSession)).scalar_one()
    assert token not in stored.token_sha256
    # What the browser held before the login is worth nothing after it.
    assert client.post("/logout", data={"csrf_token": before}).status_code == 400


@ONE_ENGINE
def test_a_session_planted_before_the_login_does_not_become_the_persons(
    app: Flask, client: FlaskClient, log_in: LogIn
) -> None:
    log_in(client, Role.VIEWER)
    planted = client.get_cookie("workbench")
    assert planted is not None
    victim = app.test_client()
    victim.set_cookie("workbench", planted.value)
    token = find_token(victim)
    submit(victim, "/login", login="owner", password=PASSWORD, csrf_token=token)
    assert not is_in(client)  # the planted session ended when the victim logged in over it
    assert is_in(victim)
    assert victim.post("/logout", data={"csrf_token": token}).status_code == 400


def test_a_session_ends_when_idle_or_old(client: FlaskClient, log_in: LogIn, engine: Engine) -> None:
    log_in(client, Role.CHECKER)
    age(engine, seen=IDLE_LIMIT - timedelta(minutes=1))
    assert is_in(client)
    age(engine, seen=IDLE_LIMIT + timedelta(minutes=1))
    assert not is_in(client)
    log_in(client, Role.CHECKER)
    age(engine, started=ABSOLUTE_LIMIT + timedelta(minutes=1))
    assert not is_in(client)


def test_reading_pages_writes_the_time_every_five_minutes_only(
    client: FlaskClient, log_in: LogIn, engine: Engine
) -> None:
    def seen() -> object:
        with database.open_session(engine) as session:
            return session.execute(select(LoginSession.seen_at)).scalar_one()  # type: ignore[call-overload]

    log_in(client, Role.CHECKER)
    first = seen()
    assert is_in(client)
    assert seen() == first
    age(engine, seen=SEEN_EVERY + timedelta(seconds=1))
    aged = seen()
    assert is_in(client)
    assert seen() != aged


@ONE_ENGINE
def test_a_form_left_open_can_be_sent_after_logging_in_again(
    client: FlaskClient, log_in: LogIn, engine: Engine
) -> None:
    log_in(client, Role.CHECKER)
    token = find_token(client)
    age(engine, seen=IDLE_LIMIT + timedelta(minutes=1))
    assert submit(client, "/account/password", csrf_token=token).status_code == 401
    log_in(client, Role.CHECKER)
    assert submit(client, "/account/password", csrf_token=token).status_code == 422


def test_a_new_password_or_a_closed_account_ends_every_session(
    app: Flask, client: FlaskClient, log_in: LogIn, people: People, engine: Engine
) -> None:
    viewer = app.test_client()
    log_in(client, Role.CHECKER)
    log_in(viewer, Role.VIEWER)
    with database.open_session(engine) as session:
        set_password(session, get_user(session, people[Role.CHECKER].id), "another few words", by="tests")
        deactivate(session, get_user(session, people[Role.VIEWER].id), seen=1, by="tests")
    assert not is_in(client)
    assert not is_in(viewer)


@pytest.mark.parametrize("step", ["password", "code"])
def test_a_password_changed_while_it_is_looked_at_lets_nobody_in(
    client: FlaskClient, people: People, engine: Engine, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Else who knows the old one would only have to log in all the time."""

    def change(*_given: object) -> bool:
        with database.open_session(engine) as session:
            set_password(session, get_user(session, people[Role.CHECKER].id), "another few words", by="tests")
        return True

    if step == "code":
        with database.open_session(engine) as session:
            turn_on_second_factor(session, get_user(session, people[Role.CHECKER].id), by="tests")
        monkeypatch.setattr(second_factor, "check", change)
    else:
        monkeypatch.setattr(passwords, "verify_password", change)
    submit(client, "/login", login="checker", password=PASSWORD)
    if step == "code":
        assert submit(client, "/login/code", code="123456").status_code == 303
    assert not is_in(client)


def test_a_changed_role_holds_at_once(
    client: FlaskClient, log_in: LogIn, people: People, engine: Engine
) -> None:
    log_in(client, Role.CHECKER)
    assert client.get("/people").status_code == 403
    with database.open_session(engine) as session:
        change_role(session, get_user(session, people[Role.CHECKER].id), Role.OWNER, seen=1, by="tests")
    assert client.get("/people").status_code == 200


def test_changing_ones_password_keeps_this_browser_and_no_other(
    app: Flask, client: FlaskClient, log_in: LogIn, people: People
) -> None:
    other = app.test_client()
    log_in(client, Role.CHECKER)
    log_in(other, Role.CHECKER)
    new = {"password": "another few words", "repeat": "another few words"}
    wrong = submit(client, "/account/password", current="not this one", **new)
    assert (wrong.status_code, "not your present password" in wrong.text) == (422, True)
    short = submit(client, "/account/password", current=PASSWORD, password="short", repeat="short")
    assert (short.status_code, "at least 12 characters" in short.text) == (422, True)
    different = submit(client, "/account/password", current=PASSWORD, password="a b c d e f g", repeat="else")
    assert (different.status_code, "not the same" in different.text) == (422, True)
    assert submit(client, "/account/password", current=PASSWORD, **new).status_code == 303
    assert is_in(client)
    assert not is_in(other)
    assert submit(other, "/login", login="checker", password=PASSWORD).status_code == 422
    assert submit(other, "/login", login="checker", password=new["password"]).status_code == 303


def test_old_sessions_are_swept_away_at_the_next_login(
    client: FlaskClient, log_in: LogIn, engine: Engine
) -> None:
    log_in(client, Role.CHECKER)
    age(engine, seen=IDLE_LIMIT * 2, started=IDLE_LIMIT * 2)
    log_in(client, Role.VIEWER)
    with database.open_session(engine) as session:
        assert len(session.execute(select(LoginSession)).scalars().all()) == 1


@ONE_ENGINE
def test_a_stranger_cannot_make_the_server_read_much(client: FlaskClient) -> None:
    answer = client.post("/login", data={"login": "x" * 70_000})
    assert answer.status_code == 413


def test_a_forged_or_damaged_token_is_nobody(client: FlaskClient, log_in: LogIn, engine: Engine) -> None:
    log_in(client, Role.OWNER)
    with database.open_session(engine) as session:
        digest = session.execute(select(LoginSession)).scalar_one().token_sha256
    for token in (digest, "", 7, None, "\0"):
        with client.session_transaction() as cookie:
            cookie["token"] = token
        assert not is_in(client)
