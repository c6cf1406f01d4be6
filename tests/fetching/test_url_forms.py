"""However an inner address is written, nothing gets there: a site on loopback counts what reaches it."""

import socket
from collections.abc import Iterator

import pytest

from tests.local_site import LocalSite, redirect, respond
from workbench.fetching import Fetcher, FetchError, FetchRefused

# P stands for the port that the canary listens on; the rules allow that port, only not the address.
NUMBERS = """
http://127.0.0.1:P/ http://127.0.0.1.:P/ http://127.1:P/ http://127.0.1:P/ http://127.000.000.001:P/ http://0:P/
http://0.0.0.0:P/ http://2130706433:P/ http://017700000001:P/ http://0x7f000001:P/ http://0x7F.0.0.1:P/
http://0177.0.0.1:P/ http://0x7f.1:P/ http://127.0x0.0.1:P/ http://4294967297:P/ http://127.0.0.2:P/
http://127.255.255.254:P/ http://10.0.0.1:P/ http://169.254.169.254:P/latest/meta-data/ http://100.100.100.200:P/
http://168.63.129.16:P/ http://255.255.255.255:P/ http://224.0.0.1:P/ http://198.18.0.1:P/ http://256.256.256.256:P/
http://1.2.3:P/ http://0x:P/ http://127.0.0.1.0x:P/
http://[::1]:P/ http://[::]:P/ http://[0:0:0:0:0:0:0:1]:P/ http://[::ffff:127.0.0.1]:P/ http://[::ffff:7f00:1]:P/
http://[0:0:0:0:0:ffff:7f00:1]:P/ http://[::127.0.0.1]:P/ http://[::ffff:0:127.0.0.1]:P/ http://[64:ff9b::7f00:1]:P/
http://[64:ff9b::127.0.0.1]:P/ http://[64:ff9b:1::7f00:1]:P/ http://[2002:7f00:1::]:P/ http://[2001:0:7f00:1::]:P/
http://[2001:0:0:0:0:0:80ff:fffe]:P/ http://[2a00::5efe:127.0.0.1]:P/ http://[fe80::1]:P/ http://[fe80::1%25lo]:P/
http://[fe80::1%lo]:P/ http://[::1%25lo]:P/ http://[fec0::1]:P/ http://[fc00::1]:P/ http://[fd00:ec2::254]:P/
http://[ff02::1]:P/ http://[::1]. http://[127.0.0.1]:P/ http://[::1:P/ http://::1:P/ http://[v1.127.0.0.1]:P/
"""
NAMES = """
http://localhost:P/ http://LOCALHOST:P/ http://localhost.:P/ http://localhost..:P/ http://sub.localhost:P/
http://localhost.localdomain:P/ http://ip6-localhost:P/ http://printer.local:P/ http://inner.example:P/
http://inner.example.:P/ http://bücher.example:P/ http://xn--bcher-kva.example:P/ http://127.0.0.1.nip.example:P/
http://a_b.example:P/ http://ｌｏｃａｌｈｏｓｔ:P/ http://ⓛocalhost:P/ http://127。0。0。1:P/ http://１２７.０.０.１:P/
http://①②⑦.0.0.1:P/ http://%6c%6f%63alhost:P/ http://127%2e0%2e0%2e1:P/ http://localhost%00.example:P/
http://localhost%2523:P/ http://%31%32%37.0.0.1:P/ http://inner.example%2F:P/
"""  # noqa: RUF001 - full-width letters that some programs read as plain ones
TRICKS = """
http://open.example@127.0.0.1:P/ http://127.0.0.1:P@open.example/ http://user:word@127.0.0.1:P/ http://@127.0.0.1:P/
http://:@127.0.0.1:P/ http://open.example%40127.0.0.1:P/ http://open.example:80@127.0.0.1:P/ http:127.0.0.1:P/
http:/127.0.0.1:P/ http:///127.0.0.1:P/ http:////127.0.0.1:P/ //127.0.0.1:P/ 127.0.0.1:P localhost:P
http://127.0.0.1:P#@open.example/ http://127.0.0.1:P?@open.example/ http://127.0.0.1:0P/ http://127.0.0.1:+P/
ftp://127.0.0.1:P/ file:///etc/passwd gopher://127.0.0.1:P/_GET dict://127.0.0.1:P/ ws://127.0.0.1:P/
jar:http://127.0.0.1:P/!/ view-source:http://127.0.0.1:P/ data:text/html,x javascript:alert(1) unix:///var/run/x
http+unix://%2Fvar%2Frun%2Fx/ blob:http://127.0.0.1:P/ feed:http://127.0.0.1:P/
"""
ODD = [
    "http://127.0.0.1:P\\@open.example/",
    "http://open.example\\@127.0.0.1:P/",
    "http:\\\\127.0.0.1:P\\",
    "http://127.0.0.1\t:P/",
    "http://127.0.\n0.1:P/",
    "ht\ntp://127.0.0.1:P/",
    "http://127.0.0.1 :P/",
    "http://open.example 127.0.0.1:P/",
    "http://127.0.0.1\x00.example:P/",
    "http://127.0.0.1\u200b:P/",
    "http://127.0.0.1\u00a0:P/",
    "http://127.0.0.1:P\r\nHost: open.example\r\n/",
    "http://127.0.0.1:P/ HTTP/1.1\r\nX: y",
    " http://127.0.0.1:P/ ",
    "\ufeffhttp://127.0.0.1:P/",
    "http://127.0.0.1:P/" + "a" * 9_000,
    "",
    "http://",
    "http://:P/",
    "http://?",
]


