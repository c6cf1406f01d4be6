"""Publishing a report."""

from wtforms import SelectMultipleField, StringField
from wtforms.validators import InputRequired

from workbench.forms.base import Form


class PublishForm(Form):
    """`claims` are references; which ones may be chosen depends on the article."""

    title = StringField("Title", validators=[InputRequired("Give the report a title.")])
    claims = SelectMultipleField("Claims", validate_choice=False)
