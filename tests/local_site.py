"""A web site on loopback that answers what a test tells it to, byte for byte: also slowly, wrongly, never."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from workbench.fetching import FetchRules

Respond = Callable[[socket.socket], None]
Page = bytes | Respond


def respond(
    body: bytes | str = b"",
    *headers: tuple[str, str],
    status: str = "200 OK",
    media_type: str = "text/html; charset=utf-8",
) -> bytes:
    """A whole, well-formed answer with the length it has."""
    sent = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media_type}", f"Content-Length: {len(sent)}"]
    lines += [f"{name}: {value}" for name, value in headers]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + sent


def redirect(location: str, *headers: tuple[str, str], status: str = "302 Found") -> bytes:
    return respond("", ("Location", location), *headers, status=status)


def make_rules(port: int, **changed: object) -> FetchRules:
    """Rules by which every name leads to loopback, and no port but this one may be dialled there."""
    settings: dict[str, object] = {
        "allow_loopback_ports": frozenset({port}),
        "resolve": lambda _host, _port: ("127.0.0.1",),
    }
    return FetchRules(**{**settings, **changed})  # type: ignore[arg-type]


class LocalSite:
    """`pages` are answers by path and query; a callable gets the connection and does what it wants.

    `requests` are the heads of all that was asked, in order; `name` is a host name that `rules()` resolves to
    this site. With a `certificate` it speaks TLS; `asked_for` are the names that visitors sent along.
    """

    name = "site.example"

    def __init__(self, certificate: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, Page] = {}
        self.requests: list[str] = []
        self.asked_for: list[str] = []
        self._certificate = certificate
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ended = threading.Event()
        self._threads: list[threading.Thread] = []

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [head.split(" ")[1] for head in self.requests]

    def url(self, path: str = "/", host: str | None = None) -> str:
        scheme = "https" if self._certificate else "http"
        return f"{scheme}://{host or self.name}:{self.port}{path}"

    def rules(self, **changed: object) -> FetchRules:
        """Rules that let a fetcher come here and nowhere else: every name leads to this site."""
        return make_rules(self.port, **changed)

    def __enter__(self) -> "LocalSite":
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        socket.create_connection(("127.0.0.1", self.port)).close()  # wakes the one that waits for visitors
        for thread in self._threads:
            thread.join(10)
        self._listener.close()

    def wait(self, seconds: float) -> bool:
        """Pause inside an answer; True when the site is closing, so that nothing hangs on."""
        return self._ended.wait(seconds)

    def _accept(self) -> None:
        while not self._ended.is_set():
            connection, _address = self._listener.accept()
            self._start(lambda connection=connection: self._answer(connection))  # type: ignore[misc]

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _answer(self, plain: socket.socket) -> None:
        plain.settimeout(5)
        try:
            with _secure(plain, self._certificate) as connection:
                head = _read_head(connection)
                if not head:
                    return
                self.requests.append(head)
                page = self.pages.get(head.split(" ")[1], respond("Nothing here.", status="404 Not Found"))
                if isinstance(page, bytes):
                    connection.sendall(page)
                else:
                    page(connection)
        except OSError:
            pass  # the other side went away, as some tests want


@contextmanager
def _secure(plain: socket.socket, certificate: ssl.SSLContext | None) -> Iterator[socket.socket]:
    with plain:
        if certificate is None:
            yield plain
            return
        with certificate.wrap_socket(plain, server_side=True) as secured:
            yield secured


def _read_head(connection: socket.socket) -> str:
    head = b""
    while b"\r\n\r\n" not in head:
        more = connection.recv(65536)
        if not more:
            return ""
        head += more
    return head.decode("latin-1")
