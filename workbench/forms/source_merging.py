"""Saying that two sources are one."""

from wtforms import HiddenField, StringField
from wtforms.validators import Optional

from workbench.forms.base import EditForm
from workbench.forms.words import _


class MergeSourceForm(EditForm):
    into = HiddenField()
    reason = StringField(
        _("Why they are one"), validators=[Optional()], description=_("Stands in the history.")
    )
