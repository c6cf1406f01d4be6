"""Pictures of a hostile page: it is drawn, and neither it nor the browser reaches anything by itself."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.local_site import LocalSite, respond
from tests.postgres import need
from workbench.fetching import Fetcher
from workbench.fetching.pictures import Browser, find_browser

pytestmark = pytest.mark.slow

# E is a site that must never hear of it; L is the machine's own files.
HOSTILE = """<!doctype html><title>A bridge</title><link rel=stylesheet href=/s.css>
<link rel=preconnect href="E"><link rel=dns-prefetch href="E"><link rel=prefetch href="E/prefetch">
<link rel=modulepreload href="E/m.js"><link rel=manifest href="E/manifest"><base target=_top>
<meta http-equiv=refresh content="0; url=E/refresh"><script src="E/s.js"></script>
<script>document.body.innerHTML = "<p id=run>RUN</p>"; fetch("E/fetch"); location = "E/location";
open("E/open"); navigator.sendBeacon("E/beacon"); new WebSocket("ws" + "E/ws".slice(4));
top.location = "E/top"</script>
<h1 style="background: url(E/inline.png)">The bridge stood open</h1><img src=/blue.png><img src="E/img.png">
<iframe src="E/frame"></iframe><iframe src="file:///etc/passwd"></iframe>
<iframe srcdoc="<img src=E/srcdoc.png>"></iframe>
<object data="E/object"></object><embed src="E/embed">
<video src="E/video" poster="E/poster.png" autoplay></video>
<audio src="E/audio" autoplay></audio>
<form action="E/form"><input autofocus onfocus="this.form.submit()"></form>
<svg onload="fetch('E/svg')"><image href="E/svg.png"/><use href="E/use.svg#x"/></svg>
<a href="E/a" ping="E/ping">a</a>
<noscript><img src="E/noscript.png"></noscript><img src="data:image/svg+xml,<svg onload='1'/>">"""


@pytest.fixture(scope="module")
def browser() -> Browser:
    found = find_browser("")
    if found is None:
        need("chromium", "Chromium is not installed (Debian: apt-get install chromium)")
    return found


@pytest.fixture
def evil() -> Iterator[LocalSite]:
    with LocalSite() as site:
        yield site


def test_a_hostile_page_is_drawn_and_nothing_leaves(
    browser: Browser, site: LocalSite, evil: LocalSite, fetcher: Fetcher
) -> None:
    site.pages["/page"] = respond(HOSTILE.replace("E/", f"http://127.0.0.1:{evil.port}/").replace(
        '"E"', f'"http://127.0.0.1:{evil.port}"'
    ))  # fmt: skip
    site.pages["/s.css"] = respond("h1 { color: red }", media_type="text/css")
    pictures = browser.draw(fetcher.fetch(site.url("/page")), fetcher)
    assert evil.requests == []
    assert pictures.screenshot.startswith(b"\x89PNG\r\n\x1a\n")
    assert pictures.pdf.startswith(b"%PDF-")
    assert set(site.paths) == {"/page", "/s.css", "/blue.png"}
    assert pictures.message.startswith("Drawn without scripts. ")
    assert "styles, images and fonts are missing." in pictures.message
    assert [exchange.url for exchange in pictures.exchanges if exchange.status == 200] == [site.url("/s.css")]


def test_the_parts_of_a_page_are_asked_for_as_robots_may_where_nobody_sits_there(
    browser: Browser, site: LocalSite, fetcher: Fetcher
) -> None:
    site.pages["/page"] = respond("<link rel=stylesheet href=/kept/s.css><p>Open<img src=/open.png>")
    site.pages["/robots.txt"] = respond("User-agent: *\nDisallow: /kept/", media_type="text/plain")
    answer = fetcher.fetch(site.url("/page"), robots=True)
    pictures = browser.draw(answer, fetcher, robots=True)
    assert "/open.png" in site.paths
    assert "/kept/s.css" not in site.paths
    assert "2 of 2 styles, images and fonts are missing." in pictures.message
    browser.draw(answer, fetcher)
    assert "/kept/s.css" in site.paths, "a person who asks for a page gets it whole"


def test_the_words_of_the_page_are_in_the_pdf_and_not_what_its_scripts_make_of_it(
    browser: Browser, site: LocalSite, fetcher: Fetcher
) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    site.pages["/page"] = respond(
        "<body><h1>Міст “open”</h1><script>document.body.textContent='RUN'</script>"
    )
    pictures = browser.draw(fetcher.fetch(site.url("/page")), fetcher)
    document = pdfium.PdfDocument(pictures.pdf)
    page = document[0]
    text = page.get_textpage()
    assert text.get_text_range() == "Міст “open”"
    for one in (text, page, document):
        one.close()


def test_a_program_that_is_no_browser_costs_no_more_than_a_sentence(
    site: LocalSite, fetcher: Fetcher, tmp_path: Path
) -> None:
    site.pages["/page"] = respond("<body>x")
    answer = fetcher.fetch(site.url("/page"))
    ends = tmp_path / "ends"
    ends.write_text("#!/bin/sh\nexit 1\n")
    ends.chmod(0o755)
    tmp_path.chmod(0o755)
    assert Browser(str(ends)).draw(answer, fetcher).message == "No screenshot: The browser ended by itself."
    assert (
        Browser(str(tmp_path / "none"))
        .draw(answer, fetcher)
        .message.startswith("No screenshot: Chromium is not")
    )


def test_a_browser_that_hangs_is_ended_with_its_children(
    site: LocalSite, fetcher: Fetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.fetching.pictures.SECONDS", 1.0)
    site.pages["/page"] = respond("<body>x")
    hangs = tmp_path / "hangs"
    hangs.write_text(f"#!/bin/sh\nsleep 600 & echo $! > {tmp_path}/child; wait\n")
    hangs.chmod(0o755)
    for folder in (tmp_path, *tmp_path.parents[:3]):
        if os.access(folder, os.W_OK) and str(folder) not in {"/", "/tmp"}:  # noqa: S108 - it is left as it is
            folder.chmod(0o777)  # the browser is another user, where we are root
    pictures = Browser(str(hangs)).draw(fetcher.fetch(site.url("/page")), fetcher)
    assert pictures.message == "No screenshot: The browser took too long."
    time.sleep(0.2)
    child = int((tmp_path / "child").read_text())
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


def test_a_browser_is_found_by_setting_or_not_at_all(tmp_path: Path) -> None:
    assert find_browser("none") is None
    assert find_browser(str(tmp_path / "chromium")) is None
