"""Sizes that images declare, read without drawing them."""

import struct

import pytest

from workbench.domain.image_sizes import MOST_PIXELS, count_pixels, is_fit_to_show

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR"
APP = b"\xff\xe1" + struct.pack(">H", 10) + b"\xff\xc0\x00\x11\x08\x00\x01\x00"  # a frame inside a preview
SCAN = b"\xff\xda\x00\x02" + bytes(9)


def make_jpeg(width: int, height: int) -> bytes:
    frame = b"\xff\xff\xc2" + struct.pack(">HBHH", 17, 8, height, width) + bytes(10)
    return b"\xff\xd8" + APP + frame + SCAN


@pytest.mark.parametrize(
    ("head", "pixels"),
    [
        (PNG + struct.pack(">II", 640, 480), 307_200),
        (PNG + struct.pack(">II", 60_000, 60_000), 3_600_000_000),
        (PNG, None),
        (b"GIF89a" + struct.pack("<HH", 65_535, 65_535), 4_294_836_225),
        (b"GIF89a", None),
        (make_jpeg(4_000, 3_000), 12_000_000),
        (b"\xff\xd8" + APP + SCAN, None),
        (b"\xff\xd8\xff<html>", None),
        (b"\xff\xd8" + b"\xff\xe0\x00\x00" * 9, None),
        (b"RIFF....WEBPVP8X" + bytes(8) + b"\xff\xff\xff\xff\xff\xff", 16_777_216**2),
        (b"RIFF....WEBPVP8L" + bytes(5) + struct.pack("<I", 99 | 49 << 14), 5_000),
        (b"RIFF....WEBPVP8 " + bytes(10) + struct.pack("<HH", 320, 200), 64_000),
        (b"RIFF....WEBPVP9 " + bytes(20), None),
        (b"<svg width='9' height='9'/>", None),
    ],
)
def test_the_declared_size_is_told(head: bytes, pixels: int | None) -> None:
    assert count_pixels(head) == pixels
    assert is_fit_to_show(head) is (pixels is not None and pixels <= MOST_PIXELS)


def test_a_jpeg_of_many_frames_counts_as_its_largest() -> None:
    second = make_jpeg(30_000, 30_000)[2:]
    assert count_pixels(b"\xff\xd8" + make_jpeg(10, 10)[2 : -len(SCAN)] + second) == 900_000_000
