"""The words of forms: looked up when they are shown, since forms are made before anybody asked for a page.

`_` is what the extraction of words looks for (CONTRIBUTING.md); `told` is for words that the domain has.
"""

from typing import Any

from flask_babel import gettext
from flask_babel.speaklater import LazyString
from markupsafe import Markup, escape


class Words(LazyString):  # type: ignore[misc]  # Flask-Babel has no types
    """Flask-Babel's own lazy words call themselves safe HTML, so that pages would print them unescaped."""

    def __html__(self) -> Markup:
        return escape(str(self))


def _(message: str, **values: Any) -> Words:
    """A label, a hint or a message; `values` are put in for "%(name)s"."""
    return Words(gettext, message, **values)


def told(word: str) -> Words:
    """A word of the domain as a choice: "in review" reads "In review"."""
    return Words(gettext, word[:1].upper() + word[1:])


def meant(word: str, meaning: str) -> Words:
    """A word of the domain and what it stands for: "Owner: may do everything"."""
    return _("%(word)s: %(meaning)s", word=told(word), meaning=Words(gettext, meaning))


def graded(grade: object, meaning: str) -> Words:
    """A grade and what it stands for: "A – Completely reliable"."""
    return _("%(grade)s – %(meaning)s", grade=grade, meaning=Words(gettext, meaning))
