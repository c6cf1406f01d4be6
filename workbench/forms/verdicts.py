"""Giving a verdict: rating, confidence and reasoning."""

from collections.abc import Mapping

from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from workbench.domain.ratings import CONFIDENCE_MEANINGS, Scale
from workbench.forms.base import EditForm, choices
from workbench.forms.words import _, meant

CONFIDENCES = choices(
    {value: meant("confidence", value, meaning) for value, meaning in CONFIDENCE_MEANINGS.items()}
)
CONCLUSION_LIMIT = 300


class VerdictForm(EditForm):
    """Choices of `rating` are those of the scale that the form is made for."""

    scale = SelectField(_("Scale"))
    rating = RadioField(_("Rating"), validators=[InputRequired(_("Choose a rating."))])
    conclusion = StringField(
        _("Conclusion"),
        validators=[
            Length(max=CONCLUSION_LIMIT, message=_("At most %(limit)s characters.", limit=CONCLUSION_LIMIT))
        ],
        description=_("What was found, in one sentence. It stands where others print a rating."),
    )
    confidence = RadioField(
        _("Confidence"), choices=CONFIDENCES, validators=[InputRequired(_("Say how sure you are."))]
    )
    reasoning = TextAreaField(
        _("Reasoning"),
        validators=[InputRequired(_("Say how the evidence leads to this."))],
        description=_("What the evidence shows, in words that a reader can follow."),
    )

    def offer(self, scales: Mapping[str, Scale], default: Scale) -> Scale:
        """Offer these scales, and the labels of the one that was chosen; answers that one."""
        self.scale.choices = choices({code: scale.name for code, scale in scales.items()})
        if self.scale.data not in scales:
            self.scale.data = default.code
        scale = scales[self.scale.data]
        self.rating.choices = choices({label.key: label.text for label in scale.offered})
        if scale.sole:
            self.rating.data = scale.sole.key
            self.rating.raw_data = [scale.sole.key]
        return scale

    def validate_scale(self, field: SelectField) -> None:
        """What was sent, not what `offer` put in its place: nothing is judged on a scale nobody chose."""
        sent = field.raw_data[0] if field.raw_data else field.data
        if sent != field.data:
            raise ValidationError(_("There is no rating scale called “%(name)s”.", name=sent))
