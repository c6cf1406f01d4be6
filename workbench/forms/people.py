"""The people of the desk: adding them, their roles, their passwords."""

from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, Optional

from workbench.domain.roles import ROLE_MEANINGS, Role
from workbench.forms.base import EditForm, Form, choices
from workbench.forms.secrets import SecretField
from workbench.forms.words import _, meant

ROLES = choices({role: meant("role", role, meaning) for role, meaning in ROLE_MEANINGS.items()})


class PersonForm(Form):
    name = StringField(_("Name"), [DataRequired(_("Type the person's name."))])
    login = StringField(_("Login name"), [DataRequired(_("Type a login name."))])
    role = SelectField(_("Role"), choices=ROLES, default=Role.CHECKER.value)
    # Shown while it is typed: the owner has to pass it on, and it is changed at the first login.
    password = SecretField(_("First password"), [Optional()])


class RoleForm(EditForm):
    role = SelectField(_("Role"), choices=ROLES)


class PasswordForm(EditForm):
    """A new password for somebody who lost theirs."""

    password = SecretField(_("New password"), [Optional()])


class StateForm(EditForm):
    """Deactivate or reactivate: nothing to type."""
