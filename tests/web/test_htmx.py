"""Page or fragment: three functions, each asked in every way a browser asks."""

import pytest
from flask import Flask, Response
from htmx_flask import Htmx
from jinja2 import DictLoader

from workbench.web.htmx import invalid, page, saved

PART = {"HX-Request": "true"}
BOOSTED = PART | {"HX-Boosted": "true"}
BACK = PART | {"HX-History-Restore-Request": "true"}
TEMPLATES = {
    "show.html": "<html>{% include '_part.html' %}</html>",
    "_part.html": "<p>{{ word }}</p>",
    "_badge.html": '<b{% if oob %} hx-swap-oob="true"{% endif %}>{{ word }}</b>',
}
WHOLE, FRAGMENT = "<html><p>&lt;x&gt;</p></html>", "<p>&lt;x&gt;</p>"
WAYS = [({}, WHOLE), (PART, FRAGMENT), (BOOSTED, WHOLE), (BACK, WHOLE), ({"HX-Request": "yes"}, WHOLE)]


def read(answer: Response) -> str:
    return answer.get_data(as_text=True)


@pytest.fixture
def small() -> Flask:
    app = Flask("small")
    app.jinja_loader = DictLoader(TEMPLATES)
    Htmx(app)
    return app


@pytest.mark.parametrize(("headers", "body"), WAYS)
def test_a_page_or_its_part(small: Flask, headers: dict[str, str], body: str) -> None:
    with small.test_request_context("/", headers=headers):
        shown = page("show.html", "_part.html", word="<x>")
        refused = invalid("show.html", "_part.html", word="<x>")
    assert (shown.status_code, read(shown)) == (200, body)
    assert (refused.status_code, read(refused)) == (422, body)
    assert set(shown.vary) == {"HX-Request", "HX-Boosted", "HX-History-Restore-Request"}


def test_a_page_without_parts_is_always_whole(small: Flask) -> None:
    with small.test_request_context("/", headers=PART):
        assert read(page("show.html", word="<x>")) == WHOLE


@pytest.mark.parametrize("headers", [{}, BOOSTED])
def test_a_save_leads_on_without_htmx(small: Flask, headers: dict[str, str]) -> None:
    with small.test_request_context("/", method="POST", headers=headers):
        answer = saved("/claims/C-1", "_part.html", also=["_badge.html"], word="<x>")
    assert (answer.status_code, answer.location) == (303, "/claims/C-1")


def test_a_save_answers_its_part_and_copies_for_elsewhere(small: Flask) -> None:
    with small.test_request_context("/", method="POST", headers=PART):
        answer = saved("/claims/C-1", "_part.html", also=["_badge.html"], word="<x>")
        alone = saved("/claims/C-1")
    assert answer.status_code == 200
    assert read(answer) == f'{FRAGMENT}\n<b hx-swap-oob="true">&lt;x&gt;</b>'
    assert (alone.status_code, alone.headers["HX-Redirect"], read(alone)) == (200, "/claims/C-1", "")
