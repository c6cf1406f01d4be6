"""Writing a claim: from words of the article, or mending one."""

from wtforms import IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from workbench.domain.evidence import SourceKind
from workbench.domain.statements import TITLE_LENGTH, ClaimKind
from workbench.domain.status import Status
from workbench.forms.base import EditForm, Form, choices

KINDS = choices({kind: kind.value.capitalize() for kind in ClaimKind})
SOURCE_KINDS = choices({kind: kind.value.capitalize() for kind in SourceKind})
NOTE_LIMIT = 500
STATUSES = choices({status: status.value.capitalize() for status in Status})


class ClaimForm(Form):
    title = StringField(
        "Title",
        validators=[InputRequired("Give the claim a title."), Length(max=TITLE_LENGTH)],
        description="Short, as a headline would say it: “30 km from border”.",
    )
    statement = TextAreaField(
        "Statement",
        validators=[InputRequired("Write the statement that is to be checked.")],
        description="One fact, neutral, clear on its own. Leave out who says it and whether it is true.",
    )
    kind = SelectField("Kind", choices=KINDS, default=ClaimKind.EVENT.value)
    claimant = StringField(
        "Claimant", validators=[Optional()], description="Who says it. Empty: the article’s own voice."
    )
    claimant_kind = SelectField(
        "The claimant is a", choices=SOURCE_KINDS, default=SourceKind.ORGANISATION.value
    )


class NewClaimForm(ClaimForm):
    """`start` and `end` are code points of the article's text."""

    start = IntegerField(widget=HiddenInput(), validators=[InputRequired()])
    end = IntegerField(widget=HiddenInput(), validators=[InputRequired()])


class EditClaimForm(ClaimForm, EditForm):
    reason = StringField("Why", validators=[Optional()], description="Stands in the history.")


class StatusForm(EditForm):
    status = SelectField("Move to", choices=STATUSES)
    # Its own id: the form to mend the claim opens on the same page, and has a reason, too.
    reason = StringField("Why", id="status-reason", validators=[Optional()])
    claimant_unknown = StringField(
        "Nobody is named as the claimant, because",
        validators=[Optional(), Length(max=NOTE_LIMIT)],
        description="For example: it spread without a source. Stands in the report.",
    )
    one_sided = StringField(
        "No evidence on both sides, because",
        validators=[Optional(), Length(max=NOTE_LIMIT)],
        description="Where you looked for the other side. Stands in the report.",
    )
