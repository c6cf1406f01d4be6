"""The fields of a geolocation: where, how exactly, how it was found, and how far from a named point."""

from flask_wtf.file import MultipleFileField
from wtforms import IntegerField, StringField
from wtforms.validators import Optional

from workbench.domain.positions import METHODS
from workbench.forms.words import _


class PlaceFields:
    """A part of the evidence form. Positions are read by the service, so that what was typed stays."""

    methods = METHODS

    latitude = StringField(
        _("Latitude"),
        validators=[Optional()],
        description=_("50.4501, or 50°27'00\" N. A whole pair may be pasted here."),
    )
    longitude = StringField(
        _("Longitude"), validators=[Optional()], description=_("30.5234, or 30°31'24\" E.")
    )
    precision_m = IntegerField(
        _("Precision in metres"), validators=[Optional()], description=_("The radius within which it lies.")
    )
    method = StringField(
        _("How it was found"),
        validators=[Optional()],
        description=_("Choose from the list, or write another way."),
    )
    references = MultipleFileField(
        _("Reference images"), description=_("What it was matched with. Kept as they are.")
    )
    point_name = StringField(
        _("Distance to"), validators=[Optional()], description=_("A named point, like a border crossing.")
    )
    point_latitude = StringField(_("Its latitude"), validators=[Optional()], description=_("Or the pair."))
    point_longitude = StringField(_("Its longitude"), validators=[Optional()])
