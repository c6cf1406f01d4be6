"""Chromium, found and started so that it can do little: no network, nobody's files, nothing left behind.

It draws pages that came from outside. It speaks to nobody but us, over two pipes; whatever it asks for is
handed to it or refused (pictures.py). Should a request ever slip past that, it meets a dead proxy, a resolver
that knows no name and, on Linux where the system lets us, an empty network of its own.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.fetching.devtools import DevTools

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
NONE = "none"
MEMORY = 2 * 1024**3  # bytes that one of its processes may hold
_SWITCHES = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",  # not even this machine itself goes around the proxy
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--dns-prefetch-disable",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-features=OptimizationHints,MediaRouter,Translate,NetworkPrediction,AutofillServerCommunication",
    "--disable-gpu",
    "--disable-sync",
    "--hide-scrollbars",
    "--metrics-recording-only",
    "--mute-audio",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    "--password-store=basic",
    "--use-mock-keychain",
)
# Run by a Python of its own, because nothing may be done between fork and exec in a process with threads:
# limits, an empty network, an unprivileged user instead of root (as root Chromium has no sandbox).
_LAUNCHER = """
import ctypes, os, sys
reads, writes, memory = map(int, sys.argv[1:4])
try:
    import resource
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 29, 1 << 29))
except (ImportError, ValueError, OSError):
    pass
if sys.platform == "linux":
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(1, 9)  # dies with the thread that started it
    root = os.geteuid() == 0
    if root:
        libc.unshare(0x40000000)  # an empty network
        os.setgroups([]); os.setgid(65534); os.setuid(65534)
        libc.prctl(1, 9)
    os.environ["HOME"] = os.environ["TMPDIR"] = os.getcwd()
high = [os.dup(reads), os.dup(writes)]
while min(high) < 5:
    high = [os.dup(end) for end in high]
os.dup2(high[0], 3); os.dup2(high[1], 4)
os.execv(sys.argv[4], sys.argv[4:])
"""
_NOBODY = 65534


def find_chromium(setting: str) -> str:
    """The program to start: the one of the setting, or the first on the PATH; empty for none."""
    if setting == NONE:
        return ""
    if setting:
        return shutil.which(setting) or ""
    return next(filter(None, map(shutil.which, NAMES)), "")


@contextmanager
def start_chromium(program: str, seconds: float) -> Iterator[DevTools]:
    """A browser with a profile that is thrown away; killed with all its processes at the end, and whatever
    happens after `seconds`. Raises DevToolsError when it does not start or ends by itself."""
    with tempfile.TemporaryDirectory(prefix="workbench-browser-", ignore_cleanup_errors=True) as profile:
        if os.name == "posix" and os.geteuid() == 0:
            os.chown(profile, _NOBODY, _NOBODY)
        for_it, from_us = os.pipe()
        for_us, from_it = os.pipe()
        process = _launch(program, profile, for_it, from_it)
        os.close(for_it)
        os.close(from_it)
        tools = DevTools(for_us, from_us, seconds)
        try:
            yield tools
        finally:
            tools.close()
            _end(process)


def _launch(program: str, profile: str, reads: int, writes: int) -> "subprocess.Popen[bytes]":
    command = [program, *_SWITCHES, f"--user-data-dir={profile}/profile", "about:blank"]
    return subprocess.Popen(  # noqa: S603 - the program of the setting or the PATH, nothing from a page
        [sys.executable, "-I", "-S", "-c", _LAUNCHER, str(reads), str(writes), str(MEMORY), *command],
        pass_fds=(reads, writes),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=profile,
        env={"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8", "HOME": profile},
        start_new_session=True,
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()
    process.wait()


def is_whole(program: str) -> bool:
    """Whether the program is there now: it may be taken away while the desk runs."""
    return Path(program).exists()
