"""The words of templates and of the domain: the catalogue is looked up once a request, not once a word."""

from typing import Any

from flask import Flask, g
from flask_babel import get_translations

from workbench.domain.terms import find_term


def init_app(app: Flask) -> None:
    """After Flask-Babel, whose own functions look for the catalogue at every word of a page."""
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # of jinja2.ext.i18n
        gettext=lambda one: _catalogue().ugettext(one),
        ngettext=lambda one, many, count: _catalogue().ungettext(one, many, count),
        newstyle=True,
        pgettext=lambda about, one: _catalogue().upgettext(about, one),
        npgettext=lambda about, one, many, count: _catalogue().unpgettext(about, one, many, count),
    )
    app.add_template_filter(term)


def term(code: str, noun: str) -> str:
    """What a code of the domain is called on a page: "in review" of a "status" is "In review"."""
    return str(_catalogue().ugettext(find_term(noun, code)))


def _catalogue() -> Any:
    found = g.get("catalogue")
    if found is None:
        found = g.catalogue = get_translations()
    return found
