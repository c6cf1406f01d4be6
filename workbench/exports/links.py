"""Which addresses may become links in a report; all others are shown as the text that they are."""

from urllib.parse import urlsplit

_SCHEMES = frozenset({"http", "https", "mailto"})


def find_link(address: str) -> str | None:
    """The address if a reader may follow it (http, https, mailto), else None. Never changes it."""
    if any(char.isspace() or not char.isprintable() or char in '<>"`\\' for char in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    target = parts.path if parts.scheme == "mailto" else parts.netloc
    return address if parts.scheme in _SCHEMES and target else None


def find_contact_link(contact: str) -> str | None:
    """The link behind a contact: an address as find_link() knows it, or a bare e-mail address."""
    is_mail = contact.count("@") == 1 and ":" not in contact and not contact.startswith("@")
    return find_link(contact) or (find_link(f"mailto:{contact}") if is_mail else None)
