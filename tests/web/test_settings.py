"""The settings page."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.web.conftest import ONE_ENGINE
from tests.web.forms import HTMX, read_hidden, submit
from workbench import database
from workbench.domain.roles import Role
from workbench.models import Desk
from workbench.queries.desk import get_desk
from workbench.web.filters import day, number, when

LogIn = Callable[[FlaskClient, Role], object]
VALUES = {
    "name": "River desk",
    "contact": "desk@example.org",
    "time_zone": "Asia/Tokyo",
    "default_scale": "five-steps",
    "method": "We ask twice.\r\n\r\nThen once more.",
    "corrections": "Write to us.",
}


def load(engine: Engine) -> Desk:
    with database.open_session(engine) as session:
        return get_desk(session)


def test_settings_are_saved_and_stand_on_every_page(
    client: FlaskClient, log_in: LogIn, engine: Engine
) -> None:
    log_in(client, Role.OWNER)
    fields = read_hidden(client.get("/settings").text, "settings-form") | VALUES | {"alone": "y"}
    assert submit(client, "/settings", **fields).status_code == 303
    desk = load(engine)
    assert (desk.name, desk.time_zone, desk.alone, desk.version) == ("River desk", "Asia/Tokyo", True, 2)
    assert desk.method == "We ask twice.\n\nThen once more."
    page = client.get("/settings").text
    assert "The settings are saved." in page
    assert "River desk" in page.split("<main")[0]
    assert '<option selected value="Asia/Tokyo">' in page
    # An unticked box is not sent at all.
    fields = read_hidden(page, "settings-form") | VALUES
    assert submit(client, "/settings", **fields).status_code == 303
    assert load(engine).alone is False


@ONE_ENGINE
def test_mistakes_are_named_and_what_was_typed_stays(
    client: FlaskClient, log_in: LogIn, engine: Engine
) -> None:
    log_in(client, Role.OWNER)
    fields = read_hidden(client.get("/settings").text, "settings-form") | VALUES
    for field, value, words in [
        ("name", "", "The desk needs a name."),
        ("name", "x" * 81, "At most 80 characters."),
        ("contact", "a\0b", "Character 2 is a NUL"),
        ("contact", "c" * 2_001, "at most 2,000 characters"),
        ("method", "m" * 100_001, "at most 100,000 characters"),
        ("time_zone", "Mars/Olympus", "Not a valid choice"),
        ("default_scale", "ten-steps", "Not a valid choice"),
        ("version", "", "The form is incomplete"),
        ("version", "9" * 30, "The number is too large"),
        ("version", "one", "Not a valid integer"),
    ]:
        answer = submit(client, "/settings", **{**fields, field: value})
        assert answer.status_code == 422, field
        assert words.lower().replace("the number", "this number") in answer.text.lower(), (field, words)
        assert "Write to us." in answer.text
    assert load(engine).version == 1


def test_two_tabs_do_not_overwrite_each_other(client: FlaskClient, log_in: LogIn, engine: Engine) -> None:
    log_in(client, Role.OWNER)
    first = read_hidden(client.get("/settings").text, "settings-form")
    second = read_hidden(client.get("/settings").text, "settings-form")
    assert submit(client, "/settings", **first, **VALUES).status_code == 303
    mine = VALUES | {"method": "My own words.", "alone": "y"}
    stale = submit(client, "/settings", **second, **mine)
    assert stale.status_code == 409
    assert "We ask twice." in stale.text
    assert "My own words." in stale.text
    assert 'name="method"' in stale.text
    assert load(engine).method.startswith("We ask twice.")
    over = read_hidden(stale.text, "conflict-form")
    assert (over["version"], over["alone"], over["once"]) == ("2", "y", second["once"])
    assert submit(client, "/settings", **over, method="Both: we ask twice.").status_code == 303
    assert (load(engine).method, load(engine).alone) == ("Both: we ask twice.", True)


@ONE_ENGINE
def test_a_conflict_under_htmx_leaves_the_editor_alone(client: FlaskClient, log_in: LogIn) -> None:
    log_in(client, Role.OWNER)
    fields = read_hidden(client.get("/settings").text, "settings-form") | VALUES
    submit(client, "/settings", **{**fields, "once": ""})
    stale = submit(client, "/settings", HTMX, **{**fields, "name": "Other desk"})
    assert stale.status_code == 409
    assert (stale.headers["HX-Retarget"], stale.headers["HX-Reswap"]) == ("#notices", "innerHTML")
    assert "<html" not in stale.text
    assert "Other desk" in stale.text


@ONE_ENGINE
def test_times_days_and_counts_read_as_the_desk_reads_them(
    app: Flask, client: FlaskClient, log_in: LogIn
) -> None:
    late = datetime(2026, 5, 1, 20, 5, tzinfo=UTC)
    with app.test_request_context("/"):
        assert when(late) == "1 May 2026, 20:05"
    log_in(client, Role.OWNER)
    submit(client, "/settings", **read_hidden(client.get("/settings").text, "settings-form"), **VALUES)
    with app.test_request_context("/"):
        assert when(late) == "2 May 2026, 05:05"
        assert day(late) == "2 May 2026"
        assert day(date(2026, 5, 1)) == "1 May 2026"
        assert (when(None), day(None)) == ("", "")
        assert [number(37), number(1000), number(1001), number(1001, None)] == [
            "37",
            "1,000",
            "1,000+",
            "1,001",
        ]
