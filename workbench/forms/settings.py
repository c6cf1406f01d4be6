"""The desk's settings."""

from collections.abc import Mapping
from functools import cache
from zoneinfo import available_timezones

from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from workbench.domain.ratings import Scale
from workbench.forms.base import EditForm, choices

NAME_LIMIT = 80
_NO_PLACES = ("Etc/", "SystemV/", "posix/", "right/")

RECHECKS = {0: "Never", 1: "Every day", 7: "Every week", 30: "Every month", 90: "Every three months"}


@cache
def list_time_zones() -> list[str]:
    """UTC, then every place by name."""
    places = {name for name in available_timezones() if "/" in name and not name.startswith(_NO_PLACES)}
    return ["UTC", *sorted(places)]


class SettingsForm(EditForm):
    name = StringField(
        "Name of the desk",
        [
            DataRequired("The desk needs a name."),
            Length(max=NAME_LIMIT, message=f"At most {NAME_LIMIT} characters."),
        ],
        description="Stands on every page and in every report.",
    )
    contact = StringField("Contact", description="How readers reach the desk: an address, a page, a number.")
    time_zone = SelectField(
        "Time zone",
        choices=lambda: choices({name: name.replace("_", " ") for name in list_time_zones()}),
        description="Times on pages and in reports are told in it.",
    )
    default_scale = SelectField(
        "Rating scale for new verdicts",
        description="Another can be chosen for a single verdict. A verdict keeps the scale it was given on.",
    )
    method = TextAreaField("Method", description="How the desk works and rates. Stands in every report.")
    corrections = TextAreaField(
        "Corrections", description="How mistakes are reported and mended. Stands in every report."
    )
    recheck_days = SelectField(
        "Visit kept pages again",
        choices=choices(RECHECKS),
        coerce=int,
        default=0,
        description="Behind evidence; whether a page changed or is gone is told on its claim.",
    )
    public_reports = BooleanField(
        "New reports are public",
        description="Anybody may read them without an account, unless the one who publishes says otherwise.",
    )
    alone = BooleanField(
        "I am alone", description="Allows reviewing one's own verdict; every such review is labelled."
    )

    def offer(self, scales: Mapping[str, Scale]) -> "SettingsForm":
        """Offer these rating scales."""
        self.default_scale.choices = choices({code: scale.name for code, scale in scales.items()})
        return self
