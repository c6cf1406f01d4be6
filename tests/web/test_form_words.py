"""Every word that a form shows can be translated: labels, hints, choices and messages, of every form."""

import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from gettext import NullTranslations
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from flask import Flask, g, render_template_string
from markupsafe import escape
from wtforms.fields.core import UnboundField

from tests.web.conftest import ONE_ENGINE
from workbench import forms
from workbench.domain.evidence import CREDIBILITY, RELIABILITY
from workbench.domain.hints import CHECKS
from workbench.domain.positions import METHODS
from workbench.domain.publications import KIND_MEANINGS
from workbench.domain.ratings import CONFIDENCE_MEANINGS
from workbench.domain.roles import ROLE_MEANINGS
from workbench.domain.terms import TERMS
from workbench.forms.base import Form
from workbench.forms.words import Words, _, meant, term
from workbench.jobs.kinds import KINDS

CHECKOUT = Path(__file__).parents[2]
NO_LABEL = {"HiddenField", "CSRFTokenField"}


def list_forms(base: type[Form] = Form) -> Iterator[type[Form]]:
    for module in pkgutil.iter_modules(forms.__path__):
        import_module(f"workbench.forms.{module.name}")
    for form in base.__subclasses__():
        yield form
        yield from list_forms(form)


FORMS = sorted({form for form in list_forms() if form.__module__.startswith("workbench.")}, key=str)


def list_words(form: type[Form]) -> Iterator[tuple[str, object]]:
    """What a form says outside its choices, each with where it stands."""
    for name in dir(form):
        field = getattr(form, name)
        if not isinstance(field, UnboundField) or field.field_class.__name__ in NO_LABEL:
            continue
        if "widget" not in field.kwargs:  # the only other one is that of hidden numbers
            yield f"{name}: label", field.args[0] if field.args else None
        for validator in [*field.kwargs.get("validators", ()), *(field.args[1] if field.args[1:] else ())]:
            if getattr(validator, "message", None) is not None:  # else it is WTForms' own, translated there
                yield f"{name}: {type(validator).__name__}", validator.message
        if "description" in field.kwargs:
            yield f"{name}: hint", field.kwargs["description"]


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The catalogue as `make words` writes it."""
    found = tmp_path_factory.mktemp("words") / "messages.pot"
    command = [Path(sys.executable).with_name("pybabel"), "-q", "extract", "-F", "pyproject.toml"]
    subprocess.run(
        [*command, "-k", "lazy_gettext", "-k", "marked", "-o", found, "."], cwd=CHECKOUT, check=True
    )
    with found.open("rb") as file:
        return {message.id if isinstance(message.id, str) else message.id[0] for message in read_po(file)}


def test_forms_are_found() -> None:
    assert len(FORMS) > 40
    assert sum(1 for form in FORMS for _word in list_words(form)) > 200


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_words_are_looked_up_when_they_are_shown(form: type[Form], extracted: set[str]) -> None:
    for place, word in list_words(form):
        assert isinstance(word, Words), (place, word)
        assert word._args[0] in extracted, (place, word)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_choices_are_looked_up_too(form: type[Form]) -> None:
    for name in dir(form):
        field = getattr(form, name)
        given = field.kwargs.get("choices", ()) if isinstance(field, UnboundField) else ()
        if not callable(given):  # names of time zones
            assert all(isinstance(one.label, Words) for one in given), name


def test_templates_and_views_are_in_the_catalogue(extracted: set[str]) -> None:
    assert {"Nothing was saved yet. Please mend:", "Too much at once"} <= extracted


def list_domain_words() -> Iterator[str]:
    for table in (
        *TERMS.values(),
        RELIABILITY,
        CREDIBILITY,
        CONFIDENCE_MEANINGS,
        ROLE_MEANINGS,
        KIND_MEANINGS,
    ):
        yield from table.values()
    yield from METHODS
    yield from (check.words for check in CHECKS)
    for kind in KINDS.values():
        yield from (words for words in (kind.title, kind.busy, kind.done, kind.link) if words)


def test_words_of_the_domain_are_in_the_catalogue(extracted: set[str]) -> None:
    assert set(list_domain_words()) <= extracted


def test_pages_name_a_code_by_its_words() -> None:
    """A code made to look like a word ("in review"|capitalize) is in no catalogue."""
    reports = CHECKOUT / "templates" / "exports"
    found = [
        path.name
        for path in (CHECKOUT / "templates").rglob("*.html")
        if "|capitalize" in path.read_text("utf-8").replace("|noun|capitalize", "")
        and reports not in path.parents
    ]
    assert found == []


@ONE_ENGINE
def test_a_page_shows_the_words_of_its_language(app: Flask) -> None:
    class German(NullTranslations):
        def gettext(self, message: str) -> str:
            return {"In review": "In Prüfung"}.get(message, message)

        ugettext = gettext

    with app.test_request_context():
        g.catalogue = German()
        assert render_template_string('{{ "in review"|term("status") }}') == "In Prüfung"


def test_words_are_escaped_like_every_other_text() -> None:
    assert escape(_("%(name)s & <b>", name="<i>")) == "&lt;i&gt; &amp; &lt;b&gt;"


def test_words_of_the_domain() -> None:
    assert str(term("status", "in review")) == "In review"
    assert str(meant("role", "owner", "may do everything")) == "Owner: may do everything"
