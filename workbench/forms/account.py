"""One's own account."""

from wtforms import PasswordField
from wtforms.validators import DataRequired, EqualTo

from workbench.forms.base import Form


class OwnPasswordForm(Form):
    current = PasswordField("Present password", [DataRequired("Type your present password.")])
    password = PasswordField("New password", [DataRequired("Type a new password.")])
    repeat = PasswordField(
        "New password again",
        [DataRequired("Type it once more."), EqualTo("password", "The two are not the same.")],
    )
