"""The socket seam: every byte of a fetch comes and goes here, to an address that was looked at."""

import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from workbench.domain.errors import FetchRefused
from workbench.fetching.meter import Meter
from workbench.fetching.resolving import find_addresses
from workbench.fetching.rules import FetchRules

CONNECT_SECONDS = 10.0  # for one of several addresses; the next one may answer


class Line:
    """What went over one connection: the address dialled, and the bytes outside of TLS."""

    def __init__(self) -> None:
        self.address = ""
        self.sent = bytearray()
        self.received = bytearray()


class GuardedNetwork(httpcore.NetworkBackend):
    """Dials for httpcore. The name is looked up here, once, and what was looked at is what is dialled: an
    answer of the resolver that changes in between changes nothing."""

    def __init__(self, rules: FetchRules, meter: Meter, line: Line) -> None:
        self._rules = rules
        self._meter = meter
        self._line = line
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the meter holds the time of the whole fetch
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        failure: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for address in find_addresses(host, port, self._rules, self._meter):
            seconds = min(CONNECT_SECONDS, self._meter.seconds_left(host))
            try:
                stream = self._sockets.connect_tcp(address, port, seconds, local_address, socket_options)
            except (httpcore.NetworkError, httpcore.TimeoutException) as error:
                failure = error
                continue
            self._line.address = address
            return MeteredStream(stream, host, self._meter, self._line)
        assert failure is not None  # noqa: S101 - there is at least one address
        raise failure

    def connect_unix_socket(self, path: str, *_args: Any, **_options: Any) -> httpcore.NetworkStream:
        raise FetchRefused(f"“{path}” is a socket on this machine. It is not dialled.")


class MeteredStream(httpcore.NetworkStream):
    """A connection that keeps to the meter and writes down what goes over it."""

    def __init__(self, stream: httpcore.NetworkStream, host: str, meter: Meter, line: Line) -> None:
        self._stream = stream
        self._host = host
        self._meter = meter
        self._line = line

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - as above
        data = self._stream.read(max_bytes, self._meter.seconds_left(self._host))
        self._line.received += data  # first: what came is kept also where it was too much
        self._meter.count(len(data), self._host)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - as above
        self._line.sent += buffer
        self._stream.write(buffer, self._meter.seconds_left(self._host))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - as above
    ) -> httpcore.NetworkStream:
        seconds = self._meter.seconds_left(self._host)
        stream = self._stream.start_tls(ssl_context, server_hostname, seconds)
        return MeteredStream(stream, self._host, self._meter, self._line)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
