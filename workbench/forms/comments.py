"""Saying something about a claim or its evidence."""

from collections.abc import Mapping

from wtforms import SelectField, TextAreaField
from wtforms.validators import InputRequired, Length

from workbench.domain.comments import LONGEST_COMMENT
from workbench.forms.base import Form, choices
from workbench.forms.words import _


class DiscussForm(Form):
    """`about` is empty for the claim itself, or the id of one piece of its evidence."""

    about = SelectField(_("About"), default="")
    words = TextAreaField(
        _("Comment"),
        id="comment-words",
        validators=[
            InputRequired(_("Write what you want to say.")),
            Length(
                max=LONGEST_COMMENT,
                message=_("A comment has at most %(limit)s characters.", limit=f"{LONGEST_COMMENT:,}"),
            ),
        ],
    )

    def offer(self, labels: Mapping[str, str]) -> "DiscussForm":
        """Offer what can be talked about: "" for the claim, then evidence by its id."""
        self.about.choices = choices(labels)
        return self
