"""The page of people: owners add them, change their roles, reset passwords and close accounts."""

from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.web.conftest import ONE_ENGINE, PASSWORD
from tests.web.forms import read_hidden, submit
from workbench import database
from workbench.domain.roles import Role
from workbench.login.accounts import SignedIn
from workbench.models import User
from workbench.queries.users import find_user, get_user, list_users

LogIn = Callable[[FlaskClient, Role], object]
People = dict[Role, SignedIn]


def load(engine: Engine, person: SignedIn) -> User:
    with database.open_session(engine) as session:
        return get_user(session, person.id)


def test_a_random_password_is_shown_once(
    app: Flask, client: FlaskClient, log_in: LogIn, engine: Engine
) -> None:
    log_in(client, Role.OWNER)
    fields = read_hidden(client.get("/people/add").text, "person-form")
    fields |= {"login": "Ann.Lee", "name": "Ann Lee", "role": "reviewer"}
    answer = submit(client, "/people/add", **fields)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    password = answer.text.split('id="new-password">')[1].split("<")[0]
    with database.open_session(engine) as session:
        ann = find_user(session, "ann.lee")
        assert ann is not None
        assert (ann.name, ann.role, ann.active) == ("Ann Lee", Role.REVIEWER, True)
    again = submit(client, "/people/add", **fields)
    assert (again.status_code, again.location) == (303, "/people")
    assert password not in client.get("/people").text
    assert submit(app.test_client(), "/login", login="ann.lee", password=password).status_code == 303


@ONE_ENGINE
def test_mistakes_keep_the_form(client: FlaskClient, log_in: LogIn, engine: Engine) -> None:
    log_in(client, Role.OWNER)
    for fields, words in [
        ({"login": "owner", "name": "Ann"}, "is taken already"),
        ({"login": "two words", "name": "Ann"}, "no spaces"),
        ({"login": "a", "name": "Ann"}, "2 to 64"),
        ({"login": "ann", "name": " "}, "Type the person"),
        ({"login": "ann", "name": "An\0n"}, "is a NUL"),
        ({"login": "ann", "name": "A" * 201}, "Type the name"),
        ({"login": "ann", "name": "Ann", "password": "short"}, "at least 12 characters"),
        ({"login": "ann", "name": "Ann", "password": "ann has a password"}, "must not contain"),
        ({"login": "ann", "name": "Ann", "role": "king"}, "Not a valid choice"),
    ]:
        answer = submit(client, "/people/add", **{"role": "viewer", **fields})
        assert (answer.status_code, words in answer.text) == (422, True), (words, answer.text)
    assert 'value="ann"' in answer.text
    with database.open_session(engine) as session:
        assert len(list_users(session)) == len(Role)


def test_a_role_is_changed_from_the_version_that_was_seen(
    client: FlaskClient, log_in: LogIn, people: People, engine: Engine
) -> None:
    log_in(client, Role.OWNER)
    url = f"/people/{people[Role.VIEWER].id}"
    first = read_hidden(client.get(url).text, "role-form")
    second = read_hidden(client.get(url).text, "role-form")
    assert submit(client, f"{url}/role", **first, role="checker").status_code == 303
    stale = submit(client, f"{url}/role", **second, role="reviewer")
    assert stale.status_code == 409
    assert load(engine, people[Role.VIEWER]).role is Role.CHECKER
    # Both texts are there, and the conflict's own form saves mine over it.
    over = read_hidden(stale.text, "conflict-form")
    assert (over["version"], over["role"]) == ("2", "reviewer")
    assert submit(client, f"{url}/role", **over).status_code == 303
    assert load(engine, people[Role.VIEWER]).role is Role.REVIEWER


def test_the_last_owner_stays(client: FlaskClient, log_in: LogIn, people: People, engine: Engine) -> None:
    log_in(client, Role.OWNER)
    url = f"/people/{people[Role.OWNER].id}"
    page = client.get(url).text
    demoted = submit(client, f"{url}/role", **read_hidden(page, "role-form"), role="viewer")
    closed = submit(client, f"{url}/deactivate", **read_hidden(page, "state-form"))
    assert (demoted.status_code, closed.status_code) == (422, 422)
    assert "last active owner" in demoted.text
    assert "last active owner" in closed.text
    assert load(engine, people[Role.OWNER]).version == 1


def test_an_account_is_closed_and_opened_again(
    app: Flask, client: FlaskClient, log_in: LogIn, people: People
) -> None:
    log_in(client, Role.OWNER)
    url = f"/people/{people[Role.CHECKER].id}"
    fields = read_hidden(client.get(url).text, "state-form")
    assert submit(client, f"{url}/deactivate", **fields).status_code == 303
    assert submit(app.test_client(), "/login", login="checker", password=PASSWORD).status_code == 422
    fields = read_hidden(client.get(url).text, "state-form")
    assert submit(client, f"{url}/reactivate", **fields).status_code == 303
    assert submit(app.test_client(), "/login", login="checker", password=PASSWORD).status_code == 303


def test_a_lost_password_is_replaced(app: Flask, client: FlaskClient, log_in: LogIn, people: People) -> None:
    log_in(client, Role.OWNER)
    url = f"/people/{people[Role.CHECKER].id}"
    fields = read_hidden(client.get(url).text, "password-form")
    answer = submit(client, f"{url}/password", **fields)
    password = answer.text.split('id="new-password">')[1].split("<")[0]
    assert submit(app.test_client(), "/login", login="checker", password=password).status_code == 303
    fields = read_hidden(client.get(url).text, "password-form")
    typed = submit(client, f"{url}/password", **fields, password="typed by the owner")
    assert typed.status_code == 303
    assert "typed by the owner" not in client.get(url).text


@ONE_ENGINE
def test_nobody_becomes_anything_by_fields_they_were_not_asked_for(
    client: FlaskClient, log_in: LogIn, people: People, engine: Engine
) -> None:
    log_in(client, Role.VIEWER)
    submit(
        client,
        "/account/password",
        current=PASSWORD,
        password="another few words",
        repeat="another few words",
        role="owner",
        active="",
        login="king",
    )
    viewer = load(engine, people[Role.VIEWER])
    assert (viewer.role, viewer.active, viewer.login, viewer.version) == (Role.VIEWER, True, "viewer", 2)


@ONE_ENGINE
def test_no_id_stands_twice_on_a_persons_page(client: FlaskClient, log_in: LogIn, people: People) -> None:
    log_in(client, Role.OWNER)
    page = client.get(f"/people/{people[Role.OWNER].id}").text
    ids = [part.split('"')[0] for part in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids))
