"""What going out is bound to: which ports, how long, how much."""

import socket
from collections.abc import Callable
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
WEB_PORTS = frozenset({80, 443})

# Host and port to the addresses they stand for; raises OSError when there is none.
Resolve = Callable[[str, int], tuple[str, ...]]


def ask_system(host: str, port: int) -> tuple[str, ...]:
    """What the machine's own resolver says, each address once, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class FetchRules:
    """`deadline` is in seconds for a whole fetch, redirects and slow drips included. `max_received` counts
    bytes as they arrive, headers included, `max_body` the body's bytes with gzip taken off.

    `extra_ports` are allowed besides 80 and 443. `contact` stands in the user agent, for the people who run
    the sites visited. `ca_file` holds certificates to trust besides the usual ones (PEM).
    `allow_loopback_ports` is for tests alone: no setting reaches it.
    """

    offline: bool = False
    extra_ports: frozenset[int] = frozenset()
    contact: Callable[[], str] = str
    ca_file: str = ""
    deadline: float = 30.0
    max_received: int = 30 * MEGABYTE
    max_body: int = 25 * MEGABYTE
    max_redirects: int = 8
    resolve: Resolve = ask_system
    allow_loopback_ports: frozenset[int] = frozenset()

    @property
    def ports(self) -> frozenset[int]:
        """Every port that may be dialled at an address of the open network."""
        return WEB_PORTS | self.extra_ports
