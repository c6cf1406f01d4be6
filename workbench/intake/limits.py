"""How large what arrives may be: the bytes as they arrive, and the words that are read from them."""

from workbench.domain.errors import BadInput

MAX_BYTES = 1_000_000


def check_size(size: int, what: str, most: int = MAX_BYTES) -> None:
    """Refuse nothing at all and more than `most` bytes. `what` opens the message ("The file")."""
    if size == 0:
        raise BadInput(f"{what} is empty. Put in the words of the article.")
    if size > most:
        raise BadInput(
            f"{what} is too large: at most {most:,} ({most // 1_000_000} MB) bytes can be taken in. "
            "Split it into parts, or take out what is not text."
        )


def check_text_size(text: str, what: str) -> None:
    """Refuse more words than an article may have, whatever the size of the file they came in."""
    size = len(text) if text.isascii() else len(text.encode())
    if size > MAX_BYTES:
        raise BadInput(
            f"{what} holds {size:,} bytes of text; an article has at most {MAX_BYTES:,} (1 MB). "
            "Take in a part of it."
        )
