"""Saying that two sources are one."""

from wtforms import HiddenField, StringField
from wtforms.validators import Optional

from workbench.forms.base import EditForm


class MergeSourceForm(EditForm):
    into = HiddenField()
    reason = StringField("Why they are one", validators=[Optional()], description="Stands in the history.")
