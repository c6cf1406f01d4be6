"""One's own account."""

from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, EqualTo

from workbench.forms.base import Form


class OwnPasswordForm(Form):
    current = PasswordField("Present password", [DataRequired("Type your present password.")])
    password = PasswordField("New password", [DataRequired("Type a new password.")])
    repeat = PasswordField(
        "New password again",
        [DataRequired("Type it once more."), EqualTo("password", "The two are not the same.")],
    )


class PasswordAgainForm(Form):
    """For what a browser left open must not do alone."""

    current = PasswordField("Your password", [DataRequired("Type your password.")])


class DeviceForm(Form):
    code = StringField("Code", [DataRequired("Type the code that your device shows now.")])
