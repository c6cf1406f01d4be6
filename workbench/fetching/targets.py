"""From an address as somebody wrote it to what is dialled: one reading of it, everything doubtful refused."""

from dataclasses import dataclass
from ipaddress import IPv6Address

import httpx
import re2

from workbench.domain.errors import FetchRefused
from workbench.fetching.addresses import read_address

MAX_LENGTH = 8_000
_SCHEME = re2.compile(r"(?i)^https?://")
# Browsers drop or turn these round, other programs don't: where readings differ, a guard is led astray.
_DOUBTFUL = re2.compile(r"[\x00-\x20\x7f-\x9f\\\p{Z}\p{Cf}]")
_LABEL = re2.compile(r"^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$")
_NUMERIC = re2.compile(r"^([0-9]+|0x[0-9a-f]*)$")
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """Where one request goes. `host` is a lower-case ASCII name or an IP address without brackets."""

    url: httpx.URL
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def read_target(text: str, ports: frozenset[int]) -> Target:
    """The one thing this address can mean. Raises FetchRefused, in words, for all that is doubtful.

    A fragment is dropped, and one dot at the end of the name; nothing else is changed.
    """
    written = text.strip(" \t\r\n")
    _check_characters(written)
    try:
        url = httpx.URL(written).copy_with(fragment=None)
        host, port = url.raw_host.decode("ascii"), url.port
    except (httpx.InvalidURL, ValueError):
        raise _refuse(
            written, "is no web address that can be read. Copy it again from the browser."
        ) from None
    if "@" in written.split("//", 1)[1].split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]:
        raise _refuse(written, "carries a name or a password before an @. Take that part out.")
    host = _check_host(written, host.lower())
    port = port if port is not None else _DEFAULT_PORTS[url.scheme]
    _check_port(written, port, ports)
    return Target(url.copy_with(host=host), url.scheme, host, port)


def _check_characters(written: str) -> None:
    if not written:
        raise _refuse(written, "is empty. Put in a web address (https://…).")
    if len(written) > MAX_LENGTH:
        raise _refuse(written, f"is longer than {MAX_LENGTH:,} characters. Copy it again from the browser.")
    if not _SCHEME.search(written):
        raise _refuse(written, "does not begin with http:// or https://, and nothing else is fetched.")
    doubtful = _DOUBTFUL.search(written)
    if doubtful is not None:
        sign = f"U+{ord(doubtful.group()):04X}" if doubtful.group() != "\\" else "a backslash"
        raise _refuse(written, f"holds a space, a backslash or an unseen sign ({sign}). Take it out.")


def _check_host(written: str, host: str) -> str:
    address = read_address(host)
    if isinstance(address, IPv6Address):
        if "%" in host or address.scope_id is not None:
            raise _refuse(written, "names a network card (%…), which only means something on one machine.")
        return str(address)
    if address is not None:
        return str(address)
    name = host.removesuffix(".")
    labels = name.split(".")
    if len(name) > 253 or not all(map(_LABEL.search, labels)):
        raise _refuse(written, "has no host name that can be read. Copy it again from the browser.")
    if _NUMERIC.search(labels[-1]):
        raise _refuse(
            written, "writes an IP address in an unusual way. Write four plain numbers, or the name."
        )
    return name


def _check_port(written: str, port: int, ports: frozenset[int]) -> None:
    if port not in ports:
        allowed = ", ".join(map(str, sorted(ports)))
        raise _refuse(
            written,
            f"asks for port {port}; this desk goes to ports {allowed}. "
            "Who runs it can allow more by WORKBENCH_EXTRA_PORTS.",
        )


def _refuse(written: str, why: str) -> FetchRefused:
    shown = written if len(written) <= 200 else written[:200] + "…"
    return FetchRefused(f"The address “{shown}” {why}" if shown else f"The address {why}", written)
