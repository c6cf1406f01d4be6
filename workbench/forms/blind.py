"""Asking for a second verdict without sight of the first, and settling two that differ."""

from collections.abc import Mapping

from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from workbench.domain.ratings import Scale
from workbench.forms.base import EditForm, Label, choices
from workbench.forms.verdicts import CONCLUSION_LIMIT, CONFIDENCES
from workbench.forms.words import _

ANYBODY = ""
# What somebody who settles can decide; the rest are the two verdicts.
OWN, AGAIN = "own", "again"


class AskSecondForm(EditForm):
    """`person` is a login name, empty for whoever comes."""

    person = SelectField(
        _("Who gives it"),
        description=_("They see the claim, its words and its evidence, and nothing of the other verdict."),
    )

    def offer(self, people: Mapping[str, Label]) -> "AskSecondForm":
        """Offer these people, by their login names."""
        self.person.choices = choices({ANYBODY: _("Whoever comes"), **people})
        return self


class SettleForm(EditForm):
    """The fields of a verdict are asked for when the decision is one's own."""

    decision = RadioField(_("Decision"), validators=[InputRequired(_("Choose what holds."))])
    settling = TextAreaField(
        _("Why"),
        validators=[InputRequired(_("Say why you decide so."))],
        description=_("Where the two part, and what decides it. It stands in the report."),
    )
    rating = RadioField(_("Rating"), validators=[Optional()])
    conclusion = StringField(
        _("Conclusion"),
        validators=[
            Optional(),
            Length(max=CONCLUSION_LIMIT, message=_("At most %(limit)s characters.", limit=CONCLUSION_LIMIT)),
        ],
    )
    confidence = RadioField(_("Confidence"), choices=CONFIDENCES, validators=[Optional()])
    reasoning = TextAreaField(
        _("Reasoning"),
        validators=[Optional()],
        description=_("What the evidence shows, in words that a reader can follow."),
    )

    def offer(self, halves: Mapping[str, Label], scale: Scale) -> "SettleForm":
        """Offer the two verdicts by "first" and "second", and the labels of their scale."""
        others = {OWN: _("Neither: a verdict of my own"), AGAIN: _("Neither: ask for a new verdict")}
        self.decision.choices = choices({**halves, **others})
        self.rating.choices = choices({label.key: label.text for label in scale.offered})
        if scale.sole:
            self.rating.data = scale.sole.key
        return self

    def validate(self, extra_validators: Mapping[str, object] | None = None) -> bool:
        """A verdict of one's own is a whole one."""
        good: bool = super().validate(extra_validators)
        if self.decision.data != OWN:
            return good
        missing = {
            "rating": _("Choose a rating."),
            "confidence": _("Say how sure you are."),
            "reasoning": _("Say how the evidence leads to this."),
        }
        for name, words in missing.items():
            if not self[name].data and not self[name].errors:
                self.refuse(words, name)
        return not self.errors
