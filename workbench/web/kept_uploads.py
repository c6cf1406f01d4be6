"""A file that was handed in and is not taken yet: its bytes wait in the store, and the form carries a signed
note of them, because a browser sends a chosen file once."""

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer

from workbench.domain.errors import BadInput
from workbench.web.current import files, user


def keep(name: str, data: bytes) -> str:
    """Put the bytes away. Only the person who handed them in can use the note."""
    return str(_serializer().dumps([files().put(data), name]))


def read(note: str) -> tuple[str, bytes]:
    """The name and the bytes of a note. Raises BadInput for one that is not ours."""
    try:
        sha256, name = _serializer().loads(note)
        return str(name), files().read(str(sha256))
    except (BadSignature, OSError, ValueError) as error:
        raise BadInput("The file was not kept. Choose it again.") from error


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=f"kept upload of {user().id}")
