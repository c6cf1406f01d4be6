"""Taking gzip and deflate off a body, never further than the limit."""

import zlib

from workbench.domain.errors import FetchFailed
from workbench.fetching.meter import too_large

ACCEPTED = "gzip, deflate"
MOST_LAYERS = 2
_GZIP, _ZLIB, _RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS
_GZIP_MARK = b"\x1f\x8b"


def decode_body(body: bytes, codings: str, limit: int, host: str) -> bytes:
    """The body without its content codings (the header's value, the last one put on last).

    At most `limit` bytes are ever unpacked. Raises FetchFailed for more, for what is cut short or broken, and
    for codings that were not asked for.
    """
    layers = [name for part in codings.split(",") if (name := part.strip().lower()) not in ("", "identity")]
    if len(layers) > MOST_LAYERS:
        raise FetchFailed(f"The answer of “{host}” is packed {len(layers)} times over. It is not unpacked.")
    for name in reversed(layers):
        body = _unpack(body, name, limit, host) if body else body
    return body


def _unpack(body: bytes, name: str, limit: int, host: str) -> bytes:
    unpacker = zlib.decompressobj(_choose_format(body, name, host))
    try:
        unpacked = unpacker.decompress(body, limit + 1)
    except zlib.error:
        raise FetchFailed(
            f"The answer of “{host}” is packed ({name}) and damaged. Try again later, or save the page in "
            "your browser and bring in the file."
        ) from None
    if len(unpacked) > limit:
        raise too_large(host, limit)
    if not unpacker.eof or unpacker.unused_data.startswith(_GZIP_MARK):
        raise FetchFailed(
            f"The answer of “{host}” is packed ({name}) and does not end as it should, so part of it may be "
            "missing. Try again later, or save the page in your browser and bring in the file."
        )
    return unpacked


def _choose_format(body: bytes, name: str, host: str) -> int:
    if name in ("gzip", "x-gzip"):
        return _GZIP
    if name == "deflate":
        # Some servers leave zlib's two bytes out; browsers take both.
        zlib_head = body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
        return _ZLIB if zlib_head else _RAW
    raise FetchFailed(
        f"“{host}” packed its answer in a way that was not asked for ({name[:20]}). Save the page in your "
        "browser and bring in the file."
    )
