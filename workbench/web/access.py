"""Who may come in: every route declares its permission, and what declares none is closed."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, Response, current_app, make_response, redirect, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user

from workbench.domain.errors import NotAllowed
from workbench.domain.roles import Permission
from workbench.web import current, errors, htmx, origin

View = TypeVar("View", bound=Callable[..., Any])

READING = frozenset({"GET", "HEAD", "OPTIONS"})
STRANGERS_LIMIT = 64 * 1024  # bytes; who never logged in has no more to send than a login form
URLENCODED = "application/x-www-form-urlencoded"


def needs(permission: Permission) -> Callable[[View], View]:
    """Declare what a route asks for. It only marks the function, so above or below @route are the same."""

    def declare(view: View) -> View:
        view.__dict__["permission"] = permission
        return view

    return declare


def find_permission(app: Flask, endpoint: str) -> Permission | None:
    """What an endpoint declared, or None."""
    if endpoint == "static":
        return Permission.PUBLIC
    declared = getattr(app.view_functions[endpoint], "permission", None)
    return declared if isinstance(declared, Permission) else None


def may(permission: Permission | str) -> bool:
    """Whether the person behind the request holds a permission; templates say may("write")."""
    return bool(current_user.may(Permission(permission)))


def init_app(app: Flask) -> None:
    """Close the door: these run before every view, in this order."""
    app.before_request(limit_size)
    app.before_request(refuse_foreign_origin)
    app.before_request(check_permission)
    app.jinja_env.globals["may"] = may


def limit_size() -> None:
    """Bound what is read into memory. Werkzeug's MAX_FORM_MEMORY_SIZE holds for multipart forms only."""
    if request.mimetype == URLENCODED:
        request.max_content_length = current_app.config["MAX_FORM_MEMORY_SIZE"]
    if current.PERSON not in session and current.KNOWN not in session:
        request.max_content_length = STRANGERS_LIMIT


def refuse_foreign_origin() -> None:
    """Another site's page may not send anything here, whatever token it got hold of."""
    if request.method not in READING and origin.is_own_origin() is False:
        raise NotAllowed(_("This was sent from another site, so it was not accepted."))


def check_permission() -> Response | None:
    """Let the request through, or answer it."""
    if request.endpoint is None:
        return None  # an unknown address is a 404 for everybody
    permission = find_permission(current_app, request.endpoint)
    if permission is Permission.PUBLIC:
        return None
    if permission is None:
        current_app.logger.error("The route %s declares no permission and is closed.", request.endpoint)
        raise NotAllowed(_("This page is closed: it does not say who may open it."))
    if not current.is_signed_in():
        return _ask_to_log_in()
    if not may(permission):
        raise NotAllowed(_("Your role does not allow this. Ask an owner of the desk."))
    return None


def _ask_to_log_in() -> Response:
    if request.method not in READING:
        return errors.ask_to_log_in()
    if not htmx.wants_part():
        return make_response(redirect(url_for("login.form", next=origin.here() or None), 303))
    # A part's own address is no page to come back to; the page it was asked from is.
    answer = make_response("", 401)
    answer.headers["HX-Redirect"] = url_for("login.form", next=origin.page_before() or None)
    return answer
