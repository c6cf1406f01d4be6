"""What leaves the desk as gzip, what does not, and for whom."""

import gzip

import pytest

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import SAME_ORIGIN

TAKES = {"Accept-Encoding": "gzip, deflate, br"}


def test_a_page_is_smaller_and_reads_the_same(desk: RunningDesk) -> None:
    plain = desk.viewer.get("/account")
    packed = desk.viewer.get("/account", TAKES | SAME_ORIGIN)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data) / 2
    assert len(gzip.decompress(packed.data)) == pytest.approx(len(plain.data), abs=20)  # tokens
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert packed.headers["Content-Type"] == plain.headers["Content-Type"]


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0"])
def test_who_does_not_take_it_gets_it_plain(desk: RunningDesk, accepted: str) -> None:
    assert "Content-Encoding" not in desk.viewer.get("/account", {"Accept-Encoding": accepted}).headers


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_site_asked_for_is_never_compressed(desk: RunningDesk, site: str) -> None:
    """Else the length of an answer that repeats what that site put into the address tells of the rest."""
    answer = desk.viewer.get("/claims?q=csrf", TAKES | {"Sec-Fetch-Site": site})
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers


def test_the_same_page_is_not_always_as_long(desk: RunningDesk) -> None:
    lengths = {len(desk.viewer.get("/keyboard", TAKES | SAME_ORIGIN).data) for _ in range(12)}
    assert len(lengths) > 1


def test_a_static_file_is_packed_once_and_known_again(desk: RunningDesk) -> None:
    url = "/static/workbench.css"
    with desk.viewer.get(url) as plain, desk.viewer.get(url, TAKES) as packed:
        assert gzip.decompress(packed.data) == plain.data
        assert packed.headers["Cache-Control"] == plain.headers["Cache-Control"]
        assert packed.headers["ETag"].startswith("W/")
        with desk.viewer.get(url, TAKES) as again:
            assert again.data == packed.data
        with desk.viewer.get(url, TAKES | {"If-None-Match": packed.headers["ETag"]}) as known:
            assert (known.status_code, known.data) == (304, b"")
        with desk.viewer.get(url, TAKES | {"Range": "bytes=0-9"}) as part:
            assert (part.status_code, part.data) == (206, plain.data[:10])


def test_downloads_and_small_answers_are_left_alone(desk: RunningDesk) -> None:
    with desk.open() as session:
        version = factories.make_article(session)
        factories.make_claim(session, version)
        number = factories.find_article(session, version).number
    for url in ("/healthz", f"/articles/A-{number}/report.json", f"/articles/A-{number}/report.html"):
        with desk.viewer.get(url, TAKES | SAME_ORIGIN) as answer:
            assert answer.status_code == 200, url
            assert "Content-Encoding" not in answer.headers, url


def test_a_form_with_mistakes_is_packed_too(desk: RunningDesk) -> None:
    answer = desk.checker.post("/articles", TAKES, text="", title="")
    assert answer.status_code == 422
    assert b"Please mend" in gzip.decompress(answer.data)
