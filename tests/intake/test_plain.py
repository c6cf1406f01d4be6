import io
import zipfile

import pytest

from workbench.domain.errors import BadInput
from workbench.intake import MAX_BYTES, list_extensions, read_file


def pack(*members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member in members:
            archive.writestr(member, "<x/>")
    return buffer.getvalue()


def refuse(name: str, data: bytes) -> str:
    with pytest.raises(BadInput) as refused:
        read_file(name, data)
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_reads_utf8_and_marked_utf16(encoding: str) -> None:
    words = "Война\r\nkept é and 🙂"
    data = words.encode(encoding)

    draft = read_file("C:\\desk\\Report.TXT", data)

    assert draft.text == "Война\nkept é and 🙂"
    assert draft.received == data
    assert (draft.name, draft.media_type) == ("Report.TXT", "text/plain")


def test_reads_utf16_of_either_byte_order() -> None:
    assert read_file("a.txt", b"\xfe\xff" + "слово".encode("utf-16-be")).text == "слово"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"line\ncaf\xe9 au lait", "not in UTF-8: byte 9 (line 2) is 0xE9"),
        (b"\xff\xfea\x00b", "not in UTF-16: byte 5"),
        ("слово".encode("utf-32"), "in UTF-32"),
        ("word".encode("utf-16-le"), "NUL character at character 2"),
        (b"", "The file is empty"),
        (b"\xef\xbb\xbf", "The file is empty"),
        (b"12 + 3 = !", "holds no words"),
        (b"x" * (MAX_BYTES + 1), "at most 1,000,000 (1 MB)"),
    ],
)
def test_says_what_is_wrong_with_the_bytes(data: bytes, message: str) -> None:
    answer = refuse("a.txt", data)

    assert message in answer
    assert answer.endswith(".")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"\xef\xbb\xbf%PDF-1.7\nwords", "a PDF document"),
        (b"{\\rtf1\\ansi words}", "an RTF document"),
        (pack("[Content_Types].xml", "word/document.xml"), "a Word document (DOCX)"),
        (pack("xl/workbook.xml"), "an Excel workbook (XLSX)"),
        (pack("notes.txt"), "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "an old Microsoft Office document"),
        (b"\x00\x00\x00\x18ftypmp42", "an MP4 video or HEIC picture"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a WebP picture"),
        (
            b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            "a web archive (MHTML)",
        ),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_names_what_a_file_really_is(name: str, data: bytes, kind: str) -> None:
    assert f"“{name}” is {kind}, not what its name says" in refuse(name, data)


@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html><html><body><p>Words</p></body></html>",
        b"\n<html lang=en><p>Words",
        b"<?xml version='1.0'?>\n<!-- saved --><html><p>Words",
        b"<div class=x><p>Words</p></div>",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_web_page_under_another_name_is_told_apart(name: str, page: bytes) -> None:
    assert "is a web page (HTML). Give it a name that ends in .html" in refuse(name, page)


@pytest.mark.parametrize(
    "text",
    [b"abcdftyp is a word", b"<b>one tag and prose", b"a < b and <http://example.org>", b"MZ stands here"],
)
def test_text_that_looks_a_little_like_something_else_is_text(text: bytes) -> None:
    assert read_file("a.txt", text).text == text.decode()


@pytest.mark.parametrize("name", ["a.odt", "a", "a.txt.exe", ".", "", "folder.txt/a", "txt"])
def test_an_unknown_extension_is_refused_with_those_that_are_known(name: str) -> None:
    answer = refuse(name, b"words")

    assert answer.endswith(f"These are: {', '.join(list_extensions())}.")
    assert list_extensions(articles=True) == (
        ".docx",
        ".htm",
        ".html",
        ".markdown",
        ".md",
        ".pdf",
        ".txt",
        ".xhtml",
    )
