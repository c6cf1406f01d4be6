"""What an installation may set, read once from the environment and frozen."""

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT_DATA = "data"
DEFAULT_PORT = 8000


@dataclass(frozen=True, slots=True)
class Settings:
    """`data` is the directory that holds everything the desk owns: database, files, queue and key.

    `database_url` is empty for the embedded SQLite file in `data`, or a `postgresql+psycopg://` URL.
    `trusted_hosts` are the host names the server answers to; empty answers to any.
    `development` turns on pages that only help the people who build the product.
    `workers_outside`: jobs are done by `workbench worker`, and the web process has no consumer.
    `offline` forbids every outgoing connection. Going out, ports 80 and 443 may be dialled and `extra_ports`;
    `contact` tells the sites visited whom to write to (empty: what the desk's settings say), and `ca_file`
    holds certificates to trust besides the usual ones. `browser` is the Chromium that draws captured pages:
    a path, empty for the one on the PATH, or "none".
    """

    data: Path
    database_url: str = ""
    trusted_hosts: tuple[str, ...] = ()
    secure_cookies: bool = False
    development: bool = False
    workers_outside: bool = False
    offline: bool = False
    extra_ports: frozenset[int] = frozenset()
    contact: str = ""
    ca_file: str = ""
    browser: str = ""

    @classmethod
    def from_env(cls, data: str | os.PathLike[str] | None = None) -> "Settings":
        """Settings from WORKBENCH_* variables; `data` (the command line's --data) wins over the environment.

        Raises ValueError with a plain message for a value that cannot be read.
        """
        hosts = os.environ.get("WORKBENCH_TRUSTED_HOSTS", "")
        return cls(
            data=Path(data or os.environ.get("WORKBENCH_DATA") or DEFAULT_DATA).expanduser().resolve(),
            database_url=os.environ.get("WORKBENCH_DATABASE_URL", ""),
            trusted_hosts=tuple(host.strip() for host in hosts.split(",") if host.strip()),
            secure_cookies=_read_switch("WORKBENCH_SECURE_COOKIES"),
            development=_read_switch("WORKBENCH_DEVELOPMENT"),
            workers_outside=_read_choice("WORKBENCH_WORKERS", "inside", "outside"),
            offline=_read_switch("WORKBENCH_OFFLINE"),
            extra_ports=_read_ports("WORKBENCH_EXTRA_PORTS"),
            contact=_read_line("WORKBENCH_CONTACT"),
            ca_file=os.environ.get("WORKBENCH_CA_FILE", ""),
            browser=_read_line("WORKBENCH_BROWSER"),
        )

    @property
    def sqlite_path(self) -> Path:
        """Where the embedded database lies."""
        return self.data / "workbench.db"

    @property
    def files_path(self) -> Path:
        """Where received and captured bytes lie, named by their SHA-256."""
        return self.data / "files"

    @property
    def arriving_path(self) -> Path:
        """Where uploaded files wait until they are taken in; what lies there for long may be deleted."""
        return self.data / "arriving"

    @property
    def scales_path(self) -> Path:
        """Where the desk's own rating scales lie, one TOML file each."""
        return self.data / "scales"

    @property
    def queue_path(self) -> Path:
        """Huey's own SQLite file, apart from the data: one SQLite library per file."""
        return self.data / "queue.db"


def _read_switch(name: str) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if value in {"", "0", "no", "off", "false"}:
        return False
    if value in {"1", "yes", "on", "true"}:
        return True
    raise ValueError(f"{name} must be yes or no, not “{value}”.")


def _read_choice(name: str, default: str, other: str) -> bool:
    """Whether the other one of two words is set."""
    value = os.environ.get(name, "").strip().lower() or default
    if value not in {default, other}:
        raise ValueError(f"{name} must be {default} or {other}, not “{value}”.")
    return value == other


def _read_ports(name: str) -> frozenset[int]:
    parts = [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]
    if not all(part.isascii() and part.isdigit() and 0 < int(part) < 65536 for part in parts):
        raise ValueError(f"{name} must be port numbers with commas, like “8080, 8443”.")
    return frozenset(map(int, parts))


def _read_line(name: str) -> str:
    """A value that is sent as part of a header: printable ASCII, and no bracket that would end it."""
    value = os.environ.get(name, "").strip()
    if not (value.isascii() and (value == "" or value.isprintable())) or set(value) & set("()\\"):
        raise ValueError(f"{name} must be an e-mail or web address in plain ASCII, not “{value}”.")
    return value
