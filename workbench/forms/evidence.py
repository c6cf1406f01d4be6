"""Adding evidence, and mending what is said about it."""

from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, datetime
from typing import Self

from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    DateTimeLocalField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    URLField,
)
from wtforms.fields.core import Field
from wtforms.validators import InputRequired, Optional, StopValidation

from workbench.domain.evidence import CREDIBILITY, EvidenceKind, SourceKind, Stance
from workbench.forms.actions import ReasonForm
from workbench.forms.base import EditForm, Form, WebAddress, choices
from workbench.forms.claims import SOURCE_KINDS
from workbench.forms.places import PlaceFields
from workbench.forms.words import _, graded, list_terms

KINDS = choices(list_terms("evidence kind", EvidenceKind))
STANCES = choices(list_terms("stance", Stance))
GRADES = choices({digit: graded(digit, meaning) for digit, meaning in CREDIBILITY.items()})


# Browsers send the first and take back nothing else: with a space in it the field would be empty, and the
# next save would lose the time.
LOCAL_TIMES = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]


def on_the_calendar(_form: Form, field: Field) -> None:
    """Refuse the calendar's first and last year, in which other time zones have no such moment."""
    if isinstance(field.data, datetime) and not MINYEAR < field.data.year < MAXYEAR:
        raise StopValidation(_("There is no such moment."))


def said_why(form: Form, field: Field) -> None:
    """Whoever does not want a page kept says why: others will ask."""
    if form["no_capture"].data and not field.data:
        raise StopValidation(_("Say why the page is not kept."))


class EvidenceForm(PlaceFields, Form):
    ids_begin = "evidence-"

    stance = RadioField(
        _("What it says about the claim"),
        choices=STANCES,
        validators=[InputRequired(_("Say whether it supports or refutes the claim, or gives context."))],
    )
    kind = SelectField(_("Kind"), choices=KINDS, default=EvidenceKind.LINK.value)
    source = StringField(
        _("Source"),
        validators=[InputRequired(_("Name the source."))],
        description=_("Who it comes from. A new name becomes a new source."),
    )
    source_kind = SelectField(
        _("The source is a"), choices=SOURCE_KINDS, default=SourceKind.ORGANISATION.value
    )
    url = URLField(
        _("Link"),
        validators=[Optional(), WebAddress()],
        description=_("Most kinds need a link or a file."),
    )
    file = FileField(_("Or a file"), description=_("Kept as it is, named by its SHA-256; up to 25 MB."))
    no_capture = BooleanField(
        _("Do not keep the page behind the link"),
        description=_("Else it is visited in a moment and kept as it is seen now."),
    )
    no_capture_reason = StringField(
        _("Why it is not kept"),
        validators=[said_why],
        description=_("Shown with the evidence; only where it is not."),
    )
    excerpt = TextAreaField(
        _("Excerpt"), validators=[Optional()], description=_("The words or figures that matter.")
    )
    locator = StringField(
        _("Where in it"), validators=[Optional()], description=_("Page, minute, row, sheet.")
    )
    credibility = SelectField(_("Credibility"), choices=GRADES, default=6, coerce=int)
    published_on = DateField(_("Published on"), validators=[Optional()])
    accessed_at = DateTimeLocalField(
        _("Seen at"),
        format=LOCAL_TIMES,
        validators=[Optional(), on_the_calendar],
        description=_("In the desk’s time zone."),
    )
    note = TextAreaField(_("Note"), validators=[Optional()])
    origin = SelectField(_("Same story as"), default="")
    origin_note = StringField(
        _("What they share"), validators=[Optional()], description=_("“The agency’s story of 3 May”.")
    )
    recheck_on = DateField(
        _("Look again on"), validators=[Optional()], description=_("That day it comes back to “My work”.")
    )

    def offer(self, pieces: Mapping[str, str]) -> Self:
        """Let `origin` name one of these other pieces of the claim's evidence, or none of them."""
        self.origin.choices = choices({"": _("No other piece: it stands for itself"), **pieces})
        return self


class EditEvidenceForm(EvidenceForm, EditForm):
    reason = StringField(_("Why"), validators=[Optional()], description=_("Stands in the history."))


class WithdrawEvidenceForm(ReasonForm):
    ids_begin = "evidence-"


class WithdrawOtherForm(ReasonForm):
    """Another desk's verdict."""

    ids_begin = "others-"


class RecheckForm(EditForm):
    ids_begin = "recheck-"

    recheck_on = DateField(
        _("Look again on"), validators=[Optional()], description=_("Empty: it need not be looked at again.")
    )
