"""Publishing a report, and changing what was published."""

import re

from wtforms import BooleanField, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, Optional, ValidationError

from workbench.domain.publications import KIND_MEANINGS
from workbench.domain.references import find_number
from workbench.domain.report_kinds import ReportKind
from workbench.forms.base import Form, choices
from workbench.forms.words import _, meant

SEEN = re.compile(r"C-\d+ \d+")
NOTE_HINT = _(
    "For readers: what was wrong or is new, and what holds now. It stands on the old page and on the new one."
)


class PublishForm(Form):
    """`claims` are references of what is offered to be ticked, `seen` goes along unseen: the reference and
    version of each ("C-12 4"). `further` are typed ones, where the report may hold claims of any article."""

    title = StringField(_("Title"), validators=[InputRequired(_("Give the report a title."))])
    summary = TextAreaField(
        _("Summary"),
        validators=[Optional()],
        description=_("For readers, above the count of how the claims came out, which every report has."),
    )
    claims = SelectMultipleField(_("Claims"), validate_choice=False)
    seen = SelectMultipleField(_("Versions"), validate_choice=False)
    further = StringField(
        _("Further claims"),
        validators=[Optional()],
        description=_("Of any article, by their references, parted by commas: C-12, C-40."),
    )
    public = BooleanField(
        _("Anybody may read it"), description=_("Its page and its files open without an account.")
    )

    def list_further(self) -> set[int]:
        """The numbers of the claims that were typed; none where there is no such field."""
        return {find_number("C", part) or 0 for part in _split(self.further.data if self.further else None)}

    def validate_seen(self, field: SelectMultipleField) -> None:
        """Refuse what the form never sends."""
        if any(not SEEN.fullmatch(text) for text in field.data or []):
            raise ValidationError(_("Open the form again."))

    def validate_further(self, field: StringField) -> None:
        """Refuse what names no claim."""
        wrong = [part for part in _split(field.data) if find_number("C", part) is None]
        if wrong:
            raise ValidationError(_("“%(what)s” is not a reference like C-12.", what=wrong[0][:40]))


def _split(typed: str | None) -> list[str]:
    return (typed or "").replace(",", " ").split()


class ChangeForm(PublishForm):
    """A new report in place of a published one."""

    kind = RadioField(
        _("What this is"),
        choices=choices(
            {
                kind.value: meant("report kind", kind, meaning)
                for kind, meaning in KIND_MEANINGS.items()
                if kind is not ReportKind.RETRACTION
            }
        ),
        validators=[InputRequired(_("Say what this is."))],
    )
    note = TextAreaField(
        _("Public note"),
        validators=[InputRequired(_("Tell the readers what changed and why."))],
        description=NOTE_HINT,
    )


class RetractForm(Form):
    """Taking a report back."""

    title = StringField(
        _("Title"),
        validators=[InputRequired(_("Give the retraction a title."))],
        description=_("It stands on the new page. Leave out of it what should not have been said."),
    )
    note = TextAreaField(
        _("Public note"),
        validators=[InputRequired(_("Tell the readers why."))],
        description=_(
            "For readers: why this should not have been published. It stands in place of the report."
        ),
    )


class ClosePageForm(Form):
    """Closing the public page of a report."""

    reason = StringField(_("Why"), validators=[InputRequired(_("Say why the page is closed."))])
