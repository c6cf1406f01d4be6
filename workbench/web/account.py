"""One's own account: who one is here, where one is logged in, and a new password."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, flash, url_for
from flask_babel import gettext as _

from workbench.domain.roles import ROLE_MEANINGS, Permission
from workbench.forms.account import OwnPasswordForm
from workbench.login import feeds, sessions
from workbench.login.accounts import confirm_password
from workbench.queries.users import get_user
from workbench.services.users import set_password
from workbench.web import current
from workbench.web.access import needs
from workbench.web.htmx import invalid, page, saved

blueprint = Blueprint("account", __name__, url_prefix="/account")


@blueprint.get("")
@needs(Permission.READ)
def edit() -> Response:
    return page("account/edit.html", **_context(OwnPasswordForm()))


@blueprint.post("/password")
@needs(Permission.READ)
def save_password() -> Response:
    form, person = OwnPasswordForm(), current.user()

    def replace() -> object:
        confirm_password(current.engine(), person, form.current.data or "")
        user = get_user(current.db(), person.id)
        return set_password(current.db(), user, form.password.data or "", by=person.actor)

    if not form.validate() or form.attempt(replace) is None:
        return invalid("account/edit.html", **_context(form))
    current.sign_in(person.id, datetime.now(UTC))  # the sessions begun before are dead, this one's too
    flash(_("Your password is changed. You are logged out everywhere else."), "success")
    return saved(url_for("account.edit"))


@blueprint.post("/logins/end")
@needs(Permission.READ)
def end_others() -> Response:
    sessions.end_other_sessions(current.engine(), current.user().id, current.token())
    feeds.forget_token(current.engine(), current.user())
    flash(_("You are logged out everywhere else."), "success")
    return saved(url_for("account.edit"))


def _context(form: OwnPasswordForm) -> dict[str, Any]:
    return {
        "form": form,
        "meanings": ROLE_MEANINGS,
        "logins": sessions.list_logins(current.db(), current.user().id, current.token()),
    }
