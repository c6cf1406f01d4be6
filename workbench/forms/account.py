"""One's own account."""

from wtforms import PasswordField
from wtforms.validators import DataRequired, EqualTo

from workbench.forms.base import Form
from workbench.forms.secrets import SecretField
from workbench.forms.words import _


class OwnPasswordForm(Form):
    current = PasswordField(_("Present password"), [DataRequired(_("Type your present password."))])
    password = PasswordField(_("New password"), [DataRequired(_("Type a new password."))])
    repeat = PasswordField(
        _("New password again"),
        [DataRequired(_("Type it once more.")), EqualTo("password", _("The two are not the same."))],
    )


class PasswordAgainForm(Form):
    """For what a browser left open must not do alone."""

    current = PasswordField(_("Your password"), [DataRequired(_("Type your password."))])


class DeviceForm(Form):
    code = SecretField(_("Code"), [DataRequired(_("Type the code that your device shows now."))])
