"""Saying something about a claim or its evidence."""

from collections.abc import Mapping

from wtforms import SelectField, TextAreaField
from wtforms.validators import InputRequired, Length

from workbench.domain.comments import LONGEST_COMMENT
from workbench.forms.base import Form, choices


class DiscussForm(Form):
    """`about` is empty for the claim itself, or the id of one piece of its evidence."""

    about = SelectField("About", default="")
    words = TextAreaField(
        "Comment",
        id="comment-words",
        validators=[
            InputRequired("Write what you want to say."),
            Length(max=LONGEST_COMMENT, message=f"A comment has at most {LONGEST_COMMENT:,} characters."),
        ],
    )

    def offer(self, labels: Mapping[str, str]) -> "DiscussForm":
        """Offer what can be talked about: "" for the claim, then evidence by its id."""
        self.about.choices = choices(labels)
        return self
