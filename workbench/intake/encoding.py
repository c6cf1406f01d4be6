"""Bytes to characters: UTF-8, UTF-16 with its mark, and for web pages the encoding that they declare."""

import re2

from workbench.domain.errors import BadInput

_ADVICE = "Save the file again with the encoding UTF-8, or paste its text."

# The longer mark first: UTF-32's begins with UTF-16's. None: known, and refused by name.
_MARKS: tuple[tuple[bytes, str, str | None], ...] = (
    (b"\xff\xfe\x00\x00", "UTF-32", None),
    (b"\x00\x00\xfe\xff", "UTF-32", None),
    (b"\xef\xbb\xbf", "UTF-8", "utf-8"),
    (b"\xff\xfe", "UTF-16", "utf-16-le"),
    (b"\xfe\xff", "UTF-16", "utf-16-be"),
)

# Labels as browsers read them (encoding.spec.whatwg.org), to Python's codecs. Not codecs.lookup(): that one
# would also open "zip", "rot13" and other codecs that are no character sets.
_CHARSETS: dict[str, tuple[str, ...]] = {
    "utf-8": ("utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be"),
    "cp1252": ("windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "l1", "us-ascii", "ascii"),
    "cp1250": ("windows-1250", "cp1250"),
    "cp1251": ("windows-1251", "cp1251", "x-cp1251"),
    "cp1253": ("windows-1253", "cp1253"),
    "cp1254": ("windows-1254", "cp1254", "iso-8859-9", "latin5"),
    "cp1255": ("windows-1255", "cp1255"),
    "cp1256": ("windows-1256", "cp1256"),
    "cp1257": ("windows-1257", "cp1257"),
    "cp1258": ("windows-1258", "cp1258"),
    "cp874": ("windows-874", "tis-620", "iso-8859-11"),
    "iso8859-2": ("iso-8859-2", "latin2"),
    "iso8859-3": ("iso-8859-3", "latin3"),
    "iso8859-4": ("iso-8859-4", "latin4"),
    "iso8859-5": ("iso-8859-5", "cyrillic"),
    "iso8859-6": ("iso-8859-6", "arabic"),
    "iso8859-7": ("iso-8859-7", "greek"),
    "iso8859-8": ("iso-8859-8", "iso-8859-8-i", "hebrew"),
    "iso8859-10": ("iso-8859-10",),
    "iso8859-13": ("iso-8859-13",),
    "iso8859-14": ("iso-8859-14",),
    "iso8859-15": ("iso-8859-15", "latin9"),
    "iso8859-16": ("iso-8859-16",),
    "koi8-r": ("koi8-r", "koi8"),
    "koi8-u": ("koi8-u", "koi8-ru"),
    "cp866": ("ibm866", "cp866"),
    "mac-cyrillic": ("x-mac-cyrillic", "x-mac-ukrainian"),
    "mac-roman": ("macintosh", "x-mac-roman"),
    "gb18030": ("gb18030", "gbk", "gb2312"),
    "big5hkscs": ("big5", "big5-hkscs"),
    "euc-jp": ("euc-jp",),
    "cp932": ("shift_jis", "shift-jis", "sjis", "windows-31j"),
    "cp949": ("euc-kr", "ks_c_5601-1987"),
}
_CODECS = {label: codec for codec, labels in _CHARSETS.items() for label in labels}

_HEAD_BYTES = 4096
_DECLARED = (
    re2.compile(rb"(?i)^\s*<\?xml[^>]*\sencoding\s*=\s*[\"']\s*([a-z0-9_.:-]+)"),
    re2.compile(rb"(?i)<meta[^>]*[\s\"';]charset\s*=\s*[\"']?\s*([a-z0-9_.:-]+)"),
)


def decode_text(data: bytes, what: str) -> str:
    """The characters of a text file, its byte order mark dropped. Raises BadInput naming a bad byte."""
    mark, name, codec = _find_mark(data)
    if codec is None:
        raise BadInput(f"{what} is in {name}, which is not read here. {_ADVICE}")
    return _decode(data, len(mark), name, codec, what)


def decode_html(data: bytes, what: str, declared: str = "") -> str:
    """The characters of a web page: by its mark, else UTF-8 if it is that, else the encoding that its site
    (`declared`) or, failing that, the page itself declares.

    UTF-8 goes before the declaration: bytes that happen to be valid UTF-8 with other letters than ASCII are
    not met in practice, a page saved in UTF-8 under its old declaration is. Raises BadInput.
    """
    label = declared.strip().lower() or _find_declared(data)
    if _find_mark(data)[0] or label is None or _is_utf8(data):
        return decode_text(data, what)
    codec = _CODECS.get(label)
    if codec is None:
        raise BadInput(f"{what} declares the encoding “{label}”, which is not read here. {_ADVICE}")
    return _decode(data, 0, "UTF-8" if codec == "utf-8" else label, codec, what)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _find_mark(data: bytes) -> tuple[bytes, str, str | None]:
    return next((entry for entry in _MARKS if data.startswith(entry[0])), (b"", "UTF-8", "utf-8"))


def _find_declared(data: bytes) -> str | None:
    head = data[:_HEAD_BYTES]
    matches = (pattern.search(head) for pattern in _DECLARED)
    return next((match.group(1).decode("ascii").lower() for match in matches if match), None)


def _decode(data: bytes, skip: int, name: str, codec: str, what: str) -> str:
    try:
        return data[skip:].decode(codec)
    except UnicodeDecodeError as error:
        place = skip + error.start
        line = data.count(b"\n", 0, place) + 1
        raise BadInput(
            f"{what} is not in {name}: byte {place + 1:,} (line {line:,}) is 0x{data[place]:02X}, "
            f"which {name} does not allow there. {_ADVICE}"
        ) from None
