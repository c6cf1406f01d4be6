"""What a browser does with a form: it sends the hidden fields along and says where the form came from."""

import html
import re
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
HTMX = {"HX-Request": "true"}
_TOKEN = re.compile(r'name="csrf[-_]token"[^>]*(?:content|value)="([^"]+)"')
_HIDDEN = re.compile(r'<input[^>]*\btype="hidden"[^>]*>')
_ATTRIBUTE = re.compile(r'\b(name|value)="([^"]*)"')


def find_token(client: FlaskClient) -> str:
    """A CSRF token for whoever the browser is logged in as."""
    answer = client.get("/login", follow_redirects=False)
    page = client.get("/account") if answer.status_code == 303 else answer
    found = _TOKEN.search(page.text)
    assert found, page.text
    return found[1]


def submit(client: FlaskClient, url: str, headers: Any = None, /, **fields: Any) -> TestResponse:
    """Send a form from the desk's own pages."""
    fields.setdefault("csrf_token", find_token(client))
    return client.post(url, data=fields, headers=SAME_ORIGIN | (headers or {}))


def read_hidden(page: str, form_id: str) -> dict[str, str]:
    """The hidden fields of one form of a page, as a browser would send them."""
    start = page.index(f'id="{form_id}"')
    form = page[start : page.index("</form>", start)]
    inputs = [dict(_ATTRIBUTE.findall(tag)) for tag in _HIDDEN.findall(form)]
    return {one["name"]: html.unescape(one.get("value", "")) for one in inputs}
