"""Answers as the web gives them: packed, slow, wrong, broken, endless. Whole or not at all, in words."""

import gzip
import socket
import struct
import zlib
from collections.abc import Callable

import pytest

from tests.local_site import LocalSite, make_rules, redirect, respond
from workbench.fetching import Fetcher, FetchError, FetchFailed

MEGABYTE = 1024 * 1024


def send(*parts: bytes) -> Callable[[socket.socket], None]:
    def page(connection: socket.socket) -> None:
        for part in parts:
            connection.sendall(part)

    return page


def failure(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(FetchFailed) as failed:
        fetcher.fetch(url)
    assert str(failed.value).endswith(".")
    return str(failed.value)


def test_an_answer_as_it_should_be(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/"] = respond("Grüße", ("X-One", "1"), ("x-one", "2"))
    found = fetcher.fetch(site.url())

    assert (found.status, found.body.decode(), found.media_type, found.charset) == (
        200,
        "Grüße",
        "text/html",
        "utf-8",
    )
    assert found.header("X-ONE") == "1, 2"
    assert found.header("none") == ""


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("text/html", ("text/html", "")),
        ("TEXT/HTML; Charset=ISO-8859-1", ("text/html", "iso-8859-1")),
        ('application/pdf; x=y; charset="UTF-8"', ("application/pdf", "utf-8")),
        ("", ("", "")),
        ("nonsense", ("", "")),
        ("text/html; charset", ("text/html", "")),
        ("text/html; charset*=utf-8''x", ("text/html", "")),
    ],
)
def test_the_media_type_as_declared(
    site: LocalSite, fetcher: Fetcher, declared: str, expected: tuple[str, str]
) -> None:
    site.pages["/"] = respond("x", media_type=declared)
    found = fetcher.fetch(site.url())
    assert (found.media_type, found.charset) == expected


@pytest.mark.parametrize(
    "status", ["404 Not Found", "410 Gone", "500 Broken", "403 Forbidden", "204 Nothing"]
)
def test_an_error_page_is_an_answer(site: LocalSite, fetcher: Fetcher, status: str) -> None:
    site.pages["/"] = respond("" if status.startswith("204") else "sorry", status=status)
    assert fetcher.fetch(site.url()).status == int(status[:3])


def pack(data: bytes) -> bytes:
    """Without the time of day, which would give the tests other names in each process."""
    return gzip.compress(data, mtime=0)


def deflate_raw(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", pack(b"words " * 500)),
        ("x-gzip", pack(b"words " * 500)),
        ("GZIP", pack(b"words " * 500)),
        ("deflate", zlib.compress(b"words " * 500)),
        ("deflate", deflate_raw(b"words " * 500)),
        ("identity", b"words " * 500),
        ("deflate, gzip", pack(zlib.compress(b"words " * 500))),
        ("gzip", pack(b"words " * 500) + b"\0" * 20),
    ],
)
def test_a_packed_answer_is_unpacked_and_kept_packed(
    site: LocalSite, fetcher: Fetcher, coding: str, packed: bytes
) -> None:
    site.pages["/"] = respond(packed, ("Content-Encoding", coding))
    found = fetcher.fetch(site.url())
    assert found.body == b"words " * 500
    assert found.exchanges[0].body == packed


@pytest.mark.parametrize(
    ("coding", "packed", "words"),
    [
        ("gzip", b"no gzip", "packed (gzip) and damaged"),
        ("gzip", pack(b"words " * 500)[:40], "does not end as it should"),
        ("gzip", pack(b"one") + pack(b"two"), "does not end as it should"),
        ("deflate", b"\xff\xff\xff", "packed (deflate) and damaged"),
        ("br", b"\x0b\x02\x80", "in a way that was not asked for (br)"),
        ("zstd", b"x", "in a way that was not asked for (zstd)"),
        ("gzip, gzip, gzip", b"x", "packed 3 times over"),
    ],
)
def test_a_badly_packed_answer_fails(
    site: LocalSite, fetcher: Fetcher, coding: str, packed: bytes, words: str
) -> None:
    site.pages["/"] = respond(packed, ("Content-Encoding", coding))
    assert words in failure(fetcher, site.url())


@pytest.mark.parametrize("layers", [1, 2])
def test_a_gzip_bomb_is_stopped_at_the_limit(site: LocalSite, layers: int) -> None:
    packed = pack(bytes(60 * MEGABYTE))
    for _ in range(layers - 1):
        packed = pack(packed)
    site.pages["/"] = respond(packed, ("Content-Encoding", ", ".join(["gzip"] * layers)))
    assert "is larger than 25 MB" in failure(Fetcher(site.rules()), site.url())


