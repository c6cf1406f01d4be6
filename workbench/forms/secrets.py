"""What is typed for nobody to read again: passwords and codes."""

from wtforms import StringField

# How these fields are called in every form. Pages that show what was typed leave them out, and so do drafts.
SECRETS = frozenset({"code", "current", "password", "repeat"})


class SecretField(StringField):
    """Seen while it is typed and never printed again: a refused form comes back with it empty."""

    def _value(self) -> str:
        return ""
