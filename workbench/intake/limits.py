"""How large an article may be, in bytes as they arrive."""

from workbench.domain.errors import BadInput

MAX_BYTES = 1_000_000


def check_size(size: int, what: str) -> None:
    """Refuse nothing at all and more than MAX_BYTES. `what` opens the message ("The file")."""
    if size == 0:
        raise BadInput(f"{what} is empty. Put in the words of the article.")
    if size > MAX_BYTES:
        raise BadInput(
            f"{what} is too large: at most {MAX_BYTES:,} (1 MB) bytes can be taken in. "
            "Split it into parts, or take out what is not text."
        )
