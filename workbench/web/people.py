"""The people of the desk, for its owners."""

import uuid
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, flash, url_for
from flask_babel import gettext as _

from workbench.domain.roles import ROLE_MEANINGS, Permission, Role
from workbench.forms.people import PasswordForm, PersonForm, RoleForm, StateForm
from workbench.login.passwords import make_password
from workbench.models import User
from workbench.queries.users import get_user, list_users
from workbench.services import users
from workbench.web import current
from workbench.web.access import needs
from workbench.web.htmx import invalid, page, saved

blueprint = Blueprint("people", __name__, url_prefix="/people")


@blueprint.get("")
@needs(Permission.MANAGE)
def index() -> Response:
    return page("people/index.html", people=list_users(current.db()), meanings=ROLE_MEANINGS)


@blueprint.get("/add")
@needs(Permission.MANAGE)
def add_form() -> Response:
    return page("people/add.html", form=PersonForm())


@blueprint.post("/add")
@needs(Permission.MANAGE)
def add() -> Response:
    form = PersonForm()
    given = form.password.data or make_password()

    def add_person() -> User:
        login, name, role = form.login.data or "", form.name.data or "", Role(form.role.data)
        return users.add_user(
            current.db(), login=login, name=name, role=role, password=given, by=current.user().actor
        )

    person = form.attempt(add_person) if form.validate() else None
    if person is None:
        return invalid("people/add.html", form=form)
    return _show_password(person, given, typed=bool(form.password.data))


@blueprint.get("/<uuid:person_id>")
@needs(Permission.MANAGE)
def show(person_id: uuid.UUID) -> Response:
    return page("people/show.html", **_forms(get_user(current.db(), person_id)))


@blueprint.post("/<uuid:person_id>/role")
@needs(Permission.MANAGE)
def save_role(person_id: uuid.UUID) -> Response:
    person, form = get_user(current.db(), person_id), RoleForm()
    by, seen = current.user().actor, form.seen
    if not form.validate() or not form.attempt(
        lambda: users.change_role(current.db(), person, Role(form.role.data), seen=seen, by=by)
    ):
        return invalid("people/show.html", **{**_forms(person), "role_form": form})
    flash(_("The role is changed."), "success")
    return saved(url_for("people.show", person_id=person_id))


@blueprint.post("/<uuid:person_id>/password")
@needs(Permission.MANAGE)
def reset_password(person_id: uuid.UUID) -> Response:
    person, form = get_user(current.db(), person_id), PasswordForm()
    given, by, seen = form.password.data or make_password(), current.user().actor, form.seen
    if not form.validate() or not form.attempt(
        lambda: users.set_password(current.db(), person, given, by=by, seen=seen)
    ):
        return invalid("people/show.html", **{**_forms(person), "password_form": form})
    return _show_password(person, given, typed=bool(form.password.data))


@blueprint.post("/<uuid:person_id>/deactivate")
@needs(Permission.MANAGE)
def deactivate(person_id: uuid.UUID) -> Response:
    return _act(person_id, users.deactivate, _("The account is closed."))


@blueprint.post("/<uuid:person_id>/reactivate")
@needs(Permission.MANAGE)
def reactivate(person_id: uuid.UUID) -> Response:
    return _act(person_id, users.reactivate, _("The account is open again."))


@blueprint.post("/<uuid:person_id>/second-factor/off")
@needs(Permission.MANAGE)
def turn_off_second_factor(person_id: uuid.UUID) -> Response:
    told = _("The second factor is off: the password alone lets the person in.")
    return _act(person_id, users.turn_off_second_factor, told)


@blueprint.post("/<uuid:person_id>/log-out")
@needs(Permission.MANAGE)
def log_out(person_id: uuid.UUID) -> Response:
    return _act(person_id, users.log_out_everywhere, _("The person is logged out everywhere."))


def _act(person_id: uuid.UUID, act: Callable[..., User], told: str) -> Response:
    person, form = get_user(current.db(), person_id), StateForm()
    by, seen = current.user().actor, form.seen
    if not form.validate() or not form.attempt(lambda: act(current.db(), person, seen=seen, by=by)):
        return invalid("people/show.html", **{**_forms(person), "state_form": form})
    flash(told, "success")
    return saved(url_for("people.show", person_id=person_id))


def _forms(person: User) -> dict[str, Any]:
    return {
        "person": person,
        "role_form": RoleForm(formdata=None, obj=person),
        "password_form": PasswordForm(formdata=None, version=person.version),
        "state_form": StateForm(formdata=None, obj=person),
    }


def _show_password(person: User, given: str, *, typed: bool) -> Response:
    # A password made here is shown on this one answer and nowhere else; sending the form again leads away.
    if not typed:
        return page("people/password.html", person=person, given=given)
    flash(_("Saved. Pass the password on; it is not shown again."), "success")
    return saved(url_for("people.show", person_id=person.id))