def test_a_body_is_counted_as_it_comes(site: LocalSite) -> None:
    """Without a length: nothing is believed, and no more is read than the limit."""

    def pour(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not site.wait(0):
            connection.sendall(b"x" * 65536)

    site.pages["/"] = pour
    assert "is larger than 1 MB" in failure(Fetcher(site.rules(max_received=MEGABYTE)), site.url())


def test_a_length_beyond_the_limit_is_not_read_to_the_end(site: LocalSite) -> None:
    site.pages["/"] = send(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", b"x" * 2 * MEGABYTE)
    assert "is larger than 1 MB" in failure(Fetcher(site.rules(max_received=MEGABYTE)), site.url())


def test_bytes_count_over_all_steps(site: LocalSite) -> None:
    large = b"x" * (MEGABYTE // 2)
    site.pages["/"] = redirect("/1").replace(b"Content-Length: 0", b"Content-Length: %d" % len(large)) + large
    site.pages["/1"] = respond(large + b"more")
    assert "is larger than 1 MB" in failure(Fetcher(site.rules(max_received=MEGABYTE)), site.url())


def test_drips_do_not_stretch_the_deadline(site: LocalSite) -> None:
    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        while not site.wait(0.05):
            connection.sendall(b"x")

    site.pages["/"] = drip
    assert "within 0.5 seconds" in failure(Fetcher(site.rules(deadline=0.5)), site.url())


def test_nor_do_drips_of_headers(site: LocalSite) -> None:
    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while not site.wait(0.05):
            connection.sendall(b"X: y\r\n")

    site.pages["/"] = drip
    assert "within 0.5 seconds" in failure(Fetcher(site.rules(deadline=0.5)), site.url())


def test_nor_do_endless_early_hints(site: LocalSite) -> None:
    def hint(connection: socket.socket) -> None:
        while not site.wait(0.02):
            connection.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")

    site.pages["/"] = hint
    assert "within 0.5 seconds" in failure(Fetcher(site.rules(deadline=0.5)), site.url())


def test_a_silent_site_is_left(site: LocalSite) -> None:
    site.pages["/"] = lambda _connection: site.wait(30) and None
    assert "within 0.3 seconds" in failure(Fetcher(site.rules(deadline=0.3)), site.url())


def test_a_connection_that_hangs_is_left() -> None:
    """A listener whose queue is full lets a new connection hang."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        port = listener.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
        rules = make_rules(port, deadline=0.5)
        with pytest.raises(FetchFailed, match=r"within 0\.5 seconds"):
            Fetcher(rules).fetch(f"http://site.example:{port}/")
        for one in waiting:
            one.close()


def test_a_closed_port_says_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    rules = make_rules(port)
    assert f"takes no connections on port {port}" in failure(Fetcher(rules), f"http://site.example:{port}/")


def reset(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"", "broke off"),
        (HEAD, "broke off"),
        (HEAD + b"Content-Length: 100\r\n\r\nabc", "broke off"),
        (CHUNKED + b"5\r\nhello\r\n", "broke off"),
        (CHUNKED + b"zz\r\nhello\r\n0\r\n\r\n", "does not answer as a web server does"),
        (CHUNKED + b"-5\r\nhello\r\n0\r\n\r\n", "does not answer as a web server does"),
        (CHUNKED + b"5\r\nhelloworld\r\n0\r\n\r\n", "does not answer as a web server does"),
        (CHUNKED + b"ffffffffffffffffff\r\nx", "broke off"),
        (b"SSH-2.0-OpenSSH_9.9\r\n", "broke off"),
        (b"SSH-2.0-OpenSSH_9.9\r\n\r\n", "does not answer as a web server does"),
        (b"<html>no head at all</html>", "broke off"),
        (b"HTTP/1.1 abc OK\r\n\r\n", "does not answer as a web server does"),
        (b"HTTP/1.1 99999 OK\r\n\r\n", "does not answer as a web server does"),
        (HEAD + b"Content-Length: abc\r\n\r\n", "does not answer as a web server does"),
        (HEAD + b"Content-Length: -1\r\n\r\n", "does not answer as a web server does"),
        (HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", "does not answer as a web server does"),
        (HEAD + b"Bad Header: \0\r\n\r\n", "does not answer as a web server does"),
        (HEAD + b"X: " + b"y" * 200_000 + b"\r\n\r\n", "more headers than can be taken in"),
        (HEAD + b"X: y\r\n" * 40_000 + b"\r\n", "more headers than can be taken in"),
        (
            b"HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n",
            "does not answer as a web",
        ),
        (b"\x16\x03\x01\x00\xa5 \x00\x00", "does not answer as a web server does"),
        (reset, "connection to “site.example” broke"),
    ],
)
def test_a_broken_answer_fails_in_words(
    site: LocalSite, fetcher: Fetcher, answer: bytes | Callable[[socket.socket], None], words: str
) -> None:
    site.pages["/"] = answer
    assert words in failure(fetcher, site.url())


def test_an_answer_without_a_length_ends_with_the_connection(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/"] = HEAD + b"\r\nall of it"
    assert fetcher.fetch(site.url()).body == b"all of it"


def test_chunks_are_put_together_and_kept_as_sent(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/"] = sent = CHUNKED + b"5;x=y\r\nhello\r\n1\r\n!\r\n0\r\nTrailer: z\r\n\r\n"
    found = fetcher.fetch(site.url())
    assert found.body == found.exchanges[0].body == b"hello!"
    assert found.exchanges[0].response == sent


def test_what_comes_after_the_stated_length_is_not_read(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/"] = HEAD + b"Content-Length: 3\r\n\r\nabcdef"
    assert fetcher.fetch(site.url()).body == b"abc"


def test_whatever_ends_a_fetch_the_next_one_works(site: LocalSite, fetcher: Fetcher) -> None:
    site.pages["/bad"], site.pages["/good"] = b"", respond("good")
    for _ in range(20):
        with pytest.raises(FetchError):
            fetcher.fetch(site.url("/bad"))
    assert fetcher.fetch(site.url("/good")).body == b"good"
