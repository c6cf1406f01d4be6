"""What a desk may set about going out, and what it may not."""

import re
from pathlib import Path

import pytest

from tests.local_site import LocalSite, respond
from workbench.fetching import Fetcher, FetchRefused, FetchRules
from workbench.settings import Settings

PACKAGE = Path(__file__).parents[2] / "workbench"


def test_offline_means_nothing_goes_out(site: LocalSite) -> None:
    fetcher = Fetcher(site.rules(offline=True))

    with pytest.raises(FetchRefused, match=r"does not go out to the network \(WORKBENCH_OFFLINE\)"):
        fetcher.fetch(site.url(), robots=True)
    assert site.requests == []


def test_a_proxy_in_the_environment_is_not_used(site: LocalSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/"] = respond("direct")
    with LocalSite() as proxy:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            for variable in (name, name.lower()):
                monkeypatch.setenv(variable, f"http://127.0.0.1:{proxy.port}")
        assert Fetcher(site.rules()).fetch(site.url()).body == b"direct"
        assert proxy.requests == []


def test_a_password_file_in_the_home_folder_is_not_used(
    site: LocalSite, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text(f"machine {site.name} login ann password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    Fetcher(site.rules()).fetch(site.url())
    assert "authorization" not in site.requests[0].lower()


def test_a_request_says_who_asks_and_no_more(site: LocalSite) -> None:
    fetcher = Fetcher(site.rules(contact=lambda: "Ärger (nur)\r\nX: y <desk@example.org>"))
    fetcher.fetch(site.url("/page?q=1"), headers=[("Accept-Language", "uk, en;q=0.5")])

    line, *headers = site.requests[0].rstrip().split("\r\n")
    assert line == "GET /page?q=1 HTTP/1.1"
    named = dict(header.split(": ", 1) for header in headers)
    assert list(named) == ["Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Connection"]
    assert re.fullmatch(
        r"claim-workbench/[0-9.]+ \(fact-checking; rger nur X: y <desk@example.org>\)", named["User-Agent"]
    )


def test_a_desk_without_a_contact_says_what_it_is(site: LocalSite) -> None:
    Fetcher(site.rules()).fetch(site.url())
    assert re.search(r"User-Agent: claim-workbench/[0-9.]+ \(fact-checking\)\r\n", site.requests[0])


@pytest.mark.parametrize(
    "header",
    [
        ("Host", "inner.example"),
        ("Authorization", "Bearer x"),
        ("Cookie", "a=b"),
        ("Connection", "keep-alive"),
        ("Transfer-Encoding", "chunked"),
        ("Accept", "x\r\nHost: inner.example"),
        ("Referer", "ä"),
    ],
)
def test_a_caller_adds_no_other_headers(fetcher: Fetcher, site: LocalSite, header: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="can't be added"):
        fetcher.fetch(site.url(), headers=[header])
    assert site.requests == []


def test_the_ports_of_the_web_and_those_allowed() -> None:
    assert FetchRules().ports == {80, 443}
    assert FetchRules(extra_ports=frozenset({8080})).ports == {80, 443, 8080}


def test_settings_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WORKBENCH_OFFLINE", "yes")
    monkeypatch.setenv("WORKBENCH_EXTRA_PORTS", "8080, 8443")
    monkeypatch.setenv("WORKBENCH_CONTACT", "desk@example.org")
    monkeypatch.setenv("WORKBENCH_CA_FILE", "/etc/own-ca.pem")
    found = Settings.from_env(tmp_path)
    assert (found.offline, found.extra_ports, found.contact, found.ca_file) == (
        True,
        {8080, 8443},
        "desk@example.org",
        "/etc/own-ca.pem",
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WORKBENCH_OFFLINE", "perhaps"),
        ("WORKBENCH_EXTRA_PORTS", "http"),
        ("WORKBENCH_EXTRA_PORTS", "0"),
        ("WORKBENCH_EXTRA_PORTS", "65536"),
        ("WORKBENCH_EXTRA_PORTS", "80 81"),
        ("WORKBENCH_CONTACT", "a\nb"),
        ("WORKBENCH_CONTACT", "(desk)"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValueError, match=name):
        Settings.from_env(tmp_path)


def test_no_setting_opens_loopback() -> None:
    """The allowance of tests is a field of the rules that nothing in the product ever fills."""
    assert FetchRules().allow_loopback_ports == frozenset()
    naming = {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8").count("allow_loopback_ports")
        for path in PACKAGE.rglob("*.py")
    }
    assert {path: count for path, count in naming.items() if count} == {
        "fetching/rules.py": 2,  # what it is, and that it is empty
        "fetching/fetcher.py": 1,  # read
        "fetching/resolving.py": 1,  # read
    }
    assert not any(
        "allow_loopback_ports=" in path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")
    )
