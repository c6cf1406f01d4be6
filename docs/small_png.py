"""A screenshot as a PNG of at most 256 colours, which is a third of the size and looks the same."""

import base64
import struct
import zlib

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page

COLOURS = 256
_PIXELS = """async (source) => {
  const image = await createImageBitmap(await (await fetch(source)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const bytes = new Uint8Array(canvas.getImageData(0, 0, image.width, image.height).data.buffer);
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  }
  return [image.width, image.height, btoa(text)];
}"""


def shrink(png: bytes, page: Page) -> bytes:
    """`page` is an empty page, whose browser unpacks the picture."""
    source = "data:image/png;base64," + base64.b64encode(png).decode()
    width, height, data = page.evaluate(_PIXELS, source)
    return pack_pixels(np.frombuffer(base64.b64decode(data), np.uint8).reshape(height, width, 4)[:, :, :3])


def pack_pixels(pixels: NDArray[np.uint8]) -> bytes:
    """Rows of pixels, red, green and blue."""
    height, width, _ = pixels.shape
    palette, indexes = _choose_colours(pixels.reshape(-1, 3))
    return _pack(width, height, palette, indexes.reshape(height, width))


def _choose_colours(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The most frequent colours, and for each pixel the nearest of them."""
    found, places, counts = np.unique(pixels, axis=0, return_inverse=True, return_counts=True)
    palette = found[np.argsort(-counts)[:COLOURS]]
    distance = ((found[:, None, :].astype(int) - palette[None, :, :].astype(int)) ** 2).sum(axis=2)
    return palette, distance.argmin(axis=1).astype(np.uint8)[places.reshape(-1)]


def _pack(width: int, height: int, palette: NDArray[np.uint8], indexes: NDArray[np.uint8]) -> bytes:
    rows = np.zeros((height, width + 1), np.uint8)  # each begins with its filter: none
    rows[:, 1:] = indexes
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = {
        b"IHDR": header,
        b"PLTE": palette.tobytes(),
        b"IDAT": zlib.compress(rows.tobytes(), 9),
        b"IEND": b"",
    }
    chunks = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts.items()
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
