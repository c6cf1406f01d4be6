"""Files made to do harm, built here so that none lies around: each is small and asks for far too much.

`FILES` has the name of each, what makes it, and whether anything in it could be read at all: a pixel flood in
a document harms only whoever draws it, and its words are words.
"""

import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
    "</Relationships>"
)
_LAUGHS = (
    "<!DOCTYPE x [<!ENTITY l0 'ha'>"
    + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    + "]>"
)


@dataclass(frozen=True, slots=True)
class Hostile:
    """`words` must be in the refusal, empty where the file may also be read. `make` is given an address."""

    name: str
    make: Callable[[str], bytes]
    words: str = ""


def word(document: str, *more: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", packing) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", document)
        for name, data in more:
            archive.writestr(name, data)
    return kept.getvalue()


def paragraph(text: str, head: str = "") -> str:
    body = f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"
    return f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}">{body}</w:document>'


def lie_about_sizes(archive: bytes, size: int) -> bytes:
    """The same archive, every entry of its directory stating `size` bytes unpacked."""
    made, place = bytearray(archive), 0
    while (place := made.find(b"PK\x01\x02", place)) >= 0:
        made[place + 24 : place + 28] = struct.pack("<I", size)
        place += 4
    return bytes(made)


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with a table of where they stand."""
    made, places = b"%PDF-1.7\n", []
    for number, data in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + data + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        root,
        len(made),
    )
    return made + table + trailer


def stream(data: bytes, *, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def page_tree(levels: int) -> bytes:
    """Ten million pages of one: every level holds the next one ten times."""
    nodes = [
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (10 ** (levels - level), b"%d 0 R " % (level + 3) * 10)
        for level in range(levels)
    ]
    page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 99 99]>>" % (levels + 1)
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", *nodes, page)


def one_page(content: bytes, *more: bytes, resources: bytes = b"") -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<<%s>>>>" % resources,
        content,
        *more,
    )


def flate_bomb(size: int) -> bytes:
    packed = zlib.compress(zlib.compress(b"BT (x) Tj ET " * (size // 13), 9), 9)
    return one_page(stream(packed, entries=b"/Filter[/FlateDecode/FlateDecode]"))


def pixel_flood() -> bytes:
    entries = (
        b"/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB"
    )
    return one_page(
        stream(b"/I Do"),
        stream(zlib.compress(bytes(MEGABYTE)), entries=entries + b"/Filter/FlateDecode"),
        resources=b"/XObject<</I 5 0 R>>",
    )


def forms_in_a_circle() -> bytes:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"
    return one_page(stream(b"/F Do"), stream(b"/F Do /F Do", entries=form), resources=b"/XObject<</F 5 0 R>>")


def png(width: int, height: int) -> bytes:
    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"")) + part(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def feed(head: str, title: str) -> bytes:
    return (
        f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>News</title><item>'
        f"<title>{title}</title><link>http://site.example/1</link></item></channel></rss>"
    ).encode()


def warc(payload: bytes, *, length: int | None = None) -> bytes:
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://site.example/\r\n"
        "WARC-Date: 2026-05-01T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(payload) if length is None else length}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def http(body: bytes, *headers: str) -> bytes:
    head = "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html", *headers, "", ""])
    return head.encode() + body


def squeeze(size: int, start: bytes = b"") -> bytes:
    """`size` zeros behind a start, packed tightly, without ever holding them."""
    packer, made = zlib.compressobj(9, wbits=16 + zlib.MAX_WBITS), []
    made.append(packer.compress(start))
    made.extend(packer.compress(bytes(MEGABYTE)) for _ in range(size // MEGABYTE))
    return b"".join([*made, packer.flush()])


def nest_archives(depth: int) -> bytes:
    made = word(paragraph("inside"))
    for _ in range(depth):
        made = word(paragraph("outside"), ("word/embeddings/inner.docx", made), packing=zipfile.ZIP_STORED)
    return made


EXTERNAL = "<!DOCTYPE x [<!ENTITY e SYSTEM '{}'>]>"
FILES: dict[str, Hostile] = {
    "zip bomb": Hostile(
        "a.docx", lambda _: word(paragraph("ha" * 60 * MEGABYTE)), "far more than a document"
    ),
    "zip bomb that lies": Hostile(
        "a.docx", lambda _: lie_about_sizes(word(paragraph("ha" * 60 * MEGABYTE)), 2_000), "The document"
    ),
    "many members": Hostile(
        "a.docx", lambda _: word(paragraph("x"), *((f"word/{n}.xml", b"") for n in range(9_000))), "parts"
    ),
    "nested archives": Hostile("a.docx", lambda _: nest_archives(40)),
    "archive cut short": Hostile("a.docx", lambda _: word(paragraph("words"))[:300], "damaged"),
    "word with outer entity": Hostile(
        "a.docx", lambda url: word(paragraph("&e;", EXTERNAL.format(url))), "declares entities"
    ),
    "word with outer file": Hostile(
        "a.docx", lambda _: word(paragraph("&e;", EXTERNAL.format("file:///etc/passwd"))), "declares entities"
    ),
    "word with late declaration": Hostile(
        "a.docx",
        lambda url: word(paragraph("&e;", f"<!--{'x' * 70_000}-->{EXTERNAL.format(url)}")),
    ),
    "word with laughs": Hostile("a.docx", lambda _: word(paragraph("&l9;", _LAUGHS)), "declares entities"),
    "word nested deep": Hostile("a.docx", lambda _: word(paragraph("<w:p>" * 50_000 + "</w:p>" * 50_000))),
    "word with huge picture": Hostile(
        "a.docx", lambda _: word(paragraph("words"), ("word/media/i.png", png(100_000, 100_000)))
    ),
    "ten million pages": Hostile("a.pdf", lambda _: page_tree(7), "The document"),
    "ten thousand pages": Hostile("a.pdf", lambda _: page_tree(4), "at most 2,000"),
    "pages that are lied about": Hostile(
        "a.pdf",
        lambda _: pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 10000000/Kids[]>>"),
        "document",
    ),
    "pages in a circle": Hostile(
        "a.pdf",
        lambda _: pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R]>>"),
        "document",
    ),
    "flate bomb": Hostile("a.pdf", lambda _: flate_bomb(300 * MEGABYTE), "."),
    "pixel flood": Hostile("a.pdf", lambda _: pixel_flood(), "There are no words"),
    "forms in a circle": Hostile("a.pdf", lambda _: forms_in_a_circle(), "."),
    "pdf of noise": Hostile("a.pdf", lambda _: b"%PDF-1.7\n" + bytes(range(256)) * 4_000, "damaged"),
    "pdf cut short": Hostile("a.pdf", lambda _: one_page(stream(b"BT (x) Tj ET"))[:120], "."),
    "table of one quotation mark": Hostile("a.csv", lambda _: b'a,b\n"' + b"x" * 3 * MEGABYTE, "row"),
    "table of columns": Hostile("a.csv", lambda _: b"a" + b",b" * MEGABYTE, "columns"),
    "table of rows": Hostile("a.csv", lambda _: b"statement\n" + b"x\n" * 4 * MEGABYTE, "rows"),
    "table of newlines": Hostile("a.csv", lambda _: b"statement" + b"\r\n\n\r" * 300_000, "."),
    "table with NUL": Hostile("a.csv", lambda _: b"a,b\nx\0,y\n", "NUL"),
    "deep JSON": Hostile("a.json", lambda _: b"[" * 5 * MEGABYTE, "."),
    "deep JSON that closes": Hostile("a.json", lambda _: b"[" * MEGABYTE + b"]" * MEGABYTE, "deep"),
    "JSON of a long number": Hostile("a.json", lambda _: b'{"a":' + b"9" * 5 * MEGABYTE + b"}", "."),
    "JSON of many reviews": Hostile(
        "a.json", lambda _: b"[" + b'{"@type":"ClaimReview"},' * 500_000 + b"{}]", "at most"
    ),
    "page with deep JSON": Hostile(
        "a.json",
        lambda _: b"<html><script type='application/ld+json'>" + b'{"a":' * MEGABYTE + b"</script>",
        ".",
    ),
    "page nested deep": Hostile("a.html", lambda _: b"<html><body>words" + b"<div>" * 500_000, "250 deep"),
    "page of attributes": Hostile(
        "a.html", lambda _: b"<p " + b" ".join(b"a%d=1" % n for n in range(10_000)) + b">words"
    ),
    "page of tables": Hostile("a.html", lambda _: b"words" + b"<table><tr><td>" * 200_000, "250 deep"),
    "page of open quotes": Hostile("a.html", lambda _: b"<p>words" + b'<a href="' * 500_000),
    "page of entities": Hostile("a.html", lambda _: b"<p>words" + b"&amp;" * 900_000),
    "page with laughs": Hostile("a.html", lambda _: (_LAUGHS + "<html><p>words &l9;").encode()),
    "page with outer entity": Hostile("a.html", lambda url: f"{EXTERNAL.format(url)}<p>words &e;".encode()),
    "markdown of brackets": Hostile("a.md", lambda _: b"words " + b"[" * 50_000),
    "markdown of quotes": Hostile("a.md", lambda _: b"words\n\n" + b">" * 400_000),
    "markdown of stars": Hostile("a.md", lambda _: b"words " + b"**a *b " * 15_000),
    "markdown of ticks": Hostile(
        "a.md", lambda _: b"words " + b"".join(b"`" * n + b" " for n in range(1_200))
    ),
    "feed with laughs": Hostile("a.rss", lambda _: feed(_LAUGHS.replace("x [", "rss ["), "&l9;")),
    "feed with outer entity": Hostile("a.rss", lambda url: feed(EXTERNAL.format(url), "words &e;")),
    "feed with outer file": Hostile(
        "a.rss", lambda _: feed(EXTERNAL.format("file:///etc/passwd"), "words &e;")
    ),
    "feed nested deep": Hostile("a.xml", lambda _: b"<rss><channel><item>" + b"<a>" * 20_000),
    "archive of zeros": Hostile("a.warc.gz", lambda _: squeeze(700 * MEGABYTE), "."),
    "archive with a bomb": Hostile(
        "a.warc.gz", lambda _: squeeze(300 * MEGABYTE, warc(http(b"<p>words"), length=300 * MEGABYTE))
    ),
    "page in an archive packed": Hostile(
        "a.warc", lambda _: warc(http(squeeze(300 * MEGABYTE), "Content-Encoding: gzip"))
    ),
    "archive that lies": Hostile("a.warc", lambda _: warc(http(b"<p>words"), length=10**15)),
    "archive in archives": Hostile(
        "a.warc.gz", lambda _: gzip.compress(gzip.compress(warc(http(b"x")))), "."
    ),
    "pdf that is none": Hostile("a.pdf", lambda _: word(paragraph("x")), "not a PDF"),
    "word that is none": Hostile("a.docx", lambda _: page_tree(2), "not a Word document"),
    "page that is none": Hostile("a.html", lambda _: word(paragraph("x")), "."),
    "json that is none": Hostile("a.json", lambda _: json.dumps("x" * MEGABYTE).encode(), "."),
}
