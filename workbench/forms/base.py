"""What every form does: it keeps what was typed, refuses text that no database can hold, and takes a
service's refusal as an error of the field it is about."""

import uuid
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, ClassVar, TypeVar
from urllib.parse import urlsplit

from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import HiddenField, IntegerField, PasswordField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # stubs lag
from wtforms.fields.core import Field, UnboundField
from wtforms.validators import InputRequired, Length, NumberRange, StopValidation
from wtforms.widgets import HiddenInput

from workbench.domain.errors import BadInput, RuleBroken
from workbench.forms.words import Words, _

T = TypeVar("T")
Label = str | Words

LINE_LIMIT = 2_000  # code points, unless a field says otherwise
TEXT_LIMIT = 100_000
HIGHEST = 2**31 - 1  # of an integer column


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """A form whose save is made once: `once` is the key by which a repeated one is recognised.

    `draft` is the key of what is kept while it is typed, empty where nothing is. `kept_at` and `overtaken`:
    see web/drafts.py.

    Text is stripped and its newlines made LF, but for the fields named in `verbatim` and for passwords.
    `ids_begin` tells the fields' ids from those of a form beside it, whose fields have the same names.
    """

    verbatim: ClassVar[frozenset[str]] = frozenset()
    ids_begin: ClassVar[str] = ""

    once = HiddenField(default=lambda: str(uuid.uuid4()))
    draft = HiddenField()
    kept_at: datetime | None = None
    overtaken = False

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        def bind_field(
            self, form: "Form", unbound_field: "UnboundField[Any]", options: dict[str, Any]
        ) -> Field:
            if form.ids_begin:
                options = {"id": form.ids_begin + options["name"], **options}
            field: Field = super().bind_field(form, unbound_field, options)
            if isinstance(field, StringField):
                _guard_text(field, verbatim=options["name"] in form.verbatim)
            elif isinstance(field, IntegerField):
                field.validators = [countable, *field.validators]
            return field

    def hidden_tag(self, *_fields: str) -> Markup:
        """The hidden fields, without ids: several forms on one page would give the same ones twice."""
        hidden = [_hide(field) for field in self if isinstance(field.widget, HiddenInput)]
        return Markup("\n").join(hidden)

    def attempt(self, action: Callable[[], T]) -> T | None:
        """Call a service; what it refuses becomes an error of the field it names, or of the form, and None.

        For a service that answers nothing ask `form.errors` afterwards.
        """
        try:
            return action()
        except RuleBroken as error:
            self.refuse(str(error), error.field)
        except BadInput as error:
            self.refuse(str(error))
        return None

    def refuse(self, message: Label, field: str | None = None) -> None:
        """Add an error to a field, or to the form when it has no such field."""
        if field in self._fields:
            self[field].errors = [*self[field].errors, str(message)]
        else:
            self.form_errors.append(str(message))


class EditForm(Form):
    """A form made from one version of a row, which goes along unseen; see StaleEdit."""

    version = IntegerField(
        widget=HiddenInput(),
        validators=[
            InputRequired(_("The form is incomplete. Open the page again.")),
            NumberRange(0, HIGHEST, _("The form is incomplete. Open the page again.")),
        ],
    )

    @property
    def seen(self) -> int:
        """The version the form was made from."""
        return int(self.version.data or 0)


def tidy_text(text: str | None) -> str | None:
    """No spaces around it, and newlines as LF; a browser sends CRLF."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip() if text else text


def storable(_form: Form, field: Field) -> None:
    """Refuse what UTF-8 or PostgreSQL cannot hold: half characters and NUL."""
    text = field.data
    if not isinstance(text, str):
        return
    place = next(
        (at for at, letter in enumerate(text, 1) if letter == "\0" or "\ud800" <= letter <= "\udfff"), 0
    )
    if place:
        what = _("a NUL") if text[place - 1] == "\0" else _("half of a character")
        raise StopValidation(
            _(
                "Character %(place)s is %(what)s, which is no text. Delete it, or copy the text anew.",
                place=place,
                what=what,
            )
        )


def countable(_form: Form, field: Field) -> None:
    """Refuse a number that a database's integer cannot hold."""
    if isinstance(field.data, int) and abs(field.data) > HIGHEST:
        raise StopValidation(_("This number is too large."))


class WebAddress:
    """Takes a whole http or https address; a person pastes it, so it has to say so itself."""

    def __call__(self, _form: Form, field: Field) -> None:
        try:
            parts = urlsplit(field.data or "")
            whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in field.data
            _port = parts.port  # raises for a port that is no number
        except ValueError:
            whole = False
        if not whole:
            raise StopValidation(_("This is not a web address. It starts with https:// or http://."))


def choices(labels: Mapping[Any, Label]) -> list[Any]:
    """A mapping from value to words as a select field wants it."""
    return [SelectChoice(str(value), label) for value, label in labels.items()]


# What WTForms writes for a hidden field, at a fifth of the cost: a page has dozens of them.
_HIDDEN = Markup('<input name="{}"{} type="hidden" value="{}">')
_REQUIRED = Markup(" required")


def _hide(field: Field) -> Markup:
    value = field._value()  # type: ignore[attr-defined]  # of every field with an input
    return _HIDDEN.format(field.name, _REQUIRED if field.flags.required else "", value)


def _guard_text(field: StringField, *, verbatim: bool) -> None:
    if not verbatim and not isinstance(field, PasswordField):
        field.filters = [*field.filters, tidy_text]
    extra: list[Any] = [storable]
    if not verbatim and not any(isinstance(one, Length) for one in field.validators):
        limit = TEXT_LIMIT if isinstance(field, TextAreaField) else LINE_LIMIT
        extra.append(
            Length(
                max=limit, message=_("This is too long: at most %(limit)s characters.", limit=f"{limit:,}")
            )
        )
    field.validators = [*extra, *field.validators]
    if "maxlength" in vars(field.flags):
        # With it a browser cuts a pasted text short and says nothing; the form tells the person instead.
        del field.flags.maxlength
