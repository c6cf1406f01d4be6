"""Stored files on their way out: always attachments, never shown, whatever they are."""

from io import BytesIO

from flask import Response, send_file

from workbench.domain.names import clean_file_name
from workbench.files import FileStore

LOCKED = "default-src 'none'; sandbox"


def attach(data: bytes, name: str, media_type: str = "application/octet-stream") -> Response:
    """The bytes as a download. Files from outside keep the default type, so that no browser runs them."""
    answer = send_file(
        BytesIO(data),
        mimetype=media_type.partition(";")[0],
        as_attachment=True,
        download_name=clean_file_name(name) or "file",
    )
    answer.headers["Content-Security-Policy"] = LOCKED
    return answer


def attach_stored(files: FileStore, sha256: str, name: str) -> Response:
    """A stored file as a download: hashed first, then sent by parts, never held as a whole."""
    answer = send_file(
        files.open_checked(sha256),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=clean_file_name(name) or "file",
    )
    answer.headers["Content-Security-Policy"] = LOCKED
    return answer
