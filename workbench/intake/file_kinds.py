"""What a file really is, told by its first bytes, for files that are not what their name says."""

import re2
from lxml.html import defs

from workbench.domain.errors import BadInput

# First bytes -> the kind in words. Office files are ZIP archives; _PACKED tells them by a member's name.
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"ID3\x03", "an MP3 recording"),
    (b"ID3\x04", "an MP3 recording"),
    (b"OggS\x00", "an Ogg recording"),
    (b"fLaC\x00", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a WebM or Matroska video"),
    (b"bplist00", "an Apple web archive or property list"),
    (b"PK\x05\x06", "an empty ZIP archive"),
)
_PACKED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "an Excel workbook (XLSX)"),
    (b"ppt/", "a PowerPoint file (PPTX)"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub", "an EPUB book"),
)
# Kinds whose mark stands behind a length or a variable field.
_INSIDE: tuple[tuple[int, bytes, str], ...] = (
    (4, b"ftyp", "an MP4 video or HEIC picture"),
    (8, b"WEBP", "a WebP picture"),
    (8, b"WAVE", "a WAV recording"),
    (8, b"AVI ", "an AVI video"),
    (257, b"ustar", "a tar archive"),
)
_MHTML = re2.compile(rb"(?i)^(?:[a-z-]+:[^\n]*\n|[ \t][^\n]*\n){0,20}?content-type:\s*multipart/related")
_PAGE_START = re2.compile(
    r"(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]"
)
_TAG = re2.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>")


def check_kind(name: str, data: bytes) -> None:
    """Refuse a file whose bytes are a picture, an archive, a word processor's document and so on."""
    kind = find_kind(data)
    if kind is not None:
        raise BadInput(
            f"“{name[:80]}” is {kind}, not what its name says. Open it in the program that it is for, and "
            "copy its text in here or save it as plain text in UTF-8."
        )


def find_kind(data: bytes) -> str | None:
    """What the bytes are, in words with an article ("a PNG picture"); None when they may be text."""
    if data.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _PACKED if mark in data), "a ZIP archive")
    body = data.lstrip(b"\xef\xbb\xbf\t\n\r ")
    for mark, kind in _STARTS:
        if data.startswith(mark) or body.startswith(mark):
            return kind
    for offset, mark, kind in _INSIDE:
        # The four letters alone could be a word; the fields before or after them hold zero bytes.
        if data.startswith(mark, offset) and b"\0" in data[:512]:
            return kind
    return "a web archive (MHTML)" if _MHTML.search(data[:4096].replace(b"\r", b"")) else None


def is_web_page(text: str) -> bool:
    """Whether a text opens as an HTML document does, or is HTML elements from its first character on."""
    if _PAGE_START.search(text[:4096]):
        return True
    return text.lstrip()[:1] == "<" and _count_tags(text, enough=3) == 3


def has_markup(text: str) -> bool:
    """Whether there is at least one tag that HTML knows."""
    return _count_tags(text, enough=1) == 1


def _count_tags(text: str, enough: int) -> int:
    count = 0
    for match in _TAG.finditer(text):
        count += match.group(1).lower() in defs.tags
        if count == enough:
            break
    return count
