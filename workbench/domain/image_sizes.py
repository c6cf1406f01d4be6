"""How large an image says it is: a file of some kilobytes may declare billions of pixels, for which a browser
that shows it would make room."""

from collections.abc import Iterator

from workbench.domain.file_signs import find_image_type

HEAD_LENGTH = 512 * 1024  # bytes in which a JPEG's size is looked for: previews and profiles come before it
MOST_PIXELS = 100_000_000  # four bytes each in a browser; cameras and whole pages stay below

_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xDA)})  # markers without a length
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def count_pixels(head: bytes) -> int | None:
    """Width times height as the first HEAD_LENGTH bytes of an image declare them; of several declarations the
    largest. None where they declare none, or in no way that is known here."""
    sizes = _READERS.get(find_image_type(head), _read_nothing)(head)
    return max((width * height for width, height in sizes), default=None)


def is_fit_to_show(head: bytes) -> bool:
    """Whether a browser may be asked to draw it: a size is declared, and it is one that can be drawn."""
    pixels = count_pixels(head)
    return pixels is not None and pixels <= MOST_PIXELS


def _read_png(head: bytes) -> Iterator[tuple[int, int]]:
    if head[12:16] == b"IHDR" and len(head) >= 24:
        yield _big(head, 16, 4), _big(head, 20, 4)


def _read_gif(head: bytes) -> Iterator[tuple[int, int]]:
    if len(head) >= 10:
        yield _little(head, 6, 2), _little(head, 8, 2)


def _read_webp(head: bytes) -> Iterator[tuple[int, int]]:
    kind = head[12:16]
    if kind == b"VP8X" and len(head) >= 30:
        yield _little(head, 24, 3) + 1, _little(head, 27, 3) + 1
    elif kind == b"VP8L" and len(head) >= 25:
        bits = _little(head, 21, 4)
        yield (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 " and len(head) >= 30:
        yield _little(head, 26, 2) & 0x3FFF, _little(head, 28, 2) & 0x3FFF


def _read_jpeg(head: bytes) -> Iterator[tuple[int, int]]:
    """Segment by segment up to the first scan."""
    place = 2
    while place + 9 <= len(head) and head[place] == 0xFF:
        marker = head[place + 1]
        if marker == 0xFF:  # padding
            place += 1
        elif marker in _JPEG_ALONE:
            place += 2
        elif marker == 0xDA:
            return
        else:
            if marker in _JPEG_FRAMES:
                yield _big(head, place + 7, 2), _big(head, place + 5, 2)
            place += 2 + max(2, _big(head, place + 2, 2))


def _read_nothing(_head: bytes) -> Iterator[tuple[int, int]]:
    return iter(())


def _big(head: bytes, place: int, length: int) -> int:
    return int.from_bytes(head[place : place + length], "big")


def _little(head: bytes, place: int, length: int) -> int:
    return int.from_bytes(head[place : place + length], "little")


_READERS = {
    "image/png": _read_png,
    "image/gif": _read_gif,
    "image/webp": _read_webp,
    "image/jpeg": _read_jpeg,
}
