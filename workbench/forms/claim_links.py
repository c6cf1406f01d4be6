"""Tying a claim to another."""

from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Optional

from workbench.domain.links import LinkKind
from workbench.forms.base import Form, choices
from workbench.forms.words import _, list_terms

KINDS = choices(list_terms("link", LinkKind))


class LinkForm(Form):
    """Read from the claim that gets the link: "narrower than" "C-12"."""

    kind = SelectField(_("This claim is"), id="link-kind", choices=KINDS)
    other = StringField(_("Claim"), validators=[InputRequired(_("Name the other claim, as C-12."))])
    note = StringField(
        _("Note"), validators=[Optional()], description=_("Stands beside the link and in the history.")
    )
