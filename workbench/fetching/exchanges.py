"""One request to one address, its answer read to the end and written down."""

import ssl
from collections.abc import Sequence
from datetime import UTC, datetime

import httpcore

from workbench.domain.errors import FetchError
from workbench.domain.fetched import Exchange
from workbench.fetching.line import GuardedNetwork, Line
from workbench.fetching.meter import Meter
from workbench.fetching.rules import FetchRules
from workbench.fetching.targets import Target
from workbench.fetching.wording import tell_failure


def exchange(
    target: Target,
    headers: Sequence[tuple[str, str]],
    rules: FetchRules,
    meter: Meter,
    certificates: ssl.SSLContext | None,
) -> Exchange:
    """GET `target` over a connection of its own; only https needs `certificates`.

    Raises FetchRefused, FetchFailed; where bytes came before that, its `exchanges` is what came of this one.
    """
    line, started_at = Line(), datetime.now(UTC)
    came: list[bytes] = []
    response: httpcore.Response | None = None

    def record(broken: str = "") -> Exchange:
        return _record(target, line, started_at, response, b"".join(came), broken)

    # A pool of its own: it takes no proxy from the environment, follows nothing and keeps nothing open.
    pool = httpcore.ConnectionPool(
        ssl_context=certificates,
        max_connections=1,
        max_keepalive_connections=0,
        network_backend=GuardedNetwork(rules, meter, line),
    )
    try:
        with pool, pool.stream("GET", _address(target), headers=_encode(headers)) as response:
            came.extend(response.iter_stream())
    except FetchError as error:  # the meter's, or the guard's
        error.exchanges = (record(error.broken),) if line.received else ()
        raise
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
        failed = _tell(error, target, meter)
        failed.exchanges = (record(failed.broken),) if line.received else ()
        raise failed from error
    return record()


def _tell(error: Exception, target: Target, meter: Meter) -> FetchError:
    """When the whole time is up, that is what went wrong, whatever the line says."""
    try:
        meter.seconds_left(target.host)
    except FetchError as late:
        return late
    return tell_failure(error, target.host, target.port)


def _record(
    target: Target,
    line: Line,
    started_at: datetime,
    response: httpcore.Response | None,
    body: bytes,
    broken: str,
) -> Exchange:
    reason = response.extensions.get("reason_phrase", b"") if response else b""
    headers = response.headers if response else []
    return Exchange(
        url=str(target.url),
        address=line.address,
        port=target.port,
        started_at=started_at,
        request=bytes(line.sent),
        response=bytes(line.received),
        status=response.status if response else 0,
        reason=reason.decode("latin-1"),
        headers=tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers),
        body=body,
        broken=broken,
    )


def _address(target: Target) -> httpcore.URL:
    return httpcore.URL(
        scheme=target.scheme.encode(),
        host=target.host.encode(),
        port=target.port,
        target=target.url.raw_path,
    )


def _encode(headers: Sequence[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("ascii"), value.encode("ascii")) for name, value in headers]
