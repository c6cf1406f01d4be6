"""A save that arrives twice is made once, and answered the same: forms carry a key in their `once` field."""

import hmac
import json
import uuid

from flask import Flask, Response, current_app, request, url_for

from workbench.domain.references import format_reference
from workbench.domain.roles import Permission
from workbench.queries.idempotency import Saved, find_saved
from workbench.web import current, htmx

_PAGES = {
    "article": ("articles.show", "A"),
    "claim": ("claims.show", "C"),
    "report": ("reports.show", "R"),
    "source": ("sources.show", "S"),
}
_PLACES = {"desk": "settings.edit", "user_account": "people.index"}
_LOST = frozenset({409, 422, 500})  # how the second of two equal saves may fail


def init_app(app: Flask) -> None:
    """Look for a repeated save before the view, and again after a view that failed."""
    app.before_request(answer_repeated)
    app.after_request(answer_lost_race)


def url_of(saved: Saved) -> str:
    """The page that shows what a save made."""
    if saved.noun in _PAGES and saved.number is not None:
        endpoint, letter = _PAGES[saved.noun]
        return url_for(endpoint, ref=format_reference(letter, saved.number))
    if saved.noun == "user_account" and not current.user().may(Permission.MANAGE):
        return url_for("account.edit")
    return url_for(_PLACES.get(saved.noun, "articles.index"))


def answer_repeated() -> Response | None:
    """Answer a save that was made already without running the view; else hand its key to the history."""
    key = _key()
    if key is None:
        return None
    person = current.user()
    stored = find_saved(current.db(), key, person.id)
    if stored is None:
        current.db().info["once"] = (key, person.id, digest_form())
        return None
    # The same key with other words, as from a page that Back brought up, is another save.
    return htmx.saved(url_of(stored.saved)) if stored.digest == digest_form() else None


def name_job() -> uuid.UUID | None:
    """What names the job that this save asks for: the same for the same save, so that a double click asks
    once. None for a form without a key."""
    once = current.db().info.get("once")
    if once is None:
        return None
    key, user_id, digest = once
    return uuid.uuid5(uuid.UUID(key), f"{user_id} {digest}")


def answer_lost_race(answer: Response) -> Response:
    """Of two equal saves at one time the second fails, on a stale version or on the key itself. By then the
    first is stored, and the second gets the first one's answer instead of the failure."""
    key = _key() if answer.status_code in _LOST else None
    if key is None:
        return answer
    current.db().rollback()  # else it might still read from before the first one's commit
    stored = find_saved(current.db(), key, current.user().id)
    if stored is None or stored.digest != digest_form():
        return answer
    return htmx.saved(url_of(stored.saved))


def digest_form() -> str:
    """HMAC-SHA-256 over what the form held: every field but the CSRF token, and the names of its files.

    It is stored, and passwords are among the fields: without the desk's key nobody can try any on it.
    """
    fields = [item for item in request.form.items(multi=True) if item[0] != "csrf_token"]
    files = [(name, file.filename) for name, file in request.files.items(multi=True)]
    held = json.dumps([request.path, sorted(fields), sorted(files)]).encode()
    return hmac.digest(current_app.config["SECRET_KEY"], held, "sha256").hex()


def _key() -> str | None:
    if request.method != "POST" or not current.is_signed_in():
        return None
    try:
        return str(uuid.UUID(request.form.get("once", "")))
    except ValueError:
        return None
