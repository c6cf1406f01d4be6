"""A fetched page as pictures: a screenshot of all of it and a PDF, drawn by Chromium without scripts.

Chromium gets the bytes that were fetched and never goes out. The styles, images and fonts that a page asks
for are fetched by our own Fetcher, under its rules, and handed in; everything else is refused.
"""

import base64
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from workbench.domain.errors import FetchError
from workbench.domain.fetched import Answer, Exchange
from workbench.fetching.chromium import find_chromium, is_whole, start_chromium
from workbench.fetching.devtools import DevTools, DevToolsError, Message
from workbench.fetching.fetcher import Fetcher

SECONDS = 60.0  # for one page, pictures made and all
LOAD_SECONDS = 30.0  # for the parts of a page
QUIET = 0.5  # seconds without a request after which a page has what it wants
WIDTH, HEIGHT = 1280, 900  # CSS px of the window
TALLEST = 16_000  # CSS px of a screenshot: beyond that graphics libraries give up
MOST_PARTS = 120
MOST_BYTES = 20 * 1024 * 1024  # of all parts together
AT_ONCE = 6
_FETCHED = frozenset({"Stylesheet", "Image", "Font"})
_PAPER = {"printBackground": True, "preferCSSPageSize": False, "marginTop": 0.4, "marginBottom": 0.4}
# Beside the switch that turns scripts off: nothing is embedded, and no form is sent.
_POLICY = "script-src 'none'; object-src 'none'; frame-src 'none'; form-action 'none'; worker-src 'none'"


@dataclass(frozen=True, slots=True)
class Pictures:
    """PNG and PDF, empty where none could be made; `message` says what is missing. `exchanges` are those of
    the page's parts. `method` names the browser."""

    screenshot: bytes = b""
    pdf: bytes = b""
    method: str = ""
    message: str = ""
    exchanges: tuple[Exchange, ...] = ()


@dataclass(frozen=True, slots=True)
class Browser:
    """The Chromium at this path."""

    program: str

    def draw(self, answer: Answer, fetcher: Fetcher, *, robots: bool = False) -> Pictures:
        """The page of this answer as pictures. `robots`: its parts, too, are fetched only where their sites'
        robots.txt allows it; what is not is missing. Never raises for what a page or a browser does."""
        if not is_whole(self.program):
            return Pictures(message="No screenshot: Chromium is not where it was.")
        drawing = _Drawing(answer, fetcher, robots)
        try:
            with start_chromium(self.program, SECONDS) as tools:
                return drawing.draw(tools)
        except (DevToolsError, OSError, ValueError) as error:
            return Pictures(message=f"No screenshot: {error}", exchanges=tuple(drawing.exchanges))


def find_browser(setting: str) -> Browser | None:
    """The browser of the setting or of the PATH, None when there is none."""
    program = find_chromium(setting)
    return Browser(program) if program else None


