"""The key that signs cookies: made at the first start, readable by its owner alone. There is no default."""

import os
import secrets
import tempfile
from pathlib import Path

KEY_BYTES = 32
PRIVATE = 0o600


def load_key(path: Path) -> bytes:
    """The key in this file, which is made when it is missing; two starting processes get the same one.

    Raises ValueError with a plain message for a file that holds no key.
    """
    if not path.exists():
        _make_key(path)
    if path.stat().st_mode & 0o077:
        path.chmod(PRIVATE)
    key = path.read_bytes()
    if len(key) < KEY_BYTES:
        raise ValueError(f"{path} is damaged. Delete it to get a new one; everybody has to log in again.")
    return key


def _make_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # mkstemp opens with 0600, so the key is never readable by others, not even for a moment.
    number, draft = tempfile.mkstemp(dir=path.parent, prefix=".secret-")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        # A link appears whole or not at all, and never over another process's key.
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        Path(draft).unlink()
