"""Splitting a claim in two, and merging two into one."""

from wtforms import BooleanField, RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from workbench.domain.statements import TITLE_LENGTH
from workbench.forms.base import EditForm, choices

THIS, OTHER = "this", "other"


class SplitForm(EditForm):
    words = TextAreaField(
        "Words of the new claim",
        validators=[InputRequired("Say which words go to the new claim.")],
        description="Copied from the quote above, letter for letter.",
    )
    new_title = StringField(
        "Title of the new claim",
        validators=[InputRequired("Give the new claim a title."), Length(max=TITLE_LENGTH)],
    )
    new_statement = TextAreaField(
        "Statement of the new claim", validators=[InputRequired("Write what the new claim states.")]
    )
    shared = BooleanField("The old claim keeps these words, too")
    title = StringField(
        "Title of the old claim",
        validators=[InputRequired("Give the claim a title."), Length(max=TITLE_LENGTH)],
    )
    statement = TextAreaField(
        "Statement of the old claim", validators=[InputRequired("Write what the old claim still states.")]
    )


class MergeForm(EditForm):
    ids_begin = "merge-"

    other = StringField(
        "Merge with",
        validators=[InputRequired("Name the other claim by its reference.")],
        description="The other claim’s reference: C-12.",
    )
    stays = RadioField(
        "Which one stays",
        choices=choices({OTHER: "The other one", THIS: "This one"}),
        default=OTHER,
    )
