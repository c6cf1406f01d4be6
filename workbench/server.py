"""Waitress and the embedded consumer in one process: bound, announced, served, and stopped within seconds."""

import errno
import signal
import socket
from collections.abc import Callable
from types import FrameType

from flask import Flask
from sqlalchemy import Engine
from waitress.server import create_server
from waitress.task import ThreadedTaskDispatcher

from workbench.app import create_app
from workbench.settings import Settings
from workbench.web.current import Installation

STOP_SECONDS = 1.5  # how long requests at work may take to end when the server stops
BODY_LIMIT = 64 * 1024 * 1024  # the application refuses less, in words; this is what is ever written to disk


class CannotServe(Exception):
    """The desk or the address cannot be served; the message says why and what to do."""


class QuickDispatcher(ThreadedTaskDispatcher):  # type: ignore[misc]  # waitress has no types
    """Waitress's threads, waited for no longer than STOP_SECONDS; a request cut off is rolled back."""

    def shutdown(self, cancel_pending: bool = True, timeout: float = STOP_SECONDS) -> bool:
        return bool(super().shutdown(cancel_pending, timeout))


def bind_port(host: str, port: int) -> socket.socket:
    """A socket bound to the address, not yet listening. Before anything slow, so that a taken port is told
    at once. Raises CannotServe."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError):
        raise CannotServe(f"There is no address called “{host}” on this machine.") from None
    bound = socket.socket(family, kind, protocol)
    # Else a port stays closed for a minute after a server on it was stopped.
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(address)
    except OSError as error:
        bound.close()
        raise CannotServe(_describe(error, host, port)) from None
    return bound


def run_server(
    settings: Settings,
    engine: Engine,
    bound: socket.socket,
    announce: Callable[[], None],
    *,
    threads: int = 4,
) -> None:
    """Serve until SIGINT or SIGTERM. `announce` is called when the first request would be answered.

    Raises CannotServe when the desk is not in order or somebody else has begun to listen meanwhile.
    """
    try:
        app = create_app(settings, engine)
    except ValueError as error:
        raise CannotServe(str(error)) from error
    installation = find_installation(app)
    dispatcher = QuickDispatcher()
    dispatcher.set_thread_count(threads)
    host, port = bound.getsockname()[:2]
    try:
        server = create_server(app, sockets=[bound], _dispatcher=dispatcher, max_request_body_size=BODY_LIMIT)
    except OSError as error:
        raise CannotServe(_describe(error, host, port)) from None
    before = {number: signal.signal(number, _interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        if not settings.workers_outside:
            installation.queue.start()
        announce()
        server.run()
    except KeyboardInterrupt:
        dispatcher.shutdown()  # before run(), which catches its own
    finally:
        installation.queue.stop()
        server.close()
        for number, handler in before.items():
            signal.signal(number, handler)


def make_wsgi() -> Flask:
    """The application for another server, set up by WORKBENCH_* alone, with the job consumer beside it
    unless the workers are outside: `gunicorn "workbench.server:make_wsgi()"`. Raises ValueError for a desk
    that is not in order."""
    settings = Settings.from_env()
    app = create_app(settings)
    if not settings.workers_outside:
        find_installation(app).queue.start()
    return app


def find_installation(app: Flask) -> Installation:
    """What create_app() was given."""
    installation = app.extensions["workbench"]
    assert isinstance(installation, Installation)  # noqa: S101 - tells mypy what create_app() put there
    return installation


def format_address(bound: socket.socket) -> str:
    """Where a browser finds it: "http://127.0.0.1:8000"."""
    host, port = bound.getsockname()[:2]
    return f"http://[{host}]:{port}" if bound.family == socket.AF_INET6 else f"http://{host}:{port}"


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    # Both signals alike, and also where a shell started us with SIGINT ignored.
    raise KeyboardInterrupt


def _describe(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program. Stop that one, or choose another: --port {port + 1}"
    if error.errno == errno.EACCES:
        return f"You may not use port {port}. Choose one above 1023: --port 8000"
    return f"{host} port {port} cannot be served on: {error.strerror or error}"
