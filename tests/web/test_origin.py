"""Where requests come from and may be sent on to. No database, no application."""

import pytest
from flask import Flask

from workbench.web.origin import here, is_own_origin, own_path, page_before

ELSEWHERE = [
    "",
    None,
    "claims",
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "/\\/evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "/\tevil.example",
    "/\t/evil.example",
    "\t//evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    " //evil.example",
    " /claims",
    "/ /evil.example",
    "/\x00/evil.example",
    "/\x0b/evil.example",
    "/\u2028/evil.example",
    "/\uff0fevil.example",
    "/\u2215evil.example",
    "http://evil.example",
    "HTTPS://evil.example",
    "https:evil.example",
    "https:/evil.example",
    "http:///evil.example",
    "//evil.example@localhost",
    "http://localhost@evil.example/",
    "http://localhost/claims",
    "javascript:alert(1)",
    "data:text/html,x",
    "//[broken",
    "@evil.example",
    ".evil.example",
    "?next=//evil.example",
    "#//evil.example",
    "/claims\r\nSet-Cookie: a=b",
    "/" + "a" * 3_000,
]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_nothing_leads_to_another_host(target: str | None) -> None:
    assert own_path(target) == ""


@pytest.mark.parametrize(
    "target", ["/", "/claims", "/claims?q=30%20km&status=new", "/claims/C-1#history", "/a//b"]
)
def test_our_own_paths_pass(target: str) -> None:
    assert own_path(target) == target


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, False),
        ({"Sec-Fetch-Site": "rubbish"}, False),
        ({"Origin": "http://localhost"}, True),
        ({"Origin": "https://localhost"}, True),  # a proxy speaks TLS for us
        ({"Origin": "http://localhost:81"}, False),
        ({"Origin": "http://localhost.evil.example"}, False),
        ({"Origin": "http://evil.example/localhost"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": ""}, False),
        ({"Origin": "http://[broken"}, False),
        ({}, None),
    ],
)
def test_the_browser_says_where_a_form_came_from(headers: dict[str, str], own: bool | None) -> None:
    with Flask("origin").test_request_context("/", headers=headers):
        assert is_own_origin() is own


@pytest.mark.parametrize(
    ("path", "query", "own"),
    [
        ("/claims/C-1", "tab=a%20b", "/claims/C-1?tab=a%20b"),
        ("/w\u00c3\u00b6rter", "", "/w%C3%B6rter"),  # WSGI hands UTF-8 over as Latin-1
        ("//evil.example/claims", "", "/evil.example/claims"),
        ("/\\evil.example", "", "/%5Cevil.example"),
        ("/claims", "q=a b", ""),
    ],
)
def test_a_form_is_sent_again_to_where_it_went(path: str, query: str, own: str) -> None:
    environ = {"PATH_INFO": path, "QUERY_STRING": query}
    with Flask("origin").test_request_context("/", environ_overrides=environ):
        assert here() == own


def test_the_page_before_is_one_of_ours_or_none() -> None:
    app = Flask("origin")
    for referrer, path in [
        ("http://localhost/claims/C-1?tab=history", "/claims/C-1?tab=history"),
        ("http://evil.example/claims", ""),
        ("http://localhost//evil.example", ""),
        ("http://[broken", ""),
        ("", ""),
    ]:
        with app.test_request_context("/", headers={"Referer": referrer}):
            assert page_before() == path
