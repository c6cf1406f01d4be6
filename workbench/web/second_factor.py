"""One's own second factor: on with a device, off with the password, and codes for a lost device."""

from typing import Any

from flask import Blueprint, Response, flash, url_for
from flask_babel import gettext as _

from workbench.domain.roles import Permission
from workbench.forms.account import DeviceForm, PasswordAgainForm
from workbench.login import second_factor
from workbench.login.accounts import confirm_password
from workbench.queries.users import get_user
from workbench.services import users
from workbench.web import current
from workbench.web.access import needs
from workbench.web.htmx import invalid, page, saved

blueprint = Blueprint("second_factor", __name__, url_prefix="/account/second-factor")


@blueprint.get("")
@needs(Permission.READ)
def show() -> Response:
    return page("account/second_factor.html", **_context(PasswordAgainForm(formdata=None)))


@blueprint.post("/begin")
@needs(Permission.READ)
def begin() -> Response:
    """The password once more, then the secret for the device."""
    form = PasswordAgainForm()
    if current.user().second_factor or not _is_confirmed(form):
        return invalid("account/second_factor.html", **_context(form))
    enrolment = second_factor.begin(current.engine(), current.user(), desk=current.desk().name)
    return page("account/device.html", form=DeviceForm(formdata=None), enrolment=enrolment)


@blueprint.post("/confirm")
@needs(Permission.READ)
def confirm() -> Response:
    """The device's first code: from here on codes are asked for, and the recovery codes are shown, once."""
    form, person = DeviceForm(), current.user()

    def turn_on() -> list[str]:
        second_factor.confirm(current.engine(), person, form.code.data or "")
        codes = second_factor.make_recovery_codes(current.engine(), person)
        users.turn_on_second_factor(current.db(), get_user(current.db(), person.id), by=person.actor)
        return codes

    codes = form.attempt(turn_on) if form.validate() else None
    if codes is not None:
        return page("account/recovery_codes.html", codes=codes)
    enrolment = second_factor.find_begun(current.db(), person, desk=current.desk().name)
    if enrolment is None:
        flash(_("Begin again: there is nothing to confirm."), "warning")
        return saved(url_for(".show"))
    return invalid("account/device.html", form=form, enrolment=enrolment)


@blueprint.post("/codes")
@needs(Permission.READ)
def renew_codes() -> Response:
    form = PasswordAgainForm()
    if not current.user().second_factor or not _is_confirmed(form):
        return invalid("account/second_factor.html", **_context(form))
    return page(
        "account/recovery_codes.html",
        codes=second_factor.make_recovery_codes(current.engine(), current.user()),
    )


@blueprint.post("/off")
@needs(Permission.READ)
def turn_off() -> Response:
    form, person = PasswordAgainForm(), current.user()
    if not _is_confirmed(form):
        return invalid("account/second_factor.html", **_context(form))
    users.turn_off_second_factor(current.db(), get_user(current.db(), person.id), by=person.actor)
    flash(_("The second factor is off. Your password alone lets you in."), "success")
    return saved(url_for(".show"))


def _is_confirmed(form: PasswordAgainForm) -> bool:
    def ask() -> bool:
        confirm_password(current.engine(), current.user(), form.current.data or "")
        return True

    return bool(form.validate() and form.attempt(ask))


def _context(form: PasswordAgainForm) -> dict[str, Any]:
    left = second_factor.count_recovery_codes(current.db(), current.user().id)
    return {"form": form, "on": current.user().second_factor, "left": left}
