"""Who works on a claim, and what it is sorted by."""

from collections.abc import Mapping

from wtforms import DateField, HiddenField, SelectField, StringField
from wtforms.validators import Optional

from workbench.forms.base import EditForm, Form, choices
from workbench.forms.words import _


class AssignForm(EditForm):
    """`to` is a login name, or "nobody"."""

    to = SelectField(_("Assigned to"))

    def offer(self, people: Mapping[str, str]) -> "AssignForm":
        """Offer these people, by their login names."""
        self.to.choices = choices(people)
        return self


class DueForm(EditForm):
    due_on = DateField(_("Due on"), validators=[Optional()])


class TagsForm(Form):
    """`before` is the tags as the page showed them: what others put on since then is not taken off."""

    tags = StringField(_("Tags"))
    before = HiddenField()
