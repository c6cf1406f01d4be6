"""Logging in and out."""

from datetime import UTC, datetime

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _

from workbench.domain.roles import Permission
from workbench.forms.login import CodeForm, LoginForm
from workbench.login import second_factor
from workbench.login.accounts import authenticate
from workbench.web import current
from workbench.web.access import needs
from workbench.web.htmx import invalid, page, saved
from workbench.web.origin import own_path

blueprint = Blueprint("login", __name__)


@blueprint.get("/login")
@needs(Permission.PUBLIC)
def form() -> Response:
    wanted = own_path(request.args.get("next"))
    if current.is_signed_in():
        return saved(wanted or url_for("home.show"))
    return page("login/form.html", form=LoginForm(next=wanted))


@blueprint.post("/login")
@needs(Permission.PUBLIC)
def log_in() -> Response:
    form, since = LoginForm(), datetime.now(UTC)
    person = None
    if form.validate():
        login, password = form.login.data or "", form.password.data or ""
        person = form.attempt(lambda: authenticate(current.engine(), login, password))
    if person is None:
        return invalid("login/form.html", form=form)
    wanted = own_path(form.next.data)
    if person.second_factor:
        current.await_code(person.id, since)
        return saved(url_for("login.code_form", next=wanted or None))
    current.sign_in(person.id, since)
    return saved(wanted or url_for("home.show"))


@blueprint.get("/login/code")
@needs(Permission.PUBLIC)
def code_form() -> Response:
    wanted = own_path(request.args.get("next"))
    if current.find_awaited() is None:
        return saved(url_for("login.form", next=wanted or None))
    return page("login/code.html", form=CodeForm(formdata=None, next=wanted))


@blueprint.post("/login/code")
@needs(Permission.PUBLIC)
def check_code() -> Response:
    since = datetime.now(UTC)
    form, person = CodeForm(), current.find_awaited()
    wanted = own_path(form.next.data)
    if person is None:
        flash(_("Too much time went by. Type your password once more."), "warning")
        return saved(url_for("login.form", next=wanted or None))

    def check() -> bool:
        second_factor.check(current.engine(), person, form.code.data or "")
        return True

    if not form.validate() or not form.attempt(check):
        return invalid("login/code.html", form=form)
    current.sign_in(person.id, since)
    return saved(wanted or url_for("home.show"))


@blueprint.post("/logout")
@needs(Permission.PUBLIC)
def logout() -> Response:
    current.sign_out()
    return saved(url_for("login.form"))
