"""What the form of a refused request held: to be shown again, compared, and sent once more."""

from dataclasses import dataclass

from flask import request
from flask_babel import gettext
from werkzeug.exceptions import HTTPException

from workbench.domain.errors import StaleEdit
from workbench.forms.secrets import SECRETS
from workbench.web import compared

TECHNICAL = frozenset({"csrf_token", "draft", "once", "version", "next", "scale"})  # fields nobody typed


@dataclass(frozen=True, slots=True)
class Typed:
    """One value of a form. `shown`: a person typed it, the form's own fields go along unseen."""

    name: str
    value: str
    shown: bool

    @property
    def label(self) -> str:
        return _label(self.name)


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of a conflict: what the person sent, and what is saved now."""

    name: str
    yours: str
    now: str

    @property
    def label(self) -> str:
        return _label(self.name)

    @property
    def prose(self) -> bool:
        """Text that a person may want to mend by hand, other than a choice, a number or a tick."""
        return self.yours != self.now and (" " in self.yours or "\n" in self.yours)

    @property
    def texts(self) -> tuple[str, str]:
        """Now and yours as a person reads them."""
        return compared.say(self.name, self.now), compared.say(self.name, self.yours)


def list_typed() -> list[Typed]:
    """Everything the form held, but passwords and codes."""
    if not is_readable():
        return []
    values = request.form.items(multi=True)
    return [Typed(name, value, name not in TECHNICAL) for name, value in values if name not in SECRETS]


def compare_typed(error: StaleEdit) -> list[Compared]:
    """The fields of a conflict that have a value on either side."""
    fields = [Compared(name, request.form.get(name, ""), now) for name, now in error.now.items()]
    return [one for one in fields if one.now or one.yours]


def holds_secret() -> bool:
    """Whether a password or a code was sent: what is shown again is then not the whole form."""
    return is_readable() and not SECRETS.isdisjoint(request.form)


def holds_files() -> bool:
    """Whether files were sent, which no page can show again."""
    return any(file.filename for file in request.files.values())


def is_readable() -> bool:
    """Whether the form is small enough to be read."""
    try:
        return request.form is not None
    except HTTPException:
        return False


def _label(name: str) -> str:
    """A field's name as words: "published_on" becomes "Published on"."""
    return str(gettext(name.replace("_", " ").capitalize()))
