"""Small forms behind single buttons: the version they were made from, and why."""

from wtforms import IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, NumberRange
from wtforms.widgets import HiddenInput

from workbench.forms.base import HIGHEST, EditForm, Form


class ReasonForm(EditForm):
    reason = StringField("Why")


class CommentForm(EditForm):
    comment = TextAreaField("Comment")


class RedactForm(Form):
    """`seq` names the revision whose values are to be blanked."""

    seq = IntegerField(widget=HiddenInput(), validators=[InputRequired(), NumberRange(1, HIGHEST)])
    reason = StringField("Why")
