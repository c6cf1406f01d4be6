"""What every answer carries, whoever asks and whatever happened."""

from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.web.conftest import ONE_ENGINE
from workbench.app import create_app
from workbench.domain.roles import Role
from workbench.settings import Settings

pytestmark = ONE_ENGINE
LogIn = Callable[[FlaskClient, Role], object]
GOLDEN = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}


def test_every_answer_carries_them(client: FlaskClient, log_in: LogIn) -> None:
    answers = [client.get("/login"), client.get("/nowhere"), client.get("/account"), client.post("/login")]
    answers.append(client.put("/login"))
    log_in(client, Role.VIEWER)
    answers += [client.get("/account"), client.get("/people"), client.get("/healthz")]
    assert [answer.status_code for answer in answers] == [200, 404, 303, 400, 405, 200, 403, 200]
    for answer in answers:
        assert {name: answer.headers.get(name) for name in GOLDEN} == GOLDEN
        assert "HX-Request" in answer.headers["Vary"]
        assert "Strict-Transport-Security" not in answer.headers


def test_static_files_are_kept_as_long_as_their_address_names_what_they_hold(client: FlaskClient) -> None:
    page = client.get("/login").text
    address = page.split('rel="stylesheet" href="')[1].split('"')[0]
    assert "?v=" in address
    with client.get(address) as named:
        assert named.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert named.headers["Content-Security-Policy"] == GOLDEN["Content-Security-Policy"]
    with client.get(address.split("?")[0]) as bare, client.get(address + "0") as other:
        assert (bare.headers["Cache-Control"], other.headers["Cache-Control"]) == ("no-cache", "no-cache")
    for outside in ("/static/../app.py", "/static/%2e%2e/app.py", "/static../app.py", "/static//etc/passwd"):
        with client.get(outside) as answer:
            assert answer.status_code in {303, 308, 404}, outside


def test_behind_tls_the_cookie_is_tied_to_the_host(settings: Settings, engine: Engine) -> None:
    secure = Settings(data=settings.data, database_url=settings.database_url, secure_cookies=True)
    client = create_app(secure, engine).test_client()
    answer = client.get("/login", base_url="https://localhost")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-workbench=")
    assert all(word in cookie for word in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"))


def test_only_the_named_hosts_are_answered(settings: Settings, engine: Engine) -> None:
    named = Settings(data=settings.data, database_url=settings.database_url, trusted_hosts=("desk.example",))
    client = create_app(named, engine).test_client()
    assert client.get("/login", base_url="http://desk.example").status_code == 200
    for method in ("GET", "POST"):
        answer = client.open("/login", method=method, base_url="http://evil.example")
        assert answer.status_code == 400
        assert "evil.example" not in answer.text


def test_the_key_is_private_and_made_once(settings: Settings, engine: Engine) -> None:
    first = create_app(settings, engine)
    path = settings.data / "secret.key"
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(first.secret_key or b"") == 32
    path.chmod(0o644)
    assert create_app(settings, engine).secret_key == first.secret_key
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in Path(settings.data).glob(".secret*")] == []


def test_the_database_is_said_to_be_well(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")
