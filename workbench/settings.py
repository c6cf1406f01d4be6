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
    """

    data: Path
    database_url: str = ""
    trusted_hosts: tuple[str, ...] = ()
    secure_cookies: bool = False
    development: bool = False

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
