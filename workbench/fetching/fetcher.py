"""`Fetcher.fetch`: one address, its redirects followed by hand, each step checked and recorded."""

import ssl
from collections.abc import Sequence
from dataclasses import replace
from email.message import Message
from functools import cached_property

import httpx

from workbench.domain.errors import FetchError, FetchFailed, FetchRefused
from workbench.domain.fetched import Answer, Exchange
from workbench.fetching.decoding import decode_body
from workbench.fetching.exchanges import exchange
from workbench.fetching.meter import Meter, too_large
from workbench.fetching.redirects import CookieJar, find_redirect, join_header, read_redirect
from workbench.fetching.requests import check_added, make_headers, make_user_agent
from workbench.fetching.robots import Robots
from workbench.fetching.rules import MEGABYTE, FetchRules
from workbench.fetching.targets import read_target

Added = Sequence[tuple[str, str]]
_ROBOTS_SECONDS = 10.0
_ROBOTS_SIZE = 2 * MEGABYTE


class Fetcher:
    """Goes out for the whole installation; safe to share between threads."""

    def __init__(self, rules: FetchRules) -> None:
        self.rules = rules
        self._ports = rules.ports | rules.allow_loopback_ports
        self._robots = Robots(self._fetch_robots)

    def fetch(self, url: str, *, headers: Added = (), robots: bool = False) -> Answer:
        """What `url` answers. `headers` are sent along; `robots` asks each site's robots.txt first.

        Raises FetchRefused when our rules or the site's forbid it, FetchFailed when no whole answer came;
        both say what, where and what to do. An error status (404) is an answer.
        """
        check_added(headers)
        return self._fetch(url, headers, self.rules, self._robots if robots else None)

    def _fetch(self, url: str, headers: Added, rules: FetchRules, robots: Robots | None) -> Answer:
        made: list[Exchange] = []
        try:
            if rules.offline:
                raise FetchRefused(
                    "This desk does not go out to the network (WORKBENCH_OFFLINE). Save the page in your "
                    "browser and bring in the file."
                )
            last = self._follow(url, headers, rules, robots, made)
            body = _unpack(last, rules.max_body)
        except FetchError as error:
            error.url, error.exchanges = url, (*made, *error.exchanges)
            raise
        media_type, charset = _read_type(join_header(last, "content-type"))
        return Answer(url, last.url, last.status, last.headers, body, media_type, charset, tuple(made))

    def _follow(
        self, url: str, headers: Added, rules: FetchRules, robots: Robots | None, made: list[Exchange]
    ) -> Exchange:
        """Go from redirect to redirect; what was exchanged is added to `made`, also when it ends badly."""
        meter = Meter(rules.deadline, rules.max_received)
        agent = make_user_agent(rules.contact())
        jar = CookieJar()
        target = read_target(url, self._ports)
        asked: set[tuple[str, str]] = set()
        while True:
            if robots is not None:
                robots.check(target)
            cookies = jar.find(target)
            if (str(target.url), cookies) in asked or len(made) > rules.max_redirects:
                raise _endless(target.host, len(made))
            asked.add((str(target.url), cookies))
            own = make_headers(target, agent, headers, cookies)
            certificates = self._certificates if target.scheme == "https" else None
            made.append(exchange(target, own, rules, meter, certificates))
            location = find_redirect(made[-1])
            if not location:
                return made[-1]
            jar.keep(made[-1], target)
            target = read_redirect(target, location, self._ports)

    def _fetch_robots(self, url: str) -> Answer:
        small = replace(
            self.rules, deadline=_ROBOTS_SECONDS, max_received=_ROBOTS_SIZE, max_body=_ROBOTS_SIZE
        )
        return self._fetch(url, (), small, None)

    @cached_property
    def _certificates(self) -> ssl.SSLContext:
        """Made at the first visit: reading every authority takes longer than the rest of a start."""
        context = httpx.create_ssl_context(trust_env=False)
        if self.rules.ca_file:
            context.load_verify_locations(cafile=self.rules.ca_file)
        return context


def _unpack(last: Exchange, limit: int) -> bytes:
    host = httpx.URL(last.url).host
    body = decode_body(last.body, join_header(last, "content-encoding"), limit, host)
    if len(body) > limit:
        raise too_large(host, limit)
    return body


def _endless(host: str, hops: int) -> FetchFailed:
    return FetchFailed(
        f"“{host}” sends on from one address to the next and comes to no end ({hops} times). Open it in "
        "your browser, and give the address where it ends, or bring in the page as a file."
    )


def _read_type(declared: str) -> tuple[str, str]:
    """Media type and charset of a Content-Type header, lower case, each empty when it is not there."""
    if "/" not in declared:
        return "", ""
    message = Message()
    message["content-type"] = declared
    charset = message.get_param("charset", "")
    return message.get_content_type(), charset.lower() if isinstance(charset, str) else ""
