"""Every route of the desk, and what each role gets there. A new route needs a row here."""

from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.web.conftest import ONE_ENGINE
from tests.web.forms import HTMX, SAME_ORIGIN, find_token
from workbench.app import create_app
from workbench.domain.roles import Permission, Role, may
from workbench.settings import Settings
from workbench.web.access import READING, find_permission
from workbench.web.access import may as may_now

NOBODY = UUID(int=0)
PUBLIC, READ, WRITE, REVIEW, MANAGE = (
    Permission.PUBLIC,
    Permission.READ,
    Permission.WRITE,
    Permission.REVIEW,
    Permission.MANAGE,
)

# One row a route: method, an address of it (what it names need not exist), the permission it asks for.
ROUTES: list[tuple[str, str, Permission]] = [
    ("GET", "/static/workbench.css", PUBLIC),
    ("GET", "/healthz", PUBLIC),
    ("GET", "/login", PUBLIC),
    ("POST", "/login", PUBLIC),
    ("GET", "/login/code", PUBLIC),
    ("POST", "/login/code", PUBLIC),
    ("POST", "/logout", PUBLIC),
    ("GET", "/", READ),
    ("GET", "/articles", READ),
    ("POST", "/articles", WRITE),
    ("GET", "/articles/A-1", READ),
    ("POST", "/articles/A-1/accept-all", WRITE),
    ("GET", "/articles/A-1/cards/1-20", READ),
    ("POST", "/articles/A-1/claims", WRITE),
    ("GET", "/articles/A-1/claims/new", WRITE),
    ("GET", "/articles/A-1/edit", WRITE),
    ("POST", "/articles/A-1/edit", WRITE),
    ("POST", f"/articles/A-1/furniture/{NOBODY}", WRITE),
    ("GET", "/articles/A-1/glance", READ),
    ("GET", "/articles/A-1/history", READ),
    ("GET", "/articles/A-1/original", READ),
    ("GET", "/articles/A-1/publish", REVIEW),
    ("POST", "/articles/A-1/publish", REVIEW),
    ("POST", "/articles/A-1/reinstate", WRITE),
    ("GET", "/articles/A-1/report", READ),
    ("GET", "/articles/A-1/report.json", READ),
    ("GET", "/articles/A-1/withdraw", WRITE),
    ("POST", "/articles/A-1/withdraw", WRITE),
    ("GET", "/articles/new", WRITE),
    ("GET", f"/import/arriving/{NOBODY}", WRITE),
    ("GET", "/import/feed", WRITE),
    ("POST", "/import/feed", WRITE),
    ("GET", "/import/offer/0?name=a.xml", WRITE),
    ("POST", "/import/offer/0", WRITE),
    ("GET", "/claims", READ),
    ("GET", "/claims/C-1", READ),
    ("POST", "/claims/C-1/accept", WRITE),
    ("POST", "/claims/C-1/assign", WRITE),
    ("POST", "/claims/C-1/due", WRITE),
    ("POST", "/claims/C-1/tags", WRITE),
    ("GET", "/claims/C-1/comments", READ),
    ("POST", "/claims/C-1/comments", WRITE),
    ("POST", f"/claims/C-1/comments/{NOBODY}/reopen", WRITE),
    ("POST", f"/claims/C-1/comments/{NOBODY}/resolve", WRITE),
    ("POST", f"/claims/C-1/comments/{NOBODY}/withdraw", WRITE),
    ("GET", "/claims/C-1/card", READ),
    ("POST", "/claims/C-1/dismiss", WRITE),
    ("POST", "/acts/1/undo", WRITE),
    ("GET", "/claims/C-1/merge", WRITE),
    ("POST", "/claims/C-1/merge", WRITE),
    ("GET", "/claims/C-1/split", WRITE),
    ("POST", "/claims/C-1/split", WRITE),
    ("POST", "/articles/A-1/claims/C-1/up", WRITE),
    ("POST", "/articles/A-1/sort", WRITE),
    ("POST", "/articles/A-1/words/add", WRITE),
    ("POST", f"/articles/A-1/anchors/{NOBODY}/take", WRITE),
    ("GET", f"/articles/A-1/anchors/{NOBODY}/words", WRITE),
    ("POST", f"/articles/A-1/anchors/{NOBODY}/words", WRITE),
    ("POST", "/articles/A-1/anchors/gone", WRITE),
    ("POST", "/articles/A-1/copy", WRITE),
    ("GET", "/articles/A-1/decide", READ),
    ("POST", "/articles/A-1/fetch", WRITE),
    ("GET", f"/articles/A-1/visits/{NOBODY}", READ),
    ("GET", f"/articles/A-1/visits/files/{NOBODY}/frame", READ),
    ("GET", f"/articles/A-1/visits/files/{NOBODY}/image", READ),
    ("POST", f"/articles/A-1/visits/files/{NOBODY}/download", READ),
    ("GET", "/articles/A-1/versions", READ),
    ("GET", "/articles/A-1/versions/1", READ),
    ("GET", "/articles/A-1/versions/2/changes", READ),
    ("GET", "/articles/A-1/versions/new", WRITE),
    ("POST", "/articles/A-1/versions/new", WRITE),
    ("GET", "/claims/C-1/edit", WRITE),
    ("POST", "/claims/C-1/edit", WRITE),
    ("GET", f"/claims/C-1/evidence/{NOBODY}/edit", WRITE),
    ("POST", f"/claims/C-1/evidence/{NOBODY}/edit", WRITE),
    ("GET", f"/claims/C-1/evidence/{NOBODY}/file", READ),
    ("GET", f"/claims/C-1/evidence/{NOBODY}/kept", READ),
    ("POST", f"/claims/C-1/evidence/{NOBODY}/kept/again", WRITE),
    ("GET", f"/claims/C-1/evidence/{NOBODY}/kept/standing", READ),
    ("GET", f"/claims/C-1/evidence/{NOBODY}/kept/{NOBODY}", READ),
    ("GET", f"/claims/C-1/evidence/{NOBODY}/kept/files/{NOBODY}", READ),
    ("GET", f"/claims/C-1/evidence/{NOBODY}/kept/files/{NOBODY}/image", READ),
    ("GET", f"/claims/C-1/evidence/{NOBODY}/kept/files/{NOBODY}/frame", READ),
    ("POST", f"/claims/C-1/evidence/{NOBODY}/kept/files/{NOBODY}/download", READ),
    ("GET", f"/claims/C-1/evidence/{NOBODY}/references/{NOBODY}", READ),
    ("GET", f"/claims/C-1/evidence/{NOBODY}/recheck", WRITE),
    ("POST", f"/claims/C-1/evidence/{NOBODY}/recheck", WRITE),
    ("POST", f"/claims/C-1/evidence/{NOBODY}/reinstate", WRITE),
    ("GET", f"/claims/C-1/evidence/{NOBODY}/withdraw", WRITE),
    ("POST", f"/claims/C-1/evidence/{NOBODY}/withdraw", WRITE),
    ("GET", "/claims/C-1/evidence/new", WRITE),
    ("POST", "/claims/C-1/evidence/new", WRITE),
    ("GET", "/claims/earlier", READ),
    ("GET", "/claims/hints", WRITE),
    ("GET", "/claims/C-1/related", READ),
    ("POST", "/claims/C-1/links", WRITE),
    ("POST", f"/claims/C-1/links/{NOBODY}/withdraw", WRITE),
    ("POST", "/claims/C-1/looked-again", WRITE),
    ("POST", "/claims/C-1/reinstate", WRITE),
    ("POST", "/claims/C-1/return", REVIEW),
    ("POST", "/claims/C-1/sign", REVIEW),
    ("POST", "/claims/C-1/status", WRITE),
    ("GET", "/claims/C-1/text", READ),
    ("POST", "/claims/C-1/verdict", WRITE),
    ("GET", "/claims/C-1/second-verdict", REVIEW),
    ("POST", "/claims/C-1/second-verdict", REVIEW),
    ("GET", "/claims/C-1/second-verdict/withdraw", REVIEW),
    ("POST", "/claims/C-1/second-verdict/withdraw", REVIEW),
    ("GET", "/claims/C-1/settle", REVIEW),
    ("POST", "/claims/C-1/settle", REVIEW),
    ("GET", "/agreement", READ),
    ("GET", "/claims/C-1/withdraw", WRITE),
    ("POST", "/claims/C-1/withdraw", WRITE),
    ("GET", f"/claims/C-1/others/{NOBODY}/withdraw", WRITE),
    ("POST", f"/claims/C-1/others/{NOBODY}/withdraw", WRITE),
    ("POST", f"/claims/C-1/others/{NOBODY}/reinstate", WRITE),
    ("GET", "/claims/C-1/replies/new", WRITE),
    ("POST", "/claims/C-1/replies/new", WRITE),
    ("GET", f"/claims/C-1/replies/{NOBODY}", WRITE),
    ("POST", f"/claims/C-1/replies/{NOBODY}", WRITE),
    ("POST", f"/claims/C-1/replies/{NOBODY}/reinstate", WRITE),
    ("POST", f"/claims/C-1/replies/{NOBODY}/withdraw", WRITE),
    ("GET", "/claims/publish", REVIEW),
    ("POST", "/claims/publish", REVIEW),
    ("GET", "/claims/report.json", READ),
    ("GET", "/claims/all.json", READ),
    ("GET", "/reports", READ),
    ("GET", "/reports/R-1", READ),
    ("GET", "/reports/R-1.json", READ),
    ("GET", "/reports/R-1/change", REVIEW),
    ("POST", "/reports/R-1/change", REVIEW),
    ("GET", "/reports/R-1/page/close", REVIEW),
    ("POST", "/reports/R-1/page/close", REVIEW),
    ("POST", "/reports/R-1/page/open", REVIEW),
    ("GET", "/reports/R-1/retract", REVIEW),
    ("POST", "/reports/R-1/retract", REVIEW),
    ("GET", "/published", PUBLIC),
    ("GET", "/published/R-1", PUBLIC),
    ("GET", "/published/R-1.json", PUBLIC),
    ("GET", "/published/claims/C-1", PUBLIC),
    ("GET", "/published/style.css", PUBLIC),
    ("GET", "/sources", READ),
    ("GET", "/sources/S-1", READ),
    ("GET", "/sources/S-1/edit", WRITE),
    ("POST", "/sources/S-1/edit", WRITE),
    ("GET", "/sources/S-1/merge", WRITE),
    ("POST", "/sources/S-1/merge", WRITE),
    ("POST", "/sources/S-1/unmerge", WRITE),
    ("GET", "/sources/new", WRITE),
    ("POST", "/sources/new", WRITE),
    ("GET", "/history/1/redact", MANAGE),
    ("POST", "/history/1/redact", MANAGE),
    ("GET", "/account", READ),
    ("POST", "/account/password", READ),
    ("POST", "/account/logins/end", READ),
    ("GET", "/account/second-factor", READ),
    ("POST", "/account/second-factor/begin", READ),
    ("POST", "/account/second-factor/confirm", READ),
    ("POST", "/account/second-factor/codes", READ),
    ("POST", "/account/second-factor/off", READ),
    ("GET", "/news", READ),
    ("POST", "/news/read", READ),
    ("POST", f"/news/{NOBODY}/read", READ),
    ("POST", "/news/feed", READ),
    ("POST", "/news/feed/off", READ),
    ("GET", "/news/no-such-token.atom", PUBLIC),
    ("GET", "/people", MANAGE),
    ("GET", "/people/add", MANAGE),
    ("POST", "/people/add", MANAGE),
    ("GET", f"/people/{NOBODY}", MANAGE),
    ("POST", f"/people/{NOBODY}/role", MANAGE),
    ("POST", f"/people/{NOBODY}/password", MANAGE),
    ("POST", f"/people/{NOBODY}/deactivate", MANAGE),
    ("POST", f"/people/{NOBODY}/reactivate", MANAGE),
    ("POST", f"/people/{NOBODY}/log-out", MANAGE),
    ("POST", f"/people/{NOBODY}/second-factor/off", MANAGE),
    ("GET", "/settings", MANAGE),
    ("POST", "/settings", MANAGE),
    ("POST", "/claims/work", WRITE),
    ("POST", "/claims/publish/chosen", REVIEW),
    ("POST", "/claims/report", READ),
    ("POST", "/views", READ),
    ("POST", "/views/0190b1a5-0000-7000-8000-000000000001/forget", READ),
    ("GET", "/jobs", READ),
    ("GET", f"/jobs/{NOBODY}", READ),
    ("POST", f"/jobs/{NOBODY}/cancel", WRITE),
    ("POST", f"/jobs/{NOBODY}/retry", WRITE),
    ("GET", "/palette", READ),
    ("GET", "/keyboard", READ),
    ("POST", "/drafts", WRITE),
    ("POST", "/drafts/discard", WRITE),
]
pytestmark = ONE_ENGINE
LogIn = Callable[[FlaskClient, Role], object]


