"""A source as a person describes and grades it."""

from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField, URLField
from wtforms.validators import InputRequired, Optional

from workbench.domain.evidence import RELIABILITY
from workbench.forms.base import EditForm, Form, WebAddress, choices
from workbench.forms.claims import SOURCE_KINDS

GRADES = choices({letter: f"{letter} – {meaning}" for letter, meaning in RELIABILITY.items()})


class SourceForm(Form):
    name = StringField("Name", validators=[InputRequired("A source needs a name.")])
    kind = SelectField("Kind", choices=SOURCE_KINDS)
    description = TextAreaField("Description", validators=[Optional()])
    url = URLField("Address", validators=[Optional(), WebAddress()])
    aliases = TextAreaField(
        "Other names",
        validators=[Optional()],
        description="One a line. Who is called so in an article or in evidence is taken for this source.",
    )
    wikidata_id = StringField("Wikidata", validators=[Optional()], description="Like Q42.")
    languages = StringField(
        "Languages", validators=[Optional()], description="Tags with commas between: en, uk, pt-BR."
    )
    conflicts = TextAreaField(
        "Conflicts of interest",
        validators=[Optional()],
        description="Who owns or pays it, what it stands to gain. Reports tell it with its evidence.",
    )
    reliability = SelectField("Reliability", choices=GRADES, default="F")
    reliability_reason = StringField("Why this grade", validators=[Optional()])
    reliability_on = DateField(
        "Graded on", validators=[Optional()], description="Today, if you leave it empty for a new grade."
    )
    withheld = BooleanField("Withhold this source")
    withheld_reason = StringField("Why it is withheld", validators=[Optional()])


class EditSourceForm(SourceForm, EditForm):
    reason = StringField("Why this change", validators=[Optional()], description="Stands in the history.")
