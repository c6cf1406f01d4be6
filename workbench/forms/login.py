"""Logging in."""

from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import DataRequired

from workbench.forms.base import Form
from workbench.forms.secrets import SecretField
from workbench.forms.words import _


class LoginForm(Form):
    """`next` is where the person wanted to go; the view trusts it only as a path of our own."""

    login = StringField(_("Name"), [DataRequired(_("Type your login name."))])
    password = PasswordField(_("Password"), [DataRequired(_("Type your password."))])
    next = HiddenField()


class CodeForm(Form):
    """The code of the person's device, or one of their recovery codes."""

    code = SecretField(_("Code"), [DataRequired(_("Type the code that your device shows."))])
    next = HiddenField()
