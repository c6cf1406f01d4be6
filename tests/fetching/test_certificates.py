"""A certificate is checked against the name asked for, and a bad one is told in words."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.local_site import LocalSite, respond
from workbench.fetching import Fetcher, FetchFailed

CERTIFICATES = Path(__file__).parent / "certificates"
TRUSTED = str(CERTIFICATES / "site.pem")
Open = Callable[[str], LocalSite]


@pytest.fixture
def open_site() -> Iterator[Open]:
    with ExitStack() as stack:

        def start(name: str) -> LocalSite:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATES / name)
            context.sni_callback = lambda _socket, asked, _context: site.asked_for.append(asked)
            site = stack.enter_context(LocalSite(context))
            return site

        yield start


def failure(site: LocalSite, host: str, **changed: object) -> str:
    with pytest.raises(FetchFailed) as failed:
        Fetcher(site.rules(**changed)).fetch(site.url(host=host))
    assert site.requests == []
    return str(failed.value)


def test_a_good_one_is_good_and_the_name_is_sent_along(open_site: Open) -> None:
    site = open_site("site.pem")
    site.pages["/"] = respond("safe")
    found = Fetcher(site.rules(ca_file=TRUSTED)).fetch(site.url())

    assert found.body == b"safe"
    assert site.asked_for == ["site.example"]
    assert f"Host: site.example:{site.port}\r\n" in site.requests[0]
    assert found.exchanges[0].request.startswith(b"GET / HTTP/1.1\r\n")
    assert found.exchanges[0].response.endswith(b"\r\n\r\nsafe")
    assert found.exchanges[0].address == "127.0.0.1"


def test_one_that_nobody_vouches_for(open_site: Open) -> None:
    said = failure(open_site("site.pem"), "site.example")
    assert "was signed by the site itself" in said
    assert "Nothing was fetched" in said


def test_one_for_another_name(open_site: Open) -> None:
    assert "is for another name" in failure(open_site("site.pem"), "other.example", ca_file=TRUSTED)


def test_one_for_a_name_when_a_number_is_asked(open_site: Open) -> None:
    assert "is for another address" in failure(open_site("site.pem"), "127.0.0.1", ca_file=TRUSTED)


def test_one_that_has_run_out(open_site: Open) -> None:
    assert "has run out" in failure(open_site("expired.pem"), "site.example", ca_file=TRUSTED)


def test_a_site_that_speaks_no_tls(site: LocalSite) -> None:
    site.pages["/"] = respond("plain")
    with pytest.raises(FetchFailed, match="No safe connection"):
        Fetcher(site.rules()).fetch(site.url().replace("http:", "https:"))


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE"])
def test_the_environment_adds_no_authority(
    open_site: Open, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, str(CERTIFICATES) if variable.endswith("DIR") else TRUSTED)
    assert "was signed by the site itself" in failure(open_site("site.pem"), "site.example")
