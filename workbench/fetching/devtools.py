"""Chromium's remote control over two pipes: commands out, answers and events in, JSON with a NUL between."""

import json
import os
import select
import time
from collections import deque
from typing import Any

Message = dict[str, Any]
MOST_BYTES = 200 * 1024 * 1024  # of one message; a picture comes as one


class DevToolsError(Exception):
    """The browser refused a command, ended, or took too long; the message says which."""


class DevTools:
    """One browser, for `seconds` in all. Events wait until they are asked for."""

    def __init__(self, reads: int, writes: int, seconds: float) -> None:
        self._reads, self._writes = reads, writes
        self._ends = time.monotonic() + seconds
        self._buffer = bytearray()
        self._scanned = 0
        self._numbers = 0
        self._answers: dict[int, Message] = {}
        self._events: deque[Message] = deque()
        self.session = ""
        self._refusing = False

    def send(self, method: str, **params: Any) -> int:
        """Give a command without waiting; answers its number."""
        self._numbers += 1
        message: Message = {"id": self._numbers, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        data = memoryview(json.dumps(message).encode() + b"\0")
        try:
            while data:
                data = data[os.write(self._writes, data) :]
        except OSError as error:
            raise DevToolsError("The browser ended by itself.") from error
        return self._numbers

    def call(self, method: str, **params: Any) -> Message:
        """Give a command and wait for its result. Raises DevToolsError."""
        number = self.send(method, **params)
        while number not in self._answers:
            self._receive(self.left)
        answer = self._answers.pop(number)
        if "error" in answer:
            raise DevToolsError(f"The browser refused {method}: {answer['error'].get('message', '')}")
        result: Message = answer.get("result", {})
        return result

    def next_event(self, seconds: float) -> Message | None:
        """The next event, or None when none comes within `seconds`."""
        if not self._events:
            self._receive(min(seconds, self.left), patient=True)
        self._answers = {key: one for key, one in self._answers.items() if key == self._numbers}
        return self._events.popleft() if self._events else None

    def refuse_requests(self) -> None:
        """From now on refuse by itself whatever the page asks for."""
        self._refusing = True
        for event in self._events:
            self._refuse(event)
        self._events.clear()

    @property
    def left(self) -> float:
        """Seconds until the browser is given up. Raises DevToolsError when there are none."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise DevToolsError("The browser took too long.")
        return left

    def close(self) -> None:
        """Let go of both pipes."""
        os.close(self._reads)
        os.close(self._writes)

    def _refuse(self, event: Message) -> None:
        if event["method"] == "Fetch.requestPaused":
            request = event["params"]["requestId"]
            self.send("Fetch.failRequest", requestId=request, errorReason="BlockedByClient")

    def _receive(self, seconds: float, *, patient: bool = False) -> None:
        ready, _, _ = select.select([self._reads], [], [], seconds)
        if not ready:
            if not patient:
                raise DevToolsError("The browser took too long.")
            return
        data = os.read(self._reads, 1 << 20)
        if not data:
            raise DevToolsError("The browser ended by itself.")
        self._buffer += data
        if len(self._buffer) > MOST_BYTES:
            raise DevToolsError("The browser sent more than is taken.")
        while (end := self._buffer.find(0, self._scanned)) >= 0:
            message = json.loads(bytes(self._buffer[:end]))
            del self._buffer[: end + 1]
            self._scanned = 0
            if "id" in message:
                self._answers[message["id"]] = message
            elif self._refusing:
                self._refuse(message)
            else:
                self._events.append(message)
        self._scanned = len(self._buffer)
