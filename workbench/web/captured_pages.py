"""Kept files on a page: as words, as an image, or in a frame where nothing runs and nothing leaves."""

from dataclasses import dataclass
from io import BytesIO

from flask import Response, make_response, request, send_file

from workbench.domain.errors import BadInput, NotFound
from workbench.domain.file_signs import find_image_type
from workbench.domain.image_sizes import HEAD_LENGTH, is_fit_to_show
from workbench.files import FileStore
from workbench.intake.apart import run_apart
from workbench.intake.shown_page import clean_page
from workbench.models import Snapshot
from workbench.web.headers import POLICY

MOST_SHOWN = 2_000_000  # bytes of a page or a text; the rest is in the file to download
HTML = frozenset({"text/html", "application/xhtml+xml"})
PLAIN = frozenset({"text/plain", "text/markdown", "text/csv", "application/json"})
# For the page that holds the frame: only the desk itself may be in it, wherever a link inside would lead.
HOLDING = f"{POLICY}; frame-src 'self'"
# For what is in it: an origin of its own that is nobody's, and nothing at all to load, run or send.
_FRAME = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
_LOCKED = "sandbox; default-src 'none'"
_STYLE = (
    "<!doctype html><meta charset=utf-8><style>body{font:16px/1.5 sans-serif;max-width:44rem;"
    "margin:1rem auto;padding:0 1rem;color:#222;background:#fff;overflow-wrap:anywhere}</style>"
)


def media_type_of(snapshot: Snapshot) -> str:
    """Without parameters."""
    return snapshot.media_type.partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Look:
    """How a kept file may be looked at, after all of it was hashed. `fault` says why it may not be, `flood`
    that it is an image of more pixels than a browser should be asked to draw, or of none that it declares."""

    fault: str = ""
    image: bool = False
    flood: bool = False
    words: str = ""
    frame: bool = False


def look_at(files: FileStore, snapshot: Snapshot) -> Look:
    """Hash the file, and tell what may be shown of it."""
    kind = media_type_of(snapshot)
    try:
        with files.open_checked(snapshot.sha256) as file:
            head = file.read(HEAD_LENGTH)
            file.seek(0)
            words = file.read(MOST_SHOWN).decode("utf-8", "replace") if kind in PLAIN else ""
    except (NotFound, ValueError) as error:
        return Look(fault=str(error))
    image, fits = bool(find_image_type(head)), is_fit_to_show(head)
    framed = kind in HTML and snapshot.size <= MOST_SHOWN
    return Look(image=image and fits, flood=image and not fits, words=words, frame=framed)


def show_image(files: FileStore, snapshot: Snapshot) -> Response:
    """The image under the type that its bytes have. Raises NotFound for anything else, and for one that
    floods."""
    with files.open_checked(snapshot.sha256) as file:
        data = file.read()
    media_type = find_image_type(data[:HEAD_LENGTH])
    if not media_type or not is_fit_to_show(data[:HEAD_LENGTH]):
        raise NotFound("This file is not shown as an image.")
    answer = send_file(BytesIO(data), mimetype=media_type)
    return _lock(answer, _LOCKED)


def show_frame(files: FileStore, snapshot: Snapshot) -> Response:
    """The page's words in their structure, for a sandboxed frame. Raises NotFound for what is no page."""
    if media_type_of(snapshot) not in HTML or snapshot.size > MOST_SHOWN:
        raise NotFound("This file is not shown as a page.")
    charset = snapshot.media_type.partition("charset=")[2].strip()
    try:
        body = run_apart(clean_page, files.read(snapshot.sha256), charset, what="The page")
    except BadInput as error:
        raise NotFound(str(error)) from None
    answer = make_response(_STYLE + body)
    if request.headers.get("Sec-Fetch-Dest", "iframe") != "iframe":
        # Opened by itself it would stand under the desk's address: then it is only a file.
        answer.headers["Content-Disposition"] = 'attachment; filename="page.html"'
    return _lock(answer, _FRAME)


def _lock(answer: Response, policy: str) -> Response:
    answer.headers["Content-Security-Policy"] = policy
    answer.headers["X-DNS-Prefetch-Control"] = "off"
    return answer
