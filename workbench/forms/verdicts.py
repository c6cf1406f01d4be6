"""Giving a verdict: rating, confidence and reasoning."""

from wtforms import HiddenField, RadioField, TextAreaField
from wtforms.validators import InputRequired

from workbench.domain.ratings import CONFIDENCE_MEANINGS, Scale
from workbench.forms.base import EditForm, choices

CONFIDENCES = choices(
    {value: f"{value.value.capitalize()}: {meaning}" for value, meaning in CONFIDENCE_MEANINGS.items()}
)


class VerdictForm(EditForm):
    """Choices of `rating` are those of the scale the form is made for."""

    scale = HiddenField(validators=[InputRequired()])
    rating = RadioField("Rating", validators=[InputRequired("Choose a rating.")])
    confidence = RadioField(
        "Confidence", choices=CONFIDENCES, validators=[InputRequired("Say how sure you are.")]
    )
    reasoning = TextAreaField(
        "Reasoning",
        validators=[InputRequired("Say how the evidence leads to this rating.")],
        description="What the evidence shows, in words that a reader can follow.",
    )

    def offer(self, scale: Scale) -> "VerdictForm":
        """Offer the labels of this scale."""
        self.rating.choices = choices({label.key: label.text for label in scale.labels})
        if not self.scale.data:
            self.scale.data = scale.code
        return self
