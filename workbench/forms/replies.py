"""Who was asked for a comment on a claim, and what they said."""

from wtforms import DateField, StringField, TextAreaField
from wtforms.validators import InputRequired, Optional

from workbench.forms.base import EditForm, Form
from workbench.forms.words import _


class ReplyForm(Form):
    ids_begin = "reply-"

    asked = StringField(
        _("Who was asked"),
        validators=[InputRequired(_("Say who was asked."))],
        description=_("A person or an office. The name of a source ties it to that source."),
    )
    asked_on = DateField(_("Asked on"), validators=[InputRequired(_("Say on which day."))])
    question = TextAreaField(_("What they were asked"), validators=[Optional()])
    answer = TextAreaField(
        _("Their answer"),
        validators=[Optional()],
        description=_("Empty until they answer. Reports print it."),
    )
    answered_on = DateField(_("Answered on"), validators=[Optional()])


class EditReplyForm(ReplyForm, EditForm):
    """Made from one version of it."""
