"""The second factor through the pages: on, asked for, lost, off; and being logged out everywhere."""

import re
from datetime import timedelta

import pyotp
import pytest
from flask.testing import FlaskClient
from sqlmodel import select

from tests.web.conftest import PASSWORD
from tests.web.desk import Browser, RunningDesk
from tests.web.forms import find_token, read_hidden, submit
from workbench.domain.roles import Role
from workbench.login import second_factor
from workbench.models import SecondFactor, User
from workbench.queries.history_check import check_history
from workbench.services.users import add_user
from workbench.web import current

KEY = re.compile(r'id="device-key">([A-Z2-7 ]+)<')
CODES = re.compile(r'id="recovery-codes">([^<]+)<')
STEP = 58_000_000


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands still: no step ends between a code and its check."""
    monkeypatch.setattr(second_factor, "current_step", lambda: STEP)


@pytest.fixture
def login(desk: RunningDesk) -> str:
    """A person of their own for each test."""
    with desk.open() as session:
        count = len(session.exec(select(User)).all())
        name = f"person{count}"
        add_user(session, login=name, name=name, role=Role.CHECKER, password=PASSWORD, by="tests")
    return name


def enter(desk: RunningDesk, login: str) -> Browser:
    client = desk.app.test_client()
    assert submit(client, "/login", login=login, password=PASSWORD).status_code == 303
    return Browser(client, find_token(client))


def set_up(browser: Browser) -> tuple[pyotp.TOTP, list[str]]:
    """Turn it on; the device's code of half a minute ago is used up."""
    page = browser.post("/account/second-factor/begin", current=PASSWORD)
    assert page.status_code == 200
    device = pyotp.TOTP(KEY.findall(page.text)[0].replace(" ", ""))
    answer = browser.post("/account/second-factor/confirm", code=device.generate_otp(STEP - 1))
    assert answer.status_code == 200
    assert device.secret not in answer.text
    return device, CODES.findall(answer.text)[0].split()


def ask(client: FlaskClient, login: str, **fields: str) -> str:
    """Give the password; answers where it leads."""
    return submit(client, "/login", login=login, password=PASSWORD, **fields).location


def is_in(client: FlaskClient) -> bool:
    return client.get("/account").status_code == 200


def test_a_code_is_asked_for_once_it_is_on_and_leads_where_one_wanted(desk: RunningDesk, login: str) -> None:
    device, codes = set_up(enter(desk, login))
    assert len(codes) == 10
    client = desk.app.test_client()
    assert ask(client, login, next="/claims") == "/login/code?next=/claims"
    assert not is_in(client)
    form = client.get("/login/code?next=/claims")
    assert 'autocomplete="one-time-code"' in form.text
    wrong = submit(client, "/login/code", code="123", next="/claims")
    assert (wrong.status_code, "not right" in wrong.text) == (422, True)
    assert read_hidden(wrong.text, "code-form")["next"] == "/claims"
    answer = submit(client, "/login/code", code=device.generate_otp(STEP), next="/claims")
    assert (answer.status_code, answer.location) == (303, "/claims")
    assert is_in(client)
    again = desk.app.test_client()
    ask(again, login)
    assert submit(again, "/login/code", code=device.generate_otp(STEP)).status_code == 422
    assert submit(again, "/login/code", code=codes[0]).status_code == 303


def test_the_code_page_is_closed_to_who_gave_no_password(desk: RunningDesk, login: str) -> None:
    device, _codes = set_up(enter(desk, login))
    client = desk.app.test_client()
    assert client.get("/login/code").location == "/login"
    answer = submit(client, "/login/code", code=device.generate_otp(STEP))
    assert (answer.status_code, answer.location) == (303, "/login")
    assert not is_in(client)


def test_a_code_that_comes_late_or_after_a_change_lets_nobody_in(
    desk: RunningDesk, login: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = enter(desk, login)
    device, codes = set_up(browser)
    client = desk.app.test_client()
    ask(client, login)
    with monkeypatch.context() as patch:
        patch.setattr(current, "CODE_WAIT", timedelta(seconds=-1))
        assert submit(client, "/login/code", code=device.generate_otp(STEP)).location == "/login"
    browser.save(
        "/account/password", current=PASSWORD, password="another four words", repeat="another four words"
    )
    assert submit(client, "/login/code", code=codes[0]).location == "/login"
    assert not is_in(client)


def test_only_the_password_turns_it_on_or_off(desk: RunningDesk, login: str) -> None:
    browser = enter(desk, login)
    refused = browser.post("/account/second-factor/begin", current="wrong")
    assert (refused.status_code, "not your present password" in refused.text) == (422, True)
    assert browser.post("/account/second-factor/confirm", code="123456").location == "/account/second-factor"
    device, codes = set_up(browser)
    for act in ("off", "codes"):
        assert browser.post(f"/account/second-factor/{act}", current="wrong").status_code == 422
    assert browser.post("/account/second-factor/begin", current=PASSWORD).status_code == 422
    fresh = CODES.findall(browser.post("/account/second-factor/codes", current=PASSWORD).text)[0].split()
    assert not set(fresh) & set(codes)
    browser.save("/account/second-factor/off", current=PASSWORD)
    assert ask(desk.app.test_client(), login) == "/"
    with desk.open() as session:
        assert check_history(session) == []
        assert device.secret not in session.exec(select(SecondFactor.secret)).all()


def test_a_mistyped_first_code_shows_the_same_key_again(desk: RunningDesk, login: str) -> None:
    browser = enter(desk, login)
    key = KEY.findall(browser.post("/account/second-factor/begin", current=PASSWORD).text)
    wrong = browser.post("/account/second-factor/confirm", code="1")
    assert (wrong.status_code, KEY.findall(wrong.text)) == (422, key)
    assert ask(desk.app.test_client(), login) == "/"  # not on before a code was right


def test_one_logs_out_everywhere_else(desk: RunningDesk, login: str) -> None:
    here, there = enter(desk, login), enter(desk, login)
    assert here.post("/news/feed").status_code == 200
    page = here.read("/account")
    assert page.count("this browser") == 1
    assert "Log out everywhere else" in page
    here.save("/account/logins/end")
    assert is_in(here.client)
    assert not is_in(there.client)
    assert "Log out everywhere else" not in here.read("/account")
    assert "Turn the feed off" not in here.read("/news")


def test_an_owner_helps_who_lost_the_device_and_logs_a_person_out(desk: RunningDesk, login: str) -> None:
    browser = enter(desk, login)
    set_up(browser)
    with desk.open() as session:
        person = session.exec(select(User).where(User.login == login)).one()
    path = f"/people/{person.id}"
    fields = read_hidden(desk.owner.read(path), "logins-form")
    version = fields["version"]
    assert desk.owner.post(f"{path}/second-factor/off", version=str(int(version) - 1)).status_code == 409
    desk.owner.save(f"{path}/second-factor/off", version=version)
    assert ask(desk.app.test_client(), login) == "/"
    assert is_in(browser.client)
    desk.owner.save(f"{path}/log-out", version=str(int(version) + 1))
    assert not is_in(browser.client)
    with desk.open() as session:
        assert check_history(session) == []
