"""Small forms behind single buttons: the version they were made from, and why."""

from wtforms import StringField, TextAreaField

from workbench.forms.base import EditForm, Form


class ReasonForm(EditForm):
    reason = StringField("Why")


class CommentForm(EditForm):
    comment = TextAreaField("Comment")


class ReviewForm(CommentForm):
    points = TextAreaField(
        "Words it is about",
        description="From the statement or the verdict, one passage a line, when you return it.",
    )


class RedactForm(Form):
    """The address names the revision whose values are to be blanked."""

    reason = StringField("Why")
