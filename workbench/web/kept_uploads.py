"""A file that was handed in and is not taken yet: its bytes wait among what arrives, and the form carries a
signed note of them, because a browser sends a chosen file once. Both go after a week."""

from flask import current_app
from itsdangerous import BadSignature, URLSafeTimedSerializer

from workbench.domain.errors import BadInput, NotFound
from workbench.services.arriving import SECONDS, forget_arriving, put_arriving
from workbench.web.current import tools, user


def keep(name: str, data: bytes) -> str:
    """Put the bytes away. Only the person who handed them in can use the note."""
    return str(_serializer().dumps([put_arriving(tools().arriving, data), name]))


def read(note: str) -> tuple[str, bytes]:
    """The name and the bytes of a note. Raises BadInput for one that is not ours, or too old."""
    try:
        sha256, name = _serializer().loads(note, max_age=SECONDS)
        return str(name), tools().arriving.read(str(sha256))
    except (BadSignature, NotFound, OSError, ValueError) as error:
        raise BadInput("The file was not kept. Choose it again.") from error


def forget(note: str) -> None:
    """The file is taken in: nobody waits for these bytes any more."""
    (sha256, _name), made = _serializer().loads(note, return_timestamp=True)
    forget_arriving(tools().arriving, sha256, since=made.timestamp() + 1)  # the note counts whole seconds


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt=f"kept upload of {user().id}")
