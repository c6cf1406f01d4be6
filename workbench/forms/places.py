"""The fields of a geolocation: where, how exactly, how it was found, and how far from a named point."""

from flask_wtf.file import MultipleFileField
from wtforms import IntegerField, StringField
from wtforms.validators import Optional

from workbench.domain.positions import METHODS


class PlaceFields:
    """A part of the evidence form. Positions are read by the service, so that what was typed stays."""

    methods = METHODS

    latitude = StringField(
        "Latitude",
        validators=[Optional()],
        description="50.4501, or 50°27'00\" N. A whole pair may be pasted here.",
    )
    longitude = StringField("Longitude", validators=[Optional()], description="30.5234, or 30°31'24\" E.")
    precision_m = IntegerField(
        "Precision in metres", validators=[Optional()], description="The radius within which it lies."
    )
    method = StringField(
        "How it was found", validators=[Optional()], description="Choose from the list, or write another way."
    )
    references = MultipleFileField(
        "Reference images", description="What it was matched with. Kept as they are."
    )
    point_name = StringField(
        "Distance to", validators=[Optional()], description="A named point, like a border crossing."
    )
    point_latitude = StringField("Its latitude", validators=[Optional()], description="Or the pair.")
    point_longitude = StringField("Its longitude", validators=[Optional()])
