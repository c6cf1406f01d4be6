"""Splitting a claim in two, and merging two into one."""

from wtforms import BooleanField, RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from workbench.domain.statements import TITLE_LENGTH
from workbench.forms.base import EditForm, choices
from workbench.forms.words import _

THIS, OTHER = "this", "other"


class SplitForm(EditForm):
    words = TextAreaField(
        _("Words of the new claim"),
        validators=[InputRequired(_("Say which words go to the new claim."))],
        description=_("Copied from the quote above, letter for letter."),
    )
    new_title = StringField(
        _("Title of the new claim"),
        validators=[InputRequired(_("Give the new claim a title.")), Length(max=TITLE_LENGTH)],
    )
    new_statement = TextAreaField(
        _("Statement of the new claim"), validators=[InputRequired(_("Write what the new claim states."))]
    )
    shared = BooleanField(_("The old claim keeps these words, too"))
    title = StringField(
        _("Title of the old claim"),
        validators=[InputRequired(_("Give the claim a title.")), Length(max=TITLE_LENGTH)],
    )
    statement = TextAreaField(
        _("Statement of the old claim"),
        validators=[InputRequired(_("Write what the old claim still states."))],
    )


class MergeForm(EditForm):
    ids_begin = "merge-"

    other = StringField(
        _("Merge with"),
        validators=[InputRequired(_("Name the other claim by its reference."))],
        description=_("The other claim’s reference: C-12."),
    )
    stays = RadioField(
        _("Which one stays"),
        choices=choices({OTHER: _("The other one"), THIS: _("This one")}),
        default=OTHER,
    )
