"""The words of forms: looked up when they are shown, since forms are made before anybody asked for a page.

`_` is what the extraction of words looks for (CONTRIBUTING.md); the others take words that the domain has.
"""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext
from flask_babel.speaklater import LazyString
from markupsafe import Markup, escape

from workbench.domain.terms import find_term


class Words(LazyString):  # type: ignore[misc]  # Flask-Babel has no types
    """Flask-Babel's own lazy words call themselves safe HTML, so that pages would print them unescaped."""

    def __html__(self) -> Markup:
        return escape(str(self))


def _(message: str, **values: Any) -> Words:
    """A label, a hint or a message; `values` are put in for "%(name)s"."""
    return Words(gettext, message, **values)


def term(noun: str, code: str) -> Words:
    """What a code of the domain is called: "in review" of a "status" is "In review"."""
    return Words(gettext, find_term(noun, code))


def list_terms(noun: str, codes: Iterable[str]) -> dict[str, Words]:
    """These codes and what they are called, as a field offers them."""
    return {str(code): term(noun, code) for code in codes}


def meant(noun: str, code: str, meaning: str) -> Words:
    """A code of the domain and what it stands for: "Owner: may do everything"."""
    return _("%(word)s: %(meaning)s", word=term(noun, code), meaning=Words(gettext, meaning))


def graded(grade: object, meaning: str) -> Words:
    """A grade and what it stands for: "A – Completely reliable"."""
    return _("%(grade)s – %(meaning)s", grade=grade, meaning=Words(gettext, meaning))
