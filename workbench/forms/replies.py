"""Who was asked for a comment on a claim, and what they said."""

from wtforms import DateField, StringField, TextAreaField
from wtforms.validators import InputRequired, Optional

from workbench.forms.base import EditForm, Form


class ReplyForm(Form):
    ids_begin = "reply-"

    asked = StringField(
        "Who was asked",
        validators=[InputRequired("Say who was asked.")],
        description="A person or an office. The name of a source ties it to that source.",
    )
    asked_on = DateField("Asked on", validators=[InputRequired("Say on which day.")])
    question = TextAreaField("What they were asked", validators=[Optional()])
    answer = TextAreaField(
        "Their answer", validators=[Optional()], description="Empty until they answer. Reports print it."
    )
    answered_on = DateField("Answered on", validators=[Optional()])


class EditReplyForm(ReplyForm, EditForm):
    """Made from one version of it."""
