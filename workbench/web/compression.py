"""Pages, parts and static files leave as gzip where the browser takes it (docs/decisions/017)."""

import gzip
import secrets
from functools import lru_cache
from io import BytesIO

from flask import Flask, Response, request

from workbench.web import origin

TYPES = frozenset({"text/html", "text/css", "text/javascript", "image/svg+xml"})
SMALLEST = 1_000  # bytes; below it there is nothing to win
LEVEL = 6
MOST_PADDING = 100  # bytes


def init_app(app: Flask) -> None:
    """Register it before all other hooks: those after a request run in reverse, and this one comes last."""
    app.after_request(compress)


def compress(answer: Response) -> Response:
    """The answer, smaller. Downloads and streams stay as they are; they are told by their type, by being
    iterators, or by an encoding of their own."""
    static = request.endpoint == "static"
    if answer.mimetype not in TYPES or (answer.is_streamed and not static):
        return answer
    answer.vary.add("Accept-Encoding")
    if not _may_compress(answer, static=static):
        return answer
    answer.direct_passthrough = False
    data = answer.get_data()
    if len(data) < SMALLEST:
        return answer
    answer.set_data(_pack_file(data) if static else _pack(data, secrets.randbelow(MOST_PADDING)))
    answer.headers["Content-Encoding"] = "gzip"
    etag, _ = answer.get_etag()
    if etag:
        answer.set_etag(etag, weak=True)  # the same file, but not the same bytes
    return answer


def _may_compress(answer: Response, *, static: bool) -> bool:
    if answer.status_code in {204, 206, 304} or "Content-Encoding" in answer.headers:
        return False
    # Another site that makes a browser ask, and watches how long the answers are, must not learn from it
    # what stands in them. Static files hold nothing to learn.
    if not static and origin.is_own_origin() is False:
        return False
    return request.accept_encodings.quality("gzip") > 0


@lru_cache(maxsize=64)
def _pack_file(data: bytes) -> bytes:
    """A static file, packed once for as long as the process runs."""
    return _pack(data, 0)


def _pack(data: bytes, padding: int) -> bytes:
    """`padding`: bytes of a name in gzip's header, which every browser skips: how long an answer is then
    says little about what it holds."""
    packed = BytesIO()
    with gzip.GzipFile("x" * padding, "wb", LEVEL, packed, mtime=0) as file:
        file.write(data)
    return packed.getvalue()
