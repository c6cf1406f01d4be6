"""The words of templates and of the domain: the catalogue is looked up once a request, not once a word."""

from typing import Any

from flask import Flask, g
from flask_babel import Domain, get_domain
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from workbench.domain.terms import find_term


class KeptDomain(Domain):  # type: ignore[misc]  # Flask-Babel has no types
    """Flask-Babel's own looks for the locale at every word and reads the catalogue anew at every request."""

    def get_translations(self) -> Any:
        found = g.get("catalogue")
        if found is None:
            found = g.catalogue = super().get_translations()
        return found


def init_app(app: Flask) -> None:
    """After Flask-Babel, whose own functions look for the catalogue at every word of a page."""
    domain = KeptDomain(domain=app.extensions["babel"].default_domain)
    app.before_request(domain.as_default)
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # of jinja2.ext.i18n
        gettext=lambda one: _catalogue().ugettext(one),
        ngettext=lambda one, many, count: _catalogue().ungettext(one, many, count),
        newstyle=True,
        pgettext=lambda about, one: _catalogue().upgettext(about, one),
        npgettext=lambda about, one, many, count: _catalogue().unpgettext(about, one, many, count),
    )
    app.jinja_env.globals["_"] = app.jinja_env.globals["gettext"] = say
    app.add_template_filter(term)


@pass_context
def say(context: Context, message: str, **values: Any) -> str:
    """Jinja's own `_()`, but that only words with something to put in go through the formatting."""
    found: str = _catalogue().ugettext(message)
    if context.eval_ctx.autoescape:
        found = Markup(found)  # noqa: S704 - the catalogue's own words; what is put in is escaped
    return found % values if values or "%" in found else found


def term(code: str, noun: str) -> str:
    """What a code of the domain is called on a page: "in review" of a "status" is "In review"."""
    return str(_catalogue().ugettext(find_term(noun, code)))


def _catalogue() -> Any:
    return g.get("catalogue") or get_domain().get_translations()
