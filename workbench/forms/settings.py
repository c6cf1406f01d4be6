"""The desk's settings."""

from collections.abc import Mapping
from functools import cache
from zoneinfo import available_timezones

from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from workbench.domain.ratings import Scale
from workbench.forms.base import EditForm, choices
from workbench.forms.words import _

NAME_LIMIT = 80
_NO_PLACES = ("Etc/", "SystemV/", "posix/", "right/")

RECHECKS = {
    0: _("Never"),
    1: _("Every day"),
    7: _("Every week"),
    30: _("Every month"),
    90: _("Every three months"),
}


@cache
def list_time_zones() -> list[str]:
    """UTC, then every place by name."""
    places = {name for name in available_timezones() if "/" in name and not name.startswith(_NO_PLACES)}
    return ["UTC", *sorted(places)]


class SettingsForm(EditForm):
    name = StringField(
        _("Name of the desk"),
        [
            DataRequired(_("The desk needs a name.")),
            Length(max=NAME_LIMIT, message=_("At most %(limit)s characters.", limit=NAME_LIMIT)),
        ],
        description=_("Stands on every page and in every report."),
    )
    contact = StringField(
        _("Contact"), description=_("How readers reach the desk: an address, a page, a number.")
    )
    time_zone = SelectField(
        _("Time zone"),
        choices=lambda: choices({name: name.replace("_", " ") for name in list_time_zones()}),
        description=_("Times on pages and in reports are told in it."),
    )
    default_scale = SelectField(
        _("Rating scale for new verdicts"),
        description=_(
            "Another can be chosen for a single verdict. A verdict keeps the scale it was given on."
        ),
    )
    method = TextAreaField(
        _("Method"), description=_("How the desk works and rates. Stands in every report.")
    )
    corrections = TextAreaField(
        _("Corrections"), description=_("How mistakes are reported and mended. Stands in every report.")
    )
    recheck_days = SelectField(
        _("Visit kept pages again"),
        choices=choices(RECHECKS),
        coerce=int,
        default=0,
        description=_("Behind evidence; whether a page changed or is gone is told on its claim."),
    )
    public_reports = BooleanField(
        _("New reports are public"),
        description=_(
            "Anybody may read them without an account, unless the one who publishes says otherwise."
        ),
    )
    blind_second = BooleanField(
        _("A second verdict on every claim"),
        description=_(
            "Two people judge it, neither sees the other’s verdict before both are in. "
            "A reviewer can also ask for it on a single claim."
        ),
    )
    alone = BooleanField(
        _("I am alone"), description=_("Allows reviewing one's own verdict; every such review is labelled.")
    )

    def offer(self, scales: Mapping[str, Scale]) -> "SettingsForm":
        """Offer these rating scales."""
        self.default_scale.choices = choices({code: scale.name for code, scale in scales.items()})
        return self
