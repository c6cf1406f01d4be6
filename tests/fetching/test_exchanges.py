"""What went over the line is kept so that a web archive of it reads like the visit itself."""

import gzip
import io
from datetime import UTC, datetime

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeadersParser
from warcio.warcwriter import WARCWriter

from tests.local_site import LocalSite, redirect, respond
from workbench.fetching import Fetcher

PACKED = gzip.compress(b"words")


def test_each_step_is_kept_byte_for_byte(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/"] = redirect("/page")
    site.pages["/page"] = respond(PACKED, ("Content-Encoding", "gzip"), ("X-Name", "ü"))
    before = datetime.now(UTC)
    found = fetcher.fetch(site.url())

    assert [step.response for step in found.exchanges] == [site.pages["/"], site.pages["/page"]]
    assert [step.request.decode() for step in found.exchanges] == site.requests
    assert [(step.address, step.port) for step in found.exchanges] == [("127.0.0.1", site.port)] * 2
    assert [step.reason for step in found.exchanges] == ["Found", "OK"]
    assert before <= found.exchanges[0].started_at <= found.exchanges[1].started_at == found.fetched_at
    assert found.exchanges[1].body == PACKED


def test_a_web_archive_of_it_gives_the_page_back(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/"] = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
        b"Content-Encoding: gzip\r\n\r\n"
    ) + chunk(gzip.compress("<p>Grüße".encode()))
    step = fetcher.fetch(site.url()).exchanges[0]

    kept = io.BytesIO()
    record = WARCWriter(kept, gzip=True).create_warc_record(
        step.url,
        "response",
        payload=io.BytesIO(step.response),
        length=len(step.response),
        warc_headers_dict={"WARC-IP-Address": step.address},
    )
    WARCWriter(kept, gzip=True).write_record(record)
    kept.seek(0)
    read = next(iter(ArchiveIterator(kept)))
    assert read.http_headers.get_statuscode() == "200"
    assert read.content_stream().read().decode() == "<p>Grüße"
    asked = StatusAndHeadersParser(["GET"]).parse(io.BytesIO(step.request))
    assert asked.get_header("Host") == f"site.example:{site.port}"


def chunk(data: bytes) -> bytes:
    return (
        b"".join(b"%x\r\n%s\r\n" % (1, data[place : place + 1]) for place in range(len(data))) + b"0\r\n\r\n"
    )