def find_endpoint(app: Flask, method: str, url: str) -> str:
    return str(app.url_map.bind("localhost").match(url, method=method)[0])


def test_every_route_is_in_the_table(app: Flask) -> None:
    inner = READING - {"GET"}
    routes = {
        (method, rule.endpoint)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - inner
    }
    assert routes == {(method, find_endpoint(app, method, url)) for method, url, _ in ROUTES}


def test_every_route_declares_the_permission_of_the_table(app: Flask) -> None:
    declared = [(m, url, find_permission(app, find_endpoint(app, m, url))) for m, url, _ in ROUTES]
    assert declared == ROUTES


@pytest.mark.parametrize("role", Role)
def test_each_role_gets_in_where_it_may_and_nowhere_else(
    client: FlaskClient, log_in: LogIn, role: Role
) -> None:
    wrong = []
    log_in(client, role)
    for method, url, permission in sorted(ROUTES, key=lambda route: route[1] == "/logout"):  # it comes last
        token = {"csrf_token": "none"} if method == "POST" else None
        answer = client.open(url, method=method, data=token, headers=SAME_ORIGIN)
        status, refused = answer.status_code, answer.status_code in {401, 403}
        answer.close()
        if refused is may(role, permission) or status >= 500:
            wrong.append((method, url, status))
    assert wrong == []


