"""A save that arrives twice is made once and answered the same."""

import threading
from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from werkzeug.test import TestResponse

from tests import factories
from tests.web.forms import HTMX, find_token, read_hidden, submit
from tests.web.test_settings import VALUES, load
from workbench import database, history
from workbench.domain.roles import Role
from workbench.login.accounts import SignedIn
from workbench.models import Claim, IdempotencyKey
from workbench.queries.idempotency import Saved, find_saved
from workbench.queries.users import find_user

LogIn = Callable[[FlaskClient, Role], object]
KEY = "0190b1a5-0000-7000-8000-000000000001"


def test_a_repeated_save_changes_nothing_and_is_answered_the_same(
    client: FlaskClient, log_in: LogIn, engine: Engine
) -> None:
    log_in(client, Role.OWNER)
    fields = read_hidden(client.get("/settings").text, "settings-form") | VALUES
    first, second = submit(client, "/settings", **fields), submit(client, "/settings", **fields)
    assert (first.status_code, first.location) == (second.status_code, second.location) == (303, "/settings")
    assert load(engine).version == 2
    part = submit(client, "/settings", HTMX, **fields)
    assert (part.status_code, part.headers["HX-Redirect"]) == (200, "/settings")
    # The key stands for the save alone: the next one has another, whatever is in its fields.
    fresh = read_hidden(client.get("/settings").text, "settings-form") | VALUES | {"name": "Other"}
    assert submit(client, "/settings", **fresh).status_code == 303
    assert load(engine).version == 3


def test_a_refused_save_does_not_use_its_key_up(client: FlaskClient, log_in: LogIn, engine: Engine) -> None:
    log_in(client, Role.OWNER)
    fields = read_hidden(client.get("/people/add").text, "person-form") | {"name": "Ann", "role": "viewer"}
    assert submit(client, "/people/add", **fields, login="owner").status_code == 422
    assert (
        submit(client, "/people/add", **fields, login="ann", password="four more quiet words").status_code
        == 303
    )
    with database.open_session(engine) as session:
        assert find_user(session, "ann") is not None


def test_a_key_is_nobody_elses(
    app: Flask, client: FlaskClient, log_in: LogIn, people: dict[Role, SignedIn], engine: Engine
) -> None:
    log_in(client, Role.OWNER)
    fields = read_hidden(client.get("/settings").text, "settings-form") | VALUES | {"once": KEY}
    assert submit(client, "/settings", **fields).status_code == 303
    other = app.test_client()
    log_in(other, Role.CHECKER)
    words = {
        "password": "another few words",
        "repeat": "another few words",
        "current": "four quiet words here",
    }
    clash = submit(other, "/account/password", once=KEY, **words)
    assert clash.status_code == 409
    for odd in ("", "no key", "\0", "x" * 3_000):
        assert submit(client, "/settings", **{**fields, "once": odd, "version": "1"}).status_code in {
            409,
            422,
        }
    with database.open_session(engine) as session:
        stored = find_saved(session, KEY, people[Role.OWNER].id)
        assert stored is not None
        assert stored.saved == Saved("desk")
        assert find_saved(session, KEY, people[Role.CHECKER].id) is None


def test_two_equal_saves_at_one_time_end_as_one(
    app: Flask, client: FlaskClient, log_in: LogIn, engine: Engine
) -> None:
    log_in(client, Role.OWNER)
    token = find_token(client)
    fields = read_hidden(client.get("/people/add").text, "person-form")
    fields |= {"name": "Ann", "role": "viewer", "login": "ann", "password": "four more quiet words"}
    settings = read_hidden(client.get("/settings").text, "settings-form") | VALUES
    cookie = client.get_cookie("workbench")
    assert cookie is not None
    answers: list[TestResponse] = []
    gate = threading.Barrier(8)

    def send(url: str, form: dict[str, str]) -> None:
        browser = app.test_client()
        browser.set_cookie("workbench", cookie.value)
        gate.wait()
        answers.append(submit(browser, url, **{**form, "csrf_token": token}))

    jobs = [("/people/add", fields)] * 4 + [("/settings", settings)] * 4
    threads = [threading.Thread(target=send, args=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.status_code for answer in answers] == [303] * 8
    assert load(engine).version == 2
    with database.open_session(engine) as session:
        assert len(session.execute(select(IdempotencyKey)).scalars().all()) == 2


def test_a_save_is_shown_on_the_page_of_what_it_belongs_to(engine: Engine, app: Flask) -> None:
    with database.open_session(engine) as session:
        user = factories.make_user(session)
        claim = factories.make_claim(session)
        evidence = factories.make_evidence(session, claim)
        found = []
        for number, row in enumerate([claim, evidence, user]):
            key = f"key-{number}"
            session.info["once"] = (key, user.id, "digest")
            with history.change(session, by="tests", action="tests.touched"):
                if isinstance(row, Claim):
                    row.title += "!"
                else:
                    field = "note" if row is evidence else "name"
                    setattr(row, field, "changed")
            stored = find_saved(session, key, user.id)
            found.append(stored and stored.saved)
        assert found == [Saved("claim", claim.number), Saved("claim", claim.number), Saved("user_account")]


def test_the_same_key_with_other_words_is_another_save(client: FlaskClient, log_in: LogIn) -> None:
    log_in(client, Role.OWNER)
    fields = read_hidden(client.get("/settings").text, "settings-form") | VALUES
    fields |= {"name": "First name"}
    headers = {"Sec-Fetch-Site": "same-origin"}
    assert client.post("/settings", data=fields, headers=headers).status_code == 303
    assert (
        client.post("/settings", data=fields, headers=headers).status_code == 303
    )  # the very same: answered
    other = client.post("/settings", data=fields | {"name": "Other name"}, headers=headers)
    assert other.status_code == 409
    assert "Other name" in other.text
