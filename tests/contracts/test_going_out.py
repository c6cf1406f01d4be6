"""Only fetching/ goes out: nothing else in the product even names what opens a connection.

The import contract "network" says it of libraries; here it is said of the standard library's parts and of
helpers in other libraries that fetch by themselves when they are given an address.
"""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "workbench"

MODULES = frozenset(
    {
        "aiohttp",
        "asyncio",
        "ftplib",
        "http.client",
        "httpcore",
        "httpx",
        "imaplib",
        "nntplib",
        "poplib",
        "requests",
        "smtplib",
        "socket",
        "socketserver",
        "ssl",
        "telnetlib",
        "trafilatura.downloads",
        "urllib.request",
        "urllib3",
        "webbrowser",
        "xmlrpc",
    }
)
NAMES = frozenset(
    {"create_connection", "fetch_response", "fetch_url", "open_connection", "urlopen", "urlretrieve"}
)
# The server listens, and a worker asks for its machine's name; they connect to nobody.
ALLOWED = {("server.py", "socket"), ("jobs/running.py", "socket")}


def find_exits(source: str) -> set[str]:
    """What of a module's source could go out."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if is_exit(alias.name)}
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name for name in {node.module, *whole} if is_exit(name)}
            found |= {alias.name for alias in node.names if alias.name in NAMES}
        elif isinstance(node, ast.Attribute) and node.attr in NAMES:
            found.add(node.attr)
    return found


def is_exit(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in MODULES)


def test_nothing_else_goes_out() -> None:
    found = {
        (path.relative_to(PACKAGE).as_posix(), name)
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] != "fetching"
        for name in find_exits(path.read_text(encoding="utf-8"))
    }
    assert found - ALLOWED == set()
    assert found >= ALLOWED, "an exception that is no longer needed"


@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import Request",
        "from http import client",
        "import httpx as x",
        "def f():\n    from httpcore import ConnectionPool",
        "import trafilatura\ntrafilatura.fetch_url('x')",
        "from trafilatura import fetch_url",
        "from trafilatura.downloads import Response",
        "import asyncio\nasyncio.open_connection('x', 1)",
    ],
)
def test_each_way_out_is_seen(source: str) -> None:
    assert find_exits(source)


@pytest.mark.parametrize(
    "source",
    ["from urllib.parse import urlsplit", "import http", "from http import HTTPStatus", "x = 'socket'"],
)
def test_what_stays_inside_is_not(source: str) -> None:
    assert find_exits(source) == set()


def test_feeds_are_read_from_bytes() -> None:
    """feedparser opens what looks like an address; a stream is none."""
    calls = [
        ast.unparse(node)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "feedparser.parse"
    ]
    assert calls
    assert all(call.startswith("feedparser.parse(io.BytesIO(") for call in calls), calls