def find_due(role: Role | None, permission: Permission) -> int:
    """What a route answers to a method that only asks: 200, or how it is closed."""
    if permission is PUBLIC or (role and may(role, permission)):
        return 200
    return 403 if role else 303


@pytest.mark.parametrize("role", [None, *Role])
def test_no_other_method_gets_around_the_table(
    app: Flask, client: FlaskClient, log_in: LogIn, role: Role | None
) -> None:
    if role:
        log_in(client, role)
    addresses, wrong = app.url_map.bind("localhost"), []
    for method, url, _permission in ROUTES:
        permission = find_permission(app, find_endpoint(app, "OPTIONS", url)) or PUBLIC
        due = {"OPTIONS": find_due(role, permission)}
        if method == "GET":
            got = client.get(url)
            due["HEAD"] = got.status_code
            got.close()
        closed = {"POST", "PUT", "PATCH", "DELETE"}.difference(
            addresses.allowed_methods(url.partition("?")[0])
        )
        due |= dict.fromkeys(closed, 405)
        for other, code in due.items():
            answer = client.open(url, method=other, headers=SAME_ORIGIN)
            if answer.status_code != code or (other == "HEAD" and answer.data):
                wrong.append((other, url, answer.status_code, code))
            answer.close()
    assert wrong == []


