"""Files made to do harm, put into the form of a desk that is really served: it says no, and stays up."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.browser.site import PASSWORD, make_empty, serve
from tests.intake.hostile import FILES
from tests.intake.test_hostile import GOOD, word
from tests.web.forms import SAME_ORIGIN, read_hidden

UPLOADED = (
    "zip bomb",
    "zip bomb that lies",
    "word with outer file",
    "word with laughs",
    "ten thousand pages",
    "flate bomb",
    "pixel flood",
    "page nested deep",
)


@pytest.fixture(scope="module")
def browser(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Somebody logged in at a served desk."""
    data = tmp_path_factory.mktemp("served") / "data"
    make_empty(sqlite_template, data)
    with (
        serve(data) as site,
        httpx.Client(base_url=site.url, headers=SAME_ORIGIN, timeout=120, trust_env=False) as client,
    ):
        login = client.get("/login").text
        fields = {"login": "checker", "password": PASSWORD, **read_hidden(login, "login-form")}
        assert client.post("/login", data=fields).status_code == 303
        client.get("/articles/new")  # from here on the session has its token, also for several at once
        yield client


def upload(browser: httpx.Client, name: str, data: bytes) -> httpx.Response:
    fields = read_hidden(browser.get("/articles/new").text, "article-form")
    fields |= {"title": "Report", "granularity": "clause"}
    return browser.post("/articles", data=fields, files={"file": (name, data)})


@pytest.mark.parametrize("title", UPLOADED)
def test_the_form_says_what_is_wrong_with_the_file(browser: httpx.Client, title: str) -> None:
    file = FILES[title]
    answer = upload(browser, file.name, file.make("http://127.0.0.1:9/"))

    assert answer.status_code == 422
    assert file.words in answer.text
    assert "Report" in answer.text, "what was typed is still there"


def test_the_desk_goes_on_while_bombs_are_read(browser: httpx.Client) -> None:
    bomb = FILES["zip bomb"].make("")
    with ThreadPoolExecutor(3) as people:
        bombs = [people.submit(upload, browser, "a.docx", bomb) for _ in range(3)]
        pages = [browser.get("/healthz").status_code for _ in range(10)]
        assert [answer.result().status_code for answer in bombs] == [422] * 3
    assert pages == [200] * 10


def test_a_good_file_comes_in_after_all_of_that(browser: httpx.Client) -> None:
    answer = upload(browser, "good.docx", word(GOOD))
    assert answer.status_code == 303, answer.text
    assert "Two bridges." in browser.get(answer.headers["location"]).text
