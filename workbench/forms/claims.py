"""Writing a claim: from words of the article, or mending one."""

from wtforms import IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from workbench.domain.evidence import SourceKind
from workbench.domain.statements import TITLE_LENGTH, ClaimKind
from workbench.domain.status import Status
from workbench.forms.base import EditForm, Form, choices
from workbench.forms.words import _, list_terms

KINDS = choices(list_terms("claim kind", ClaimKind))
SOURCE_KINDS = choices(list_terms("source kind", SourceKind))
NOTE_LIMIT = 500
STATUSES = choices(list_terms("status", Status))


class ClaimForm(Form):
    title = StringField(
        _("Title"),
        validators=[InputRequired(_("Give the claim a title.")), Length(max=TITLE_LENGTH)],
        description=_("Short, as a headline would say it: “30 km from border”."),
    )
    statement = TextAreaField(
        _("Statement"),
        validators=[InputRequired(_("Write the statement that is to be checked."))],
        description=_("One fact, neutral, clear on its own. Leave out who says it and whether it is true."),
    )
    kind = SelectField(_("Kind"), choices=KINDS, default=ClaimKind.EVENT.value)
    claimant = StringField(
        _("Claimant"), validators=[Optional()], description=_("Who says it. Empty: the article’s own voice.")
    )
    claimant_kind = SelectField(
        _("The claimant is a"), choices=SOURCE_KINDS, default=SourceKind.ORGANISATION.value
    )


class NewClaimForm(ClaimForm):
    """`start` and `end` are code points of the article's text."""

    start = IntegerField(widget=HiddenInput(), validators=[InputRequired()])
    end = IntegerField(widget=HiddenInput(), validators=[InputRequired()])


class EditClaimForm(ClaimForm, EditForm):
    reason = StringField(_("Why"), validators=[Optional()], description=_("Stands in the history."))


class StatusForm(EditForm):
    status = SelectField(_("Move to"), choices=STATUSES)
    # Its own id: the form to mend the claim opens on the same page, and has a reason, too.
    reason = StringField(_("Why"), id="status-reason", validators=[Optional()])
    claimant_unknown = StringField(
        _("Nobody is named as the claimant, because"),
        validators=[Optional(), Length(max=NOTE_LIMIT)],
        description=_("For example: it spread without a source. Stands in the report."),
    )
    one_sided = StringField(
        _("No evidence on both sides, because"),
        validators=[Optional(), Length(max=NOTE_LIMIT)],
        description=_("Where you looked for the other side. Stands in the report."),
    )
