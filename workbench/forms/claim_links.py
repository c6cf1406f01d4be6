"""Tying a claim to another."""

from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Optional

from workbench.domain.links import LinkKind
from workbench.forms.base import Form, choices

KINDS = choices({kind: kind.value.capitalize() for kind in LinkKind})


class LinkForm(Form):
    """Read from the claim that gets the link: "narrower than" "C-12"."""

    kind = SelectField("This claim is", id="link-kind", choices=KINDS)
    other = StringField("Claim", validators=[InputRequired("Name the other claim, as C-12.")])
    note = StringField(
        "Note", validators=[Optional()], description="Stands beside the link and in the history."
    )
