"""Addresses of every route, for the tests that ask all of them."""

from collections.abc import Iterator

from werkzeug.routing import Rule

# What stands in addresses: by the noun that a route begins with, "" for all, and the name of the part.
Parts = dict[tuple[str, str], list[str]]


def fill_rule(rule: Rule, parts: Parts) -> Iterator[str]:
    """A route's addresses with every value of its parts."""
    noun = rule.rule.split("/")[1]
    urls = [rule.rule]
    for name in sorted(rule.arguments):
        values = parts.get((noun, name)) or parts.get(("", name)) or parts["", "*"]
        urls = [_put(url, name, value) for url in urls for value in values]
    yield from urls


def _put(url: str, name: str, value: str) -> str:
    start = next(at for at in range(len(url)) if url[at] == "<" and url[at:].split(">")[0].endswith(name))
    return url[:start] + value + url[url.index(">", start) + 1 :]
