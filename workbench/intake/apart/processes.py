"""Templates kept waiting, as many as are at work at once; one that misbehaves is ended and not used again."""

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator

from workbench.intake.apart.limits import Limits
from workbench.intake.apart.messages import read_frame, write_frame

MOST_WAITING = 2
MOST_AT_WORK = max(2, os.cpu_count() or 2)
GRACE = 15.0  # seconds to start and load a parser, on top of the child's own time
_PROGRAM = "import sys; sys.path[:] = {path!r}; from workbench.intake.apart.template import main; main()"
# Nothing of the server's surroundings: they may hold the database's password.
_KEPT = ("SYSTEMROOT", "TEMP", "TMP", "TZ")


class Template:
    """One waiting process. Raises RuntimeError when it does not start; its error stream is the server's."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own program, by our own interpreter
            [sys.executable, "-I", "-S", "-X", "utf8", "-c", _PROGRAM.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            start_new_session=True,
        )
        self._sending, self._answers = self._process.stdin, self._process.stdout
        if self._read() != b"ready":
            self.end()
            raise RuntimeError("The process that reads files from outside does not start.")

    @property
    def is_usable(self) -> bool:
        """Whether it can take another call."""
        return self._process.poll() is None and hasattr(os, "fork")

    def call(self, call: str, message: bytes, limits: Limits) -> bytes | None:
        """The answer to one call; None when the process died or the time ran out twice over."""
        told = {"call": call, "seconds": limits.seconds, "memory": limits.memory}
        head = json.dumps({**told, "clock": limits.clock, "output": limits.output}).encode()
        watch = threading.Timer(limits.clock + GRACE, self._process.kill)
        watch.start()
        try:
            for frame in (head, message):
                self._write(frame)
            return self._read()
        except OSError:
            return None
        finally:
            watch.cancel()
            watch.join()

    def _write(self, frame: bytes) -> None:
        assert self._sending is not None  # noqa: S101 - it is a pipe
        write_frame(self._sending.write, frame)
        self._sending.flush()

    def _read(self) -> bytes | None:
        assert self._answers is not None  # noqa: S101 - it is a pipe
        return read_frame(self._answers.read)

    def end(self) -> None:
        """End it, and what it may have started."""
        self._process.kill()
        with contextlib.suppress(OSError):
            self._process.communicate()


class Templates:
    """The processes of this server. A call takes one that waits, or starts one."""

    def __init__(self) -> None:
        self._waiting: list[Template] = []
        self._lock = threading.Lock()
        self._at_work = threading.BoundedSemaphore(MOST_AT_WORK)

    @contextlib.contextmanager
    def take(self) -> Iterator[Template]:
        """A template for one call. An exception inside ends it."""
        with self._at_work:
            template = self._find() or Template()
            try:
                yield template
            except BaseException:  # a Ctrl+C too: half an answer may be left in its pipe
                template.end()
                raise
            if not self._give_back(template):
                template.end()

    def end_all(self) -> None:
        """End those that wait."""
        with self._lock:
            ended, self._waiting = self._waiting, []
        for template in ended:
            template.end()

    def forget_all(self) -> None:
        """In a fork of the server: the templates are the parent's, and two may not talk to one."""
        # Fresh locks too: a thread that is not here may have held them.
        self.__init__()  # type: ignore[misc]

    def _find(self) -> Template | None:
        with self._lock:
            while self._waiting:
                template = self._waiting.pop()
                if template.is_usable:
                    return template
                template.end()
        return None

    def _give_back(self, template: Template) -> bool:
        with self._lock:
            if not template.is_usable or len(self._waiting) >= MOST_WAITING:
                return False
            self._waiting.append(template)
            return True


TEMPLATES = Templates()
atexit.register(TEMPLATES.end_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=TEMPLATES.forget_all)
