"""The macros with real WTForms fields: label, hint, error and input belong together, and input is kept."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask, render_template_string
from lxml import html
from wtforms import BooleanField, Form, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from workbench.domain.pictures import Share, draw_mix
from workbench.domain.terms import find_term

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


class SampleForm(Form):
    title = StringField("Title", [InputRequired("A title is needed."), Length(max=5, message="Too long.")])
    note = TextAreaField("Note", [Optional()])
    rating = RadioField(
        "Rating", [InputRequired("Choose one.")], choices=[SelectChoice("a", "A"), SelectChoice("b", "B")]
    )
    split = BooleanField("Split")


@pytest.fixture
def app() -> Flask:
    app = Flask("macros", template_folder=str(TEMPLATES))
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.globals["csrf_token"] = lambda: "token-1"
    app.jinja_env.filters["term"] = lambda code, noun: find_term(noun, code)
    app.jinja_env.filters["when"] = lambda moment: moment.strftime("%d %B %Y, %H:%M")
    return app


def render(app: Flask, source: str, **context: object) -> html.HtmlElement:
    with app.test_request_context():
        return html.fragment_fromstring(render_template_string(source, **context), create_parent="div")


def test_field_wires_hint_and_error_to_the_input_and_keeps_what_was_typed(app: Flask) -> None:
    form = SampleForm(data={"title": "Six <b>", "rating": None})
    form.validate()
    source = (
        '{% from "macros/form.html" import field %}{{ field(form.title, hint="Short.", autofocus=true) }}'
    )

    root = render(app, source, form=form)

    (box,) = root.xpath("//input[@name='title']")
    assert box.get("value") == "Six <b>"
    assert box.get("aria-invalid") == "true"
    assert box.get("aria-describedby") == "title-hint title-error"
    assert "autofocus" in box.attrib
    assert root.get_element_by_id("title-hint").text_content() == "Short."
    assert root.get_element_by_id("title-error").text_content() == "A title is needed."
    assert root.xpath("//label/@for") == ["title"]


def test_choices_stand_in_a_fieldset_and_a_check_box_before_its_words(app: Flask) -> None:
    source = '{% from "macros/form.html" import field %}{% for f in form %}{{ field(f) }}{% endfor %}'

    root = render(app, source, form=SampleForm())

    assert root.xpath("//fieldset/legend/text()") == ["Rating"]
    assert root.xpath("//fieldset//label/@for") == ["rating-0", "rating-1"]
    assert [e.tag for e in root.xpath("//label[@for='split']/*")] == ["input", "span"]
    assert root.xpath("//label[@for='note']/span/text()") == ["optional"]
    assert root.xpath("//*[@aria-invalid or @aria-describedby]") == []


def test_errors_summary_links_to_each_field_and_is_absent_without_errors(app: Flask) -> None:
    source = '{% from "macros/form.html" import errors_summary %}{{ errors_summary(form) }}'
    form = SampleForm(data={"title": "Short"})
    form.validate()

    root = render(app, source, form=form)

    assert "#rating" in root.xpath("//div[@role='alert']//a/@href")
    assert render(app, source, form=SampleForm()).xpath("//*[@role='alert']") == []


def test_action_button_is_a_post_form_with_token_fields_and_htmx_attributes(app: Flask) -> None:
    source = (
        '{% from "macros/form.html" import action_button %}'
        '{{ action_button("/accept", "Accept", id="accept-C-1", fields={"version": 3}, '
        'hx={"hx-post": "/accept", "hx-target": "#claim-C-1"}, describe="C-1") }}'
    )

    (form,) = render(app, source).xpath("form")

    assert (form.get("method"), form.get("action"), form.get("hx-target")) == (
        "post",
        "/accept",
        "#claim-C-1",
    )
    assert {i.get("name"): i.get("value") for i in form.xpath("input")} == {
        "csrf_token": "token-1",
        "version": "3",
    }
    assert form.xpath("button/@id") == ["accept-C-1-button"]


def test_badges_say_it_in_words_and_time_is_exact(app: Flask) -> None:
    source = (
        '{% from "macros/badge.html" import status, rating, confidence, grade %}'
        '{% from "macros/time.html" import time %}{{ status("in review") }}'
        '{{ rating("Half true", "half-true") }}'
        '{{ rating(none) }}{{ confidence("low") }}{{ grade("B2", "Usually reliable") }}'
        "{{ time(at) }}{{ time(none) }}"
    )

    root = render(app, source, at=datetime(2026, 8, 21, 11, 40, tzinfo=UTC))

    words = [badge.text_content() for badge in root.find_class("badge")]
    assert words == ["In review", "Half true", "No verdict", "Low confidence", "B2 (Usually reliable)"]
    assert root.xpath("//time/@datetime") == ["2026-08-21T11:40:00+00:00"]


def test_verdict_mix_adds_up_and_pager_marks_the_end(app: Flask) -> None:
    source = (
        '{% from "macros/picture.html" import mix %}{% from "macros/pager.html" import pager %}'
        "{{ mix(picture) }}{{ mix(none) }}"
        '{{ pager(none, "/older", "1,000+") }}'
    )

    shares = [Share("False", "false", 2), Share("True", "true", 0), Share("None", "none", 3)]
    root = render(app, source, picture=draw_mix(shares))

    assert [one.get("data-rating") for one in root.xpath("//rect")] == ["false", "none"]
    assert root.xpath("//svg/@aria-label") == ["False: 2, None: 3"]
    assert [line.text_content().split() for line in root.xpath("//li")] == [["False", "2"], ["None", "3"]]
    assert root.xpath("//nav/a/text()") == ["Older"]
    assert "1,000+ in all" in root.text_content()
