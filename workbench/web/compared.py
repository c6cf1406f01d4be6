"""A field of a conflict in the words of its form: codes by their names, a tick as "yes"."""

from collections.abc import Mapping

from flask import request
from flask_babel import gettext

from workbench.domain.terms import TERMS
from workbench.web import current
from workbench.web.translations import term

# Fields that hold a code, and the nouns it may be of (domain/terms.py).
_CODED: Mapping[str, tuple[str, ...]] = {
    "status": ("status",),
    "confidence": ("confidence",),
    "stance": ("stance",),
    "kind": ("claim kind", "evidence kind", "source kind"),
    "claimant_kind": ("source kind",),
    "source_kind": ("source kind",),
    "role": ("role",),
}
_TICKED = frozenset({"y", "True"})  # as a form sends it, and as it is stored


def say(name: str, value: str) -> str:
    """What a person reads for this value of the field: "half-true" of a rating is "Half true"."""
    if not value:
        return "–"
    if name == "rating":
        return _name_rating(value)
    noun = next((noun for noun in _CODED.get(name, ()) if value in TERMS[noun]), None)
    if noun:
        return term(value, noun)
    return str(gettext("yes")) if value in _TICKED else value


def _name_rating(key: str) -> str:
    """By the scale that the form was for; a rating of another one by the first that has it."""
    scales = sorted(
        current.scales().scales.values(), key=lambda scale: scale.code != request.form.get("scale")
    )
    return next((label.text for scale in scales for label in scale.labels if label.key == key), key)
