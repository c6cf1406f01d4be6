"""What a file is by its first bytes, for the few kinds that are ever shown as an image."""

_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


def find_image_type(begins: bytes) -> str:
    """The type under which it may be shown, empty for what is no such image, whatever it is called."""
    for sign, media_type in _SIGNS:
        if begins.startswith(sign):
            return media_type
    return "image/webp" if begins[:4] == b"RIFF" and begins[8:12] == b"WEBP" else ""
