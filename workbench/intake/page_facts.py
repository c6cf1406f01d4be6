"""Facts about an article from a web page's head: meta tags, JSON-LD, the canonical link, the headline."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from workbench.intake.facts import Facts, clean_line, clean_url, read_day

# Names of meta tags (name, property or itemprop), the most telling first.
_TITLE = ("og:title", "twitter:title", "dc.title")
_AUTHOR = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_OUTLET = ("og:site_name", "application-name", "dc.publisher")
_URL = ("og:url", "twitter:url")
_DATE = (
    "article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified")
_MAX_BLOCKS = 50


def read_facts(tops: list[Any]) -> Facts:
    """What the page tells about its article. `tops` are the page's top elements. Nothing here is trusted
    beyond being text: a value that is none is left out."""
    meta = _read_meta(tops)
    article = _find_article(tops)
    publisher = article.get("publisher")
    canonical = next((link.get("href") for link in _iterate(tops, "link") if _is_canonical(link)), None)
    return Facts(
        title=_first(
            *(clean_line(meta.get(name)) for name in _TITLE),
            clean_line(article.get("headline")),
            *(_read_content(element) for element in _iterate(tops, "title")),
            *(_read_content(element) for element in _iterate(tops, "h1")),
        ),
        url=_first(
            clean_url(canonical),
            *(clean_url(meta.get(name)) for name in _URL),
            clean_url(article.get("url")),
        ),
        author=_first(
            *(_read_author(meta.get(name)) for name in _AUTHOR),
            ", ".join(_read_names(article.get("author"))),
        ),
        outlet=_first(
            *(clean_line(meta.get(name)) for name in _OUTLET),
            ", ".join(_read_names(publisher)),
        ),
        published_on=_first_day(*(meta.get(name) for name in _DATE), article.get("datePublished")),
        updated_on=_first_day(*(meta.get(name) for name in _UPDATED), article.get("dateModified")),
    )


def _first(*values: str) -> str:
    return next((value for value in values if value), "")


def _first_day(*values: object) -> date | None:
    return next((day for day in map(read_day, values) if day), None)


def _iterate(tops: list[Any], tag: str) -> Iterator[Any]:
    for top in tops:
        yield from top.iter(tag)


def _is_canonical(link: Any) -> bool:
    return "canonical" in (link.get("rel") or "").lower().split()


def _read_content(element: Any) -> str:
    return clean_line("".join(element.itertext()))


def _read_author(value: str | None) -> str:
    """A name; `article:author` is often the address of a profile, which names nobody."""
    name = clean_line(value)
    return "" if clean_url(name) else name


def _read_meta(tops: list[Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in _iterate(tops, "meta"):
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and element.get("content"):
                found.setdefault(name, element.get("content"))
    return found


def _find_article(tops: list[Any]) -> dict[str, Any]:
    """The first JSON-LD object that is an article (NewsArticle, BlogPosting, …), or an empty one."""
    for block in _read_blocks(tops):
        waiting = [block]
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting[:0] = value
            elif isinstance(value, dict):
                kinds = value.get("@type")
                for kind in kinds if isinstance(kinds, list) else [kinds]:
                    if isinstance(kind, str) and kind.endswith(("Article", "Posting")):
                        return value
                waiting.append(value.get("@graph"))
    return {}


def _read_blocks(tops: list[Any]) -> Iterator[Any]:
    for block in list_blocks(tops):
        try:
            yield json.loads(block, strict=False)
        except (ValueError, RecursionError):
            continue  # a broken or absurdly nested block tells nothing; the page's words still count


def list_blocks(tops: list[Any]) -> list[str]:
    """The source of the page's first JSON-LD blocks."""
    scripts = (s for s in _iterate(tops, "script") if "ld+json" in (s.get("type") or "").lower())
    return [script.text or "" for script, _ in zip(scripts, range(_MAX_BLOCKS), strict=False)]


def _read_names(value: Any) -> list[str]:
    """Names in a JSON-LD value: text, an object with a name, or a list of these."""
    entries = value if isinstance(value, list) else [value]
    names = (entry.get("name") if isinstance(entry, dict) else entry for entry in entries)
    return [name for name in map(clean_line, names) if name and not clean_url(name)]