def test_guests_get_the_login_page_and_keep_where_they_wanted_to_go(client: FlaskClient) -> None:
    wrong = []
    for method, url, permission in ROUTES:
        answer = client.open(url, method=method, headers=SAME_ORIGIN)
        if permission is PUBLIC:
            passes = answer.status_code not in {401, 403} and answer.status_code < 500
        elif method == "GET":
            passes = answer.status_code == 303 and answer.location.startswith("/login?next=")
        else:
            passes = answer.status_code == 401
        if not passes:
            wrong.append((method, url, answer.status_code))
        answer.close()
    assert wrong == []


def test_guests_parts_are_refused_and_htmx_is_sent_to_the_login_page(client: FlaskClient) -> None:
    headers = HTMX | {"Referer": "http://localhost/claims?status=new"}
    answer = client.get("/account", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/login?next=/claims?status%3Dnew"


def test_a_form_sent_after_the_login_ended_is_kept(client: FlaskClient) -> None:
    client.get("/login")
    with client.session_transaction() as session:
        session["person"] = "somebody who was logged in"
    answer = client.post("/settings", data={"method": "A long text"}, headers=SAME_ORIGIN)
    assert answer.status_code == 401
    assert "A long text" in answer.text
    assert "Send again" in answer.text
    part = client.post("/settings", data={"method": "A long text"}, headers=SAME_ORIGIN | HTMX)
    assert (part.status_code, part.headers["HX-Retarget"]) == (401, "#notices")
    assert "HX-Redirect" not in part.headers


def test_a_route_that_declares_nothing_is_closed_to_everybody(
    settings: Settings, engine: Engine, log_in: LogIn
) -> None:
    app = create_app(settings, engine)
    app.add_url_rule("/forgotten", view_func=lambda: "open")
    assert app.test_client().get("/forgotten").status_code == 403
    client = app.test_client()
    log_in(client, Role.OWNER)
    assert client.get("/forgotten").status_code == 403


def test_the_style_guide_is_there_in_development_only(
    settings: Settings, engine: Engine, client: FlaskClient
) -> None:
    assert client.get("/styleguide").status_code == 404
    in_development = Settings(data=settings.data, database_url=settings.database_url, development=True)
    assert create_app(in_development, engine).test_client().get("/styleguide").status_code == 200


def test_an_unknown_address_says_so_to_guests_and_people(client: FlaskClient, log_in: LogIn) -> None:
    assert client.get("/nowhere").status_code == 404
    log_in(client, Role.VIEWER)
    assert client.get("/nowhere").status_code == 404


def test_only_our_own_pages_may_send_forms(client: FlaskClient, log_in: LogIn) -> None:
    log_in(client, Role.VIEWER)
    token = {"csrf_token": find_token(client)}
    assert client.post("/logout", data=token, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post("/logout", data=token, headers={"Origin": "http://evil.example"}).status_code == 403
    assert client.get("/account").status_code == 200
    assert client.post("/logout", data=token, headers={"Origin": "http://localhost"}).status_code == 303
    assert client.get("/account").status_code == 303


def test_a_form_without_its_token_is_refused_and_what_was_typed_is_kept(
    client: FlaskClient, log_in: LogIn
) -> None:
    log_in(client, Role.OWNER)
    answer = client.post("/settings", data={"method": "My long method"}, headers=SAME_ORIGIN)
    assert answer.status_code == 400
    assert "My long method" in answer.text
    assert "Send again" in answer.text
    # Without the browser's word that the form is ours, a click must not complete somebody's forgery.
    assert "Send again" not in client.post("/settings", data={"method": "x y"}).text


def test_templates_ask_by_name(app: Flask, client: FlaskClient, log_in: LogIn) -> None:
    with app.test_request_context("/"):
        assert may_now("public")
        assert not may_now("read")
    with client:
        log_in(client, Role.CHECKER)
        client.get("/account")
        assert (may_now("write"), may_now("manage")) == (True, False)
