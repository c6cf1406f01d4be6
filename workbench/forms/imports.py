"""What can be brought in beside a text: addresses, files, feeds, tables of claims, fact-checks."""

from collections.abc import Sequence

from flask_wtf.file import FileField, MultipleFileField
from wtforms import BooleanField, HiddenField, SelectField, TextAreaField, URLField
from wtforms.validators import InputRequired, Optional

from workbench.forms.articles import GRANULARITIES
from workbench.forms.base import Form, WebAddress
from workbench.forms.words import _


class BringForm(Form):
    """What every way asks: how finely articles are split."""

    granularity = SelectField(_("Propose claims"), choices=GRANULARITIES, default="clause")


class AddressesForm(BringForm):
    addresses = TextAreaField(
        _("Addresses"),
        validators=[InputRequired(_("Put in at least one address."))],
        description=_("One a line. Lines that begin with # are passed over."),
    )


class FilesForm(BringForm):
    files = MultipleFileField(_("Files"))


class FetchedForm(Form):
    """An address, or the file that would be found there."""

    url = URLField(_("Address"), validators=[Optional(), WebAddress()])
    file = FileField(_("Or a file"))

    def check_choice(self) -> bool:
        """Whether just one of the two was given; else the refusal stands on its field."""
        upload, url = bool(self.file.data), bool(self.url.data)
        if upload and url:
            self.refuse(_("Choose one: the address or the file. Neither was taken in."), "file")
        elif not upload and not url:
            self.refuse(_("Give an address, or choose a file."), "url")
        return upload != url


class TableForm(Form):
    file = FileField(_("Table"))


class ChooseForm(BringForm):
    """Which of the things found are wanted; their places come as `chosen`, beside the form's own fields."""

    name = HiddenField()
    fetch = BooleanField(_("Fetch each page; the feed often holds only its beginning"), default=True)


class ColumnsForm(Form):
    """Which column holds what is read by the view: the fields of a claim are intake's to know."""

    name = HiddenField()


def read_places(values: Sequence[str]) -> tuple[int, ...]:
    """Ticked boxes as places in the list of finds; what is no number is passed over."""
    return tuple(
        sorted({int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 7})
    )
