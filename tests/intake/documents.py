"""Small documents made in code: PDF, DOCX, feeds, web archives."""

import gzip
import io
from collections.abc import Sequence

import docx


def make_pdf(*pages: str, title: str = "", picture_on: Sequence[int] = ()) -> bytes:
    """A PDF with these pages, each line of theirs set below the other; a page of "" holds no text.
    Pages in `picture_on` (from 0) hold a picture of one point."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, page in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {5 + 2 * number} 0 R >>".encode()
        )
        drawn = b"BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI\n" if number in picture_on else b""
        stream = drawn + _set_lines(page)
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    objects.append(f"<< /Title ({title}) >>".encode())
    return _number(objects)


def _set_lines(page: str) -> bytes:
    lines = [
        line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        for line in page.split("\n")
    ]
    return (
        b"BT /F1 12 Tf 14 TL 72 770 Td " + b" T* ".join(b"(%b) Tj" % line for line in lines if line) + b" ET"
    )


def _number(objects: list[bytes]) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, table)
        + b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (count, count - 1, len(body))
    )


def make_docx(*paragraphs: str, title: str = "") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.core_properties.title, document.core_properties.author = title, ""
    return save_docx(document)


def save_docx(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def make_rss(*entries: tuple[str, str, str]) -> bytes:
    """A feed of entries, each with title, address and words."""
    items = "".join(
        f"<item><title>{title}</title>{f'<link>{link}</link>' if link else ''}"
        "<pubDate>Wed, 14 May 2025 10:00:00 GMT</pubDate>"
        f"<description><![CDATA[{words}]]></description></item>"
        for title, link, words in entries
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>Coast Courier</title>{items}</channel></rss>"
    ).encode()


def make_warc(*pages: tuple[str, str, bytes], packed: bool = True, status: str = "200 OK") -> bytes:
    """A web archive of answers, each with address, content type and body."""
    records = [_write_record("warcinfo", "a.warc", "application/warc-fields", b"software: tests\r\n")]
    for url, kind, body in pages:
        block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        records.append(_write_record("response", url, "application/http; msgtype=response", block))
    return b"".join(gzip.compress(record, mtime=0) if packed else record for record in records)


def _write_record(kind: str, url: str, media_type: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-05-14T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-7000-8000-000000000001>\r\nContent-Type: {media_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
