"""Refusals and failures as answers: the one place that turns errors into status codes and words.

A page that was only being read gets an error page. What somebody typed is never lost: a form that failed is
shown again to copy or send once more, and for htmx the answer goes to #notices beside the untouched form.
"""

import errno

from flask import Flask, Response, current_app, make_response, render_template, request
from flask_babel import gettext, lazy_gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from workbench.domain.errors import BadInput, NotAllowed, NotFound, RuleBroken, StaleEdit, WorkbenchError
from workbench.login.attempts import WINDOW, TooManyAttempts
from workbench.web import current, htmx, origin, typed

SENDING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_WORTH_AGAIN = frozenset({400, 401, 409, 500, 503})
_CODES: dict[type[WorkbenchError], int] = {
    NotFound: 404,
    NotAllowed: 403,
    RuleBroken: 422,
    BadInput: 422,
    StaleEdit: 409,
    TooManyAttempts: 429,
}
_TITLES = {
    400: lazy_gettext("That request could not be read"),
    401: lazy_gettext("You are not logged in"),
    403: lazy_gettext("Not allowed"),
    404: lazy_gettext("Not found"),
    405: lazy_gettext("That does not work here"),
    409: lazy_gettext("Changed meanwhile"),
    413: lazy_gettext("Too much at once"),
    422: lazy_gettext("That could not be saved"),
    429: lazy_gettext("Too many tries"),
    500: lazy_gettext("Something went wrong"),
    503: lazy_gettext("The desk is busy"),
}
_WORDS = {
    400: lazy_gettext("Parts of it are missing or damaged."),
    403: lazy_gettext("You may not do this."),
    404: lazy_gettext("There is nothing at this address, or you may not see it."),
    405: lazy_gettext("This address can't be used that way."),
    413: lazy_gettext("A text may have up to 1 MB, a file up to 25 MB."),
    500: lazy_gettext("The desk made a mistake, and it was written to the log."),
    503: lazy_gettext("The database is busy or its disk is full. Nothing was saved."),
}


def init_app(app: Flask, busy: type[Exception], clash: type[Exception]) -> None:
    """Answer errors. `busy` and `clash` are the database's own: it is locked, full or away; a unique value
    is taken. The caller names them, since nothing in web may know the database's library."""
    app.register_error_handler(WorkbenchError, answer_refusal)
    app.register_error_handler(HTTPException, answer_http)
    app.register_error_handler(CSRFError, answer_token)
    app.register_error_handler(OSError, answer_disk)
    app.register_error_handler(busy, answer_busy)
    app.register_error_handler(clash, answer_clash)


def answer_refusal(error: WorkbenchError) -> Response:
    """What a service, a query or the door refused, in its own words."""
    if isinstance(error, StaleEdit):
        return answer_conflict(error)
    code = next((code for kind, code in _CODES.items() if isinstance(error, kind)), 422)
    answer = _answer(code, str(error))
    if isinstance(error, TooManyAttempts):
        answer.headers["Retry-After"] = str(int(WINDOW.total_seconds()))
    return answer


def answer_http(error: HTTPException) -> Response:
    """What Flask refused, in plain words instead of the protocol's; a crash is a 500."""
    code = error.code or 500
    if code < 400:
        return make_response(error.get_response())
    if code == 500:
        current.forget_database()  # its transaction may be broken, and the page asks for the desk's name
    answer = _answer(code, todo=_say_unread() if code == 413 else "")
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            answer.headers[name] = value
    return answer


def answer_token(_error: CSRFError) -> Response:
    """A form from before the last login, or from nowhere."""
    words = gettext("The form was opened before you last logged in, or not from this desk.")
    if htmx.wants_part() or typed.holds_files() or typed.holds_secret() or origin.is_own_origin() is not True:
        todo = _say_anew()
    else:  # the page that shows what was typed can send it
        todo = gettext("Nothing was saved yet. Look it over before you send it again.")
    return _answer(400, words, todo)


def answer_disk(error: OSError) -> Response:
    """A full disk is not the desk's mistake; every other system error is."""
    if error.errno not in _FULL:
        raise error
    return answer_busy(error)


def answer_busy(error: Exception) -> Response:
    """The database is locked, full or away. The page is made without it."""
    current_app.logger.warning("The database did not answer.", exc_info=error)
    current.forget_database()
    answer = _answer(503, todo=gettext("Please try again in a minute."))
    answer.headers["Retry-After"] = "30"
    return answer


def answer_clash(error: Exception) -> Response:
    """Two people made the same thing at the same moment; see once.py for the same person twice."""
    current_app.logger.warning("Two saves clashed.", exc_info=error)
    return _answer(
        409, gettext("Somebody saved the same thing at this very moment. Nothing of yours is lost.")
    )


def answer_conflict(error: StaleEdit) -> Response:
    """Both texts side by side, and a form that sends everything typed again, over the version of now.

    The last-moment loser of a race is not told the version; sending again then shows this page in full. A
    form with a password is not whole without it, and has to be filled in again.
    """
    if typed.holds_secret():
        return _answer(409, gettext("This was changed after you opened it."), _say_anew())
    version = str(error.current or request.form.get("version", ""))
    template = "errors/_conflict.html" if htmx.wants_part() else "errors/conflict.html"
    body = render_template(
        template,
        code=409,
        title=_TITLES[409],
        message=str(error),
        version=version,
        known=bool(error.current),
        fields=typed.compare_typed(error),
        typed=[one for one in typed.list_typed() if one.name not in {"version", "csrf_token"}],
        files=typed.holds_files(),
        back=origin.page_before() or "/",
        here=origin.here(),
    )
    return htmx.notice(body, 409) if htmx.wants_part() else make_response(body, 409)


def ask_to_log_in() -> Response:
    """A form sent after the login ran out: keep it, and say how to go on."""
    words = gettext("Your login has ended. Log in in another tab, then send this again.")
    if typed.holds_secret():
        words = gettext("Your login has ended. Log in, then fill the form in again.")
    # A stranger's long form is not read at all, so that nothing of it can be shown again.
    return _answer(401, words, gettext("Nothing was saved.") if typed.is_readable() else _say_unread())


def _answer(code: int, message: str = "", todo: str = "") -> Response:
    title = _TITLES.get(code, _TITLES[400])
    if isinstance(request.routing_exception, SecurityError):
        # A host name that is not ours: no page can be made, since its links would lead there.
        return make_response(str(title), code)
    words = {"code": code, "title": title, "message": message or _WORDS.get(code, ""), "todo": todo}
    if htmx.wants_part():
        return htmx.notice(render_template("errors/_notice.html", **words), code)
    kept = typed.list_typed() if request.method in SENDING else []
    if not any(one.shown for one in kept):
        return make_response(render_template("errors/error.html", **words), code)
    # Sending again must be a click of our own reader on our own form, never the second half of a forgery.
    here = origin.here()
    ours = bool(here) and origin.is_own_origin() is True
    again = ours and code in _WORTH_AGAIN and not typed.holds_secret()
    files = typed.holds_files()
    return make_response(
        render_template("errors/kept.html", **words, typed=kept, again=again, files=files, here=here), code
    )


def _say_anew() -> str:
    return str(gettext("Nothing was saved. Send it again from a page that you open anew."))


def _say_unread() -> str:
    """A form that is too large is refused before it is read; the browser that sent it still has it."""
    if htmx.wants_part():
        return str(gettext("Nothing was saved."))  # the form stands there untouched
    return str(gettext("Nothing was saved. Go back in your browser: most keep what you typed."))