FORMS = [*NUMBERS.split(), *NAMES.split(), *TRICKS.split(), *ODD]


def answer_like_a_name_server(host: str, port: int) -> tuple[str, ...]:
    """Numbers as the system reads them, in every spelling it knows; every name leads to loopback."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except OSError:
        return ("127.0.0.1", "::1")
    return tuple(str(entry[4][0]) for entry in found)


@pytest.fixture(scope="module")
def _canary() -> Iterator[LocalSite]:
    with LocalSite() as canary:
        yield canary


@pytest.fixture
def canary(_canary: LocalSite) -> LocalSite:
    """Another site, where nothing may ever arrive."""
    _canary.requests.clear()
    return _canary


def make_fetcher(site: LocalSite) -> Fetcher:
    rules = site.rules(
        allow_loopback_ports=frozenset(),
        extra_ports=frozenset({site.port}),
        resolve=answer_like_a_name_server,
    )
    return Fetcher(rules)


def test_there_are_enough_of_them() -> None:
    assert len(set(FORMS)) >= 120


@pytest.mark.parametrize("form", FORMS)
def test_no_way_of_writing_it_gets_inside(canary: LocalSite, form: str) -> None:
    url = form.replace("P", str(canary.port))

    with pytest.raises(FetchRefused) as refused:
        make_fetcher(canary).fetch(url)

    assert canary.requests == []
    assert refused.value.url == url
    assert str(refused.value).endswith((".", "?"))
    assert len(str(refused.value)) < 600


@pytest.mark.parametrize("form", [form for form in FORMS if not set(form) & set("\r\n\0")])
def test_nor_does_a_redirect(site: LocalSite, canary: LocalSite, form: str) -> None:
    """The first step may be made, and the address it sends on to is looked at like any other."""
    url = form.replace("P", str(canary.port)).encode().decode("latin-1")
    site.pages["/"] = redirect(url)

    def resolve(host: str, port: int) -> tuple[str, ...]:
        return ("127.0.0.1",) if host == site.name else answer_like_a_name_server(host, port)

    try:
        Fetcher(site.rules(resolve=resolve, extra_ports=frozenset({canary.port}))).fetch(site.url())
    except FetchError as error:
        ended = [step.status for step in error.exchanges][:1]
    else:
        ended = [302]  # a relative address: it led back to the first site

    assert ended == [302]
    assert canary.requests == []


def test_the_canary_sings_when_it_is_reached(site: LocalSite, fetcher: Fetcher) -> None:
    """The control: were anything to get through, these tests would see it."""
    site.pages["/"] = respond("here")
    assert fetcher.fetch(f"http://127.0.0.1:{site.port}/").body == b"here"
    assert fetcher.fetch(f"http://localhost:{site.port}/").body == b"here"
    assert len(site.requests) == 2
