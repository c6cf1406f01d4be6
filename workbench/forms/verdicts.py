"""Giving a verdict: rating, confidence and reasoning."""

from collections.abc import Mapping

from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from workbench.domain.ratings import CONFIDENCE_MEANINGS, Scale
from workbench.forms.base import EditForm, choices

CONFIDENCES = choices(
    {value: f"{value.value.capitalize()}: {meaning}" for value, meaning in CONFIDENCE_MEANINGS.items()}
)
CONCLUSION_LIMIT = 300


class VerdictForm(EditForm):
    """Choices of `rating` are those of the scale that the form is made for."""

    scale = SelectField("Scale")
    rating = RadioField("Rating", validators=[InputRequired("Choose a rating.")])
    conclusion = StringField(
        "Conclusion",
        validators=[Length(max=CONCLUSION_LIMIT, message=f"At most {CONCLUSION_LIMIT} characters.")],
        description="What was found, in one sentence. It stands where others print a rating.",
    )
    confidence = RadioField(
        "Confidence", choices=CONFIDENCES, validators=[InputRequired("Say how sure you are.")]
    )
    reasoning = TextAreaField(
        "Reasoning",
        validators=[InputRequired("Say how the evidence leads to this.")],
        description="What the evidence shows, in words that a reader can follow.",
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
        elif self.rating.data not in {label.key for label in scale.offered}:
            self.rating.data, self.rating.raw_data = None, []
        return scale
