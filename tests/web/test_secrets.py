"""Passwords and codes are never shown again, kept in a draft or written to the log, whatever goes wrong."""

import errno
import inspect
from collections.abc import Callable, Iterator

import pyotp
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import select
from werkzeug.test import TestResponse
from wtforms import PasswordField
from wtforms.fields.core import UnboundField

from tests.web.desk import PASSWORD, RunningDesk
from tests.web.forms import HTMX, submit
from workbench.domain.errors import NotAllowed, RuleBroken, StaleEdit
from workbench.domain.roles import Role
from workbench.forms.base import Form
from workbench.forms.secrets import SECRETS, SecretField
from workbench.login import feeds
from workbench.login.attempts import TooManyAttempts
from workbench.models import Draft
from workbench.web import news, once
from workbench.web.access import needs

# Where a secret is typed: the address, and what stands in its form beside it.
pytestmark = pytest.mark.parametrize("shared", ["sqlite"], indirect=True)

FORMS = {
    "/login": {"login": "ann"},
    "/login/code": {"next": "/claims"},
    "/account/password": {},
    "/account/second-factor/begin": {},
    "/account/second-factor/confirm": {},
    "/account/second-factor/codes": {},
    "/account/second-factor/off": {},
    "/people/add": {"name": "Ann Vell", "login": "ann", "role": "viewer"},
    "/people/{person}/password": {"version": "1"},
}
TYPED = {name: f"typed-{name}-9d1c" for name in ("code", "current", "password", "repeat")}
WRONG = {name: f"a {value} is long enough" for name, value in TYPED.items()}
FAILURES: list[tuple[Exception, int]] = [
    (NotAllowed("Not for you."), 403),
    (StaleEdit(7, {"name": "Ann"}), 409),
    (IntegrityError("INSERT", {}, ValueError()), 409),
    (RuleBroken("Against the rules."), 422),
    (TooManyAttempts("Wait."), 429),
    (ZeroDivisionError("broken"), 500),
    (OSError(errno.ENOSPC, "full"), 503),
    (OperationalError("INSERT", {}, ValueError()), 503),
]


def subclasses(kind: type[Form]) -> Iterator[type[Form]]:
    for below in kind.__subclasses__():
        yield below
        yield from subclasses(below)


def told(*texts: str) -> list[str]:
    return [secret for secret in (*TYPED.values(), *WRONG.values()) if any(secret in text for text in texts)]


def name_case(value: object) -> str | None:
    return type(value).__name__ if isinstance(value, Exception) else None


@pytest.fixture(params=FORMS)
def url(request: pytest.FixtureRequest, desk: RunningDesk) -> str:
    return str(request.param).format(person=desk.people[Role.VIEWER].id)


@pytest.fixture
def send(desk: RunningDesk, url: str, request: pytest.FixtureRequest) -> Callable[..., TestResponse]:
    """Send the form of the address by the owner's browser, as a page or as a part."""
    browser, fields = desk.owner, FORMS[request.node.callspec.params["url"]] | TYPED

    def post(*, part: bool = False, **changed: str) -> TestResponse:
        return browser.post(url, HTMX if part else {}, **{**fields, **changed})

    return post


def test_every_field_for_a_secret_is_known_by_its_name(desk: RunningDesk) -> None:
    fields = [
        (name, issubclass(field.field_class, PasswordField | SecretField))
        for kind in subclasses(Form)
        for name, field in inspect.getmembers(kind, lambda one: isinstance(one, UnboundField))
    ]
    assert {name for name, secret in fields if secret} == SECRETS
    assert not [name for name, secret in fields if name in SECRETS and not secret]


@pytest.mark.parametrize(("error", "code"), FAILURES, ids=name_case)
def test_a_failure_shows_no_secret_and_logs_none(
    desk: RunningDesk,
    url: str,
    send: Callable[..., TestResponse],
    error: Exception,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    view = desk.app.url_map.bind("localhost").match(url, method="POST")[0]
    permission = desk.app.view_functions[view].permission  # type: ignore[attr-defined]

    @needs(permission)
    def fail(**_values: object) -> str:
        raise error

    monkeypatch.setattr(desk.app, "testing", False)
    monkeypatch.setitem(desk.app.view_functions, view, fail)
    page, part = send(), send(part=True)
    assert (page.status_code, part.status_code) == (code, code)
    assert told(page.text, part.text, caplog.text) == []
    assert "Send again" not in page.text


@pytest.mark.parametrize("changed", [{}, WRONG], ids=["different", "long enough"])
def test_a_refused_form_comes_back_without_them(
    send: Callable[..., TestResponse], changed: dict[str, str]
) -> None:
    answer = send(**changed)
    assert (answer.status_code in {303, 409, 422}, told(answer.text)) == (True, [])


def test_an_expired_token_and_a_lost_login_show_none(
    desk: RunningDesk, url: str, send: Callable[..., TestResponse]
) -> None:
    expired = send(csrf_token="of an older login")
    assert (expired.status_code, told(expired.text)) == (400, [])
    assert "from a page that you open anew" in expired.text
    lost = desk.app.test_client()
    with lost.session_transaction() as cookie:
        cookie["known"] = True
    answer = submit(lost, url, **TYPED)
    assert told(answer.text) == []
    if "/login" not in url:
        assert (answer.status_code, "fill the form in again" in answer.text) == (401, True)


def test_a_form_that_is_too_long_shows_none(send: Callable[..., TestResponse]) -> None:
    answer = send(name="x" * 9_000_000)
    assert (answer.status_code, told(answer.text)) == (413, [])


def test_a_draft_keeps_none(desk: RunningDesk) -> None:
    answer = desk.owner.post("/drafts", draft="/people/add", name="Ann Vell", **TYPED)
    assert answer.status_code == 200
    with desk.open() as session:
        kept = session.exec(select(Draft).where(Draft.form == "/people/add")).one()
    assert kept.values == {"name": "Ann Vell"}


def test_a_save_is_known_again_by_a_digest_that_tells_nobody_its_password(
    desk: RunningDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The digest lies in the database, the key beside it: without the key no password can be tried on it."""
    digests = []
    for key in (b"one", b"other", b"one"):
        monkeypatch.setitem(desk.app.config, "SECRET_KEY", key)
        with desk.app.test_request_context("/people/add", method="POST", data=TYPED):
            digests.append(once.digest_form())
    assert digests[0] == digests[2] != digests[1]


def test_the_log_names_no_value_of_a_statement_that_failed(
    desk: RunningDesk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A database that is busy while a device is set up would else leave its secret in the log."""
    broken = "CREATE TRIGGER broken BEFORE INSERT ON second_factor BEGIN SELECT RAISE(ABORT, 'broken'); END"
    browser, secret = desk.reviewer, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    monkeypatch.setattr(pyotp, "random_base32", lambda: secret)
    with desk.engine.begin() as connection:
        connection.execute(text(broken))
    answer = browser.post("/account/second-factor/begin", current=PASSWORD)
    with desk.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER broken"))
    assert answer.status_code == 409
    assert "INSERT INTO second_factor" in caplog.text
    assert secret not in caplog.text + answer.text


def test_a_feed_that_fails_leaves_its_address_out_of_the_log(
    desk: RunningDesk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    token = feeds.make_token(desk.engine, desk.people[Role.VIEWER])
    monkeypatch.setattr(desk.app, "testing", False)
    monkeypatch.setattr(news, "write_feed", lambda *_values: 1 / 0)
    answer = desk.app.test_client().get(f"/news/{token}.atom")
    assert answer.status_code == 500
    assert "ZeroDivisionError" in caplog.text
    assert token not in caplog.text + answer.text
