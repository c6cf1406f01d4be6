"""What every answer carries: nothing loads from elsewhere, nothing inline runs, no page is cached."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request

from workbench.web import current

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: the CSRF check over HTTPS needs the desk's own pages to name themselves.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}
YEAR = "public, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    """Set the headers on every answer, errors too, and version the addresses of static files."""
    app.after_request(set_headers)
    app.url_defaults(add_version)


def set_headers(answer: Response) -> Response:
    """A view may set a stricter header of its own (a sandbox for files); it is left as it is."""
    if request.endpoint == "static" and answer.status_code in {200, 206, 304}:
        newest = request.args.get("v") == _fingerprint(
            current_app, str((request.view_args or {})["filename"])
        )
        answer.headers["Cache-Control"] = YEAR if newest else "no-cache"
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    if request.endpoint != "static":
        answer.vary.add("HX-Request")
    if current.installation().settings.secure_cookies:
        answer.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    return answer


def add_version(endpoint: str, values: dict[str, Any]) -> None:
    """Put a file's fingerprint into its address, so that a new version is fetched and an old one never is."""
    if endpoint == "static" and "filename" in values and "v" not in values:
        fingerprint = _fingerprint(current_app, str(values["filename"]))
        if fingerprint:
            values["v"] = fingerprint


def _fingerprint(app: Flask, filename: str) -> str:
    path = Path(app.static_folder or "") / filename
    try:
        changed = path.stat().st_mtime_ns
    except (OSError, ValueError):
        return ""
    return _digest(path, changed)


@cache
def _digest(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
