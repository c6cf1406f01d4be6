"""What went over the line, written as a web archive (WARC 1.1, gzip) that other programs can read."""

import hashlib
from base64 import b32encode
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from workbench.domain.fetched import Exchange
from workbench.files.incoming import Incoming

MEDIA_TYPE = "application/warc"
WARC_VERSION = "1.1"


class _AsReceived(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """Headers that are written byte for byte as they came: warcio would write what it parsed of them."""

    def __init__(self, raw: bytes) -> None:
        super().__init__(raw.partition(b"\r\n")[0].decode("latin-1"), [])  # without one it counts as none
        self.raw = raw

    def compute_headers_buffer(self, header_filter: object = None) -> None:  # noqa: ARG002 - warcio's
        self.headers_buff = self.raw


def write_warc(
    incoming: Incoming, exchanges: Sequence[Exchange], info: Mapping[str, str], facts: Mapping[str, str]
) -> None:
    """Every hop's request and response with the address dialled and the time, byte for byte.

    What broke off says so. `info` opens the archive (software, operator); `facts` are about this visit, in a
    metadata record.
    """
    writer = WARCWriter(incoming, gzip=True, warc_version=WARC_VERSION)
    writer.write_record(writer.create_warcinfo_record("", _clean(info)))
    for exchange in exchanges:
        # Of what broke off, the last bytes came over the line and no further.
        payload = None if exchange.broken else exchange.body
        response = _make_record(writer, exchange, _name_kind(exchange), exchange.response, payload)
        writer.write_record(response)
        request = _make_record(writer, exchange, "request", exchange.request, None)
        request.rec_headers.add_header(
            "WARC-Concurrent-To", response.rec_headers.get_header("WARC-Record-ID")
        )
        writer.write_record(request)
    lines = "".join(f"{name}: {value}\r\n" for name, value in _clean(facts).items()).encode()
    about = writer.create_warc_record(
        exchanges[0].url,
        "metadata",
        payload=BytesIO(lines),
        length=len(lines),
        warc_content_type="application/warc-fields",
        warc_headers_dict={"WARC-Date": _format_time(exchanges[0].started_at)},
    )
    writer.write_record(about)


def _name_kind(exchange: Exchange) -> str:
    """What broke off before its headers ended is no response that a program could read: bytes, no more."""
    return "response" if b"\r\n\r\n" in exchange.response else "resource"


def _make_record(writer: Any, exchange: Exchange, kind: str, raw: bytes, payload: bytes | None) -> Any:
    whole = kind != "resource"
    head, blank, rest = raw.partition(b"\r\n\r\n") if whole else (b"", b"", raw)
    named = {
        "WARC-Date": _format_time(exchange.started_at),
        "WARC-IP-Address": exchange.address,
        # The payload is what the transfer coding carried, which is not always what follows the headers.
        "WARC-Payload-Digest": _digest(rest if payload is None or not whole else payload),
    }
    if exchange.broken and kind != "request":
        named["WARC-Truncated"] = exchange.broken
    return writer.create_warc_record(
        exchange.url,
        kind,
        payload=BytesIO(rest),
        length=len(rest),
        http_headers=_AsReceived(head + blank) if whole else None,
        warc_headers_dict=named,
    )


def _digest(data: bytes) -> str:
    # In WARC files digests are written in base 32, and readers compare them with SHA-1 as warcio makes it.
    return "sha1:" + b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def _clean(fields: Mapping[str, str]) -> dict[str, str]:
    """One line each: a name or an address from outside may not begin a field of its own."""
    return {name: " ".join(value.split()) for name, value in fields.items() if value.strip()}


def _format_time(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
