"""Redirects are followed by hand: each one looked at like a new address, never without end."""

import pytest

from tests.local_site import LocalSite, redirect, respond
from workbench.fetching import Fetcher, FetchFailed, FetchRefused


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Again", "308 For good"])
def test_a_redirect_is_followed_and_every_step_kept(site: LocalSite, fetcher: Fetcher, status: str) -> None:
    site.pages["/old"] = redirect("../new?x=1#part", status=status)
    site.pages["/new?x=1"] = respond("the page")

    found = fetcher.fetch(site.url("/old"))

    assert (found.url, found.final_url) == (site.url("/old"), site.url("/new?x=1"))
    assert found.body == b"the page"
    assert [(step.status, step.url) for step in found.exchanges] == [
        (int(status[:3]), site.url("/old")),
        (200, site.url("/new?x=1")),
    ]


@pytest.mark.parametrize("status", ["300 Choose", "304 Not Modified", "305 Use Proxy", "201 Created"])
def test_other_answers_with_a_location_are_answers(site: LocalSite, fetcher: Fetcher, status: str) -> None:
    site.pages["/"] = redirect("/elsewhere", status=status)
    assert fetcher.fetch(site.url()).status == int(status[:3])
    assert site.paths == ["/"]


def test_a_redirect_to_nowhere_is_an_answer(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/"] = respond("moved", status="302 Found")
    assert fetcher.fetch(site.url()).status == 302


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("file:///etc/passwd", "does not begin with http:// or https://"),
        ("ftp://site.example/", "does not begin with http:// or https://"),
        ("javascript:alert(1)", "does not begin with http:// or https://"),
        ("http://169.254.169.254/latest/meta-data/", "where clouds keep their keys"),
        ("http://[::1]/", "this machine itself"),
        ("//10.0.0.1/", "a private network"),
        ("http://user:word@site.example/", "carries a name or a password"),
        ("http://site.example:22/", "asks for port 22"),
        ("http://2130706433/", "in an unusual way"),
        ("http://[", "no host name that can be read"),
        ("http://site.example\\@10.0.0.1/", "carries a name or a password"),
    ],
)
def test_a_redirect_astray_is_refused_with_the_first_step_kept(
    site: LocalSite, fetcher: Fetcher, location: str, words: str
) -> None:
    site.pages["/"] = redirect(location)

    with pytest.raises(FetchRefused) as refused:
        fetcher.fetch(site.url())

    assert words in str(refused.value)
    assert [step.status for step in refused.value.exchanges] == [302]
    assert refused.value.url == site.url()


def test_a_circle_is_seen(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/a"], site.pages["/b"] = redirect("/b"), redirect("/a")
    with pytest.raises(FetchFailed, match=r"comes to no end \(2 times\)"):
        fetcher.fetch(site.url("/a"))
    assert site.paths == ["/a", "/b"]


def test_a_chain_without_end_is_left(site: LocalSite, fetcher: Fetcher) -> None:
    for number in range(30):
        site.pages[f"/{number}"] = redirect(f"/{number + 1}")
    with pytest.raises(FetchFailed, match="comes to no end"):
        fetcher.fetch(site.url("/0"))
    assert len(site.paths) == fetcher.rules.max_redirects + 1


def test_a_chain_as_long_as_allowed_arrives(site: LocalSite, fetcher: Fetcher) -> None:
    for number in range(fetcher.rules.max_redirects):
        site.pages[f"/{number}"] = redirect(f"/{number + 1}")
    site.pages[f"/{fetcher.rules.max_redirects}"] = respond("there")
    assert fetcher.fetch(site.url("/0")).body == b"there"


def test_a_cookie_is_given_back_on_the_way_and_then_forgotten(site: LocalSite, fetcher: Fetcher) -> None:
    """Some sites set one and send back to the same address; without it that is a circle."""

    def answer(connection: object) -> None:
        page = (
            respond("welcome")
            if "Cookie: seen=1" in site.requests[-1]
            else redirect("/", ("Set-Cookie", "seen=1; Path=/"))
        )
        connection.sendall(page)  # type: ignore[attr-defined]

    site.pages["/"] = answer
    assert fetcher.fetch(site.url()).body == b"welcome"
    assert ["Cookie" in head for head in site.requests] == [False, True]

    fetcher.fetch(site.url())
    assert ["Cookie" in head for head in site.requests] == [False, True, False, True]


def test_a_cookie_stays_with_its_site(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/"] = redirect(site.url("/there", host="other.example"), ("Set-Cookie", "secret=1"))
    site.pages["/there"] = respond("there")
    fetcher.fetch(site.url())
    assert "Cookie" not in site.requests[-1]
    assert f"Host: other.example:{site.port}" in site.requests[-1]


@pytest.mark.parametrize("location", ["/a b", "/ä".encode().decode("latin-1"), " /plain "])
def test_a_sloppy_location_is_read_as_browsers_do(site: LocalSite, fetcher: Fetcher, location: str) -> None:
    site.pages["/"] = redirect(location)
    found = fetcher.fetch(site.url())
    assert site.paths[1] in {"/a%20b", "/%C3%A4", "/plain"}
    assert found.status == 404
