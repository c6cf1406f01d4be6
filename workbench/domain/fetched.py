"""What came back from an address outside, and each step of the way there as it went over the line."""

from dataclasses import dataclass
from datetime import datetime

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer; a redirect is an exchange of its own.

    `request` and `response` are the bytes that went over the line, after TLS was taken off: what a WARC
    record holds. `body` is the response's body with the transfer coding (chunks) taken off and the content
    coding (gzip) left on. `address` is the IP address that was dialled, `started_at` is UTC. `broken` says
    why it ended before the answer was whole, as web archives say it ("length", "time", "disconnect"); the
    status is 0 then where not even its headers came.
    """

    url: str
    address: str
    port: int
    started_at: datetime
    request: bytes
    response: bytes
    status: int
    reason: str
    headers: Headers
    body: bytes
    broken: str = ""


@dataclass(frozen=True, slots=True)
class PageRead:
    """What is read of a page that answered: its words, and the address by which it wants to be known: where
    it came from if it names none, and one of another site where it says that it carries a page of there."""

    words: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered. `body` is decoded (no chunks, no gzip); `url` is what was asked for and
    `final_url` where the redirects ended.

    `media_type` is lower case without parameters, `charset` as declared by the server; both are empty when
    it declares none. An answer may well be an error page: `status` tells.
    """

    url: str
    final_url: str
    status: int
    headers: Headers
    body: bytes
    media_type: str
    charset: str
    exchanges: tuple[Exchange, ...]

    def header(self, name: str) -> str:
        """The value of a header by its name in any case, several joined with commas; empty when absent."""
        return ", ".join(value for key, value in self.headers if key.lower() == name.lower())

    @property
    def fetched_at(self) -> datetime:
        """When the last request was begun (UTC)."""
        return self.exchanges[-1].started_at
