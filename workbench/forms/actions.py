"""Small forms behind single buttons: the version they were made from, and why."""

from wtforms import StringField, TextAreaField

from workbench.forms.base import EditForm, Form
from workbench.forms.words import _


class ReasonForm(EditForm):
    reason = StringField(_("Why"))


class CommentForm(EditForm):
    comment = TextAreaField(_("Comment"))


class ReviewForm(CommentForm):
    points = TextAreaField(
        _("Words it is about"),
        description=_("From the statement or the verdict, one passage a line, when you return it."),
    )


class RedactForm(Form):
    """The address names the revision whose values are to be blanked."""

    reason = StringField(_("Why"))
