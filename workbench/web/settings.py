"""The desk's settings, for its owners."""

from typing import Any

from flask import Blueprint, Response, flash, url_for
from flask_babel import gettext as _

from workbench.domain.roles import Permission
from workbench.forms.settings import SettingsForm
from workbench.queries.desk import get_desk
from workbench.services.desk import DeskValues, save_settings
from workbench.web import current
from workbench.web.access import needs
from workbench.web.htmx import invalid, page, saved

blueprint = Blueprint("settings", __name__, url_prefix="/settings")


@blueprint.get("")
@needs(Permission.MANAGE)
def edit() -> Response:
    form = SettingsForm(obj=get_desk(current.db())).offer(current.scales().scales)
    return page("settings/edit.html", form=form, **_tell_around())


@blueprint.post("")
@needs(Permission.MANAGE)
def save() -> Response:
    scales = current.scales().scales
    form, desk, by = SettingsForm().offer(scales), get_desk(current.db()), current.user().actor
    values = DeskValues(**{name: form[name].data for name in DeskValues.__slots__})
    if not form.validate() or not form.attempt(
        lambda: save_settings(current.db(), desk, values, seen=form.seen, by=by, scales=scales)
    ):
        return invalid("settings/edit.html", form=form, **_tell_around())
    flash(_("The settings are saved."), "success")
    return saved(url_for("settings.edit"))


def _tell_around() -> dict[str, Any]:
    """What stands beside the form: which scales there are, and what the machine allows of going out."""
    rules = current.fetcher().rules
    folder = current.installation().settings.scales_path
    return {"rules": rules, "contact": rules.contact(), "offer": current.scales(), "scales_folder": folder}
