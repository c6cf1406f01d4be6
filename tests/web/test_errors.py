"""Refusals and failures: plain words, the right code, and nothing that was typed is lost."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import make_url, text

from tests.web.conftest import ONE_ENGINE, PASSWORD
from tests.web.forms import HTMX, read_hidden, submit
from tests.web.test_settings import VALUES
from workbench import database, history
from workbench.app import create_app
from workbench.domain.errors import BadInput, NotAllowed, NotFound, RuleBroken, StaleEdit
from workbench.domain.roles import Permission, Role
from workbench.login.accounts import SignedIn
from workbench.settings import Settings
from workbench.web.access import needs

LogIn = Callable[[FlaskClient, Role], object]
HOSTILE = "<script>alert(1)</script>{{ 1234567*7 }}"


@pytest.fixture
def failing(app: Flask, client: FlaskClient, log_in: LogIn) -> Callable[[Exception], FlaskClient]:
    """A logged-in browser on a desk whose /fails fails with the given error."""
    app.testing = False  # in tests Flask would hand a crash on instead of answering it

    def build(error: Exception) -> FlaskClient:
        @needs(Permission.READ)
        def fail() -> str:
            raise error

        app.view_functions["fails"] = fail
        return client

    app.add_url_rule("/fails", "fails", lambda: "", methods=["GET", "POST"])
    log_in(client, Role.OWNER)
    return build


ERRORS: list[tuple[Exception, int, str]] = [
    (NotFound(HOSTILE), 404, "&lt;script&gt;"),
    (NotAllowed("Not for you."), 403, "Not for you."),
    (RuleBroken("Against the rules."), 422, "Against the rules."),
    (BadInput("Not a text."), 422, "Not a text."),
    (ZeroDivisionError("a secret detail"), 500, "written to the log"),
    (OSError(errno.ENOSPC, "full"), 503, "Nothing was saved"),
    (OSError(errno.EPERM, "a secret detail"), 500, "written to the log"),
]


@ONE_ENGINE
def test_each_error_has_its_code_and_its_words(failing: Callable[[Exception], FlaskClient]) -> None:
    for error, code, words in ERRORS:
        client = failing(error)
        page = client.get("/fails")
        assert (page.status_code, words in page.text, "secret detail" in page.text) == (code, True, False)
        assert "<script>alert" not in page.text
        assert "<html" in page.text
        part = client.get("/fails", headers=HTMX)
        assert (part.status_code, words in part.text, "<html" in part.text) == (code, True, False)
        assert (part.headers["HX-Retarget"], part.headers["HX-Reswap"]) == ("#notices", "innerHTML")
        kept = submit(client, "/fails", statement=f"Long words\n{HOSTILE}")
        assert kept.status_code == code
        assert "Long words" in kept.text
        assert "<script>alert" not in kept.text
        assert "8641969" not in kept.text.split("<main")[1]


@ONE_ENGINE
def test_a_conflict_lost_at_the_last_moment_can_be_sent_again(
    failing: Callable[[Exception], FlaskClient],
) -> None:
    client = failing(StaleEdit())
    page = submit(client, "/fails?tab=1", version="4", statement="Mine", tag=["a", "b"])
    assert page.status_code == 409
    assert 'action="/fails?tab=1"' in page.text
    assert read_hidden(page.text, "conflict-form")["version"] == "4"
    assert page.text.count('name="tag"') == 2
    assert "Send again" in page.text


@ONE_ENGINE
def test_a_form_with_several_values_of_one_name_can_be_sent_again(
    failing: Callable[[Exception], FlaskClient],
) -> None:
    page = submit(failing(ZeroDivisionError()), "/fails", statement="Mine", tag=["a", "b"])
    assert (page.status_code, page.text.count('name="tag"'), "Send again" in page.text) == (500, 2, True)


@contextmanager
def nobody_can_write(settings: Settings) -> Iterator[None]:
    """Another process holds the lock that every save needs."""
    engine = database.open_engine(settings)
    with database.open_session(engine) as session:
        database.begin_write(session)
        if settings.database_url:
            session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": history._LOCK})
        yield
        session.rollback()
    engine.dispose()


def test_a_busy_database_is_a_503_that_keeps_the_text_and_reading_goes_on(
    settings: Settings, people: dict[Role, SignedIn], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 200)
    if settings.database_url:
        impatient = make_url(settings.database_url).update_query_dict({"options": "-c lock_timeout=200"})
        engine = database.open_postgres(impatient.render_as_string(hide_password=False))
    else:
        engine = database.open_engine(settings)
    client = create_app(settings, engine).test_client()
    submit(client, "/login", login="owner", password=PASSWORD)
    fields = read_hidden(client.get("/settings").text, "settings-form") | VALUES
    with nobody_can_write(settings):
        busy = submit(client, "/settings", **fields)
        part = submit(client, "/settings", HTMX, **fields)
        assert client.get("/settings").status_code == 200
    assert (busy.status_code, "We ask twice." in busy.text) == (503, True)
    assert (part.status_code, part.headers["HX-Retarget"]) == (503, "#notices")
    again = read_hidden(busy.text, "kept-form")
    assert again["once"] == fields["once"]
    assert submit(client, "/settings", **VALUES, **again).status_code == 303
    engine.dispose()


@ONE_ENGINE
def test_what_is_too_large_is_said_so(client: FlaskClient, log_in: LogIn) -> None:
    log_in(client, Role.OWNER)
    fields = read_hidden(client.get("/settings").text, "settings-form") | VALUES
    # A pasted article of 1 MB in Cyrillic reaches its form: percent-encoded it is three times as long.
    reaches = submit(client, "/settings", **{**fields, "method": "я" * 1_200_000})
    assert (reaches.status_code, "at most 100,000 characters" in reaches.text) == (422, True)
    large = submit(client, "/settings", **{**fields, "method": "x" * 9_000_000})
    assert (large.status_code, "up to 1 MB" in large.text) == (413, True)
    assert "Go back in your browser" in large.text
    part = submit(client, "/settings", HTMX, **{**fields, "method": "x" * 9_000_000})
    assert (part.status_code, part.headers["HX-Retarget"]) == (413, "#notices")
    assert "Go back" not in part.text


@ONE_ENGINE
def test_a_long_form_of_a_lost_login_asks_to_log_in_first(client: FlaskClient) -> None:
    answer = submit(client, "/articles", text="x" * 70_000)
    assert answer.status_code == 401
    assert "Log in in another tab" in answer.text
    assert "Nothing was saved. Go back in your browser" in answer.text


@ONE_ENGINE
def test_a_form_whose_cookie_was_lost_is_kept_until_it_is_saved(client: FlaskClient, log_in: LogIn) -> None:
    """What was handed out before a login is worth nothing after it: there is one more page to look at."""
    log_in(client, Role.OWNER)
    fields = read_hidden(client.get("/settings").text, "settings-form") | VALUES
    client.delete_cookie("workbench")
    lost = submit(client, "/settings", **fields)
    assert (lost.status_code, "Send again" in lost.text) == (401, True)
    log_in(client, Role.OWNER)
    stale = submit(client, "/settings", **VALUES, **read_hidden(lost.text, "kept-form"))
    assert (stale.status_code, "Send again" in stale.text, "We ask twice." in stale.text) == (400, True, True)
    assert "open anew" not in stale.text
    again = read_hidden(stale.text, "kept-form")
    assert again["once"] == fields["once"]
    assert submit(client, "/settings", **VALUES, **again).status_code == 303
