"""Names that lead inside, by every answer a name server can give, and answers that change."""

import socket
import threading
from collections.abc import Iterator

import pytest

from tests.local_site import LocalSite, redirect, respond
from workbench.fetching import Fetcher, FetchFailed, FetchRefused, FetchRules

OPEN = "93.184.216.34"
INSIDE = """
10.0.0.1 127.0.0.1 0.0.0.0 169.254.169.254 192.168.1.1 100.64.0.1 ::1 :: ::ffff:10.0.0.1 fe80::1 fe80::1%lo
fc00::1 fec0::1 ff02::1 224.0.0.1 64:ff9b::10.0.0.1 64:ff9b:1::1 2002:a00:1:: 2001:0:a00:1:: 240.0.0.1
"""


class Zone:
    """A resolver that gives the answers it is told to, one after the other; the last one stays."""

    def __init__(self, *answers: tuple[str, ...]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, host: str, _port: int) -> tuple[str, ...]:
        self.asked.append(host)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.mark.parametrize("inside", INSIDE.split())
@pytest.mark.parametrize("first", [True, False])
def test_one_inner_address_among_open_ones_refuses_them_all(inside: str, first: bool) -> None:
    answer = (inside, OPEN, "2606:2800:220:1::1") if first else (OPEN, "2606:2800:220:1::1", inside)
    rules = FetchRules(resolve=Zone(answer))

    with pytest.raises(FetchRefused, match="not the open network") as refused:
        Fetcher(rules).fetch("http://mixed.example/")
    assert inside in str(refused.value)


def test_loopback_for_tests_is_for_the_port_named(site: LocalSite) -> None:
    with LocalSite() as other:
        rules = site.rules(extra_ports=frozenset({other.port}))
        with pytest.raises(FetchRefused, match="this machine itself"):
            Fetcher(rules).fetch(other.url())
        assert other.requests == []


def test_a_port_for_loopback_is_for_loopback(site: LocalSite) -> None:
    with pytest.raises(FetchRefused, match="Port"):
        Fetcher(site.rules(resolve=Zone((OPEN,)))).fetch(site.url())


def test_a_name_is_looked_up_once_a_connection(site: LocalSite) -> None:
    """Rebinding: the second answer, inner or not, is never asked for."""
    site.pages["/"] = respond("first")
    zone = Zone(("127.0.0.1",), ("10.0.0.1",))

    assert Fetcher(site.rules(resolve=zone)).fetch(site.url()).body == b"first"
    assert zone.asked == [site.name]


def test_each_step_is_looked_up_anew(site: LocalSite) -> None:
    site.pages["/"] = redirect("/next")
    site.pages["/next"] = respond("never read")
    zone = Zone(("127.0.0.1",), ("10.0.0.1",))

    with pytest.raises(FetchRefused, match=r"“site.example” \(10.0.0.1\) is a private network") as refused:
        Fetcher(site.rules(resolve=zone)).fetch(site.url())
    assert site.paths == ["/"]
    assert [step.status for step in refused.value.exchanges] == [302]


def test_what_is_no_address_is_not_dialled(site: LocalSite) -> None:
    for nonsense in ("localhost", "127.1", "", "0x7f000001", "1.2.3.4.5"):
        with pytest.raises(FetchRefused, match="no address"):
            Fetcher(site.rules(resolve=Zone((nonsense,)))).fetch(site.url())


def test_a_name_that_is_not_there(site: LocalSite) -> None:
    def fail(_host: str, _port: int) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    for resolve in (fail, Zone(())):
        with pytest.raises(FetchFailed, match=r"no site by the name “nowhere\.example”"):
            Fetcher(site.rules(resolve=resolve)).fetch(site.url(host="nowhere.example"))


@pytest.fixture
def stuck() -> Iterator[threading.Event]:
    """Ends the wait of a resolver that would never answer."""
    event = threading.Event()
    yield event
    event.set()


def test_a_name_server_that_never_answers_is_not_waited_for(site: LocalSite, stuck: threading.Event) -> None:
    def hang(_host: str, _port: int) -> tuple[str, ...]:
        stuck.wait()
        return ("127.0.0.1",)

    with pytest.raises(FetchFailed, match=r"within 0\.2 seconds"):
        Fetcher(site.rules(resolve=hang, deadline=0.2)).fetch(site.url())


def test_the_next_address_is_tried_when_one_is_dead(site: LocalSite) -> None:
    site.pages["/"] = respond("here")
    found = Fetcher(site.rules(resolve=Zone(("::1", "127.0.0.1")))).fetch(site.url())

    assert found.body == b"here"
    assert found.exchanges[0].address == "127.0.0.1"
