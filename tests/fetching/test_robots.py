"""What a site asks of robots is honoured when asked for, and read once for all of its pages."""

import pytest

from tests.local_site import LocalSite, redirect, respond
from workbench.fetching import Fetcher, FetchFailed, FetchRefused, robots

RULES = """
User-agent: *
Disallow: /private/
Disallow: /*.pdf$

User-agent: claim-workbench
Disallow: /not-you/
"""


def test_what_is_disallowed_is_not_visited(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = respond(RULES, media_type="text/plain")
    site.pages["/private/x"] = respond("open to all others")

    with pytest.raises(FetchRefused, match=r"asks in its robots\.txt not to be visited"):
        fetcher.fetch(site.url("/not-you/page"), robots=True)
    assert site.paths == ["/robots.txt"]
    assert fetcher.fetch(site.url("/private/x"), robots=True).status == 200


def test_rules_for_everybody_hold_for_us(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = respond("User-agent: *\nDisallow: /private/\nDisallow: /*.pdf$")
    for path in ("/private/x", "/a/report.pdf"):
        with pytest.raises(FetchRefused):
            fetcher.fetch(site.url(path), robots=True)
    assert fetcher.fetch(site.url("/a/report.pdf?x"), robots=True).status == 404


def test_a_person_who_asks_for_a_page_gets_it(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = respond("User-agent: *\nDisallow: /")
    fetcher.fetch(site.url("/page"))
    assert site.paths == ["/page"]


def test_it_is_read_once_a_site(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = respond("User-agent: *\nDisallow: /private/")
    for path in ("/a", "/b", "/c"):
        fetcher.fetch(site.url(path), robots=True)
    assert site.paths == ["/robots.txt", "/a", "/b", "/c"]

    fetcher.fetch(site.url("/d", host="other.example"), robots=True)
    assert site.paths[4:] == ["/robots.txt", "/d"]


def test_it_is_read_again_when_it_is_old(
    site: LocalSite, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(robots, "KEPT_SECONDS", -1.0)
    for path in ("/a", "/b"):
        fetcher.fetch(site.url(path), robots=True)
    assert site.paths == ["/robots.txt", "/a", "/robots.txt", "/b"]


def test_of_a_long_one_the_first_half_megabyte_counts_in_whole_lines(
    site: LocalSite, fetcher: Fetcher
) -> None:
    rules = "User-agent: *\nDisallow: /private/\n"
    half = "Disallow: /open/"
    filled = rules + "#" * (robots.MOST_READ - len(rules) - len(half)) + f"\n{half}only-this/\n"
    site.pages["/robots.txt"] = respond(f"{filled}Disallow: /late/\n", media_type="text/plain")
    with pytest.raises(FetchRefused):
        fetcher.fetch(site.url("/private/x"), robots=True)
    for path in ("/open/x", "/late/x"):
        assert fetcher.fetch(site.url(path), robots=True).status == 404


def test_what_is_kept_of_many_sites_has_an_end(
    site: LocalSite, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(robots, "MOST_KEPT", 5_000)
    site.pages["/robots.txt"] = respond("#" * 1_000, media_type="text/plain")
    for host in ("a.example", "b.example", "c.example", "c.example", "b.example", "a.example"):
        fetcher.fetch(site.url("/x", host=host), robots=True)
    assert site.paths.count("/robots.txt") == 4, "the oldest went, the other two were still there"


def test_each_step_of_a_redirect_is_asked_about(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = respond("User-agent: *\nDisallow: /private/")
    site.pages["/"] = redirect("/private/x")
    with pytest.raises(FetchRefused, match="robots"):
        fetcher.fetch(site.url(), robots=True)
    assert site.paths == ["/robots.txt", "/"]


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "410 Gone"])
def test_none_there_allows_all(site: LocalSite, fetcher: Fetcher, status: str) -> None:
    site.pages["/robots.txt"] = respond("User-agent: *\nDisallow: /", status=status)
    site.pages["/"] = respond("page")
    assert fetcher.fetch(site.url(), robots=True).body == b"page"


def test_a_site_in_trouble_is_left_alone_for_now(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = respond("", status="503 Busy")
    with pytest.raises(FetchFailed, match=r"robots\.txt: 503"):
        fetcher.fetch(site.url(), robots=True)
    assert site.paths == ["/robots.txt"]

    site.pages["/robots.txt"] = respond("")
    fetcher.fetch(site.url(), robots=True)  # the trouble was not remembered
    assert site.paths[1:] == ["/robots.txt", "/"]


@pytest.mark.parametrize("rules", [b"\xff\xfe\0\0 nonsense", b"", b"Disallow" * 10_000, "Ünfug: ja".encode()])
def test_nonsense_allows_all(site: LocalSite, fetcher: Fetcher, rules: bytes) -> None:
    site.pages["/robots.txt"] = respond(rules)
    site.pages["/"] = respond("page")
    assert fetcher.fetch(site.url(), robots=True).body == b"page"


def test_robots_may_not_lead_inside(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = redirect("http://10.0.0.1/robots.txt")
    with pytest.raises(FetchRefused, match="private network"):
        fetcher.fetch(site.url(), robots=True)
    assert site.paths == ["/robots.txt"]
