"""Publishing a report, and changing what was published."""

from wtforms import BooleanField, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, Optional

from workbench.domain.publications import KIND_MEANINGS
from workbench.domain.report_kinds import ReportKind
from workbench.forms.base import Form, choices

NOTE_HINT = (
    "For readers: what was wrong or is new, and what holds now. It stands on the old page and on the new one."
)


class PublishForm(Form):
    """`claims` are references; which ones may be chosen depends on the article."""

    title = StringField("Title", validators=[InputRequired("Give the report a title.")])
    summary = TextAreaField(
        "Summary",
        validators=[Optional()],
        description="One paragraph for readers. Left empty, the report counts how the claims came out.",
    )
    claims = SelectMultipleField("Claims", validate_choice=False)
    public = BooleanField(
        "Anybody may read it", description="Its page and its files open without an account."
    )


class ChangeForm(PublishForm):
    """A new report in place of a published one."""

    kind = RadioField(
        "What this is",
        choices=choices(
            {
                kind.value: f"{kind.value.capitalize()}: {meaning}"
                for kind, meaning in KIND_MEANINGS.items()
                if kind is not ReportKind.RETRACTION
            }
        ),
        validators=[InputRequired("Say what this is.")],
    )
    note = TextAreaField(
        "Public note",
        validators=[InputRequired("Tell the readers what changed and why.")],
        description=NOTE_HINT,
    )


class RetractForm(Form):
    """Taking a report back."""

    note = TextAreaField(
        "Public note",
        validators=[InputRequired("Tell the readers why.")],
        description="For readers: why this should not have been published. It stands in place of the report.",
    )


class ClosePageForm(Form):
    """Closing the public page of a report."""

    reason = StringField("Why", validators=[InputRequired("Say why the page is closed.")])