@dataclass(slots=True)
class _Drawing:
    """One page being drawn: what it asked for, and what it got."""

    answer: Answer
    fetcher: Fetcher
    robots: bool
    given: bool = False
    loaded: bool = False
    asked: int = 0
    missing: int = 0
    size: int = 0
    waiting: dict[str, "Future[Answer]"] = field(default_factory=dict)
    exchanges: list[Exchange] = field(default_factory=list)

    def draw(self, tools: DevTools) -> Pictures:
        version = tools.call("Browser.getVersion")["product"]
        target = tools.call("Target.createTarget", url="about:blank")["targetId"]
        tools.session = tools.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for method, params in _SET_UP:
            tools.call(method, **params)
        with ThreadPoolExecutor(AT_ONCE, "page-part") as pool:
            tools.send("Page.navigate", url=self.answer.final_url)
            self._load(tools, pool)
            height = self._stretch(tools)
            self._load(tools, pool)  # what is only loaded where it is seen
            pool.shutdown(wait=False, cancel_futures=True)
        if not self.given:
            raise DevToolsError("The browser did not open the page.")
        tools.refuse_requests()  # or a late style would hold up the picture for ever
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": height, "scale": 1}
        shot = tools.call("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        pdf = self._print(tools)
        return Pictures(
            screenshot=base64.b64decode(shot["data"]),
            pdf=pdf,
            method=f"drawn without scripts by {version}",
            message=self._describe(height, bool(pdf)),
            exchanges=tuple(self.exchanges),
        )

    def _load(self, tools: DevTools, pool: ThreadPoolExecutor) -> None:
        """Hand the page what it asks for until it is quiet, or has had its time."""
        ends = quiet = time.monotonic()
        ends += LOAD_SECONDS
        while (now := time.monotonic()) < ends and (self.waiting or now - quiet < QUIET or not self.loaded):
            event = tools.next_event(0.05)
            if event is not None and event["method"] == "Page.loadEventFired":
                self.loaded, quiet = True, now
            if event is not None and event["method"] == "Fetch.requestPaused":
                quiet = time.monotonic()
                self._answer(tools, pool, event["params"])
            for request in [key for key, future in self.waiting.items() if future.done()]:
                quiet = time.monotonic()
                self._hand_in(tools, request, self.waiting.pop(request))
        for request in list(self.waiting):
            self._refuse(tools, request)
        self.missing += len(self.waiting)
        self.waiting.clear()

    def _answer(self, tools: DevTools, pool: ThreadPoolExecutor, paused: Message) -> None:
        request, asked = paused["requestId"], paused["request"]
        kind, url = paused.get("resourceType", ""), asked["url"]
        if not self.given and kind == "Document":
            self.given = True
            _fulfil(tools, request, self.answer, [("Content-Security-Policy", _POLICY)])
            return
        if kind == "Document":
            # A frame, or a page that wants to lead elsewhere: "no content" leaves what is there as it is.
            tools.send("Fetch.fulfillRequest", requestId=request, responseCode=204)
            return
        if kind not in _FETCHED or asked["method"] != "GET" or not url.startswith(("http://", "https://")):
            self._refuse(tools, request)
            return
        self.asked += 1
        if self.asked > MOST_PARTS or self.size > MOST_BYTES:
            self.missing += 1
            self._refuse(tools, request)
            return
        self.waiting[request] = pool.submit(self.fetcher.fetch, url, robots=self.robots)

    def _hand_in(self, tools: DevTools, request: str, future: "Future[Answer]") -> None:
        try:
            part = future.result()
        except FetchError:
            self.missing += 1
            self._refuse(tools, request)
            return
        self.size += len(part.body)
        self.exchanges += part.exchanges
        self.missing += not 200 <= part.status < 300
        _fulfil(tools, request, part, [("Access-Control-Allow-Origin", "*")])

    def _refuse(self, tools: DevTools, request: str) -> None:
        tools.send("Fetch.failRequest", requestId=request, errorReason="BlockedByClient")

    def _stretch(self, tools: DevTools) -> int:
        """Make the window as tall as the page, so that all of it is drawn; answers the height in CSS px."""
        size = tools.call("Page.getLayoutMetrics")["cssContentSize"]
        height = max(HEIGHT, min(TALLEST, int(size["height"])))
        _set_window(tools, height)
        return height

    def _print(self, tools: DevTools) -> bytes:
        _set_window(tools, HEIGHT)
        try:
            return base64.b64decode(tools.call("Page.printToPDF", **_PAPER)["data"])
        except DevToolsError:
            return b""

    def _describe(self, height: int, printed: bool) -> str:
        parts = ["Drawn without scripts."]
        if self.missing:
            parts.append(f"{self.missing} of {self.asked} styles, images and fonts are missing.")
        if height == TALLEST:
            parts.append(f"The screenshot ends after {TALLEST:,} pixels.")
        if not printed:
            parts.append("It could not be printed as a PDF.")
        return " ".join(parts)


_SET_UP: Sequence[tuple[str, dict[str, Any]]] = (
    ("Page.enable", {}),
    ("Emulation.setScriptExecutionDisabled", {"value": True}),
    ("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}),
    (
        "Emulation.setDeviceMetricsOverride",
        {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False},
    ),
    ("Fetch.enable", {"patterns": [{"urlPattern": "*", "requestStage": "Request"}]}),
)


def _set_window(tools: DevTools, height: int) -> None:
    tools.call(
        "Emulation.setDeviceMetricsOverride", width=WIDTH, height=height, deviceScaleFactor=1, mobile=False
    )


def _fulfil(tools: DevTools, request: str, answer: Answer, more: Sequence[tuple[str, str]]) -> None:
    kind = answer.media_type or "application/octet-stream"
    if answer.charset:
        kind += f"; charset={answer.charset}"
    headers = [("Content-Type", kind), ("X-Content-Type-Options", "nosniff"), *more]
    tools.send(
        "Fetch.fulfillRequest",
        requestId=request,
        responseCode=answer.status,
        responseHeaders=[{"name": name, "value": value} for name, value in headers],
        body=base64.b64encode(answer.body).decode(),
    )
