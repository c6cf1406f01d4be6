"""Stored files on their way out: always attachments, never shown, whatever they are."""

from io import BytesIO

from flask import Response, send_file

from workbench.domain.names import clean_file_name


def attach(data: bytes, name: str, media_type: str = "application/octet-stream") -> Response:
    """The bytes as a download. Files from outside keep the default type, so that no browser runs them."""
    answer = send_file(
        BytesIO(data),
        mimetype=media_type.partition(";")[0],
        as_attachment=True,
        download_name=clean_file_name(name) or "file",
    )
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
