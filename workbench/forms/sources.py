"""A source as a person describes and grades it."""

from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField, URLField
from wtforms.validators import InputRequired, Optional

from workbench.domain.evidence import RELIABILITY
from workbench.forms.base import EditForm, Form, WebAddress, choices
from workbench.forms.claims import SOURCE_KINDS
from workbench.forms.words import _, graded

GRADES = choices({letter: graded(letter, meaning) for letter, meaning in RELIABILITY.items()})


class SourceForm(Form):
    name = StringField(_("Name"), validators=[InputRequired(_("A source needs a name."))])
    kind = SelectField(_("Kind"), choices=SOURCE_KINDS)
    description = TextAreaField(_("Description"), validators=[Optional()])
    url = URLField(_("Address"), validators=[Optional(), WebAddress()])
    aliases = TextAreaField(
        _("Other names"),
        validators=[Optional()],
        description=_("One a line. Who is called so in an article or in evidence is taken for this source."),
    )
    wikidata_id = StringField(_("Wikidata"), validators=[Optional()], description=_("Like Q42."))
    languages = StringField(
        _("Languages"), validators=[Optional()], description=_("Tags with commas between: en, uk, pt-BR.")
    )
    conflicts = TextAreaField(
        _("Conflicts of interest"),
        validators=[Optional()],
        description=_("Who owns or pays it, what it stands to gain. Reports tell it with its evidence."),
    )
    reliability = SelectField(_("Reliability"), choices=GRADES, default="F")
    reliability_reason = StringField(_("Why this grade"), validators=[Optional()])
    reliability_on = DateField(
        _("Graded on"),
        validators=[Optional()],
        description=_("Today, if you leave it empty for a new grade."),
    )
    withheld = BooleanField(_("Withhold this source"))
    withheld_reason = StringField(_("Why it is withheld"), validators=[Optional()])


class EditSourceForm(SourceForm, EditForm):
    reason = StringField(
        _("Why this change"), validators=[Optional()], description=_("Stands in the history.")
    )
