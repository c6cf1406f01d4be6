"""Logging in and out."""

from flask import Blueprint, Response, request, url_for

from workbench.domain.roles import Permission
from workbench.forms.login import LoginForm
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
    form = LoginForm()
    person = None
    if form.validate():
        login, password = form.login.data or "", form.password.data or ""
        person = form.attempt(lambda: authenticate(current.engine(), login, password))
    if person is None:
        return invalid("login/form.html", form=form)
    current.sign_in(person.id)
    return saved(own_path(form.next.data) or url_for("home.show"))


@blueprint.post("/logout")
@needs(Permission.PUBLIC)
def logout() -> Response:
    current.sign_out()
    return saved(url_for("login.form"))
