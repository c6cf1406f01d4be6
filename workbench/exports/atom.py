"""An Atom feed (RFC 4287) of what a person is told. No format of reports: it has no `render`."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

NAMESPACE = "http://www.w3.org/2005/Atom"
# What XML 1.0 cannot hold, however it is escaped.
_UNHOLDABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing told: `link` is absolute."""

    id: uuid.UUID
    title: str
    link: str
    at: datetime
    author: str


def write_feed(feed_id: uuid.UUID, title: str, link: str, entries: Sequence[Entry]) -> bytes:
    """The feed as UTF-8 XML, newest entry first as they come. `link` is the page that shows the same."""
    feed = etree.Element(_name("feed"), nsmap={None: NAMESPACE})
    _add(feed, "id", feed_id.urn)
    _add(feed, "title", title)
    _add(feed, "updated", _write_time(entries[0].at if entries else datetime(1970, 1, 1, tzinfo=UTC)))
    etree.SubElement(feed, _name("link"), href=link)
    for one in entries:
        entry = etree.SubElement(feed, _name("entry"))
        _add(entry, "id", one.id.urn)
        _add(entry, "title", one.title)
        _add(entry, "updated", _write_time(one.at))
        _add(etree.SubElement(entry, _name("author")), "name", one.author)
        etree.SubElement(entry, _name("link"), href=one.link)
    written: bytes = etree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, _name(name)).text = _UNHOLDABLE.sub("\ufffd", text)


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _write_time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
